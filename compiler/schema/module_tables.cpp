#include "schema/module_tables.hpp"

#include "sql/name.hpp"
#include "sql/statement.hpp"

#include <SQLiteCpp/SQLiteCpp.h>

#include <algorithm>

namespace headway::compiler {
namespace {

constexpr std::string_view probe = "headway_probe";

/// What stands behind the name: SQLite keeps CREATE VIRTUAL TABLE, the name, USING.
std::string_view behind_name(std::string_view sql) {
    std::size_t at = 0;
    for (int word = 0; word < 4; ++word)
        at = next_meaning(sql, at).end;
    return sql.substr(at);
}

std::vector<std::string> tables_of_probe(SQLite::Database& database) {
    std::vector<std::string> names;
    SQLite::Statement row(database, "SELECT name FROM temp.sqlite_schema WHERE type = 'table'");
    while (row.executeStep()) {
        std::string name = fold(row.getColumn(0).getString());
        if (name.starts_with(probe) && name.size() > probe.size()) names.push_back(std::move(name));
    }
    return names;
}

} // namespace

void module_tables::find_owners() {
    owners_.emplace();
    SQLite::Statement row(database_, "SELECT name, sql FROM main.sqlite_schema WHERE type = 'table' AND"
                                     " rootpage = 0 AND sql LIKE 'CREATE VIRTUAL%'");
    while (row.executeStep())
        owners_->push_back({fold(row.getColumn(0).getString()), row.getColumn(1).getString(), {}});
}

/// Makes another virtual table like it, beside the database, and looks what came with it.
std::vector<std::string> module_tables::made_by(const owner& of) {
    std::vector<std::string> ends;
    const std::string made = "temp." + std::string(probe);
    if (database_.tryExec("CREATE VIRTUAL TABLE " + made + std::string(behind_name(of.sql))) != SQLite::OK)
        return ends;
    for (const std::string& name : tables_of_probe(database_))
        ends.push_back(name.substr(probe.size()));
    database_.tryExec("DROP TABLE " + made);
    for (const std::string& name : tables_of_probe(database_))
        database_.tryExec("DROP TABLE temp." + quote_name(name));
    return ends;
}

bool module_tables::has(const std::string& table) {
    if (!owners_) find_owners();
    const std::string name = fold(table);
    return std::any_of(owners_->begin(), owners_->end(), [&](owner& each) {
        if (!name.starts_with(each.name + "_")) return false;
        if (!each.made) each.made = made_by(each);
        const std::string_view end = std::string_view(name).substr(each.name.size());
        return std::find(each.made->begin(), each.made->end(), end) != each.made->end();
    });
}

} // namespace headway::compiler
