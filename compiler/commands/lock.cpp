#include "commands/commands.hpp"

#include "emit/output.hpp"
#include "link/lock.hpp"
#include "read/directory.hpp"

#include <fmt/format.h>

#include <filesystem>

namespace headway {
namespace {

void print_changes(const graph& history, const lock_changes& changes, std::FILE* out) {
    for (const std::uint32_t r : changes.unlisted)
        fmt::print(out, "added {}\n", history.revisions[r].from.id.text);
    for (const auto& edit : changes.edited)
        fmt::print(out, "changed {}\n", edit.locked.revision);
    for (const locked_revision& locked : changes.vanished)
        fmt::print(out, "removed {}\n", locked.revision);
}

} // namespace

int lock(const lock_request& request, std::FILE* out, std::FILE* err) {
    diagnostics found;
    directory migrations = read_directory(request.directory, found);
    // Whether several heads or bases are permitted is the build's business.
    const graph history =
        link(std::move(migrations.sources), {.multiple_heads = true, .multiple_bases = true}, found);
    fmt::print(err, "{}", found.render());
    if (found.has_errors()) return 1;

    const std::string file = (std::filesystem::path(request.directory) / "headway.lock").generic_string();
    const std::string text = render_lock(history);
    if (migrations.lock != nullptr && migrations.lock->text == text) {
        fmt::print(out, "{} is up to date\n", file);
        return 0;
    }
    write_if_changed(file, text);
    diagnostics replaced; // what was wrong with the old file is mended
    const lock_file old = migrations.lock ? read_lock(migrations.lock, replaced) : lock_file{};
    print_changes(history, compare_lock(history, old), out);
    fmt::print(out, "wrote {}: {} revisions\n", file, history.revisions.size());
    return 0;
}

} // namespace headway
