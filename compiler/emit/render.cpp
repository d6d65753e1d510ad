#include "emit/render.hpp"

#include "emit/literal.hpp"
#include "emit/name.hpp"
#include "hash.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <unordered_map>

namespace headway::compiler {
namespace {

constexpr std::string_view notice = "// Emitted by `headway compile`. Edit the migrations instead.\n";

void render_chunks(std::string& text, const std::vector<std::string>& chunks) {
    for (const std::string& chunk : chunks) {
        render_literal(text, chunk);
        text += ",\n";
    }
    text += "};\n";
}

void render_row(std::string& text, const history& from, std::uint32_t index) {
    const revision_row& row = from.rows[index];
    fmt::format_to(std::back_inserter(text),
                   "    {{{{{}, {}, {}}}, {{{}, {}, {}}}, {}, {}, {}, {}, {}, {}, {}, {},\n"
                   "     {{0x{:016x}, 0x{:016x}, 0x{:016x}, 0x{:016x}}}}}, // {}\n",
                   row.names.part, row.names.chunk, row.names.offset, row.sql.part, row.sql.chunk,
                   row.sql.offset, row.up_size, row.down_size, row.up_line, row.down_line, row.edges,
                   row.revises, row.depends_on, row.flags, row.checksum[0], row.checksum[1], row.checksum[2],
                   row.checksum[3], from.id(index));
}

std::string render_rows(const history& from) {
    std::string text =
        "// Places of names and SQL, sizes and lines of up and down, first parent, number of parents by\n"
        "// `Revises` and by `Depends on`, flags; SHA-256\n"
        "constexpr headway::revision_row rows[] = {\n";
    for (std::uint32_t i = 0; i < from.count; ++i)
        render_row(text, from, i);
    return text + "};\n\n";
}

/// A name as a comment, where it cannot be anything else: a backslash at its end would take the next line
/// along.
std::string render_comment(std::string_view name) {
    const bool plain = std::all_of(name.begin(), name.end(), [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' ||
               c == ' ';
    });
    return plain ? fmt::format(" // {}", name) : std::string();
}

std::string render_objects(const history& from) {
    std::string text = "// Place of kind and name; digest of the statement\n"
                       "constexpr headway::object_row objects[] = {\n";
    for (std::uint32_t i = 0; i < from.object_count; ++i) {
        const auto& [name, digest] = from.objects[i];
        text += fmt::format("    {{{{{}, {}, {}}}, 0x{:016x}}},{}\n", name.part, name.chunk, name.offset,
                            digest, render_comment(from.object(i)));
    }
    return text + "};\n\n";
}

std::string render_adoptions(const history& from) {
    std::string text = "constexpr headway::adoption_row adoptions[] = {\n";
    for (std::uint32_t i = 0; i < from.adoption_count; ++i) {
        const text_place at = from.adoptions[i].texts;
        text += fmt::format("    {{{{{}, {}, {}}}}},{}\n", at.part, at.chunk, at.offset,
                            render_comment(from.adopted_tool(i)));
    }
    return text + "};\n\n";
}

std::string render_indexes(std::string_view name, const std::uint32_t* indexes, std::size_t count) {
    std::string text = fmt::format("constexpr std::uint32_t {}[] = {{", name);
    for (std::size_t i = 0; i < count; ++i)
        text += (i % 16 == 0 ? "\n    " : " ") + fmt::format("{},", indexes[i]);
    return text + "\n};\n\n";
}

/// Where the image is, how large it is packed and unpacked, and what installs it.
std::string render_image(const head_image& image) {
    if (image.install == nullptr) return "{}";
    return fmt::format("{{{{{}, {}, {}}}, {}, {}, headway::detail::install_image}}", image.place.part,
                       image.place.chunk, image.place.offset, image.packed_size, image.size);
}

/// What stops a build whose headers are of another release than this compiler, and says which of them to
/// update. Each on one line, which a compiler prints even if the headers have no `history_format` yet.
std::string render_format_check() {
    return fmt::format(
        "static_assert(headway::history_format >= {0}, \"the runtime's headers are of an older release than "
        "the headway that wrote this file: update the runtime\");\n"
        "static_assert(headway::history_format <= {0}, \"the headway that wrote this file is of an older "
        "release than the runtime's headers: update that headway\");\n\n",
        history_format);
}

/// Of a part in a file of its own: what it holds belongs to its name, so that another history of the same
/// name can be linked into the same program.
std::string part_name(const table& from, std::size_t part) {
    detail::hash of_texts;
    for (const std::string& chunk : from.parts()[part - 1])
        of_texts.add(chunk);
    return fmt::format("part_{}_{:016x}", part, of_texts.value());
}

/// The value of the history behind the image, if there is one.
std::string render_ignored(const history& all) {
    std::string patterns;
    for (std::string_view one = all.ignored; !one.empty(); one = one.data() + one.size() + 1)
        patterns.append(one).append(1, '\0');
    std::string text;
    if (!patterns.empty()) render_literal(text += ",\n", patterns);
    return text;
}

/// The rows of revisions in C++.
std::vector<std::uint32_t> rows_in_code(const history& all) {
    std::vector<std::uint32_t> found;
    for (std::uint32_t i = 0; i < all.count; ++i)
        if ((all.rows[i].flags & in_code) != 0) found.push_back(i);
    return found;
}

/// The namespaces of revisions in C++, with their functions.
std::string render_functions(const history& all, const std::vector<std::uint32_t>& coded) {
    if (coded.empty()) return {};
    std::string text = "#include <headway/migration.hpp>\n\n";
    for (const std::uint32_t row : coded)
        text += fmt::format("HEADWAY_MIGRATION({}) {{}}\n", all.id(row));
    return text + "\n";
}

std::string render_code(const history& all, const std::vector<std::uint32_t>& coded) {
    std::string text = "// Row and functions\nconstexpr headway::code_row code[] = {\n";
    for (const std::uint32_t row : coded) {
        const std::string name = fmt::format("::HEADWAY_HISTORY::revision_{}", all.id(row));
        const bool has_way_back = (all.rows[row].flags & irreversible) == 0;
        text += fmt::format("    {{{}, {}::upgrade, {}}},\n", row, name,
                            has_way_back ? name + "::downgrade" : "nullptr");
    }
    return text + "};\n\n";
}

/// The patterns, the functions, and the SQLite of the program.
std::string render_end(const history& all, std::string_view name, const std::vector<std::uint32_t>& coded) {
    const std::string ignored = render_ignored(all);
    const bool is_sqlite = all.kind.of == engine::sqlite;
    if (coded.empty() && !is_sqlite) return ignored;
    const std::string code =
        coded.empty() ? "{}" : fmt::format("{{{}::code, {}, headway::detail::run_code}}", name, coded.size());
    return fmt::format("{},\n    {}{}", ignored.empty() ? ",\n    \"\"" : ignored, code,
                       is_sqlite ? ", headway::detail::sqlite_of_host" : "");
}

/// Headers of an older release lack it, and the check before it is to be the error.
constexpr std::string_view include_of_sqlite = "#if __has_include(<headway/host_sqlite.hpp>)\n"
                                               "#include <headway/host_sqlite.hpp>\n"
                                               "#endif\n\n";

/// The definition of `history` and of all that it points to but the other parts.
std::string render_history(const table& from, std::string_view name) {
    const history all = from.view();
    const std::vector<std::uint32_t> coded = rows_in_code(all);
    const bool is_sqlite = all.kind.of == engine::sqlite;
    std::string text =
        fmt::format("{}#include \"{}.hpp\"\n\n{}{}{}namespace {} {{\n\n", notice, name, render_format_check(),
                    is_sqlite ? include_of_sqlite : "", render_functions(all, coded), name);
    for (std::size_t part = 2; part <= from.parts().size(); ++part)
        text += fmt::format("extern const char* const {}[];\n", part_name(from, part));
    if (from.parts().size() > 1) text += '\n';
    text += "namespace {\n\nconstexpr const char* const part_1[] = {\n";
    render_chunks(text, from.parts().front());
    text += "\nconstexpr const char* const* const parts[] = {\n";
    for (std::size_t part = 1; part <= from.parts().size(); ++part)
        text += fmt::format("    {},\n", part == 1 ? "part_1" : part_name(from, part));
    text += "};\n\n";
    std::uint32_t edges = 0;
    for (std::uint32_t i = 0; i < all.count; ++i)
        edges += all.rows[i].revises + all.rows[i].depends_on;
    if (all.count != 0) text += render_rows(all);
    if (edges != 0) text += render_indexes("edges", all.edges, edges);
    if (all.head_count != 0) text += render_indexes("heads", all.heads, all.head_count);
    if (all.object_count != 0) text += render_objects(all);
    if (all.adoption_count != 0) text += render_adoptions(all);
    if (!coded.empty()) text += render_code(all, coded);
    // Outside the namespace its names are said in full: compilers differ in where they look for them.
    const auto array = [&](bool exists, std::string_view of) {
        return exists ? fmt::format("{}::{}", name, of) : std::string("nullptr");
    };
    return text +
           fmt::format(
               "}} // namespace\n\n"
               "}} // namespace {}\n\n"
               "constexpr headway::{} {}::history{{{}\n"
               "    {{{}, headway::engine::{}}}, {}, {}, {}, {}, {}, {}, {}, {}, {}, {}, {}, {}{}}}{};\n",
               name, is_sqlite ? "history" : "postgresql_history", name, is_sqlite ? "" : "{",
               all.kind.format, is_sqlite ? "sqlite" : "postgresql", array(true, "parts"),
               array(all.count != 0, "rows"), array(edges != 0, "edges"), array(all.head_count != 0, "heads"),
               all.count, all.head_count, all.chunk_size, array(all.object_count != 0, "objects"),
               all.object_count, array(all.adoption_count != 0, "adoptions"), all.adoption_count,
               render_image(all.image), render_end(all, name, coded), is_sqlite ? "" : "}");
}

/// It includes nothing: a header costs a compiler more than the 4 MB that a part holds.
std::string render_part(const table& from, std::string_view name, std::size_t part) {
    const std::string array = part_name(from, part);
    std::string text = fmt::format("{}namespace {} {{\n\n"
                                   "extern const char* const {}[];\n"
                                   "const char* const {}[] = {{\n",
                                   notice, name, array, array);
    render_chunks(text, from.parts()[part - 1]);
    return text + fmt::format("\n}} // namespace {}\n", name);
}

std::string constant_name(std::string_view id) {
    std::string name = fmt::format("revision_{}", id);
    std::replace(name.begin(), name.end(), '.', '_');
    return name;
}

/// `head` and `heads`, or `base` and `bases`: the singular only where there is one.
std::string render_ends(std::string_view singular, const history& all,
                        const std::vector<std::uint32_t>& ends) {
    constexpr std::string_view type = "inline constexpr std::string_view";
    std::string text;
    if (ends.size() == 1) text += fmt::format("{} {} = \"{}\";\n", type, singular, all.id(ends.front()));
    if (ends.empty()) return text;
    text += fmt::format("{} {}s[] = {{", type, singular);
    for (const std::uint32_t end : ends)
        text += fmt::format("{}\"{}\"", end == ends.front() ? "" : ", ", all.id(end));
    return text + "};\n";
}

std::string render_constants(const history& all) {
    std::unordered_map<std::string, std::uint32_t> uses;
    for (std::uint32_t i = 0; i < all.count; ++i)
        ++uses[constant_name(all.id(i))];
    std::string text;
    for (std::uint32_t i = 0; i < all.count; ++i) {
        const std::string name = constant_name(all.id(i));
        text += uses[name] == 1
                    ? fmt::format("inline constexpr std::string_view {} = \"{}\";\n", name, all.id(i))
                    : fmt::format("// no constant for {}: another revision has the name {} too\n", all.id(i),
                                  name);
    }
    return text;
}

std::string render_revisions(const history& all, std::string_view stem) {
    std::vector<std::uint32_t> bases;
    for (std::uint32_t i = 0; i < all.count; ++i)
        if (all.rows[i].revises == 0) bases.push_back(i);
    const std::vector<std::uint32_t> heads(all.heads, all.heads + all.head_count);
    std::string text =
        fmt::format("{}#pragma once\n\n#include <string_view>\n\nnamespace {} {{\n\n", notice, stem);
    if (all.count != 0)
        text += render_ends("head", all, heads) + render_ends("base", all, bases) + "\n" +
                render_constants(all) + "\n";
    return text + fmt::format("}} // namespace {}\n", stem);
}

} // namespace

std::vector<emitted_file> render(const table& from, std::string_view name) {
    std::vector<emitted_file> files;
    files.push_back({fmt::format("{}.cpp", name), render_history(from, name)});
    for (std::size_t part = 2; part <= from.parts().size(); ++part)
        files.push_back({fmt::format("{}_{}.cpp", name, part), render_part(from, name, part)});
    files.push_back(
        {fmt::format("{}_revisions.hpp", stem_of(name)), render_revisions(from.view(), stem_of(name))});
    return files;
}

} // namespace headway::compiler
