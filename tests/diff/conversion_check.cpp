#include "diff/conversion_check.hpp"

#include "diff/database_image.hpp"

#include <SQLiteCpp/SQLiteCpp.h>
#include <sqlite3.h>

#include <algorithm>
#include <optional>

namespace headway::tests {
namespace {

/// A table in both schemas.
struct table_pair {
    seen_table before;
    seen_table after;
    std::map<std::string, std::string> origin; ///< Columns of `after` to columns of `before`, both spelled.
    std::set<std::string> made_up;             ///< Columns of `after` that only the script knows.
    std::vector<std::string> unfit;            ///< Conditions that name rows of `before`.
    std::size_t rows = 0;
};

bool can_be_read(const seen_table& table) {
    return table.kind != table_kind::search_elsewhere && table.kind != table_kind::search_nowhere;
}

std::string joined(const std::vector<std::string>& all) {
    std::string result;
    for (const std::string& one : all)
        result += (result.empty() ? "" : ", ") + one;
    return result;
}

class checker {
public:
    checker(SQLite::Database& actual, const std::string& script, const expectation& wanted, chance& random)
        : actual_(actual),
          script_(script),
          wanted_(wanted),
          random_(random),
          expected_(":memory:", SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE) {}
    finding run();

private:
    void pair_up();
    void add_pair(const seen_table& before, const seen_table& after);
    void project(table_pair&);
    bool insert(table_pair&, const std::vector<std::string>& columns, const std::vector<std::string>& values);
    void try_with_all();
    bool run_script();
    void compare_rows(const table_pair&);
    void compare_other_answers();
    void compare_answers(const std::string& what, const std::string& query);
    void compare_counters(const std::map<std::string, std::string>& before);
    std::map<std::string, std::string> counters();
    void fail(std::string sentence) { result_.faults.push_back(std::move(sentence)); }

    SQLite::Database& actual_;
    const std::string& script_;
    const expectation& wanted_;
    chance& random_;
    SQLite::Database expected_;
    std::vector<table_pair> pairs_;
    bool all_fit_ = true; ///< Whether the new schema can hold every row that is there.
    finding result_;
};

void checker::pair_up() {
    const std::vector<seen_table> before = tables_of(actual_);
    for (const seen_table& after : tables_of(expected_)) {
        const auto renamed = wanted_.renamed.find(after.name);
        const std::string& name = renamed == wanted_.renamed.end() ? after.name : renamed->second;
        const auto same = std::find_if(before.begin(), before.end(),
                                       [&](const seen_table& one) { return one.name == name; });
        if (same != before.end() && same->kind != table_kind::search_nowhere && can_be_read(after))
            add_pair(*same, after);
    }
}

void checker::add_pair(const seen_table& before, const seen_table& after) {
    table_pair pair{before, after, {}, {}, {}, 0};
    bool takes_rowid = !after.rowid().empty() && !before.rowid().empty();
    for (const seen_column& column : after.columns) {
        const auto renamed = wanted_.renamed.find(after.name + "." + column.name);
        const std::string old = renamed == wanted_.renamed.end() ? column.name : renamed->second;
        if (wanted_.made_up.contains(after.name + "." + column.name)) pair.made_up.insert(column.name);
        if (column.generated || !before.find(old)) continue;
        pair.origin[in_quotes(column.name)] = in_quotes(old);
        if (column.name == after.alias) takes_rowid = false;
    }
    if (takes_rowid) pair.origin[after.rowid()] = before.rowid();
    pairs_.push_back(std::move(pair));
}

bool checker::insert(table_pair& pair, const std::vector<std::string>& columns,
                     const std::vector<std::string>& values) {
    const std::string into = "INSERT OR ABORT INTO " + in_quotes(pair.after.name);
    return expected_.tryExec(columns.empty() ? into + " DEFAULT VALUES"
                                             : into + " (" + joined(columns) + ") VALUES (" + joined(values) +
                                                   ")") == SQLITE_OK;
}

/// Inserts the rows of the one table into the other, and notes those that do not fit.
void checker::project(table_pair& pair) {
    std::vector<std::string> columns, sources, missing;
    for (const auto& [to, from] : pair.origin) {
        columns.push_back(to);
        sources.push_back("quote(" + from + ")");
    }
    for (const seen_column& column : pair.after.columns) {
        const bool is_new = !column.generated && !pair.origin.contains(in_quotes(column.name)) &&
                            column.name != pair.after.alias;
        const bool unknown =
            pair.made_up.contains(column.name) || (column.not_null && column.default_value.empty());
        if (is_new && unknown) missing.push_back(column.name);
    }
    pair.made_up.insert(missing.begin(), missing.end());
    for (const std::string& column : missing)
        columns.push_back(in_quotes(column));
    // A row is known by its rowid or else by all its values.
    std::vector<std::string> known;
    for (const seen_column& column : pair.before.columns)
        known.push_back("quote(" + in_quotes(column.name) + ")");
    const std::string rowid = pair.before.rowid();
    const std::string key = rowid.empty() ? joined(known) : "quote(" + rowid + ")";
    std::string every = key;
    if (!sources.empty()) every += ", " + joined(sources);
    SQLite::Statement rows(actual_, "SELECT " + every + " FROM " + in_quotes(pair.before.name));
    const int keys = rows.getColumnCount() - static_cast<int>(sources.size());
    while (rows.executeStep()) {
        bool fits = false;
        for (int tries = 0; !fits && tries < (missing.empty() ? 1 : 60); ++tries) {
            std::vector<std::string> values;
            for (int at = keys; at < rows.getColumnCount(); ++at)
                values.push_back(rows.getColumn(at).getString());
            while (values.size() < columns.size())
                values.push_back(made_value(random_));
            fits = insert(pair, columns, values);
        }
        ++pair.rows;
        ++(fits ? result_.rows : result_.unfit);
        if (fits) continue;
        std::string condition;
        for (int at = 0; at < keys; ++at) {
            const std::string column =
                rowid.empty() ? in_quotes(pair.before.columns[static_cast<std::size_t>(at)].name) : rowid;
            condition += (at == 0 ? "" : " AND ") + column + " IS " + rows.getColumn(at).getString();
        }
        pair.unfit.push_back(std::move(condition));
    }
}

bool checker::run_script() try {
    actual_.exec(script_);
    return true;
} catch (const SQLite::Exception& error) {
    if (all_fit_) fail(std::string("the script fails: ") + error.what());
    result_.refusal = error.what();
    return false;
}

/// With rows that do not fit the script may fail, but then nothing may have changed; else none may be lost.
void checker::try_with_all() {
    if (result_.unfit == 0) return;
    all_fit_ = false;
    const std::string before = dump(actual_);
    actual_.exec("BEGIN");
    if (run_script()) {
        for (const table_pair& pair : pairs_)
            compare_rows(pair);
    } else {
        result_.refused_unfit = true;
    }
    if (sqlite3_get_autocommit(actual_.getHandle()) == 0) actual_.exec("ROLLBACK");
    if (dump(actual_) != before) fail("a migration that was rolled back has left traces");
    const quiet_triggers still(actual_);
    for (const table_pair& pair : pairs_) {
        for (const std::string& row : pair.unfit)
            actual_.exec("DELETE FROM " + in_quotes(pair.before.name) + " WHERE " + row);
    }
    refill_searches(actual_);
    all_fit_ = true;
    for (table_pair& pair : pairs_)
        pair.rows -= pair.unfit.size();
}

void checker::compare_rows(const table_pair& pair) {
    std::vector<std::string> shown;
    bool all_known = pair.made_up.empty();
    for (const seen_column& column : pair.after.columns) {
        if (!pair.made_up.contains(column.name) && (!column.generated || all_known))
            shown.push_back("quote(" + in_quotes(column.name) + ")");
    }
    if (pair.origin.contains(pair.after.rowid())) shown.push_back(pair.after.rowid());
    if (shown.empty()) shown.emplace_back("1");
    const std::string query = "SELECT " + joined(shown) + " FROM " + in_quotes(pair.after.name);
    const auto expected = rows_of(expected_, query);
    const auto actual = rows_of(actual_, query);
    if (!expected || !actual) return fail("table " + pair.after.name + " cannot be read");
    if (actual->size() != pair.rows)
        fail("table " + pair.after.name + " has " + std::to_string(actual->size()) + " rows instead of " +
             std::to_string(pair.rows));
    if (all_fit_ && *expected == *actual) return;
    for (const std::string& row : *expected) {
        if (!std::binary_search(actual->begin(), actual->end(), row))
            return fail("table " + pair.after.name + " lacks the row " + row + " (" + joined(shown) +
                        "); it has " + (actual->empty() ? std::string("none") : actual->front()));
    }
}

void checker::compare_answers(const std::string& what, const std::string& query) {
    const auto expected = rows_of(expected_, query);
    if (!expected) return;
    const auto actual = rows_of(actual_, query);
    if (actual == expected) return;
    fail(what + " answers " + (actual ? joined(*actual) : "nothing") + " instead of " + joined(*expected));
}

/// Views, searches and foreign keys see the same.
void checker::compare_other_answers() {
    for (const table_pair& pair : pairs_)
        if (!pair.made_up.empty()) return; // what is made up shows everywhere
    for (const auto& [name, text] : describe_schema(expected_)) {
        if (name.starts_with("view ")) compare_answers(name, "SELECT * FROM " + in_quotes(name.substr(5)));
    }
    for (const seen_table& table : tables_of(expected_)) {
        const bool searched =
            table.kind == table_kind::text_search || table.kind == table_kind::search_elsewhere;
        if (searched) {
            compare_answers("the search of " + table.name, "SELECT rowid FROM " + in_quotes(table.name) +
                                                               " WHERE " + in_quotes(table.name) +
                                                               " MATCH 'a* OR b* OR x* OR 1*'");
        }
    }
    compare_answers("the check of foreign keys", "PRAGMA foreign_key_check");
    // SQLite 3.40 complains of some sound tables WITHOUT ROWID, and of some indexes over generated columns
    // that it has just filled, so what counts is that it complains of nothing else.
    const std::string check = "PRAGMA integrity_check";
    SQLite::Database sound(":memory:");
    if (rows_of(actual_, check) != rows_of(sound, check)) compare_answers("the check of integrity", check);
}

/// By folded name of the table.
std::map<std::string, std::string> checker::counters() {
    std::map<std::string, std::string> result;
    if (!actual_.tableExists("sqlite_sequence")) return result;
    SQLite::Statement rows(actual_, "SELECT lower(name), seq FROM sqlite_sequence");
    while (rows.executeStep())
        result[rows.getColumn(0).getString()] += rows.getColumn(1).getString();
    return result;
}

void checker::compare_counters(const std::map<std::string, std::string>& before) {
    const auto now = counters();
    for (const table_pair& pair : pairs_) {
        if (!pair.before.counts || !pair.after.counts) continue;
        const auto was = before.find(pair.before.name);
        const auto is = now.find(pair.after.name);
        const std::string old = was == before.end() ? "" : was->second;
        if ((is == now.end() ? "" : is->second) != old)
            fail("the counter of " + pair.after.name + " is " + (is == now.end() ? "gone" : is->second) +
                 " instead of " + old);
    }
}

finding checker::run() {
    expected_.exec(wanted_.schema);
    pair_up();
    {
        const quiet_triggers still(expected_);
        for (table_pair& pair : pairs_)
            project(pair);
        refill_searches(expected_);
    }
    try_with_all();
    const auto counted = counters();
    actual_.exec("BEGIN");
    if (!run_script()) {
        if (sqlite3_get_autocommit(actual_.getHandle()) == 0) actual_.exec("ROLLBACK");
        return std::move(result_);
    }
    actual_.exec("COMMIT");
    if (std::string difference = compare_schemas(expected_, actual_); !difference.empty()) fail(difference);
    for (const table_pair& pair : pairs_)
        compare_rows(pair);
    compare_other_answers();
    compare_counters(counted);
    return std::move(result_);
}

} // namespace

finding check_conversion(SQLite::Database& database, const std::string& script, const expectation& wanted,
                         chance& random) {
    return checker(database, script, wanted, random).run();
}

} // namespace headway::tests
