#include "rows/paired_rows.hpp"

#include "rows/row_insertion.hpp"
#include "rows/row_search.hpp"
#include "rows/without_triggers.hpp"
#include "schema/full_text.hpp"
#include "schema/rowid.hpp"
#include "sql/name.hpp"

#include <SQLiteCpp/SQLiteCpp.h>
#include <fmt/format.h>
#include <fmt/ranges.h>
#include <sqlite3.h>

#include <algorithm>
#include <optional>
#include <utility>

namespace headway::compiler {
namespace {

/// One value of a row, and where it goes.
struct paired_value {
    std::string from; ///< Spelled column of `from`; empty if only `to` wants it.
    std::vector<std::string> to;
    std::vector<value> pool; ///< Empty for one that is computed from others.
    [[nodiscard]] bool goes_in() const { return !from.empty() && !pool.empty(); }
};

/// The last row to be found is NULL wherever it may be.
constexpr std::size_t row_of_nulls = 3;

/// Whether its rows can be read: a text search may keep none of its text.
bool keeps_content(const schema_object& table) {
    return content_of(table) != "";
}

/// For NULL SQLite would make up a rowid, another one each time.
void forbid_null(paired_value& rowid) {
    std::erase_if(rowid.pool, [](const value& one) { return one.type == value::kind::null; });
}

std::vector<paired_value> pair_values(const table_pair& pair) {
    const table_structure& from = *pair.from.structure;
    const table_structure& to = *pair.to.structure;
    const std::vector<const lexemes*> statements{&pair.from.meaning, &pair.to.meaning};
    const std::string rowid = fold(unquote(rowid_expression(from)));
    std::vector<paired_value> result;
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
        for (paired_value& one : result) {
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
    for (paired_value& one : result) {
        const table_column* const key = rowid_alias(to);
        if (key && std::find(one.to.begin(), one.to.end(), quote_name(key->name)) != one.to.end())
            forbid_null(one);
    }
    if (has_hidden_rowid(to)) give(rowid, std::string(rowid_name(to)));
    return result;
}

std::vector<slot> slots_of(const std::vector<paired_value>& values) {
    std::vector<slot> result;
    for (const paired_value& one : values) {
        slot& added = result.emplace_back(slot{{}, one.pool.size()});
        if (!one.from.empty()) added.names.push_back(unquote(one.from));
        for (const std::string& spelled : one.to)
            added.names.push_back(unquote(spelled));
    }
    return result;
}

std::vector<std::string> columns_of_from(const std::vector<paired_value>& values) {
    std::vector<std::string> result;
    for (const paired_value& one : values) {
        if (one.goes_in()) result.push_back(one.from);
    }
    return result;
}

std::vector<std::string> columns_of_to(const std::vector<paired_value>& values) {
    std::vector<std::string> result;
    for (const paired_value& one : values)
        result.insert(result.end(), one.to.begin(), one.to.end());
    return result;
}

std::string select_from(const std::vector<paired_value>& values, const std::string& table) {
    std::vector<std::string> columns;
    for (const paired_value& one : values)
        columns.push_back(one.from.empty() ? "NULL" : one.from);
    return fmt::format("SELECT {} FROM {}", fmt::join(columns, ", "), quote_name(table));
}

/// A statement that runs again and again, compiled when it is first wanted.
class repeated {
public:
    repeated(SQLite::Database& database, std::string sql) : database_(database), sql_(std::move(sql)) {}
    void run() {
        statement().exec();
        statement().reset();
    }
    SQLite::Statement& statement() {
        if (!statement_) statement_.emplace(database_, sql_);
        return *statement_;
    }

private:
    SQLite::Database& database_;
    std::string sql_;
    std::optional<SQLite::Statement> statement_;
};

/// What is tried in it can be taken back.
struct trial_section {
    trial_section(SQLite::Database& database, const std::string& name)
        : begin(database, "SAVEPOINT " + name),
          take_back(database, "ROLLBACK TO " + name),
          end(database, "RELEASE " + name) {}
    repeated begin, take_back, end;
};

/// Finds rows that both tables take.
class sower {
public:
    sower(SQLite::Database& from, SQLite::Database& to, const table_pair& pair)
        : pair_(pair),
          values_(pair_values(pair)),
          search_(slots_of(values_), [this](const row_choice& choice) { return attempt(choice); }),
          insert_from_(from, pair.from.name, columns_of_from(values_)),
          insert_to_(to, pair.to.name, columns_of_to(values_)),
          alone_(from, "alone"),
          empty_(from, "DELETE FROM " + quote_name(pair.from.name)),
          stored_(from, select_from(values_, pair.from.name)),
          both_(to, "pair") {}
    sower(const sower&) = delete;
    sower& operator=(const sower&) = delete;

    bool find(std::size_t number);

private:
    std::string attempt(const row_choice&);
    std::string insert_from(const row_choice&);
    std::string insert_to(const std::vector<value>&);
    std::vector<value> values_of(const row_choice&) const;
    std::string read_back(const row_choice&, std::vector<value>&);

    const table_pair& pair_;
    std::vector<paired_value> values_;
    row_search search_;
    row_insertion insert_from_;
    row_insertion insert_to_;
    trial_section alone_;
    repeated empty_;
    repeated stored_;
    trial_section both_;
};

std::string sower::insert_from(const row_choice& choice) {
    std::vector<const value*> values;
    for (std::size_t at = 0; at < values_.size(); ++at) {
        if (values_[at].goes_in()) values.push_back(&values_[at].pool[choice[at]]);
    }
    return insert_from_.run(values);
}

std::string sower::insert_to(const std::vector<value>& all) {
    std::vector<const value*> values;
    for (std::size_t at = 0; at < values_.size(); ++at)
        values.insert(values.end(), values_[at].to.size(), &all[at]);
    return insert_to_.run(values);
}

std::vector<value> sower::values_of(const row_choice& choice) const {
    std::vector<value> result;
    for (std::size_t at = 0; at < values_.size(); ++at)
        result.push_back(values_[at].pool.empty() ? value{} : values_[at].pool[choice[at]]);
    return result;
}

/// Replaces the values by what `from` makes of them: converted to its types, and computed. Returns what is
/// wrong with the row.
std::string sower::read_back(const row_choice& choice, std::vector<value>& values) {
    alone_.begin.run();
    empty_.run();
    std::string trouble = insert_from(choice);
    if (trouble.empty() && !values.empty()) {
        SQLite::Statement& stored = stored_.statement();
        stored.executeStep();
        for (std::size_t at = 0; at < values_.size(); ++at)
            if (!values_[at].from.empty()) values[at] = read(stored, static_cast<int>(at));
        stored.reset();
    }
    alone_.take_back.run();
    alone_.end.run();
    return trouble;
}

/// Puts a row into both tables or neither, and says what is wrong with it.
std::string sower::attempt(const row_choice& choice) {
    std::vector<value> values = values_of(choice);
    std::string trouble = keeps_content(pair_.from) ? read_back(choice, values) : std::string();
    if (!trouble.empty()) return trouble;
    both_.begin.run();
    trouble = insert_to(values);
    if (trouble.empty()) trouble = insert_from(choice);
    if (!trouble.empty()) both_.take_back.run();
    both_.end.run();
    return trouble;
}

bool sower::find(std::size_t number) {
    row_choice first;
    for (std::size_t at = 0; at < values_.size(); ++at) {
        const std::size_t wished = number == row_of_nulls ? place_of_null : number * (at % 3 + 1);
        first.push_back(values_[at].pool.empty() ? 0 : wished % values_[at].pool.size());
    }
    return search_.find(std::move(first)).has_value();
}

} // namespace

int make_paired_rows(SQLite::Database& from, SQLite::Database& to, const table_pair& pair) {
    const without_triggers still_from(from);
    const without_triggers still_to(to);
    sower rows(from, to, pair);
    int found = 0;
    for (std::size_t number = 0; number <= row_of_nulls; ++number)
        found += rows.find(number) ? 1 : 0;
    return found;
}

} // namespace headway::compiler
