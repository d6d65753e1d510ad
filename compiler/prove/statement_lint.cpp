#include "prove/lint.hpp"
#include "prove/statement_words.hpp"
#include "read/place.hpp"
#include "sql/lexeme.hpp"
#include "sql/name.hpp"

#include <SQLiteCpp/Database.h>
#include <fmt/format.h>
#include <sqlite3.h>

#include <algorithm>
#include <array>
#include <memory>

namespace headway::compiler {
namespace {

bool is_schema_change(const watched_statement& statement) {
    return std::any_of(statement.actions.begin(), statement.actions.end(), [](const watched_action& each) {
        return (each.code >= SQLITE_CREATE_INDEX && each.code <= SQLITE_CREATE_VIEW) ||
               (each.code >= SQLITE_DROP_INDEX && each.code <= SQLITE_DROP_VIEW) ||
               each.code == SQLITE_ALTER_TABLE || each.code == SQLITE_CREATE_VTABLE ||
               each.code == SQLITE_DROP_VTABLE;
    });
}

constexpr std::array<std::string_view, 5> always_different{"random", "randomblob", "current_timestamp",
                                                           "current_date", "current_time"};
constexpr std::array<std::string_view, 6> clocks{"date",      "time",     "datetime",
                                                 "julianday", "strftime", "unixepoch"};

/// Whether the call that begins at `words[at]` asks for the present time.
bool asks_the_clock(const statement_words& words, std::size_t at) {
    if (at + 2 >= words.size() || words[at + 1].text != "(") return false;
    if (words[at + 2].text == ")") return words[at].text != "strftime";
    for (std::size_t next = at + 2; next < words.size() && words[next].text != ")"; ++next) {
        if (words[next].text == "'now'") return true;
    }
    return false;
}

const word* find_chance(const statement_words& words, const watched_statement& statement) {
    for (std::size_t at = 0; at < words.size(); ++at) {
        const std::string& text = words[at].text;
        const bool called =
            std::any_of(statement.actions.begin(), statement.actions.end(), [&](const auto& each) {
                return each.code == SQLITE_FUNCTION && same_name(each.second, text);
            });
        if (!called || words[at].at.kind != token_kind::word) continue;
        if (std::find(always_different.begin(), always_different.end(), text) != always_different.end() ||
            (std::find(clocks.begin(), clocks.end(), text) != clocks.end() && asks_the_clock(words, at)))
            return &words[at];
    }
    return nullptr;
}

/// Switches off that a string may stand in double quotes, as long as it lives.
class strict_quotes {
public:
    explicit strict_quotes(sqlite3* db) : db_(db) {
        for (std::size_t each = 0; each < settings.size(); ++each) {
            sqlite3_db_config(db_, settings[each], -1, &before_[each]);
            sqlite3_db_config(db_, settings[each], 0, nullptr);
        }
    }
    ~strict_quotes() {
        for (std::size_t each = 0; each < settings.size(); ++each)
            sqlite3_db_config(db_, settings[each], before_[each], nullptr);
    }
    strict_quotes(const strict_quotes&) = delete;
    strict_quotes& operator=(const strict_quotes&) = delete;

private:
    static constexpr std::array settings{SQLITE_DBCONFIG_DQS_DML, SQLITE_DBCONFIG_DQS_DDL};
    sqlite3* db_;
    std::array<int, settings.size()> before_{};
};

/// The string in double quotes that SQLite itself finds when it is told to be strict, as an offset into
/// `sql`.
std::size_t strict_error(sqlite3* db, const std::string& sql) {
    const strict_quotes strict(db);
    sqlite3_stmt* statement = nullptr;
    const int code = sqlite3_prepare_v2(db, sql.c_str(), static_cast<int>(sql.size()), &statement, nullptr);
    sqlite3_finalize(statement);
    if (code == SQLITE_OK || !std::string_view(sqlite3_errmsg(db)).starts_with("no such column: "))
        return sql.npos;
#if SQLITE_VERSION_NUMBER >= 3038000
    const int offset = sqlite3_error_offset(db);
    return offset < 0 ? sql.npos : static_cast<std::size_t>(offset);
#else
    return sql.find('"');
#endif
}

/// `DEFAULT "…"`, which SQLite takes for a string however strict it is.
std::size_t quoted_default(const statement_words& words) {
    for (std::size_t at = 0; at + 1 < words.size(); ++at) {
        if (words[at].text == "default" && words[at + 1].text.front() == '"') return words[at + 1].at.begin;
    }
    return std::string::npos;
}

} // namespace

void find_nondeterminism(const proven_step& step, findings& found) {
    for (const watched_statement& each : step.up.statements()) {
        if (is_schema_change(each) || !(each.does(SQLITE_INSERT) || each.does(SQLITE_UPDATE))) continue;
        const auto words = words_of(step.of.up.sql(), each.begin, each.end);
        const word* chance = find_chance(words, each);
        if (chance == nullptr) continue;
        found.push_back({rule::nondeterministic,
                         token_at(step.of.up, chance->at.begin),
                         fmt::format("{} gives different data in every database", chance->text),
                         {}});
    }
}

void find_quoted_string(const section& of, const watched_statement& statement, SQLite::Database& database,
                        findings& found) {
    const std::string sql(of.sql().substr(statement.begin, statement.end - statement.begin));
    if (sql.find('"') == sql.npos) return;
    std::size_t at = strict_error(database.getHandle(), sql);
    if (at != sql.npos) at += statement.begin;
    if (at == sql.npos && is_schema_change(statement))
        at = quoted_default(words_of(of.sql(), statement.begin, statement.end));
    if (at == sql.npos) return;
    const location where = token_at(of, at);
    const std::string_view token =
        std::string_view(of.where.file->text).substr(where.begin, where.end - where.begin);
    if (token.front() != '"') return;
    found.push_back({rule::quoted_string,
                     where,
                     fmt::format("{} is taken for a string, since nothing has that name: write {}", token,
                                 quote_string(unquote(token))),
                     {}});
}

} // namespace headway::compiler
