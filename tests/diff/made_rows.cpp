#include "diff/made_rows.hpp"

#include "diff/database_image.hpp"

#include <SQLiteCpp/SQLiteCpp.h>
#include <sqlite3.h>

#include <iterator>
#include <map>

namespace headway::tests {
namespace {

struct parent_column {
    std::string table;
    std::string column; ///< Empty for the primary key.
};

std::map<std::string, parent_column> parents_of(SQLite::Database& database, const std::string& table) {
    std::map<std::string, parent_column> result;
    SQLite::Statement keys(database, "SELECT lower(\"from\"), \"table\", coalesce(\"to\", '') FROM "
                                     "pragma_foreign_key_list(" +
                                         in_quotes(table) + ")");
    while (keys.executeStep())
        result[keys.getColumn(0).getString()] = {keys.getColumn(1).getString(),
                                                 keys.getColumn(2).getString()};
    return result;
}

/// A value that a row of the parent has, as a literal.
std::string key_of_parent(SQLite::Database& database, const parent_column& of) {
    try {
        const std::string column = of.column.empty() ? "rowid" : in_quotes(of.column);
        SQLite::Statement row(database,
                              "SELECT quote(" + column + ") FROM " + in_quotes(of.table) + " LIMIT 1");
        if (row.executeStep()) return row.getColumn(0).getString();
    } catch (const SQLite::Exception&) { // the parent is no more, or has no such column
    }
    return "NULL";
}

class row_maker {
public:
    row_maker(SQLite::Database& database, chance& random, const seen_table& table)
        : database_(database), random_(random), table_(table), parents_(parents_of(database, table.name)) {}
    void make() {
        const std::size_t rows = random_.below(6);
        for (std::size_t row = 0; row < rows; ++row)
            for (int tries = 0; tries < 12 && !try_one(row); ++tries) {
            }
        if (table_.counts && random_.one_in(2)) count_ahead();
    }

private:
    bool try_one(std::size_t row);
    std::string value_for(const seen_column&, std::size_t row);
    void count_ahead() {
        database_.exec("UPDATE sqlite_sequence SET seq = seq + 17 WHERE name = " + in_quotes(table_.name) +
                       " COLLATE NOCASE");
    }

    SQLite::Database& database_;
    chance& random_;
    const seen_table& table_;
    std::map<std::string, parent_column> parents_;
};

std::string row_maker::value_for(const seen_column& column, std::size_t row) {
    if (column.name == table_.alias) return std::to_string(1 + row * 3 + random_.below(3));
    if (table_.kind == table_kind::rtree)
        return std::to_string(random_.below(2) + (column.name.back() == '1' ? 10 : 0));
    const auto parent = parents_.find(column.name);
    if (parent != parents_.end() && !random_.one_in(4)) return key_of_parent(database_, parent->second);
    return made_value(random_);
}

bool row_maker::try_one(std::size_t row) {
    std::string columns;
    std::string values;
    const auto give = [&](const std::string& column, const std::string& value) {
        columns += (columns.empty() ? "" : ", ") + column;
        values += (values.empty() ? "" : ", ") + value;
    };
    if (!table_.rowid().empty() && table_.alias.empty())
        give(table_.rowid(), std::to_string(1 + row * 5 + random_.below(5)));
    for (const seen_column& column : table_.columns) {
        const bool left_out = column.name != table_.alias && random_.one_in(8);
        if (!column.generated && !left_out) give(in_quotes(column.name), value_for(column, row));
    }
    if (columns.empty()) return true;
    return database_.tryExec("INSERT OR ABORT INTO " + in_quotes(table_.name) + " (" + columns +
                             ") VALUES (" + values + ")") == SQLITE_OK;
}

} // namespace

std::string made_value(chance& random) {
    static constexpr const char* values[] = {
        "NULL",         "0",     "1",     "2",       "7",     "-3",      "40",  "1000000000000",
        "1.5",          "-0.25", "2.0",   "''",      "'a'",   "'A'",     "'b'", "'b '",
        "'12'",         "'x y'", "'1.0'", "'it''s'", "'7up'", "'Ünder'", "x''", "x'00ff'",
        "'2026-01-02'", "5",     "6",     "8",       "'c'",   "'dd'",    "11",  "12.5"};
    return random.of(values);
}

void make_rows(SQLite::Database& database, chance& random) {
    const quiet_triggers still(database);
    for (const seen_table& table : tables_of(database)) {
        if (table.kind != table_kind::search_elsewhere) row_maker(database, random, table).make();
    }
    refill_searches(database);
}

void refill_searches(SQLite::Database& database) {
    for (const seen_table& table : tables_of(database)) {
        if (table.kind == table_kind::search_elsewhere)
            database.tryExec("INSERT INTO " + in_quotes(table.name) + " (" + in_quotes(table.name) +
                             ") VALUES ('rebuild')");
    }
}

quiet_triggers::quiet_triggers(SQLite::Database& database) : database_(database) {
    sqlite3_db_config(database_.getHandle(), SQLITE_DBCONFIG_ENABLE_TRIGGER, 0, nullptr);
}

quiet_triggers::~quiet_triggers() {
    sqlite3_db_config(database_.getHandle(), SQLITE_DBCONFIG_ENABLE_TRIGGER, 1, nullptr);
}

} // namespace headway::tests
