#include "image/contents.hpp"

#include "hash.hpp"
#include "headway/headway.hpp"
#include "sql/name.hpp"

#include <SQLiteCpp/SQLiteCpp.h>
#include <fmt/format.h>
#include <sqlite3.h>

namespace headway::compiler {
namespace {

void add_value(detail::hash& to, const SQLite::Column& value) {
    const auto size = static_cast<std::size_t>(value.getBytes());
    to.add(static_cast<std::uint64_t>(value.getType()));
    to.add(std::uint64_t{size});
    if (size > 0) to.add({static_cast<const char*>(value.getBlob()), size});
}

void add_rows(detail::hash& to, SQLite::Database& database, const std::string& query) {
    SQLite::Statement rows(database, query);
    while (rows.executeStep()) {
        for (int at = 0; at < rows.getColumnCount(); ++at)
            add_value(to, rows.getColumn(at));
    }
}

bool can_prepare(SQLite::Database& database, const std::string& query) {
    sqlite3_stmt* statement = nullptr;
    const int code = sqlite3_prepare_v2(database.getHandle(), query.c_str(), -1, &statement, nullptr);
    sqlite3_finalize(statement);
    return code == SQLITE_OK;
}

/// With the rowid, which tables WITHOUT ROWID lack. What ANALYZE says of Headway's own tables is none of the
/// history's business.
std::string rows_query(SQLite::Database& database, const std::string& table) {
    if (same_name(table, "headway_log"))
        return "SELECT sequence, revision, operation, checksum, headway, application, application_version, "
               "down, parents, compatible_with, flags, version_table FROM headway_log";
    const std::string name = quote_name(table);
    if (same_name(table, "sqlite_stat1") || same_name(table, "sqlite_stat4"))
        return fmt::format("SELECT * FROM {} WHERE tbl NOT IN ('{}', 'headway_log')", name,
                           options{}.version_table);
    std::string query = fmt::format("SELECT _rowid_, * FROM {} NOT INDEXED", name);
    return can_prepare(database, query) ? query : fmt::format("SELECT * FROM {} NOT INDEXED", name);
}

} // namespace

contents contents_of(SQLite::Database& database) {
    contents found;
    for (const char* const pragma : {"user_version", "application_id", "page_size", "encoding"}) {
        detail::hash value;
        add_rows(value, database, fmt::format("PRAGMA {}", pragma));
        found[fmt::format("PRAGMA {}", pragma)] = value.value();
    }
    SQLite::Statement objects(database,
                              "SELECT type, name, sql, tbl_name, type = 'table' AND rootpage > 0 FROM "
                              "sqlite_schema ORDER BY name");
    while (objects.executeStep()) {
        detail::hash object;
        add_value(object, objects.getColumn(2));
        add_value(object, objects.getColumn(3));
        const std::string name = objects.getColumn(1).getString();
        if (objects.getColumn(4).getInt() != 0) add_rows(object, database, rows_query(database, name));
        found[fmt::format("{} {}", objects.getColumn(0).getString(), name)] = object.value();
    }
    return found;
}

std::optional<std::string> first_difference(const contents& left, const contents& right) {
    for (const auto& [name, digest] : left) {
        const auto other = right.find(name);
        if (other == right.end() || other->second != digest) return name;
    }
    for (const auto& [name, digest] : right) {
        if (!left.contains(name)) return name;
    }
    return std::nullopt;
}

} // namespace headway::compiler
