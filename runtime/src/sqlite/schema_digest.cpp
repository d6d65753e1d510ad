#include "sqlite/schema_digest.hpp"

#include "hash.hpp"
#include "headway/error.hpp"
#include "sql/normalise.hpp"
#include "sql/spelled_name.hpp"
#include "sqlite/connection.hpp"
#include "sqlite/statement.hpp"
#include "text.hpp"

#include <sqlite3.h>

#include <algorithm>

namespace headway::detail {
namespace {

/// Names are one kind however they are written, and what is in doubt is taken for a name.
std::uint64_t digest_of(const lexeme& one) {
    hash of;
    const bool is_name = one.kind == lexeme_kind::name || one.kind == lexeme_kind::either ||
                         (one.kind == lexeme_kind::word && !is_value(one.text));
    of.add(static_cast<std::uint64_t>(is_name ? lexeme_kind::name : one.kind));
    of.add(one.kind == lexeme_kind::either ? fold(one.text) : one.text);
    return of.value();
}

lexemes read(std::string_view kind_and_name, std::string_view sql) {
    const bool is_table = kind_and_name.substr(0, 6) == "table ";
    return normalise(sql, is_table ? kind_of_table(sql) : statement_kind::other);
}

/// A few lexemes from the one before `index` on.
std::string some_of(const lexemes& all, std::size_t index) {
    std::string text;
    for (std::size_t at = index == 0 ? 0 : index - 1; at < std::min(all.size(), index + 3); ++at) {
        const bool is_string = all[at].kind == lexeme_kind::literal && all[at].text.front() == '\'';
        text += joined({text.empty() ? "" : " ", all[at].text, is_string ? "'" : ""});
    }
    return text;
}

[[noreturn]] void fail(sqlite3* db) {
    const int code = sqlite3_extended_errcode(db);
    throw error(code_of(code, error_code::database),
                joined({"could not read the schema: ", sqlite3_errmsg(db)}), code);
}

/// Calls `each` with the statement on each of its rows.
template <class Each>
void read_rows(sqlite3* db, sqlite_statement& query, Each each) {
    int code = query.step();
    for (; code == SQLITE_ROW; code = query.step()) {
        each();
    }
    if (code != SQLITE_DONE) fail(db);
}

/// Virtual tables keep their rows in tables of their own, which belong to their module.
void remove_shadows(sqlite3* db, std::vector<digested_object>& objects) {
    sqlite_statement query;
    if (query.prepare(
            db, "SELECT 'table ' || name FROM pragma_table_list WHERE schema = 'main' AND type = 'shadow'") !=
        SQLITE_OK)
        fail(db);
    read_rows(db, query, [&] {
        const auto shadow = std::find_if(objects.begin(), objects.end(), [&](const digested_object& one) {
            return one.name == query.text(0);
        });
        if (shadow != objects.end()) objects.erase(shadow);
    });
}

/// What a module does not tell SQLite of.
void mark_module_tables(sqlite3* db, std::vector<digested_object>& objects) {
    sqlite_statement query;
    if (query.prepare(db,
                      "SELECT o.type || ' ' || o.name FROM (SELECT lower(name) || '_' AS beginning FROM "
                      "main.sqlite_schema WHERE type = 'table' AND rootpage = 0) AS v, main.sqlite_schema "
                      "AS o WHERE instr(lower(o.tbl_name), v.beginning) = 1") != SQLITE_OK)
        fail(db);
    read_rows(db, query, [&] {
        for (digested_object& one : objects) {
            if (one.name == query.text(0)) one.may_be_modules = true;
        }
    });
}

} // namespace

std::uint64_t digest_of(const lexemes& statement) {
    hash of;
    for (const lexeme& one : statement) {
        of.add(digest_of(one));
    }
    return of.value();
}

std::uint64_t digest_of(std::string_view kind_and_name, std::string_view sql) {
    return digest_of(read(kind_and_name, sql));
}

std::string where_they_part(std::string_view kind_and_name, std::string_view due, std::string_view live) {
    const lexemes one = read(kind_and_name, live);
    const lexemes other = read(kind_and_name, due);
    const auto same = [](const lexeme& a, const lexeme& b) { return digest_of(a) == digest_of(b); };
    const auto index = static_cast<std::size_t>(
        std::mismatch(one.begin(), one.end(), other.begin(), other.end(), same).first - one.begin());
    return joined({"`", some_of(one, index), "` instead of `", some_of(other, index), "`"});
}

std::vector<digested_object> read_objects(sqlite3* db, std::string_view version_table) {
    sqlite_statement query;
    if (query.prepare(db,
                      "SELECT type || ' ' || name, sql, type = 'table' AND rootpage = 0, tbl_name FROM "
                      "main.sqlite_schema "
                      "WHERE sql IS NOT NULL AND substr(name, 1, 7) <> 'sqlite_' COLLATE NOCASE "
                      "AND tbl_name COLLATE NOCASE NOT IN (?1, 'headway_log') ORDER BY 1 COLLATE NOCASE") !=
            SQLITE_OK ||
        query.bind(1, version_table) != SQLITE_OK)
        fail(db);
    std::vector<digested_object> objects;
    bool has_virtual = false;
    read_rows(db, query, [&] {
        has_virtual = has_virtual || query.number(2) != 0;
        objects.push_back({std::string(query.text(0)), std::string(query.text(1)),
                           digest_of(query.text(0), query.text(1)), std::string(query.text(3))});
    });
    if (!has_virtual) return objects;
    remove_shadows(db, objects);
    mark_module_tables(db, objects);
    return objects;
}

std::uint64_t digest_of(const std::vector<digested_object>& objects) {
    hash of;
    for (const digested_object& one : objects) {
        of.add(fold(one.name));
        of.add(one.digest);
    }
    return of.value();
}

bool comes_before(std::string_view left, std::string_view right) noexcept {
    const int order =
        sqlite3_strnicmp(left.data(), right.data(), static_cast<int>(std::min(left.size(), right.size())));
    return order != 0 ? order < 0 : left.size() < right.size();
}

} // namespace headway::detail
