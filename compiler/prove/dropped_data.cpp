#include "prove/former_names.hpp"
#include "prove/lint.hpp"
#include "read/place.hpp"
#include "schema/full_text.hpp"
#include "schema/rowid.hpp"
#include "sql/lexeme.hpp"
#include "sql/name.hpp"

#include <fmt/format.h>
#include <sqlite3.h>

#include <algorithm>
#include <array>
#include <set>

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

/// The part of the step in which data goes, statement by statement.
class dropped_data {
public:
    dropped_data(const proven_step& step, findings& found)
        : step_(step), found_(found), names_(step.before) {}

    void run() {
        for (const watched_statement& each : step_.up.statements()) {
            look_at(each);
            remember(each);
        }
    }

private:
    void look_at(const watched_statement&);
    void look_at_table(const watched_statement&, const std::string& dropped);
    void look_at_columns(const watched_statement&, const schema_object& before, const schema_object& after);
    void remember(const watched_statement&);
    void remember_copies(std::string_view sql);
    void add(rule id, const watched_statement& at, std::string message);
    [[nodiscard]] std::string_view sql_of(const watched_statement& statement) const {
        return step_.of.up.sql().substr(statement.begin, statement.end - statement.begin);
    }
    [[nodiscard]] bool is_read(const schema_object& before, const table_column& column) const {
        return read_.contains({fold(before.name), fold(column.name)});
    }
    [[nodiscard]] bool is_carried(const schema_object& before) const {
        const auto& columns = before.structure->columns;
        return std::any_of(columns.begin(), columns.end(), [&](const table_column& each) {
            return !each.generated() && is_read(before, each);
        });
    }
    [[nodiscard]] bool is_filled_anew(const schema_object& after) const;

    const proven_step& step_;
    findings& found_;
    former_names names_;
    std::set<former_names::column_name> read_; ///< What a statement has read so far, by former names.
    std::set<std::string> copied_;             ///< Tables that were copied whole so far, by former names.
};

void dropped_data::remember(const watched_statement& statement) {
    for (const watched_action& each : statement.actions) {
        if (each.code == SQLITE_READ) read_.insert(names_.column(each.first, each.second));
    }
    if (statement.does(SQLITE_INSERT)) remember_copies(sql_of(statement));
    names_.pass(step_.of.up.sql(), statement);
}

/// SQLite copies `INSERT INTO a SELECT * FROM b` by page, if it can, and asks for no column.
void dropped_data::remember_copies(std::string_view sql) {
    bool star = false;
    for (const token& each : tokens(sql)) {
        const std::string_view text = each.in(sql);
        if (star) copied_.insert(names_.table(unquote(text)));
        star = star || text == "*";
    }
}

void dropped_data::look_at(const watched_statement& statement) {
    for (const int code : {SQLITE_DROP_TABLE, SQLITE_DROP_VTABLE})
        if (const watched_action* drop = statement.find(code)) look_at_table(statement, drop->first);
    const watched_action* alter = statement.find(SQLITE_ALTER_TABLE);
    if (alter == nullptr || alter->third.empty()) return;
    const auto former = names_.column(alter->second, alter->third);
    const schema_object* table = step_.before.find(object_kind::table, former.first);
    if (table == nullptr) return;
    const table_column* column = find_column(*table->structure, former.second);
    if (column == nullptr || column->generated() || is_read(*table, *column)) return;
    add(rule::drop_column, statement,
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

void dropped_data::look_at_table(const watched_statement& statement, const std::string& dropped) {
    const schema_object* before = step_.before.find(object_kind::table, names_.table(dropped));
    if (before == nullptr || !keeps_rows(*before) || copied_.contains(fold(before->name))) return;
    const schema_object* after = step_.after.find(object_kind::table, before->name);
    if (is_carried(*before)) {
        if (after != nullptr) look_at_columns(statement, *before, *after);
    } else if (after == nullptr) {
        add(rule::drop_table, statement, fmt::format("table {} is dropped with its rows", before->name));
    } else if (!is_filled_anew(*after)) {
        add(rule::drop_table, statement,
            fmt::format("table {} is dropped with its rows, and made anew without them", before->name));
    }
}

/// Of a table that is rebuilt.
void dropped_data::look_at_columns(const watched_statement& statement, const schema_object& before,
                                   const schema_object& after) {
    std::vector<std::string_view> gone;
    std::vector<std::string_view> emptied;
    for (const table_column& each : before.structure->columns) {
        if (each.generated() || is_read(before, each)) continue;
        (find_column(*after.structure, each.name) == nullptr ? gone : emptied).push_back(each.name);
    }
    const auto columns = [&](const std::vector<std::string_view>& names) {
        return fmt::format("{} {} of table {}", names.size() == 1 ? "column" : "columns",
                           fmt::join(names, ", "), before.name);
    };
    if (!gone.empty())
        add(rule::drop_column, statement,
            fmt::format("{} {} not carried over into the new table", columns(gone),
                        gone.size() == 1 ? "is" : "are"));
    if (!emptied.empty())
        add(rule::drop_column, statement,
            emptied.size() == 1
                ? fmt::format("{} keeps its name in the new table, but not its values", columns(emptied))
                : fmt::format("{} keep their names in the new table, but not their values",
                              columns(emptied)));
}

void dropped_data::add(rule id, const watched_statement& at, std::string message) {
    found_.push_back(
        {id,
         statement_at(step_.of.up, at.begin),
         message + ": the down section restores the schema, not the data",
         {{{},
           fmt::format(
               "copy what is worth keeping first, or write into the header: -- headway:allow {} <why>",
               describe(id).code)}}});
}

} // namespace

void find_dropped_data(const proven_step& step, findings& found) {
    if (!step.of.irreversible) dropped_data(step, found).run(); // `irreversible` says that it knows
}

} // namespace headway::compiler
