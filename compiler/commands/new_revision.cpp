#include "commands/new_revision.hpp"

#include "emit/output.hpp"
#include "link/lock.hpp"
#include "read/file_name.hpp"

#include <fmt/chrono.h>
#include <fmt/format.h>

#include <chrono>
#include <random>

namespace headway::compiler {
namespace {

std::string comment(std::string_view text) {
    std::string lines;
    while (!text.empty()) {
        const std::string_view line = text.substr(0, text.find('\n'));
        lines += line.empty() ? "--\n" : fmt::format("-- {}\n", line);
        text.remove_prefix(std::min(line.size() + 1, text.size()));
    }
    return lines;
}

std::string field(std::string_view key, const std::vector<std::string>& values) {
    return values.empty() ? "" : fmt::format("-- {}: {}\n", key, fmt::join(values, ", "));
}

graph with_source(graph history, source added, diagnostics& found) {
    std::vector<source> sources;
    sources.reserve(history.revisions.size() + 1);
    for (linked_revision& each : history.revisions)
        sources.push_back(std::move(each.from));
    sources.push_back(std::move(added));
    return link(std::move(sources), {.multiple_heads = true, .multiple_bases = true}, found);
}

std::string updated_lock(const graph& history, const std::shared_ptr<const source_text>& lock) {
    diagnostics replaced; // lines that cannot be read are left out: the file is written anew
    return extend_lock(history, lock == nullptr ? lock_file{} : read_lock(lock, replaced));
}

} // namespace

std::string file_name(const new_revision& of) {
    const std::string slug = slug_of(of.message);
    return fmt::format("{}_{}.sql", of.id, slug.empty() ? "migration" : slug);
}

std::string render_revision(const new_revision& of) {
    std::string text = comment(of.message);
    text += fmt::format("--\n-- Revision ID: {}\n", of.id);
    text += of.revises.empty() ? "-- Revises:\n" : field("Revises", of.revises);
    text += field("Depends on", of.depends_on) + field("Branch labels", of.labels);
    text += fmt::format("-- Create Date: {:%Y-%m-%d %H:%M:%S}+00:00\n"
                        "\n-- migrate:up\n{}\n",
                        fmt::gmtime(static_cast<std::time_t>(of.created)), of.up);
    if (of.irreversible.empty()) return text + "-- migrate:down\n" + of.down;
    return text + "-- migrate:down irreversible\n" + comment(of.irreversible);
}

std::string random_revision_id() {
    std::random_device random;
    std::uniform_int_distribution<std::uint64_t> digits(0, 0xffffffffffff);
    return fmt::format("{:012x}", digits(random));
}

std::int64_t seconds_now() {
    return std::chrono::duration_cast<std::chrono::seconds>(
               std::chrono::system_clock::now().time_since_epoch())
        .count();
}

bool write_revision(project to, const new_revision& wanted, const shell& io, std::string& path,
                    const examiner& examine) {
    const std::filesystem::path file = to.from.directory / file_name(wanted);
    path = file.string();
    if (std::filesystem::exists(file))
        throw std::runtime_error(fmt::format("{} exists already\nChoose another message or --rev-id.", path));
    const std::string text = render_revision(wanted);
    diagnostics found;
    auto added = read_source(path, text, found);
    graph history;
    if (added) history = with_source(std::move(to.history), *std::move(added), found);
    if (examine && !found.has_errors()) examine(history, found);
    fmt::print(io.err, "{}", found.render());
    if (found.has_errors()) {
        fmt::print(io.err, "headway: nothing was written\n");
        return false;
    }
    write_if_changed(file, text);
    write_if_changed(to.from.directory / "headway.lock", updated_lock(history, to.lock));
    return true;
}

bool lock_again(const settings_flags& where, std::string_view revision, const shell& io) {
    const auto loaded = load_project(where, io);
    if (!loaded) return false;
    diagnostics replaced;
    lock_file lock = loaded->lock ? read_lock(loaded->lock, replaced) : lock_file{};
    std::erase_if(lock.revisions, [&](const locked_revision& line) { return line.revision == revision; });
    write_if_changed(loaded->from.directory / "headway.lock", extend_lock(loaded->history, lock));
    return true;
}

} // namespace headway::compiler
