#include "rows/seed.hpp"

#include "diff/virtual_table.hpp"
#include "rows/value.hpp"
#include "schema/name.hpp"
#include "schema/rowid.hpp"

#include <SQLiteCpp/SQLiteCpp.h>
#include <fmt/format.h>
#include <fmt/ranges.h>
#include <sqlite3.h>

#include <algorithm>
#include <deque>
#include <numeric>
#include <set>

namespace headway::compiler {
namespace {

/// One value of a row, and where it goes.
struct slot {
    std::string from; ///< Spelled column of `from`; empty if only `to` wants it.
    std::vector<std::string> to;
    std::vector<value> pool; ///< Empty for one that is computed from others.
};

/// A choice from each slot's pool.
using row = std::vector<std::size_t>;

/// The last row to be found is NULL wherever it may be.
constexpr std::size_t row_of_nulls = 3;

/// Whether its rows can be read: a text search may keep none of its text.
bool keeps_content(const schema_object& table) {
    return content_of(table) != "";
}

std::string insert_into(const std::string& table, const std::vector<std::string>& columns) {
    std::vector<std::string> marks(columns.size(), "?");
    if (columns.empty()) return fmt::format("INSERT OR ABORT INTO {} DEFAULT VALUES", quote_name(table));
    return fmt::format("INSERT OR ABORT INTO {} ({}) VALUES ({})", quote_name(table),
                       fmt::join(columns, ", "), fmt::join(marks, ", "));
}

/// For NULL SQLite would make up a rowid, another one each time.
void forbid_null(slot& rowid) {
    std::erase_if(rowid.pool, [](const value& one) { return one.type == value::kind::null; });
}

std::vector<slot> make_slots(const table_pair& pair) {
    const table_structure& from = *pair.from.structure;
    const table_structure& to = *pair.to.structure;
    const std::vector<const lexemes*> statements{&pair.from.meaning, &pair.to.meaning};
    const std::string rowid = fold(unquote(rowid_expression(from)));
    std::vector<slot> result;
    const auto add = [&](std::string spelled, const table_column& like) {
        result.push_back({std::move(spelled), {}, values_to_try(like, statements)});
        if (&like == rowid_alias(from) || result.back().from == rowid_name(from)) forbid_null(result.back());
    };
    if (has_hidden_rowid(from)) add(std::string(rowid_name(from)), {"rowid", "INTEGER", "integer", {}, {}});
    for (const table_column& column : from.columns) {
        if (column.hidden == 0) add(quote_name(column.name), column);
        if (column.generated()) result.push_back({quote_name(column.name), {}, {}});
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
    for (slot& one : result) {
        const table_column* const key = rowid_alias(to);
        if (key && std::find(one.to.begin(), one.to.end(), quote_name(key->name)) != one.to.end())
            forbid_null(one);
    }
    if (has_hidden_rowid(to)) give(rowid, std::string(rowid_name(to)));
    return result;
}

/// Finds rows by trying: changes one value of a row after the other, and goes on from each that makes SQLite
/// say something that it has not said yet.
class sower {
public:
    sower(SQLite::Database& from, SQLite::Database& to, const table_pair& pair)
        : pair_(pair),
          from_(from),
          to_(to),
          slots_(make_slots(pair)),
          insert_from_(from, insert_into(pair.from.name, columns_of_from())),
          insert_to_(to, insert_into(pair.to.name, columns_of_to())) {}
    bool find(std::size_t number);

private:
    std::vector<std::string> columns_of_from() const;
    std::vector<std::string> columns_of_to() const;
    std::string attempt(const row&);
    std::string insert_from(const row&);
    std::string insert_to(const std::vector<value>&);
    std::vector<value> values_of(const row&) const;
    std::string read_back(const row&, std::vector<value>&);
    std::vector<std::size_t> order_for(const std::string& trouble) const;

    const table_pair& pair_;
    SQLite::Database& from_;
    SQLite::Database& to_;
    std::vector<slot> slots_;
    SQLite::Statement insert_from_;
    SQLite::Statement insert_to_;
};

std::vector<std::string> sower::columns_of_from() const {
    std::vector<std::string> result;
    for (const slot& one : slots_) {
        if (!one.from.empty() && !one.pool.empty()) result.push_back(one.from);
    }
    return result;
}

std::vector<std::string> sower::columns_of_to() const {
    std::vector<std::string> result;
    for (const slot& one : slots_)
        result.insert(result.end(), one.to.begin(), one.to.end());
    return result;
}

/// What is wrong with the row whose values are bound; nothing if it is there now.
std::string run_insert(SQLite::Statement& statement) {
    const int code = statement.tryExecuteStep();
    const std::string trouble = code == SQLITE_DONE ? std::string() : statement.getErrorMsg();
    statement.tryReset();
    return trouble;
}

std::string sower::insert_from(const row& choice) {
    int place = 0;
    for (std::size_t at = 0; at < slots_.size(); ++at) {
        const slot& one = slots_[at];
        if (!one.from.empty() && !one.pool.empty()) bind(insert_from_, ++place, one.pool[choice[at]]);
    }
    return run_insert(insert_from_);
}

std::string sower::insert_to(const std::vector<value>& values) {
    int place = 0;
    for (std::size_t at = 0; at < slots_.size(); ++at) {
        for (std::size_t time = 0; time < slots_[at].to.size(); ++time)
            bind(insert_to_, ++place, values[at]);
    }
    return run_insert(insert_to_);
}

std::vector<value> sower::values_of(const row& choice) const {
    std::vector<value> result;
    for (std::size_t at = 0; at < slots_.size(); ++at)
        result.push_back(slots_[at].pool.empty() ? value{} : slots_[at].pool[choice[at]]);
    return result;
}

/// Replaces the values by what `from` makes of them: converted to its types, and computed. Returns what is
/// wrong with the row.
std::string sower::read_back(const row& choice, std::vector<value>& values) {
    std::vector<std::string> columns;
    for (const slot& one : slots_)
        columns.push_back(one.from.empty() ? "NULL" : one.from);
    const std::string table = quote_name(pair_.from.name);
    from_.exec(fmt::format("SAVEPOINT alone; DELETE FROM {}", table));
    std::string trouble = insert_from(choice);
    if (trouble.empty() && !columns.empty()) {
        SQLite::Statement stored(from_, fmt::format("SELECT {} FROM {}", fmt::join(columns, ", "), table));
        stored.executeStep();
        for (std::size_t at = 0; at < slots_.size(); ++at)
            if (!slots_[at].from.empty()) values[at] = read(stored, static_cast<int>(at));
    }
    from_.exec("ROLLBACK TO alone; RELEASE alone");
    return trouble;
}

/// Puts a row into both tables or neither, and says what is wrong with it.
std::string sower::attempt(const row& choice) {
    std::vector<value> values = values_of(choice);
    std::string trouble = keeps_content(pair_.from) ? read_back(choice, values) : std::string();
    if (!trouble.empty()) return trouble;
    to_.exec("SAVEPOINT seed");
    trouble = insert_to(values);
    if (trouble.empty()) trouble = insert_from(choice);
    if (!trouble.empty()) to_.exec("ROLLBACK TO seed");
    to_.exec("RELEASE seed");
    return trouble;
}

/// The slots by number, first those that SQLite speaks of.
std::vector<std::size_t> sower::order_for(const std::string& trouble) const {
    std::vector<std::size_t> result(slots_.size());
    std::iota(result.begin(), result.end(), std::size_t{0});
    std::stable_partition(result.begin(), result.end(), [&](std::size_t at) {
        const auto speaks_of = [&](const std::string& spelled) {
            return !spelled.empty() && trouble.find(unquote(spelled)) != trouble.npos;
        };
        return speaks_of(slots_[at].from) ||
               std::any_of(slots_[at].to.begin(), slots_[at].to.end(), speaks_of);
    });
    return result;
}

bool sower::find(std::size_t number) {
    constexpr int most_attempts = 3000;
    row first;
    for (std::size_t at = 0; at < slots_.size(); ++at) {
        const std::size_t wished = number == row_of_nulls ? place_of_null : number * (at % 3 + 1);
        first.push_back(slots_[at].pool.empty() ? 0 : wished % slots_[at].pool.size());
    }
    std::string trouble = attempt(first);
    if (trouble.empty()) return true;
    std::set<std::string> seen{trouble};
    std::deque<std::pair<row, std::string>> open{{std::move(first), std::move(trouble)}};
    for (int attempts = 0; !open.empty(); open.pop_front()) {
        for (const std::size_t at : order_for(open.front().second)) {
            const std::size_t values = slots_[at].pool.size();
            for (std::size_t other = 1; other < values; ++other) {
                row choice = open.front().first;
                choice[at] = (choice[at] + other) % values;
                std::string now = attempt(choice);
                if (now.empty()) return true;
                if (++attempts > most_attempts) return false;
                if (seen.insert(now).second) open.emplace_back(std::move(choice), std::move(now));
            }
        }
    }
    return false;
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
    for (std::size_t number = 0; number <= row_of_nulls; ++number)
        found += rows.find(number) ? 1 : 0;
    return found;
}

} // namespace headway::compiler
