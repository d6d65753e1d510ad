#include "diff/table_change.hpp"

#include "diff/alter.hpp"
#include "diff/computed.hpp"
#include "diff/every_row.hpp"
#include "diff/hazards.hpp"
#include "diff/rebuild.hpp"
#include "diff/virtual_table.hpp"
#include "rows/paired_rows.hpp"
#include "rows/row_comparison.hpp"
#include "schema/compare.hpp"
#include "schema/rowid.hpp"
#include "sql/name.hpp"
#include "sql/table_text.hpp"

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

/// Lets rows in that break the CHECKs of a table, as long as it lives.
class without_checks {
public:
    explicit without_checks(SQLite::Database& database) : database_(database) {
        database_.exec("PRAGMA ignore_check_constraints = ON");
    }
    ~without_checks() { database_.tryExec("PRAGMA ignore_check_constraints = OFF"); }
    without_checks(const without_checks&) = delete;
    without_checks& operator=(const without_checks&) = delete;

private:
    SQLite::Database& database_;
};

/// Rows for a trial: such as both tables hold, or else such as only the old one holds, at worst but for its
/// CHECKs.
enum class rows_found { none, of_old_table, of_both };
rows_found rows_for_trial(SQLite::Database& scratch, SQLite::Database& wanted, const table_task& task,
                          const table_pair& pair, const side& to) {
    try {
        if (make_paired_rows(scratch, wanted, pair) > 0) return rows_found::of_both;
        SQLite::Database twin = to.empty();
        twin.exec(task.from.sql);
        const table_pair same{
            task.from, task.from, [](const std::string& column) { return fold(column); }, {}};
        if (make_paired_rows(scratch, twin, same) > 0) return rows_found::of_old_table;
        const without_checks let_in(scratch);
        const without_checks let_into_twin(twin);
        return make_paired_rows(scratch, twin, same) > 0 ? rows_found::of_old_table : rows_found::none;
    } catch (const SQLite::Exception&) {
        return rows_found::none; // a table may have more columns than a statement can give values
    }
}

/// Whether ALTER TABLE adds a column whatever the rows are.
bool suits_all_rows(const schema_object& table, const table_column& column) {
    const lexemes definition = definition_of(table.sql, column.name);
    const bool is_constrained = std::any_of(definition.begin(), definition.end(), [](const lexeme& one) {
        return one.kind == lexeme_kind::word &&
               (one.text == "check" || one.text == "unique" || one.text == "primary");
    });
    constexpr int is_virtual = 2;
    return (column.hidden == 0 || column.hidden == is_virtual) && !is_constrained &&
           (column.default_value.empty() ? !column.not_null : is_literal(column.default_meaning));
}

/// Whether the change by ALTER TABLE works over rows of which none is at hand.
bool works_without_rows(const table_task& task) {
    const auto& columns = task.to.structure->columns;
    return std::all_of(columns.begin(), columns.end(), [&](const table_column& column) {
        return find_column(*task.from.structure, column.name) || suits_all_rows(task.to, column);
    });
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
        if (found == rows_found::none && !works_without_rows(task)) return false;
        for (const std::string& statement : statements)
            run_script(scratch, statement);
        return compare(only(task.to, task.kept_indexes), to.read(scratch)).empty() &&
               (found != rows_found::of_both || !compare_rows(wanted, scratch, pair));
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

/// How the schema could spare its rows, if nothing but the places of columns stands against ALTER TABLE.
std::string_view way_around(const table_task& task) {
    const bool ordinary = !task.from.structure->is_virtual && !task.to.structure->is_virtual;
    if (task.restoring || !ordinary || !works_without_rows(task) || !differ_in_places_alone(task)) return "";
    return task.to.structure->columns.size() == task.from.structure->columns.size()
               ? " In their old order it would not have to be."
               : " With new columns last, and the others in their old order, it would not have to be.";
}

/// Refuses a change that no row can go through.
void refuse_every_row(const table_task& task, const side& to, table_change& result) {
    const std::string said = refusal_of_every_row(task, result, to);
    if (said.empty()) return;
    const std::string& table = task.to.name;
    result.refusals.push_back(
        {"table " + table,
         task.restoring
             ? fmt::format("table {} can take back no row, since SQLite refuses each: {}", table, said)
             : fmt::format(
                   "table {} can keep no row, since SQLite refuses each: {}. Correct the DEFAULT or the "
                   "constraint, or say what the column is in the rows that exist, on its line in "
                   "the schema: `-- @backfill EXPRESSION`",
                   table, said)});
}

} // namespace

table_change change_table(const table_task& task, const side& to) {
    const bool ordinary = !task.from.structure->is_virtual && !task.to.structure->is_virtual;
    std::optional<table_change> altered = ordinary ? try_alter(task, to) : std::nullopt;
    table_change result = altered    ? std::move(*altered)
                          : ordinary ? rebuild_table(task, to)
                                     : change_virtual_table(task, to);
    if (result.rebuilt)
        result.text.title =
            fmt::format("Table {} is rebuilt: {}.{}", task.to.name, reasons(task), way_around(task));
    refuse_every_row(task, to, result);
    add_hazards(task, result);
    if (auto computed = computed_hazard(task, result, to))
        result.text.hazards.push_back(std::move(*computed));
    return result;
}

} // namespace headway::compiler
