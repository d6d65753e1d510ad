#include "diff/computed.hpp"

#include "rows/made_rows.hpp"
#include "schema/rowid.hpp"
#include "sql/name.hpp"

#include <SQLiteCpp/Database.h>
#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

namespace headway::compiler {
namespace {

/// What is refused, rather than impossible to compute, is said of the constraint.
bool is_refusal(const std::string& message) {
    return message.find("constraint failed") != message.npos || message.starts_with("cannot store ") ||
           message == "datatype mismatch";
}

/// Puts rows that are made up for the old table into the new one, and returns what SQLite says of them.
std::string carry_made_rows(const schema_object& from, const schema_object& into, const side& to) try {
    SQLite::Database scratch = to.empty();
    scratch.exec(from.sql);
    const schema alone = to.read(scratch);
    const schema_object* const former = alone.find(object_kind::table, from.name);
    if (former == nullptr || !make_rows(scratch, alone, *former)) return {};
    const std::string before = quote_name(from.name + "_before");
    scratch.exec(fmt::format("ALTER TABLE {} RENAME TO {}", quote_name(from.name), before));
    scratch.exec(into.sql);
    std::vector<std::string> carried;
    for (const table_column& each : into.structure->columns) {
        const table_column* const old = find_column(*former->structure, each.name);
        if (each.hidden == 0 && old != nullptr && old->hidden != 1) carried.push_back(quote_name(each.name));
    }
    if (carried.empty()) return {};
    const int code = scratch.tryExec(fmt::format("INSERT OR IGNORE INTO {0} ({1}) SELECT {1} FROM {2}",
                                                 quote_name(into.name), fmt::join(carried, ", "), before));
    return code == SQLite::OK ? std::string() : scratch.getErrorMsg();
} catch (const SQLite::Exception&) {
    return {}; // a table may have more columns than a statement can give values
}

/// Whether an index is over a column that is computed, and that was not there before.
bool is_over_new_computed(const index_structure& index, const table_structure& before,
                          const table_structure& now) {
    return std::any_of(index.parts.begin(), index.parts.end(), [&](const auto& part) {
        const table_column* const column = find_column(now, part.column);
        return column != nullptr && column->generated() && find_column(before, part.column) == nullptr;
    });
}

hazard cannot_compute(const schema_object& index, const std::string& message) {
    return {"constraint", "index " + index.name,
            fmt::format("a row for which it cannot be computed makes the migration fail: {}", message)};
}

} // namespace

std::optional<hazard> computed_hazard(const schema_object& index, const schema_object& before,
                                      const side& to) {
    const schema_object* const table = to.find(object_kind::table, index.table);
    if (!table) return {};
    // SQLite takes no row of which it cannot compute a column, but adds one to such as are there.
    if (is_over_new_computed(*index.index, *before.structure, *table->structure)) {
        const std::string message = carry_made_rows(before, *table, to);
        if (!message.empty() && !is_refusal(message)) return cannot_compute(index, message);
    }
    const auto& parts = index.index->parts;
    const bool is_computed =
        index.index->partial || std::any_of(parts.begin(), parts.end(), [&](const auto& one) {
            const table_column* const column = find_column(*table->structure, one.column);
            return one.expression || (column && column->generated());
        });
    if (!is_computed) return {};
    SQLite::Database scratch = to.copy();
    scratch.exec("DROP INDEX " + quote_name(index.name));
    if (!make_rows(scratch, to.objects(), *table) || scratch.tryExec(index.sql) == SQLite::OK) return {};
    const std::string message = scratch.getErrorMsg();
    if (is_refusal(message)) return {};
    return cannot_compute(index, message);
}

std::optional<hazard> computed_hazard(const table_task& task, const table_change& change, const side& to) {
    const auto& columns = task.to.structure->columns;
    if (!change.rebuilt || task.from.structure->is_virtual ||
        std::none_of(columns.begin(), columns.end(), [](const auto& one) { return one.generated(); }))
        return {};
    const std::string message = carry_made_rows(task.from, task.to, to);
    if (message.empty() || is_refusal(message)) return {};
    return hazard{
        "constraint", "table " + task.to.name,
        fmt::format("a row of which a column cannot be computed makes the migration fail: {}", message)};
}

} // namespace headway::compiler
