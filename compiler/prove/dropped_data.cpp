#include "prove/lint.hpp"
#include "prove/place.hpp"
#include "schema/lexeme.hpp"
#include "schema/name.hpp"

#include <fmt/format.h>
#include <sqlite3.h>

#include <algorithm>
#include <array>
#include <map>
#include <set>

namespace headway {
namespace {

/// Whether a table has rows of its own: a virtual one may show those of another, or what its module makes up.
bool keeps_rows(const schema_object& table) {
    if (!table.structure->is_virtual) return true;
    constexpr std::array<std::string_view, 6> modules{"fts3",  "fts4",      "fts5",
                                                      "rtree", "rtree_i32", "geopoly"};
    const bool is_storage =
        std::find(modules.begin(), modules.end(), table.structure->module) != modules.end();
    const bool is_index = std::adjacent_find(table.meaning.begin(), table.meaning.end(),
                                             [](const lexeme& name, const lexeme& sign) {
                                                 return same_name(name.text, "content") && sign.text == "=";
                                             }) != table.meaning.end();
    return is_storage && !is_index;
}

/// The part of the step in which data goes, statement by statement.
class dropped_data {
public:
    dropped_data(const proven_step& step, findings& found) : step_(step), found_(found) {}

    void run() {
        for (const watched_statement& each : step_.up.statements()) {
            look_at(each);
            remember(each);
        }
    }

private:
    using column_name = std::pair<std::string, std::string>; ///< Table and column; folded.

    void look_at(const watched_statement&);
    void look_at_table(const watched_statement&, const std::string& dropped);
    void remember(const watched_statement&);
    void remember_renaming(const std::string& table, std::string_view statement);
    void add(rule id, const watched_statement& at, std::string message);
    [[nodiscard]] std::string name_before(const std::string& dropped) const;
    [[nodiscard]] bool is_read(std::string_view table, std::string_view column) const {
        const column_name name{fold(table), fold(column)};
        const auto renamed = renamed_.find(name);
        return read_.contains(name) ||
               (renamed != renamed_.end() && read_.contains({name.first, renamed->second}));
    }
    [[nodiscard]] bool is_copied(std::string_view table) const { return copied_.contains(fold(table)); }

    const proven_step& step_;
    findings& found_;
    std::set<column_name> read_;                 ///< What a statement has read so far.
    std::map<column_name, std::string> renamed_; ///< What columns are called now; folded.
    std::set<std::string> copied_;               ///< Tables that were copied whole so far; folded.
    std::vector<const watched_action*> altered_; ///< ALTER TABLE so far.
};

void dropped_data::remember(const watched_statement& statement) {
    for (const watched_action& each : statement.actions) {
        if (each.code == SQLITE_READ) read_.emplace(fold(each.first), fold(each.second));
        if (each.code == SQLITE_ALTER_TABLE) altered_.push_back(&each);
    }
    if (const watched_action* alter = statement.find(SQLITE_ALTER_TABLE))
        remember_renaming(fold(alter->second),
                          step_.of.up.sql().substr(statement.begin, statement.end - statement.begin));
    // SQLite copies `INSERT INTO a SELECT * FROM b` by page, if it can, and asks for no column.
    const std::string_view sql = step_.of.up.sql().substr(0, statement.end);
    bool star = false;
    for (token each = next_meaning(sql, statement.begin); each.kind != token_kind::end;
         each = next_meaning(sql, each.end)) {
        const std::string_view text = sql.substr(each.begin, each.end - each.begin);
        if (star) copied_.insert(fold(unquote(text)));
        star = star || (text == "*" && statement.does(SQLITE_INSERT));
    }
}

/// Whoever reads b behind `ALTER TABLE t RENAME COLUMN a TO b` reads what a was. SQLite does not say that.
void dropped_data::remember_renaming(const std::string& table, std::string_view statement) {
    std::vector<std::string_view> words;
    for (token each = next_meaning(statement, 0); each.kind != token_kind::end;
         each = next_meaning(statement, each.end))
        words.push_back(statement.substr(each.begin, each.end - each.begin));
    auto word = std::find_if(words.begin(), words.end(), [](auto each) { return same_name(each, "rename"); });
    if (words.end() - word > 1 && same_name(word[1], "column")) ++word;
    if (words.end() - word <= 3 || !same_name(word[2], "to")) return;
    const std::string before = fold(unquote(word[1]));
    const std::string now = fold(unquote(word[3]));
    for (auto& [first, last] : renamed_)
        if (first.first == table && last == before) last = now;
    renamed_[{table, before}] = now;
}

void dropped_data::look_at(const watched_statement& statement) {
    for (const int code : {SQLITE_DROP_TABLE, SQLITE_DROP_VTABLE})
        if (const watched_action* drop = statement.find(code)) look_at_table(statement, drop->first);
    const watched_action* alter = statement.find(SQLITE_ALTER_TABLE);
    if (alter == nullptr || alter->third.empty() || is_read(alter->second, alter->third)) return;
    const schema_object* table = step_.before.find(object_kind::table, alter->second);
    if (table == nullptr) return;
    const auto& columns = table->structure->columns;
    const auto column = std::find_if(columns.begin(), columns.end(), [&](const table_column& each) {
        return same_name(each.name, alter->third);
    });
    if (column == columns.end() || column->generated()) return;
    add(rule::drop_column, statement,
        fmt::format("column {} of table {} is dropped with its values", column->name, table->name));
}

/// What a table was called before the up section: a rebuild may rename the old table out of the way.
std::string dropped_data::name_before(const std::string& dropped) const {
    if (step_.before.find(object_kind::table, dropped) != nullptr) return dropped;
    for (const watched_statement& each : step_.up.statements()) {
        if (each.does(SQLITE_CREATE_TABLE, dropped)) return {};
    }
    for (const watched_action* each : altered_) {
        if (step_.before.find(object_kind::table, each->second) != nullptr) return each->second;
    }
    return {};
}

void dropped_data::look_at_table(const watched_statement& statement, const std::string& dropped) {
    const schema_object* before = step_.before.find(object_kind::table, name_before(dropped));
    if (before == nullptr || !keeps_rows(*before)) return;
    const schema_object* after = step_.after.find(object_kind::table, before->name);
    if (is_copied(dropped)) return;
    std::vector<std::string_view> lost;
    bool carried = false;
    for (const table_column& each : before->structure->columns) {
        if (each.generated()) continue;
        const bool read = is_read(dropped, each.name) || is_read(before->name, each.name);
        carried = carried || read;
        const auto is_it = [&](const table_column& other) { return same_name(other.name, each.name); };
        if (!read && (after == nullptr || std::none_of(after->structure->columns.begin(),
                                                       after->structure->columns.end(), is_it)))
            lost.push_back(each.name);
    }
    if (after == nullptr) {
        if (!carried)
            add(rule::drop_table, statement, fmt::format("table {} is dropped with its rows", before->name));
        return;
    }
    if (!lost.empty())
        add(rule::drop_column, statement,
            fmt::format("{} {} of table {} {} not carried over into the new table",
                        lost.size() == 1 ? "column" : "columns", fmt::join(lost, ", "), before->name,
                        lost.size() == 1 ? "is" : "are"));
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

} // namespace headway
