#include "link/lock.hpp"
#include "emit/output.hpp"
#include "project/project.hpp"
#include "read/directory.hpp"

#include <fmt/format.h>

#include <filesystem>
#include <memory>

namespace headway::compiler {
namespace {

void print_changes(const graph& history, const lock_changes& changes, std::FILE* out) {
    for (const std::uint32_t r : changes.unlisted)
        fmt::print(out, "added {}\n", history.revisions[r].from.id.text);
    for (const auto& edit : changes.edited)
        fmt::print(out, "changed {}\n", edit.locked.revision);
    for (const locked_revision& locked : changes.vanished)
        fmt::print(out, "removed {}\n", locked.revision);
}

int lock(const settings_flags& where, const shell& io) {
    const settings from = find_settings(where);
    require_directory(from);
    const std::filesystem::path& path = from.directory;
    diagnostics found;
    directory migrations = read_directory(path, found);
    // Whether several heads or bases are permitted is the build's business.
    const graph history =
        link(std::move(migrations.sources), {.multiple_heads = true, .multiple_bases = true}, found);
    fmt::print(io.err, "{}", found.render());
    if (found.has_errors()) return 1;

    const std::string file = (path / "headway.lock").generic_string();
    const std::string text = render_lock(history);
    if (migrations.lock != nullptr && migrations.lock->text == text) {
        fmt::print(io.out, "{} is up to date\n", file);
        return 0;
    }
    write_if_changed(file, text);
    diagnostics replaced; // what was wrong with the old file is mended
    const lock_file old = migrations.lock ? read_lock(migrations.lock, replaced) : lock_file{};
    print_changes(history, compare_lock(history, old), io.out);
    fmt::print(io.out, "wrote {}: {} revisions\n", file, history.revisions.size());
    return 0;
}

work declare(arguments& add) {
    const auto where = std::make_shared<settings_flags>();
    add.project(*where);
    return [where](const shell& io) { return lock(*where, io); };
}

constexpr example examples[] = {
    {"headway lock", "After the SQL of a new revision is written, and before it is committed"},
};

} // namespace

const verb lock_verb{"lock", "Rewrite headway.lock from the migrations",
                     "The lock file has the checksum of every revision: one that is edited after it was "
                     "locked fails the build. `revision` and `merge` update it.",
                     examples, declare};

} // namespace headway::compiler
