#include "diff/seed.hpp"

#include "diff/value.hpp"
#include "schema/name.hpp"
#include "schema/rowid.hpp"

#include <SQLiteCpp/SQLiteCpp.h>
#include <fmt/format.h>
#include <fmt/ranges.h>
#include <sqlite3.h>

#include <algorithm>
#include <set>

namespace headway {
namespace {

/// One value of a row, and where it goes.
struct slot {
    std::string from; ///< Spelled column of `from`; empty if only `to` wants it.
    std::vector<std::string> to;
    std::vector<value> pool;
};

/// A choice from each slot's pool.
using row = std::vector<std::size_t>;

std::string rowid_of(const table_structure& table) {
    const table_column* const alias = rowid_alias(table);
    return alias ? alias->name : std::string(rowid_name(table));
}

std::string insert_into(const std::string& table, const std::vector<std::string>& columns) {
    std::vector<std::string> marks(columns.size(), "?");
    if (columns.empty()) return fmt::format("INSERT OR ABORT INTO {} DEFAULT VALUES", quote_name(table));
    return fmt::format("INSERT OR ABORT INTO {} ({}) VALUES ({})", quote_name(table),
                       fmt::join(columns, ", "), fmt::join(marks, ", "));
}

std::vector<slot> make_slots(const table_pair& pair) {
    const table_structure& from = *pair.from.structure;
    const table_structure& to = *pair.to.structure;
    const std::vector<const lexemes*> statements{&pair.from.meaning, &pair.to.meaning};
    const std::string rowid = fold(rowid_of(from));
    std::vector<slot> result;
    const auto add = [&](std::string spelled, const table_column& like) {
        result.push_back({std::move(spelled), {}, values_to_try(like, statements)});
    };
    if (has_hidden_rowid(from)) add(std::string(rowid_name(from)), {"rowid", "INTEGER", "integer", {}, {}});
    for (const table_column& column : from.columns) {
        if (column.hidden == 0) add(quote_name(column.name), column);
    }
    const auto give = [&](const std::string& origin, std::string spelled) {
        for (slot& one : result) {
            if (!one.from.empty() && fold(unquote(one.from)) == origin)
                return one.to.push_back(std::move(spelled));
        }
    };
    for (const table_column& column : to.columns) {
        if (column.hidden != 0) continue;
        const std::string origin = pair.origin(column.name);
        if (!origin.empty()) {
            give(origin, quote_name(column.name));
        } else if (pair.filled.contains(fold(column.name))) {
            result.push_back({{}, {quote_name(column.name)}, values_to_try(column, statements)});
        } else if (rowid_alias(to) == &column) {
            give(rowid, quote_name(column.name));
        }
    }
    if (has_hidden_rowid(to)) give(rowid, std::string(rowid_name(to)));
    return result;
}

/// Finds rows by trying: as long as SQLite says why not, and something else changes its answer.
class sower {
public:
    sower(SQLite::Database& from, SQLite::Database& to, const table_pair& pair)
        : to_(to),
          slots_(make_slots(pair)),
          insert_from_(from, insert_into(pair.from.name, columns(true))),
          insert_to_(to, insert_into(pair.to.name, columns(false))) {}
    bool find(std::size_t number);

private:
    std::vector<std::string> columns(bool from) const;
    std::string attempt(const row&);
    std::string insert(SQLite::Statement&, const row&, bool from);
    bool improve(row&, std::string& trouble, std::set<std::string>& seen);

    SQLite::Database& to_;
    std::vector<slot> slots_;
    SQLite::Statement insert_from_;
    SQLite::Statement insert_to_;
};

std::vector<std::string> sower::columns(bool from) const {
    std::vector<std::string> result;
    for (const slot& one : slots_) {
        if (!from) result.insert(result.end(), one.to.begin(), one.to.end());
        if (from && !one.from.empty()) result.push_back(one.from);
    }
    return result;
}

std::string sower::insert(SQLite::Statement& statement, const row& choice, bool from) {
    int place = 0;
    for (std::size_t at = 0; at < slots_.size(); ++at) {
        const value& one = slots_[at].pool[choice[at]];
        const std::size_t times = from ? !slots_[at].from.empty() : slots_[at].to.size();
        for (std::size_t time = 0; time < times; ++time)
            bind(statement, ++place, one);
    }
    const int code = statement.tryExecuteStep();
    const std::string trouble = code == SQLITE_DONE ? std::string() : statement.getErrorMsg();
    statement.tryReset();
    return trouble;
}

/// Puts a row into both tables or neither, and says what is wrong with it.
std::string sower::attempt(const row& choice) {
    to_.exec("SAVEPOINT seed");
    std::string trouble = insert(insert_to_, choice, false);
    if (trouble.empty()) trouble = insert(insert_from_, choice, true);
    if (!trouble.empty()) to_.exec("ROLLBACK TO seed");
    to_.exec("RELEASE seed");
    return trouble;
}

/// Changes one value so that the trouble is gone, or is one not seen yet.
bool sower::improve(row& choice, std::string& trouble, std::set<std::string>& seen) {
    for (std::size_t at = 0; at < slots_.size(); ++at) {
        const std::size_t before = choice[at];
        for (std::size_t other = 1; other < slots_[at].pool.size(); ++other) {
            choice[at] = (before + other) % slots_[at].pool.size();
            std::string now = attempt(choice);
            if (now.empty() || seen.insert(now).second) {
                trouble = std::move(now);
                return true;
            }
        }
        choice[at] = before;
    }
    return false;
}

bool sower::find(std::size_t number) {
    row choice;
    for (std::size_t at = 0; at < slots_.size(); ++at)
        choice.push_back((number * (at % 3 + 1)) % slots_[at].pool.size());
    std::string trouble = attempt(choice);
    std::set<std::string> seen{trouble};
    while (!trouble.empty()) {
        if (seen.size() > 40 || !improve(choice, trouble, seen)) return false;
    }
    return true;
}

bool is_constant(const table_column& column) {
    return column.default_meaning.size() <= 2 && !column.default_value.starts_with('(') &&
           !fold(column.default_value).starts_with("current_");
}

/// The columns of `to`, and its rowid, that show whether the rows are as they ought to be.
std::vector<std::string> shown_columns(const table_pair& pair) {
    std::vector<std::string> result;
    bool all = true;
    for (const table_column& column : pair.to.structure->columns) {
        const bool is_new = pair.origin(column.name).empty();
        const bool known = !pair.filled.contains(fold(column.name)) && (!is_new || is_constant(column));
        all = all && known;
        if (known && column.hidden == 0) result.push_back(quote_name(column.name));
    }
    for (const table_column& column : pair.to.structure->columns) {
        if (all && column.generated()) result.push_back(quote_name(column.name));
    }
    const bool rowids = has_hidden_rowid(*pair.to.structure) && !rowid_of(*pair.from.structure).empty();
    if (rowids) result.emplace_back(rowid_name(*pair.to.structure));
    return result;
}

std::vector<std::string> rows_of(SQLite::Database& database, const table_pair& pair) {
    std::vector<std::string> quoted;
    for (const std::string& column : shown_columns(pair))
        quoted.push_back(fmt::format("quote({})", column));
    if (quoted.empty()) quoted.emplace_back("''");
    std::vector<std::string> result;
    SQLite::Statement rows(database,
                           fmt::format("SELECT {} FROM {} ORDER BY 1", fmt::join(quoted, " || ', ' || "),
                                       quote_name(pair.to.name)));
    while (rows.executeStep())
        result.push_back(rows.getColumn(0).getString());
    return result;
}

/// Keeps triggers still while rows are put in.
class without_triggers {
public:
    explicit without_triggers(SQLite::Database& database) : database_(database) { enable(0); }
    ~without_triggers() { enable(1); }
    without_triggers(const without_triggers&) = delete;
    without_triggers& operator=(const without_triggers&) = delete;

private:
    void enable(int on) noexcept {
        sqlite3_db_config(database_.getHandle(), SQLITE_DBCONFIG_ENABLE_TRIGGER, on, nullptr);
    }
    SQLite::Database& database_;
};

} // namespace

int seed(SQLite::Database& from, SQLite::Database& to, const table_pair& pair) {
    const without_triggers still_from(from);
    const without_triggers still_to(to);
    sower rows(from, to, pair);
    int found = 0;
    for (std::size_t number = 0; number < 3; ++number)
        found += rows.find(number) ? 1 : 0;
    return found;
}

std::optional<std::string> compare_rows(SQLite::Database& expected, SQLite::Database& actual,
                                        const table_pair& pair) {
    const std::vector<std::string> wanted = rows_of(expected, pair);
    const std::vector<std::string> found = rows_of(actual, pair);
    if (wanted == found) return {};
    if (wanted.size() != found.size())
        return fmt::format("table {} has {} rows instead of {}", pair.to.name, found.size(), wanted.size());
    const auto split = std::mismatch(wanted.begin(), wanted.end(), found.begin());
    return fmt::format("table {} has the row ({}) instead of ({})", pair.to.name, *split.second,
                       *split.first);
}

} // namespace headway
