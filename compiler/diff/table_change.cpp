#include "diff/table_change.hpp"

#include "diff/alter.hpp"
#include "diff/hazards.hpp"
#include "diff/rebuild.hpp"
#include "diff/virtual_table.hpp"
#include "rows/paired_rows.hpp"
#include "rows/row_comparison.hpp"
#include "schema/compare.hpp"
#include "schema/rowid.hpp"
#include "sql/name.hpp"

#include <SQLiteCpp/SQLiteCpp.h>
#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

namespace headway::compiler {
namespace {

/// Both tables by themselves, with the indexes that stay.
schema only(const schema_object& table, const std::vector<const schema_object*>& indexes) {
    schema result;
    const auto borrow = [&](const schema_object& object) {
        result.objects.emplace_back(std::shared_ptr<const schema_object>(), &object);
    };
    borrow(table);
    for (const schema_object* index : indexes)
        borrow(*index);
    return result;
}

table_pair pair_of(const table_task& task, std::set<std::string> filled) {
    return {task.from, task.to,
            [&task](const std::string& column) {
                return find_column(*task.from.structure, column) ? fold(column) : std::string();
            },
            std::move(filled)};
}

/// Rows for a trial: such as both tables hold, or else such as only the old one holds.
enum class rows_found { none, of_old_table, of_both };
rows_found rows_for_trial(SQLite::Database& scratch, SQLite::Database& wanted, const table_task& task,
                          const table_pair& pair, const side& to) {
    if (make_paired_rows(scratch, wanted, pair) > 0) return rows_found::of_both;
    SQLite::Database twin = to.empty();
    twin.exec(task.from.sql);
    const table_pair same{task.from, task.from, [](const std::string& column) { return fold(column); }, {}};
    return make_paired_rows(scratch, twin, same) > 0 ? rows_found::of_old_table : rows_found::none;
}

/// Whether the statements make the wanted table of one with rows in it.
bool works(const table_task& task, const side& to, const std::vector<std::string>& statements,
           const std::set<std::string>& filled) {
    SQLite::Database scratch = to.empty();
    SQLite::Database wanted = to.empty();
    const table_pair pair = pair_of(task, filled);
    try {
        scratch.exec(task.from.sql);
        for (const schema_object* index : task.kept_indexes)
            scratch.exec(index->sql);
        wanted.exec(task.to.sql);
        const rows_found found = rows_for_trial(scratch, wanted, task, pair, to);
        for (const std::string& statement : statements)
            run_script(scratch, statement);
        return found != rows_found::none &&
               compare(only(task.to, task.kept_indexes), to.read(scratch)).empty() &&
               (found == rows_found::of_old_table || !compare_rows(wanted, scratch, pair));
    } catch (const std::exception&) {
        return false;
    }
}

std::optional<table_change> try_alter(const table_task& task, const side& to) {
    auto result = alter_table(task, to);
    if (result && !works(task, to, result->text.statements, result->filled)) return {};
    return result;
}

std::string reasons(const table_task& task) {
    const difference_words words{"is dropped", "is added", "the columns are in another order"};
    std::vector<std::string> result;
    for (const difference& one : compare(only(task.from, {}), only(task.to, {}))) {
        const std::string subject = fmt::format("table {}", task.to.name);
        for (const std::string& line : describe(one, words))
            result.push_back(
                line.substr(std::min(line.size(), subject.size() + (line[subject.size()] == ':' ? 2 : 1))));
    }
    return fmt::format("{}", fmt::join(result, "; "));
}

} // namespace

table_change change_table(const table_task& task, const side& to) {
    const bool ordinary = !task.from.structure->is_virtual && !task.to.structure->is_virtual;
    std::optional<table_change> altered = ordinary ? try_alter(task, to) : std::nullopt;
    table_change result = altered    ? std::move(*altered)
                          : ordinary ? rebuild_table(task, to)
                                     : change_virtual_table(task, to);
    if (result.rebuilt)
        result.text.title = fmt::format("Table {} is rebuilt: {}.", task.to.name, reasons(task));
    add_hazards(task, result);
    return result;
}

} // namespace headway::compiler
