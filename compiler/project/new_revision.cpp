#include "project/new_revision.hpp"

#include "emit/output.hpp"
#include "link/lock.hpp"
#include "read/file_name.hpp"

#include <fmt/chrono.h>
#include <fmt/format.h>
#include <fmt/ranges.h>

#include <chrono>
#include <random>

namespace headway::compiler {
namespace {

/// `mark` is what begins a comment.
std::string comment(std::string_view text, std::string_view mark = "--") {
    std::string lines;
    while (!text.empty()) {
        const std::string_view line = text.substr(0, text.find('\n'));
        lines += fmt::format("{}{}{}\n", mark, line.empty() ? "" : " ", line);
        text.remove_prefix(std::min(line.size() + 1, text.size()));
    }
    return lines;
}

constexpr const char* cpp_template = R"(
#include <headway/migration.hpp>

HEADWAY_MIGRATION({0}) {{

void upgrade(headway::migration& db) {{
}}

void downgrade(headway::migration& db) {{
}}

}} // HEADWAY_MIGRATION({0})
)";

std::string field(std::string_view key, const std::vector<std::string>& values) {
    return values.empty() ? "" : fmt::format("{}: {}\n", key, fmt::join(values, ", "));
}

std::string_view option_behind(bool transaction) {
    return transaction ? "" : " transaction:false";
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
    return fmt::format("{}_{}.{}", of.id, slug.empty() ? "migration" : slug, of.in_cpp ? "cpp" : "sql");
}

std::string render_revision(const new_revision& of) {
    std::string header = of.message + (of.message.ends_with('\n') ? "\n" : "\n\n");
    header += fmt::format("Revision ID: {}\n", of.id);
    header += of.revises.empty() ? "Revises:\n" : field("Revises", of.revises);
    header += field("Depends on", of.depends_on) + field("Branch labels", of.labels);
    if (of.user_version) header += fmt::format("User version: {}\n", *of.user_version);
    if (!of.recorded_as.empty()) header += fmt::format("Recorded as: {}\n", of.recorded_as);
    if (of.created != 0)
        header += fmt::format("Create Date: {:%Y-%m-%d %H:%M:%S}+00:00\n",
                              fmt::gmtime(static_cast<std::time_t>(of.created)));
    if (of.in_cpp) return comment(header, "//") + fmt::format(cpp_template, of.id);
    std::string text =
        comment(header) + fmt::format("\n-- migrate:up{}\n{}\n", option_behind(of.up_transaction), of.up);
    if (of.irreversible.empty())
        return text + fmt::format("-- migrate:down{}\n{}", option_behind(of.down_transaction), of.down);
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

written_revision write_revision(project to, const new_revision& wanted, const examiner& examine) {
    const std::filesystem::path file = to.from.directory / file_name(wanted);
    if (std::filesystem::exists(file))
        throw std::runtime_error(
            fmt::format("{} exists already\nChoose another message or --rev-id.", file.string()));
    written_revision result{file.string(), {}};
    const std::string text = render_revision(wanted);
    auto added = read_source(result.path, text, result.found, to.from.of);
    graph history;
    if (added) history = with_source(std::move(to.history), *std::move(added), result.found);
    if (examine && !result.found.has_errors()) examine(history, result.found);
    if (result.found.has_errors()) return result;
    write_if_changed(file, text);
    write_if_changed(to.from.directory / "headway.lock", updated_lock(history, to.lock));
    return result;
}

void lock_again(const project& of, std::string_view revision) {
    diagnostics replaced;
    lock_file lock = of.lock ? read_lock(of.lock, replaced) : lock_file{};
    std::erase_if(lock.revisions, [&](const locked_revision& line) { return line.revision == revision; });
    write_if_changed(of.from.directory / "headway.lock", extend_lock(of.history, lock));
}

} // namespace headway::compiler
