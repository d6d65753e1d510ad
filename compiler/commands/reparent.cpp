#include "commands/arguments.hpp"
#include "emit/output.hpp"
#include "project/new_revision.hpp"
#include "project/proof.hpp"
#include "read/directory.hpp"
#include "read/text.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <memory>

namespace headway::compiler {
namespace {

struct reparent_request {
    settings_flags where;
    std::string revision;
    std::string parent;
};

/// The one source whose id is the text or begins with it. The history need not be one: after a rebase the
/// parent may be gone.
source& find_source(std::vector<source>& all, std::string_view text) {
    std::vector<source*> found;
    for (source& one : all) {
        if (one.id.text == text) return one;
        if (one.id.text.starts_with(text)) found.push_back(&one);
    }
    if (found.empty())
        throw error(
            error_code::unknown_target,
            fmt::format("Can't locate revision identified by '{}'\n`headway history` lists them.", text));
    if (found.size() == 1) return *found.front();
    std::vector<std::string> ids;
    for (const source* const one : found)
        ids.push_back(one->id.text);
    throw error(error_code::ambiguous_target,
                fmt::format("Multiple revisions start with '{}': {}", text, fmt::join(ids, ", ")));
}

/// Whether a line of a header is the one that names the parents.
bool names_parents(std::string_view line) {
    if (!line.starts_with("--") && !line.starts_with("//")) return false;
    line.remove_prefix(std::min(line.find_first_not_of("-/"), line.size()));
    return trim(line).starts_with("Revises:");
}

/// The bytes of a migration with another parent, and nothing else changed.
std::string with_parent(const std::string& bytes, std::string_view parent) {
    for (std::size_t begin = 0; begin < bytes.size();) {
        const std::size_t end = std::min(bytes.find('\n', begin), bytes.size());
        const std::string_view line = std::string_view(bytes).substr(begin, end - begin);
        if (names_parents(line)) {
            const std::size_t value = begin + line.find(':') + 1;
            const std::string_view line_end = line.ends_with('\r') ? "\r" : "";
            return bytes.substr(0, value) + (parent.empty() ? "" : " ") + std::string(parent) +
                   std::string(line_end) + bytes.substr(end);
        }
        begin = end + 1;
    }
    throw std::logic_error("a header without its parents was read");
}

int reparent(const reparent_request& request, const shell& io) {
    const settings from = find_project(request.where);
    diagnostics found;
    directory migrations = read_directory(from.directory, found, from.of);
    if (found.has_errors()) {
        fmt::print(io.err, "{}", found.render());
        return 1;
    }
    source& moved = find_source(migrations.sources, request.revision);
    const std::string id = moved.id.text;
    const std::string parent =
        request.parent == "base" ? "" : find_source(migrations.sources, request.parent).id.text;
    if (moved.revises.size() > 1)
        throw error(
            error_code::invalid_target,
            fmt::format("{} joins several revisions\nCorrect its line `Revises:` by `headway edit {}`.", id,
                        id));
    const std::string path = moved.file->path;
    const std::optional<std::string> read = read_file(path);
    if (!read) throw std::runtime_error(fmt::format("{}: cannot read this file", path));
    const std::string bytes = with_parent(*read, parent);
    diagnostics linked;
    if (auto changed = read_source(path, bytes, linked, from.of)) moved = *std::move(changed);
    static_cast<void>(
        link(std::move(migrations.sources), {.multiple_heads = true, .multiple_bases = true}, linked));
    if (linked.has_errors()) {
        fmt::print(io.err, "{}", linked.render());
        return 1;
    }
    write_if_changed(path, bytes);
    lock_again(load({.from = from}), id);
    fmt::print(io.out, "{}: {} revises {} now\n", path, id, parent.empty() ? "nothing" : parent);
    return 0;
}

work declare_reparent(arguments& add) {
    const auto request = std::make_shared<reparent_request>();
    add.one("REVISION", request->revision, "The revision to move, or the beginning of its id");
    add.one("PARENT", request->parent, "The revision that it is to revise, or base");
    add.project(request->where);
    return [request](const shell& io) { return reparent(*request, io); };
}

constexpr example reparent_examples[] = {
    {"headway reparent 27c6a30d7c24 ae1027a6acf",
     "After a rebase: 27c6a30d7c24 comes after what the other branch has brought"},
};

} // namespace

const verb reparent_verb{
    {"reparent", "Give a revision another parent, in its file and in headway.lock",
     "What descends from it moves along. Use it for revisions that only your own databases have: those that "
     "are at the revision have passed its new ancestors over, and `upgrade` then says so.",
     reparent_examples},
    declare_reparent};

} // namespace headway::compiler
