#include "commands/editor.hpp"
#include "commands/over_project.hpp"
#include "link/lock.hpp"
#include "project/target.hpp"

#include <fmt/format.h>

namespace headway::compiler {
namespace {

struct edit_request {
    settings_flags where;
    std::string target;
};

/// Whether the lock file has another checksum of the revision than its file.
bool differs_from_lock(const project& of, std::string_view id) {
    if (of.lock == nullptr) return false;
    diagnostics ignored; // `check` reports them
    for (const auto& [revision, locked] : compare_lock(of.history, read_lock(of.lock, ignored)).edited)
        if (locked.revision == id) return true;
    return false;
}

int edit(const edit_request& request, const project& of, const shell& io) {
    const std::vector<std::uint32_t> found = find_revisions(of, request.target);
    if (found.empty())
        throw error(error_code::unknown_target,
                    fmt::format("No revision files indicated by symbol '{}'\n`headway history` lists them.",
                                request.target));
    for (const std::uint32_t revision : found)
        open_editor(of.history.revisions[revision].from.file->path);
    // Says what is wrong with it now.
    return over_project(request.where, [&](const project& edited, const shell&) {
        for (const std::uint32_t revision : found)
            if (const auto id = of.packed().id(revision); differs_from_lock(edited, id))
                fmt::print(io.out,
                           "{} is not as it was locked: run `headway lock` if no database has it yet\n", id);
        return 0;
    })(io);
}

work declare_edit(arguments& add) {
    const auto request = std::make_shared<edit_request>();
    add.one("REVISION", request->target,
            "A revision, the beginning of one, a branch label, head, heads, current");
    add.project(request->where);
    add.database(request->where);
    return over_project(request->where,
                        [request](const project& of, const shell& io) { return edit(*request, of, io); });
}

constexpr example edit_examples[] = {
    {"headway edit head", "Open the newest revision in $VISUAL or $EDITOR"},
};

} // namespace

const verb edit_verb{{"edit", "Open the file of a revision in $VISUAL or $EDITOR", "", edit_examples},
                     declare_edit};

} // namespace headway::compiler
