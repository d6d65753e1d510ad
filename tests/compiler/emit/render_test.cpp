#include "catch.hpp"

#include "../link/make_source.hpp"
#include "emit/render.hpp"

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <random>
#include <sstream>

using namespace headway;
using namespace headway::compiler;
using namespace headway::test;
namespace fs = std::filesystem;

namespace {

graph link_all(const std::vector<revision>& revisions) {
    diagnostics found;
    graph history = link(make_sources(revisions), {true, true}, found);
    REQUIRE_FALSE(found.has_errors());
    return history;
}

std::string file(const std::vector<emitted_file>& files, std::string_view name) {
    for (const emitted_file& each : files)
        if (each.name == name) return each.text;
    FAIL("no file is named " << name);
    return {};
}

bool contains(const std::string& text, std::string_view part) {
    return text.find(part) != std::string::npos;
}

/// A program that prints a history whole: numbers, then every text with its size.
constexpr std::string_view printer = R"(
#include "NAME.hpp"
#include "STEM_revisions.hpp"
#include <cstdio>
CHECKS
bool headway::detail::install_image(connection&, const history&, const installation&) { return false; }
static void print(std::string_view text) { std::printf("%zu ", text.size()); std::fwrite(text.data(), 1, text.size(), stdout); std::puts(""); }
int main() {
    const headway::history& all = NAME::history;
    std::string storage;
    for (std::uint32_t i = 0; i < all.count; ++i) {
        const headway::revision_row& row = all.rows[i];
        std::printf("%u %u %u", row.flags, row.up_line, row.down_line);
        for (std::uint32_t e = 0; e < row.revises + row.depends_on; ++e) std::printf(" %u", all.edges[row.edges + e]);
        std::puts("");
        for (const auto text : {all.id(i), all.summary(i), all.file(i), all.labels(i)}) print(text);
        print(headway::checksum_text(all, i));
        print(headway::up_sql(all, i, storage));
        print(headway::down_sql(all, i, storage));
    }
    for (std::uint32_t i = 0; i < all.head_count; ++i) std::printf("head %u\n", all.heads[i]);
    if (all.image.install != headway::detail::install_image) return 0;
    std::printf("image %u ", all.image.size);
    print(headway::packed_image(all, storage));
}
)";

std::string replace_all(std::string text, std::string_view from, std::string_view to) {
    for (std::size_t at = text.find(from); at != text.npos; at = text.find(from, at + to.size()))
        text.replace(at, from.size(), to);
    return text;
}

/// What the program is to print.
std::string print(const graph& of, const built_image& image = {}) {
    std::ostringstream out;
    const auto text = [&](std::string_view t) { out << t.size() << ' ' << t << '\n'; };
    const table packed(of, 1);
    const history all = packed.view();
    for (std::uint32_t i = 0; i < of.revisions.size(); ++i) {
        const linked_revision& r = of.revisions[i];
        out << all.rows[i].flags << ' ' << all.rows[i].up_line << ' ' << all.rows[i].down_line;
        for (const auto& edges : {r.revises, r.depends_on})
            for (const std::uint32_t parent : edges)
                out << ' ' << parent;
        out << '\n';
        text(r.from.id.text);
        text(r.from.summary);
        text(r.from.file_name);
        text(all.labels(i));
        text(to_hex(r.from.checksum));
        text(r.from.up.sql());
        text(r.from.down.sql());
    }
    for (const std::uint32_t head : of.heads)
        out << "head " << head << '\n';
    if (!image.packed.empty()) {
        out << "image " << image.size << ' ';
        text(image.packed);
    }
    return out.str();
}

std::string content_of(const fs::path& path) {
    std::ifstream in(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

/// Emits `of`, compiles it with `compiler` without a warning, runs it and returns what it prints.
std::string compile_and_run(const graph& of, std::uint32_t parts, const std::string& name,
                            const std::string& stem, const std::string& checks, const std::string& compiler,
                            const built_image& image = {}) {
    std::string scratch = (fs::temp_directory_path() / "headway_render_XXXXXX").string();
    REQUIRE(::mkdtemp(scratch.data()) != nullptr);
    const fs::path directory = scratch;
    const auto write = [&](const std::string& file_name, const std::string& text) {
        std::ofstream(directory / file_name, std::ios::binary) << text;
    };
    for (const emitted_file& each : render(table(of, parts, {}, {}, image), name))
        write(each.name, each.text);
    write(name + ".hpp", "#pragma once\n#include <headway/history.hpp>\nnamespace " + name +
                             " {\nextern const headway::history history;\n}\n");
    write("main.cpp", replace_all(replace_all(replace_all(std::string(printer), "NAME", name), "STEM", stem),
                                  "CHECKS", checks));
    const std::string command = "cd " + scratch + " && " + compiler +
                                " -std=c++17 -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Werror -I. -I" +
                                HEADWAY_RUNTIME_DIRECTORY
                                "/include *.cpp " HEADWAY_RUNTIME_DIRECTORY
                                "/src/plan/history.cpp -o program && ./program >printed";
    REQUIRE(std::system(command.c_str()) == 0);
    std::string printed = content_of(directory / "printed");
    fs::remove_all(directory);
    return printed;
}

/// What `compiler` says of a table when the runtime's header is `header`; it must refuse it.
std::string refusal_of(const std::string& table, const std::string& header, const std::string& compiler) {
    std::string scratch = (fs::temp_directory_path() / "headway_render_XXXXXX").string();
    REQUIRE(::mkdtemp(scratch.data()) != nullptr);
    const fs::path directory = scratch;
    fs::create_directory(directory / "headway");
    std::ofstream(directory / "headway/history.hpp", std::ios::binary) << header;
    std::ofstream(directory / "n.hpp", std::ios::binary)
        << "#include <headway/history.hpp>\nnamespace n {\nextern const headway::history history;\n}\n";
    std::ofstream(directory / "n.cpp", std::ios::binary) << table;
    const std::string command =
        "cd " + scratch + " && " + compiler + " -std=c++17 -fsyntax-only -I. n.cpp >said 2>&1";
    CHECK(std::system(command.c_str()) != 0);
    const std::string said = content_of(directory / "said");
    fs::remove_all(directory);
    return said;
}

std::vector<std::string> compilers() {
    std::istringstream list(HEADWAY_TEST_COMPILERS);
    std::vector<std::string> names;
    for (std::string name; std::getline(list, name, ':');)
        names.push_back(name);
    return names;
}

/// All that is awkward in a literal, and texts of more than a chunk.
std::vector<revision> awkward_revisions() {
    std::mt19937 random(7);
    const std::string trigraph = std::string(2, '?') + "=" + std::string(3, '?') + "/";
    std::string bytes;
    for (int i = 1; i < 256; ++i)
        bytes += static_cast<char>(i);
    std::string noise(2 * chunk_size + 77, '\0');
    for (char& c : noise)
        c = "?\"\\\n07a (\xc3"[random() % 10];
    return {{"001", {}, {}, {"core", "users"}, 1, bytes, trigraph + bytes},
            {"a.1", {"001"}, {}, {}, 2, noise, ""},
            {"a_1", {"001"}, {}, {}, 3, "", noise},
            {"A", {"a.1", "a_1"}, {}, {}, 4, noise, noise},
            {"dep",
             {"001"},
             {"a.1"},
             {"x"},
             5,
             std::string(100'000, 'x'),
             "\xf0\x9f\x98\x80"
             "0"}};
}

} // namespace

TEST_CASE("the files are named after the target, and their number is that of the parts") {
    const auto files = render(table(link_all({{"001"}}), 3), "backend_migrations");
    REQUIRE(files.size() == 4);
    CHECK(files[0].name == "backend_migrations.cpp");
    CHECK(files[1].name == "backend_migrations_2.cpp");
    CHECK(files[2].name == "backend_migrations_3.cpp");
    CHECK(files[3].name == "backend_revisions.hpp");
}

TEST_CASE("the header of ids tells one head from several") {
    const auto one = file(render(table(link_all({{"001"}, {"b.2", {"001"}}}), 1), "backend_migrations"),
                          "backend_revisions.hpp");
    CHECK(contains(one, "string_view head = \"b.2\";"));
    CHECK(contains(one, "string_view base = \"001\";"));
    CHECK(contains(one, "string_view revision_b_2 = \"b.2\";"));
    const auto several =
        file(render(table(link_all({{"a"}, {"b"}, {"c", {"a"}}}), 1), "other"), "other_revisions.hpp");
    CHECK_FALSE(contains(several, "string_view head ="));
    CHECK(contains(several, "string_view heads[] = {\"b\", \"c\"};"));
    CHECK_FALSE(contains(several, "string_view base ="));
    CHECK(contains(several, "string_view bases[] = {\"a\", \"b\"};"));
}

TEST_CASE("ids that would share a constant have none") {
    const auto text = file(render(table(link_all(awkward_revisions()), 1), "n"), "n_revisions.hpp");
    CHECK_FALSE(contains(text, "string_view revision_a_1 "));
    CHECK(contains(text, "// no constant for a.1: another revision has the name revision_a_1 too\n"));
    CHECK(contains(text, "// no constant for a_1: another revision has the name revision_a_1 too\n"));
    CHECK(contains(text, "string_view revision_A = \"A\";"));
}

TEST_CASE("the emitted C++ is plain ASCII without a line longer than 2,100 bytes") {
    for (const emitted_file& each : render(table(link_all(awkward_revisions()), 2), "n_migrations")) {
        std::size_t column = 0;
        for (const char c : each.text) {
            REQUIRE((c == '\n' || (c >= ' ' && c <= '~')));
            column = c == '\n' ? 0 : column + 1;
            REQUIRE(column <= 2'110);
        }
    }
}

TEST_CASE("every compiler takes the emitted C++ without a warning, and the program reads back all texts") {
    const graph of = link_all(awkward_revisions());
    const std::string checks =
        "static_assert(n::heads[0] == \"A\");\nstatic_assert(n::heads[1] == \"dep\");\n"
        "static_assert(n::base == \"001\" && n::revision_001 == n::base);\n";
    REQUIRE_FALSE(compilers().empty());
    for (const std::string& compiler : compilers()) {
        INFO(compiler);
        CHECK((compile_and_run(of, 1, "n_migrations", "n", checks, compiler) == print(of)));
        CHECK((compile_and_run(of, 4, "n_migrations", "n", checks, compiler) == print(of)));
    }
}

TEST_CASE("an object's name is a comment only where it ends with its line") {
    const table packed(link_all({{"001"}}), 1, {{"table odd\\", {}, 1}, {"table t", {}, 2}});
    const auto text = file(render(packed, "n"), "n.cpp");
    CHECK(contains(text, "0x0000000000000001},\n"));
    CHECK(contains(text, "0x0000000000000002}, // table t\n"));
}

TEST_CASE("names of others are a last value, and only if there are any") {
    const std::vector<std::string> ignored{"_litestream_*", "agent\"?", "7up"};
    const table packed(link_all({{"001"}}), 1, {}, {}, {}, ignored);
    std::vector<std::string> read_back;
    for (std::string_view one = packed.view().ignored; !one.empty(); one = one.data() + one.size() + 1)
        read_back.emplace_back(one);
    CHECK(read_back == ignored);
    const std::string last = "\\000\",\n    {}, headway::detail::sqlite_of_host};\n";
    CHECK(contains(file(render(packed, "n"), "n.cpp"),
                   ",\n    \"_litestream_*\\000\"\n    \"agent\\\"?\\000\"\n    \"7up" + last));
    CHECK_FALSE(contains(file(render(table(link_all({{"001"}}), 1), "n"), "n.cpp"), last));
}

TEST_CASE("the namespace of the ids may be that of the history") {
    const graph of = link_all({{"001"}, {"122b81ebc3d7", {"001"}}});
    for (const std::string& compiler : compilers())
        CHECK(compile_and_run(of, 1, "backend", "backend",
                              "static_assert(backend::head == \"122b81ebc3d7\");", compiler) == print(of));
}

TEST_CASE("a table and a runtime of different releases do not compile, and the error says which to update") {
    const std::string header = content_of(HEADWAY_RUNTIME_DIRECTORY "/include/headway/history.hpp");
    const std::string format = "inline constexpr std::uint32_t history_format = ";
    const std::string definition = format + std::to_string(history_format) + ";";
    REQUIRE(contains(header, definition));
    const std::string table_now = file(render(table(link_all({{"001"}}), 1), "n"), "n.cpp");
    const std::string before = format + std::to_string(history_format - 1) + ";";
    const std::string later = format + std::to_string(history_format + 1) + ";";
    // The first release's tables said nothing of themselves. Pointers of one type may stand in any order.
    const std::string first = "#include \"n.hpp\"\nnamespace n {\nnamespace {\n"
                              "constexpr const char* const part_1[] = {\"\"};\n"
                              "constexpr const char* const* const parts[] = {part_1};\n"
                              "constexpr std::uint32_t heads[] = {0};\n}\n"
                              "constexpr headway::history history{parts, nullptr, heads, heads, 0, 0, 60000, "
                              "nullptr, 0};\n}\n";
    const std::string older_tool = "is of an older release than the runtime's headers: update that headway";
    const std::string older_runtime = "than the headway that wrote this file: update the runtime";
    for (const std::string& compiler : compilers()) {
        INFO(compiler);
        CHECK(contains(refusal_of(table_now, replace_all(header, definition, before), compiler),
                       older_runtime));
        CHECK(contains(refusal_of(table_now, replace_all(header, definition, later), compiler), older_tool));
        CHECK(contains(refusal_of(table_now, replace_all(header, definition, ""), compiler), older_runtime));
        CHECK(contains(refusal_of(first, header, compiler), older_tool));
    }
}

TEST_CASE("an image is emitted to the byte, be it shorter or longer than a chunk") {
    const graph of = link_all({{"001"}, {"002", {"001"}}});
    std::mt19937 chance(1);
    for (const std::size_t size : {1U, 59'999U, 60'000U, 60'001U, 200'000U}) {
        built_image image{std::string(size, '\0'), 4096};
        for (char& byte : image.packed)
            byte = static_cast<char>(chance());
        for (const std::string& compiler : compilers())
            CHECK(compile_and_run(of, 2, "imaged", "imaged", "", compiler, image) == print(of, image));
    }
}

TEST_CASE("a history without revisions compiles as well") {
    for (const std::string& compiler : compilers())
        CHECK(compile_and_run(graph{}, 2, "none", "none", "", compiler).empty());
}
