#include "prove/carried_values.hpp"
#include "prove/former_names.hpp"
#include "prove/lint.hpp"
#include "read/place.hpp"
#include "schema/full_text.hpp"
#include "schema/rowid.hpp"
#include "sql/lexeme.hpp"
#include "sql/name.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <sqlite3.h>

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <vector>

namespace headway::compiler {
namespace {

/// Whether a table has rows of its own: a virtual one may show those of another, or what its module makes up.
bool keeps_rows(const schema_object& table) {
    if (!table.structure->is_virtual) return true;
    constexpr std::array<std::string_view, 6> modules{"fts3",  "fts4",      "fts5",
                                                      "rtree", "rtree_i32", "geopoly"};
    const bool is_storage =
        std::find(modules.begin(), modules.end(), table.structure->module) != modules.end();
    return is_storage && !content_of(table);
}

/// The part of the step in which data goes, statement by statement. What is lost shows at its end: what was
/// carried into a table may go with that one.
class dropped_data {
public:
    dropped_data(const proven_step& step, findings& found)
        : step_(step), found_(found), names_(step.before) {}

    void run() {
        for (const watched_statement& each : step_.up.statements()) {
            remember_drop(each);
            remember_values(each);
            names_.pass(step_.of.up.sql(), each);
        }
        for (const drop& each : drops_)
            look_at(each);
    }

private:
    /// What a statement drops, by former names; of a table without a column all.
    struct drop {
        const watched_statement& by;
        former_names::column_name what;
    };

    void remember_drop(const watched_statement&);
    void remember_values(const watched_statement&);
    void remember_renaming(const watched_statement&);
    [[nodiscard]] std::vector<former_names::column_name> former_columns(const carried_column&) const;
    void look_at(const drop&);
    void look_at_table(const watched_statement&, const schema_object& before);
    void look_at_columns(const watched_statement&, const schema_object& before, const schema_object* after);
    void add(rule id, const watched_statement& at, std::string message);
    void report(rule id, const watched_statement& at, std::string message);
    [[nodiscard]] std::string_view sql_of(const watched_statement& statement) const {
        return step_.of.up.sql().substr(statement.begin, statement.end - statement.begin);
    }
    [[nodiscard]] bool is_kept(const schema_object& before, const table_column& column) const {
        const auto known = holders_.find({fold(before.name), fold(column.name)});
        return known != holders_.end() && !known->second.empty();
    }
    [[nodiscard]] bool is_carried(const schema_object& before) const {
        const auto& columns = before.structure->columns;
        return std::any_of(columns.begin(), columns.end(), [&](const table_column& each) {
            return !each.generated() && is_kept(before, each);
        });
    }
    [[nodiscard]] bool is_filled_anew(const schema_object& after) const;

    const proven_step& step_;
    findings& found_;
    former_names names_;
    std::vector<drop> drops_;
    /// The tables, by their names now, that have got values of a column, by its former name.
    std::map<former_names::column_name, std::set<std::string>> holders_;
};

/// A table that has got values hands them on as a whole, whichever of its columns is read.
std::vector<former_names::column_name> dropped_data::former_columns(const carried_column& carried) const {
    std::vector<former_names::column_name> result;
    const auto& [table, column] = carried;
    const schema_object* before = step_.before.find(object_kind::table, names_.table(table));
    if (before != nullptr && column == "*") {
        for (const table_column& each : before->structure->columns)
            result.emplace_back(fold(before->name), fold(each.name));
    } else if (const table_column* id = before == nullptr ? nullptr : rowid_alias(*before->structure);
               id != nullptr && names_rowid(column) && find_column(*before->structure, column) == nullptr) {
        result.emplace_back(fold(before->name), fold(id->name));
    } else if (auto former = names_.column(table, column); !former.first.empty()) {
        result.push_back(std::move(former));
    }
    for (const auto& [held, by] : holders_)
        if (by.contains(table)) result.push_back(held);
    return result;
}

void dropped_data::remember_values(const watched_statement& statement) {
    const std::set<std::string> filled = filled_by(statement);
    for (const carried_column& each : carried_by(sql_of(statement), statement))
        for (const auto& former : former_columns(each))
            holders_[former].insert(filled.begin(), filled.end());
    remember_renaming(statement);
}

void dropped_data::remember_renaming(const watched_statement& statement) {
    const watched_action* alter = statement.find(SQLITE_ALTER_TABLE);
    const auto now = alter == nullptr ? std::nullopt : table_renamed_to(sql_of(statement));
    if (!now) return;
    for (auto& [held, by] : holders_)
        if (by.erase(fold(alter->second)) != 0) by.insert(fold(*now));
}

void dropped_data::remember_drop(const watched_statement& statement) {
    for (const int code : {SQLITE_DROP_TABLE, SQLITE_DROP_VTABLE, SQLITE_DROP_TEMP_TABLE}) {
        const watched_action* dropped = statement.find(code);
        if (dropped == nullptr) continue;
        for (auto& [held, by] : holders_)
            by.erase(fold(dropped->first));
        if (std::string former = names_.table(dropped->first); !former.empty())
            drops_.push_back({statement, {std::move(former), ""}});
    }
    const watched_action* alter = statement.find(SQLITE_ALTER_TABLE);
    if (alter != nullptr && !alter->third.empty())
        drops_.push_back({statement, names_.column(alter->second, alter->third)});
}

void dropped_data::look_at(const drop& of) {
    const schema_object* table = step_.before.find(object_kind::table, of.what.first);
    if (table == nullptr) return;
    if (of.what.second.empty()) return look_at_table(of.by, *table);
    const table_column* column = find_column(*table->structure, of.what.second);
    if (column == nullptr || column->generated() || is_kept(*table, *column)) return;
    add(rule::drop_column, of.by,
        fmt::format("column {} of table {} is dropped with its values", column->name, table->name));
}

/// An index such as FTS5's is often made anew from the rows that it is of.
bool dropped_data::is_filled_anew(const schema_object& after) const {
    const auto& all = step_.up.statements();
    return after.structure->is_virtual &&
           std::any_of(all.begin(), all.end(), [&](const watched_statement& statement) {
               return statement.does(SQLITE_INSERT, after.name) && statement.does(SQLITE_READ);
           });
}

void dropped_data::look_at_table(const watched_statement& statement, const schema_object& before) {
    if (!keeps_rows(before)) return;
    const schema_object* after = step_.after.find(object_kind::table, before.name);
    if (is_carried(before)) {
        look_at_columns(statement, before, after);
    } else if (after == nullptr) {
        add(rule::drop_table, statement, fmt::format("table {} is dropped with its rows", before.name));
    } else if (!is_filled_anew(*after)) {
        report(rule::drop_table, statement,
               fmt::format("table {} is dropped with its rows, and made anew without them", before.name));
    }
}

/// Of a table that is rebuilt, or whose rows go into others: these have keys of their own.
void dropped_data::look_at_columns(const watched_statement& statement, const schema_object& before,
                                   const schema_object* after) {
    std::vector<std::string_view> gone;
    std::vector<std::string_view> emptied;
    for (const table_column& each : before.structure->columns) {
        constexpr int of_module = 1; // which computes it, as FTS5 does `rank`
        if (each.generated() || each.hidden == of_module || is_kept(before, each)) continue;
        if (after == nullptr && &each == rowid_alias(*before.structure)) continue;
        const bool is_there = after != nullptr && find_column(*after->structure, each.name) != nullptr;
        (is_there ? emptied : gone).push_back(each.name);
    }
    const auto columns = [&](const std::vector<std::string_view>& names) {
        return fmt::format("{} {} of table {}", names.size() == 1 ? "column" : "columns",
                           fmt::join(names, ", "), before.name);
    };
    if (!gone.empty())
        add(rule::drop_column, statement,
            fmt::format("{} {} not carried over into {}", columns(gone), gone.size() == 1 ? "is" : "are",
                        after == nullptr ? "another table" : "the new table"));
    if (!emptied.empty())
        add(rule::drop_column, statement,
            emptied.size() == 1
                ? fmt::format("{} keeps its name in the new table, but not its values", columns(emptied))
                : fmt::format("{} keep their names in the new table, but not their values",
                              columns(emptied)));
}

/// `irreversible` says that it knows, but hardly of rows whose table comes back at once.
void dropped_data::add(rule id, const watched_statement& at, std::string message) {
    if (!step_.of.irreversible) report(id, at, std::move(message));
}

void dropped_data::report(rule id, const watched_statement& at, std::string message) {
    if (!step_.of.irreversible) message += ": the down section restores the schema, not the data";
    found_.push_back(
        {id,
         statement_at(step_.of.up, at.begin),
         std::move(message),
         {{{},
           fmt::format(
               "copy what is worth keeping first, or write into the header: -- headway:allow {} <why>",
               describe(id).code)}}});
}

} // namespace

void find_dropped_data(const proven_step& step, findings& found) {
    dropped_data(step, found).run();
}

} // namespace headway::compiler
