#include "prove/lint.hpp"
#include "prove/place.hpp"
#include "schema/lexeme.hpp"
#include "schema/name.hpp"

#include <SQLiteCpp/Database.h>
#include <fmt/format.h>
#include <sqlite3.h>

#include <algorithm>
#include <array>
#include <memory>

namespace headway::compiler {
namespace {

/// A token of a section and its text, folded.
struct word {
    token at;
    std::string text;
};

/// The tokens of a statement that mean something.
std::vector<word> words_of(std::string_view sql, const watched_statement& statement) {
    std::vector<word> words;
    for (token each = next_meaning(sql, statement.begin);
         each.kind != token_kind::end && each.begin < statement.end; each = next_meaning(sql, each.end))
        words.push_back({each, fold(sql.substr(each.begin, each.end - each.begin))});
    return words;
}

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
bool asks_the_clock(const std::vector<word>& words, std::size_t at) {
    if (at + 2 >= words.size() || words[at + 1].text != "(") return false;
    if (words[at + 2].text == ")") return words[at].text != "strftime";
    for (std::size_t next = at + 2; next < words.size() && words[next].text != ")"; ++next) {
        if (words[next].text == "'now'") return true;
    }
    return false;
}

const word* find_chance(const std::vector<word>& words, const watched_statement& statement) {
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

struct newer_feature {
    std::string_view name;
    int version;
};
/// Functions of SQLite by the version that brought them (https://www.sqlite.org/changes.html), from the
/// oldest that the runtime works with.
constexpr newer_feature newer_functions[] = {
    {"unixepoch", 3038000},    {"format", 3038000},        {"unhex", 3041000},
    {"octet_length", 3043000}, {"timediff", 3043000},      {"concat", 3044000},
    {"concat_ws", 3044000},    {"string_agg", 3044000},    {"jsonb", 3045000},
    {"jsonb_array", 3045000},  {"jsonb_object", 3045000},  {"jsonb_set", 3045000},
    {"jsonb_insert", 3045000}, {"jsonb_replace", 3045000}, {"jsonb_remove", 3045000},
    {"jsonb_patch", 3045000},  {"jsonb_extract", 3045000}, {"jsonb_each", 3045000},
    {"unistr", 3050000},
};

int version_of_function(std::string_view name) {
    const auto* found = std::find_if(std::begin(newer_functions), std::end(newer_functions),
                                     [&](const newer_feature& each) { return same_name(each.name, name); });
    return found == std::end(newer_functions) ? 0 : found->version;
}

/// The syntax that begins at `words[at]`; version 0 if every SQLite knows it.
newer_feature syntax_at(const std::vector<word>& words, std::size_t at) {
    const auto is = [&](std::size_t ahead, std::string_view text) {
        return at + ahead < words.size() && words[at + ahead].text == text;
    };
    if (is(0, "->") || is(0, "->>")) return {"the operator -> or ->>", 3038000};
    if ((is(0, "right") || is(0, "full")) && (is(1, "join") || (is(1, "outer") && is(2, "join"))))
        return {"a RIGHT or FULL JOIN", 3039000};
    if (is(0, "is") &&
        ((is(1, "distinct") && is(2, "from")) || (is(1, "not") && is(2, "distinct") && is(3, "from"))))
        return {"IS DISTINCT FROM", 3039000};
    return {"", 0};
}

std::string version_text(int version) {
    return fmt::format("{}.{}", version / 1'000'000, version / 1000 % 1000);
}

void add_newer(const section& of, const word& at, std::string_view what, int version, int minimum,
               findings& found) {
    found.push_back({rule::newer_sqlite,
                     token_at(of, at.at.begin),
                     fmt::format("{} needs SQLite {}; MINIMUM_SQLITE is {}", what, version_text(version),
                                 version_text(minimum)),
                     {}});
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
std::size_t quoted_default(const std::vector<word>& words) {
    for (std::size_t at = 0; at + 1 < words.size(); ++at) {
        if (words[at].text == "default" && words[at + 1].text.front() == '"') return words[at + 1].at.begin;
    }
    return std::string::npos;
}

} // namespace

void find_nondeterminism(const proven_step& step, findings& found) {
    for (const watched_statement& each : step.up.statements()) {
        if (is_schema_change(each) || !(each.does(SQLITE_INSERT) || each.does(SQLITE_UPDATE))) continue;
        const auto words = words_of(step.of.up.sql(), each);
        const word* chance = find_chance(words, each);
        if (chance == nullptr) continue;
        found.push_back({rule::nondeterministic,
                         token_at(step.of.up, chance->at.begin),
                         fmt::format("{} gives different data in every database", chance->text),
                         {}});
    }
}

void find_newer_sql(const section& of, const statement_log& log, int minimum, findings& found) {
    for (const watched_statement& statement : log.statements()) {
        const auto words = words_of(of.sql(), statement);
        for (std::size_t at = 0; at < words.size(); ++at) {
            const bool called =
                words[at].at.kind == token_kind::word &&
                std::any_of(statement.actions.begin(), statement.actions.end(), [&](const auto& each) {
                    return each.code == SQLITE_FUNCTION && same_name(each.second, words[at].text);
                });
            const int version = called ? version_of_function(words[at].text) : 0;
            if (version > minimum) add_newer(of, words[at], words[at].text + "()", version, minimum, found);
            const newer_feature syntax = syntax_at(words, at);
            if (syntax.version > minimum)
                add_newer(of, words[at], syntax.name, syntax.version, minimum, found);
        }
    }
}

void find_quoted_string(const section& of, const watched_statement& statement, SQLite::Database& database,
                        findings& found) {
    const std::string sql(of.sql().substr(statement.begin, statement.end - statement.begin));
    if (sql.find('"') == sql.npos) return;
    std::size_t at = strict_error(database.getHandle(), sql);
    if (at != sql.npos) at += statement.begin;
    if (at == sql.npos && is_schema_change(statement)) at = quoted_default(words_of(of.sql(), statement));
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
