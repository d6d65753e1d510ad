#include "project/import.hpp"

#include "layouts/naming.hpp"
#include "link/graph.hpp"
#include "read/text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace headway::compiler {
namespace {

/// Whether a line is for the other tool alone.
bool is_for_tool(std::string_view line) {
    constexpr std::array<std::string_view, 8> marks{
        "-- +goose",    "--> statement-breakpoint", "-- no-transaction", "-- atlas:", "--liquibase ",
        "--changeset ", "--precondition",           "-- depends:"};
    line = trim(line);
    return std::any_of(marks.begin(), marks.end(),
                       [&](std::string_view mark) { return line.starts_with(mark); });
}

/// The SQL of a section, ending in a line end if there is any.
std::string sql_without_marks(const section& of) {
    constexpr std::string_view breakpoint = "--> statement-breakpoint";
    std::string sql;
    for_each_line(of.sql(), [&](std::string_view line) {
        if (is_for_tool(line)) return;
        if (line.ends_with(breakpoint)) line.remove_suffix(breakpoint.size());
        sql.append(trim(line).empty() ? std::string_view() : line).append(1, '\n');
    });
    const std::string_view kept = trim_lines(sql);
    return kept.empty() ? std::string() : std::string(kept) + "\n";
}

std::vector<std::string> spelled_texts(const std::vector<spelled>& names) {
    std::vector<std::string> texts;
    for (const spelled& each : names)
        texts.push_back(each.text);
    return texts;
}

new_revision native_of(const source& from, std::string_view tool) {
    new_revision made;
    made.id = from.id.text;
    made.message =
        from.description.empty() ? fmt::format("Version {} of {}", from.id.text, tool) : from.description;
    made.revises = spelled_texts(from.revises);
    made.depends_on = spelled_texts(from.depends_on);
    made.labels = spelled_texts(from.labels);
    made.created = from.created.value_or(0) / 1000000;
    made.user_version = from.user_version;
    made.recorded_as = from.booked;
    made.up = sql_without_marks(from.up);
    made.up_transaction = from.up.transaction;
    if (const std::string_view language = language_of(from.file_name); !language.empty()) {
        made.up =
            fmt::format("-- Written in {}, in {}: write here what it does.\n", language, from.file_name);
        made.irreversible = "Nobody has written yet what undoes it.";
        return made;
    }
    if (from.irreversible) {
        made.irreversible = fmt::format("{} has no down section for it.", tool);
    } else {
        made.down = sql_without_marks(from.down);
        made.down_transaction = from.down.transaction;
    }
    return made;
}

} // namespace

imported_history import_layout(const std::filesystem::path& path, const layout_choice& choice,
                               diagnostics& found) {
    layout_choice with_code = choice;
    with_code.keeps_code = true;
    const laid_out read = read_migrations(path, with_code, found);
    imported_history result{names_of(read.of), {}, {}};
    for (const layout* each : read.of)
        result.adopt.emplace_back(each->bookkeeping.empty() ? "schema" : each->name);
    for (const source& each : read.migrations.sources) {
        result.revisions.push_back(native_of(each, result.tool));
        if (!language_of(each.file_name).empty()) result.stubs.push_back(each.id.text);
    }
    return result;
}

} // namespace headway::compiler
