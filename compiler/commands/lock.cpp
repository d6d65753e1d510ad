#include "link/lock.hpp"
#include "commands/arguments.hpp"
#include "emit/output.hpp"
#include "project/project.hpp"

#include <fmt/format.h>

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

int lock(const project& of, const shell& io) {
    fmt::print(io.err, "{}", of.found.render());
    if (of.found.has_errors()) return 1;

    const std::string file = (of.from.directory / "headway.lock").generic_string();
    const std::string text = render_lock(of.history);
    if (of.lock != nullptr && of.lock->text == text) {
        fmt::print(io.out, "{} is up to date\n", file);
        return 0;
    }
    write_if_changed(file, text);
    diagnostics replaced; // what was wrong with the old file is mended
    const lock_file old = of.lock ? read_lock(of.lock, replaced) : lock_file{};
    print_changes(of.history, compare_lock(of.history, old), io.out);
    fmt::print(io.out, "wrote {}: {} revisions\n", file, of.history.revisions.size());
    return 0;
}

work declare_lock(arguments& add) {
    const auto where = std::make_shared<settings_flags>();
    add.project(*where);
    return [where](const shell& io) { return lock(load({.from = find_project(*where)}), io); };
}

constexpr example lock_examples[] = {
    {"headway lock", "After the SQL of a new revision is written, and before it is committed"},
};

} // namespace

const verb lock_verb{{"lock", "Rewrite headway.lock from the migrations",
                      "The lock file has the checksum of every revision: one that is edited after it was "
                      "locked fails the build. `revision` and `merge` update it.",
                      lock_examples},
                     declare_lock};

} // namespace headway::compiler
