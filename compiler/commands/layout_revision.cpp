#include "commands/layout_revision.hpp"

#include "commands/over_project.hpp"
#include "emit/output.hpp"
#include "layouts/migrations.hpp"
#include "layouts/naming.hpp"
#include "layouts/writing.hpp"
#include "project/new_revision.hpp"
#include "read/directory.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

namespace headway::compiler {
namespace {

/// The layout, if it is one that can be written.
std::string_view writable_layout_of(const project& of) {
    const std::vector<std::string_view> names = writable_layouts();
    for (const layout* each : of.layouts)
        if (std::find(names.begin(), names.end(), each->name) != names.end()) return each->name;
    throw std::runtime_error(
        of.layouts.empty()
            ? fmt::format("{} is in Headway's own form\nLeave out --in-layout.", of.from.directory.string())
            : fmt::format("Headway does not write files of {}\nLeave out --in-layout for one of its own.",
                          names_of(of.layouts)));
}

/// The last step, behind which there is nothing yet.
const source* last_step_of(const project& of) {
    if (of.history.revisions.empty()) return nullptr;
    const source& last = of.history.revisions.back().from;
    if (of.history.heads.size() > 1 || is_native(last.file->text))
        throw std::runtime_error(
            fmt::format("revision {} is in Headway's own form, and so is what comes behind it\n"
                        "Leave out --in-layout.",
                        last.id.text));
    if (leaf_of(last.file_name).starts_with("R__"))
        throw std::runtime_error(
            fmt::format("{} comes behind all numbers: databases that have it would pass over a new one\n"
                        "Leave out --in-layout for one of Headway's own.",
                        last.file_name));
    return &last;
}

/// The next number as wide as the last one, or the time where versions are times.
std::string next_version(const source* last) {
    constexpr std::size_t time_digits = 14;
    const std::string_view leaf = last == nullptr ? "0000" : leaf_of(last->file_name);
    const std::string_view digits =
        leading_digits(leaf.substr(std::min(leaf.find_first_of("0123456789"), leaf.size())));
    if (digits.size() == time_digits) return version_of_time(seconds_now());
    std::uint64_t number = 0;
    std::from_chars(digits.data(), digits.data() + digits.size(), number);
    return fmt::format("{:0{}}", number + 1, digits.size());
}

} // namespace

int write_in_layout(const settings_flags& where, const project& of, const std::string& message,
                    const shell& io) {
    const std::string_view form = writable_layout_of(of);
    const std::vector<written_file> files =
        write_step(form, step_called(message, next_version(last_step_of(of))));
    for (const written_file& each : files) {
        const std::filesystem::path path = of.from.directory / each.name;
        if (std::filesystem::exists(path))
            throw std::runtime_error(
                fmt::format("{} exists already\nChoose another message.", path.string()));
    }
    for (const written_file& each : files) {
        write_if_changed(of.from.directory / each.name, each.text);
        fmt::print(io.out, "{}\n", (of.from.directory / each.name).string());
    }
    return over_project(where, [](const project& now, const shell&) {
        lock_again(now, now.history.revisions.back().from.id.text);
        return 0;
    })(io);
}

} // namespace headway::compiler
