#include "schema/structure.hpp"

#include "sql/name.hpp"

#include <SQLiteCpp/SQLiteCpp.h>
#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace headway::compiler {
namespace {

std::string pragma(std::string_view name, std::string_view argument) {
    return fmt::format("PRAGMA main.{}({})", name, quote_string(argument));
}

std::string folded(const SQLite::Column& column) {
    return column.isNull() ? std::string() : fold(column.getString());
}

} // namespace

pragmas::pragmas(SQLite::Database& database, bool many, bool has_virtual) : database_(database) {
    if (has_virtual) kept_.emplace(database);
    if (many) list_tables("PRAGMA main.table_list");
}

void pragmas::list_tables(const std::string& sql) {
    SQLite::Statement row(database_, sql);
    while (row.executeStep()) {
        listed_[fold(row.getColumn(1).getString())] = {
            row.getColumn(2).getString(), row.getColumn(4).getInt() != 0, row.getColumn(5).getInt() != 0};
    }
}

const pragmas::listed& pragmas::list(const std::string& table) {
    const std::string key = fold(table);
    if (!listed_.contains(key)) list_tables(pragma("table_list", table));
    return listed_[key];
}

bool pragmas::is_shadow(const std::string& table) {
    const std::string& type = list(table).type;
    return type == "shadow" || (type == "table" && kept_ && kept_->has(table));
}

/// Whatever stands between the words of a type, `VARCHAR(64)` and `varchar ( 64 )` are one.
const std::string& pragmas::meaning_of_type(const std::string& declared) {
    const auto [place, added] = types_.try_emplace(declared);
    if (added) place->second = fold(to_string(normalise(declared, statement_kind::other)));
    return place->second;
}

std::vector<table_column> pragmas::columns(const std::string& table) {
    std::vector<table_column> result;
    SQLite::Statement row(database_, pragma("table_xinfo", table));
    while (row.executeStep()) {
        table_column column;
        column.name = row.getColumn(1).getString();
        column.type = row.getColumn(2).getString();
        column.type_meaning = meaning_of_type(column.type);
        column.not_null = row.getColumn(3).getInt() != 0;
        if (!row.getColumn(4).isNull()) {
            column.default_value = row.getColumn(4).getString();
            column.default_meaning = normalise_default(column.default_value);
        }
        column.primary_key = row.getColumn(5).getInt();
        column.hidden = row.getColumn(6).getInt();
        result.push_back(std::move(column));
    }
    return result;
}

std::vector<index_structure>& pragmas::indexes(const std::string& table) {
    const auto [place, added] = indexes_.try_emplace(fold(table));
    if (!added) return place->second;
    SQLite::Statement row(database_, pragma("index_list", table));
    while (row.executeStep()) {
        index_structure index;
        index.name = row.getColumn(1).getString();
        index.unique = row.getColumn(2).getInt() != 0;
        index.origin = row.getColumn(3).getString();
        index.partial = row.getColumn(4).getInt() != 0;
        place->second.push_back(std::move(index));
    }
    return place->second;
}

std::vector<index_structure::part> pragmas::parts(const std::string& index) {
    std::vector<index_structure::part> result;
    SQLite::Statement row(database_, pragma("index_xinfo", index));
    while (row.executeStep()) {
        result.push_back({folded(row.getColumn(2)), row.getColumn(1).getInt() == -2,
                          row.getColumn(3).getInt() != 0, folded(row.getColumn(4)),
                          row.getColumn(5).getInt() != 0});
    }
    return result;
}

index_structure pragmas::index(const std::string& table, std::string_view name) {
    for (const index_structure& found : indexes(table)) {
        if (!same_name(found.name, name)) continue;
        index_structure result = found;
        result.parts = parts(found.name);
        result.name = fold(result.name);
        return result;
    }
    return {};
}

std::vector<foreign_key> pragmas::foreign_keys(const std::string& table) {
    std::vector<foreign_key> result;
    int last = -1;
    SQLite::Statement row(database_, pragma("foreign_key_list", table));
    while (row.executeStep()) {
        const int id = row.getColumn(0).getInt();
        if (std::exchange(last, id) != id) {
            result.push_back({folded(row.getColumn(2)),
                              {},
                              {},
                              row.getColumn(5).getString(),
                              row.getColumn(6).getString(),
                              row.getColumn(7).getString()});
        }
        result.back().from.push_back(folded(row.getColumn(3)));
        result.back().to.push_back(folded(row.getColumn(4)));
    }
    return result;
}

table_structure pragmas::table(const std::string& name, const std::string& sql) {
    table_structure result;
    const listed& of = list(name);
    result.is_virtual = of.type == "virtual";
    result.without_rowid = of.without_rowid;
    result.strict = of.strict;
    result.columns = columns(name);
    if (fold(sql).find("references") != std::string::npos) result.foreign_keys = foreign_keys(name);
    for (const index_structure& found : indexes(name)) {
        if (found.origin != "c") result.constraints.push_back(index(name, found.name));
    }
    std::sort(result.constraints.begin(), result.constraints.end(),
              [](const index_structure& a, const index_structure& b) { return a.name < b.name; });
    return result;
}

} // namespace headway::compiler
