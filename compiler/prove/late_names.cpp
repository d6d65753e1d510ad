#include "prove/late_names.hpp"

#include "prove/failure.hpp"
#include "prove/statement_words.hpp"
#include "prove/trial.hpp"
#include "read/place.hpp"
#include "schema/rowid.hpp"
#include "sql/missing.hpp"
#include "sql/name.hpp"

#include <SQLiteCpp/Database.h>
#include <fmt/format.h>
#include <sqlite3.h>

#include <algorithm>

namespace headway::compiler {
using namespace detail;
namespace {

/// Bytes of a section.
struct span {
    std::size_t begin;
    std::size_t end;
};

/// What stands in brackets behind DEFAULT in a statement that makes or alters a table.
std::vector<span> default_expressions(std::string_view sql, const watched_statement& statement) {
    const bool of_table = (statement.does(SQLITE_CREATE_TABLE) || statement.does(SQLITE_ALTER_TABLE)) &&
                          !statement.does(SQLITE_CREATE_VTABLE);
    std::vector<span> result;
    if (!of_table) return result;
    const statement_words all = words_of(sql, statement.begin, statement.end);
    for (std::size_t at = 0; at + 1 < all.size(); ++at) {
        if (all[at].text != "default" || all[at + 1].text != "(") continue;
        const std::size_t close = closing(all, at + 1);
        if (close < all.size()) result.push_back({all[at + 1].at.begin, all[close].at.end});
    }
    return result;
}

/// What SQLite has against a statement, if anything.
std::optional<statement_failure> failure_of(SQLite::Database& database, const std::string& sql) {
    sqlite3* const db = database.getHandle();
    sqlite3_stmt* statement = nullptr;
    const int code = sqlite3_prepare_v2(db, sql.c_str(), -1, &statement, nullptr);
    sqlite3_finalize(statement);
    if (code == SQLITE_OK) return std::nullopt;
    const std::string message = sqlite3_errmsg(db);
    std::size_t offset = find_missing(sql, 0, message).value_or(0);
#if SQLITE_VERSION_NUMBER >= 3038000
    if (const int place = sqlite3_error_offset(db); place >= 0) offset = static_cast<std::size_t>(place);
#endif
    return statement_failure{false, headway::error_code::statement, offset, message, sql, code};
}

/// The column that `ALTER TABLE … ADD COLUMN` adds, if it is still in the table behind the section.
struct added_column {
    const schema_object* table = nullptr;
    const table_column* column = nullptr;
    std::size_t offset = 0; ///< Of its name.
};
added_column added_by(std::string_view sql, const watched_statement& statement, const schema& reached) {
    const watched_action* const alter = statement.find(SQLITE_ALTER_TABLE);
    if (alter == nullptr) return {};
    const schema_object* const table = reached.find(object_kind::table, alter->second);
    const statement_words all = words_of(sql, statement.begin, statement.end);
    const std::size_t verb = all.size() > 3 && all[3].text == "." ? 5 : 3;
    if (table == nullptr || all.size() < verb + 3 || all[verb].text != "add") return {};
    const word& name = all[verb + 1].text == "column" ? all[verb + 2] : all[verb + 1];
    return {table, find_column(*table->structure, unquote(name.text)), name.at.begin};
}

/// What a STRICT table has against the default of a column.
std::string refused_default(const schema_object& table, const table_column& column) {
    if (!table.structure->strict || column.default_value.empty() || column.generated()) return {};
    SQLite::Database alone(":memory:", SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
    const std::string name = quote_name(table.name);
    // A word alone is text, unless it stands in brackets.
    const std::string value =
        column.default_meaning.size() == 1 ? column.default_value : "(" + column.default_value + ")";
    const bool made = alone.tryExec("CREATE TABLE " + name + " (" + quote_name(column.name) + " " +
                                    column.type + " DEFAULT " + value + ") STRICT") == SQLITE_OK;
    const bool refused = made && alone.tryExec("INSERT INTO " + name + " DEFAULT VALUES") != SQLITE_OK;
    return refused ? alone.getErrorMsg() : "";
}

} // namespace

std::vector<watched_action> late_actions(const section& of, const watched_statement& statement,
                                         const schema& reached, replay& state) {
    std::vector<watched_action> result;
    const auto add = [&](const std::string& use) {
        if (use.empty()) return;
        const auto more = state.actions_of(use);
        result.insert(result.end(), more.begin(), more.end());
    };
    for (const span& each : default_expressions(of.sql(), statement))
        add("EXPLAIN SELECT " + std::string(of.sql().substr(each.begin, each.end - each.begin)));
    for (const auto& [code, kind] : {std::pair{SQLITE_CREATE_VIEW, object_kind::view},
                                     std::pair{SQLITE_CREATE_TRIGGER, object_kind::trigger}}) {
        const watched_action* const made = statement.find(code);
        const schema_object* const object = made == nullptr ? nullptr : reached.find(kind, made->first);
        if (object != nullptr) add(use_of(state.database(), *object));
    }
    return result;
}

void find_broken_defaults(const section& of, const statement_log& log, const schema& reached,
                          SQLite::Database& database, findings& found) {
    constexpr std::string_view query = "SELECT ";
    for (const watched_statement& statement : log.statements()) {
        const added_column added = added_by(of.sql(), statement, reached);
        const std::string refused = added.column ? refused_default(*added.table, *added.column) : "";
        if (!refused.empty())
            found.push_back({rule::fails_on_rows,
                             token_at(of, added.offset),
                             fmt::format("rows that exist would hold what the table refuses: {}", refused),
                             {{{}, "correct the DEFAULT, or the type of the column"}}});
        for (const span& each : default_expressions(of.sql(), statement)) {
            const std::string_view expression = of.sql().substr(each.begin, each.end - each.begin);
            auto failed = failure_of(database, std::string(query).append(expression));
            if (!failed) continue;
            failed->offset = each.begin + std::max(failed->offset, query.size()) - query.size();
            found.push_back(describe_failure(of, *failed, log));
        }
    }
}

} // namespace headway::compiler
