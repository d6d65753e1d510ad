#include "diagnostics/nearest.hpp"
#include "prove/lint.hpp"
#include "prove/statement_words.hpp"
#include "prove/trial.hpp"
#include "read/place.hpp"
#include "sql/lexeme.hpp"
#include "sql/name.hpp"

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Statement.h>
#include <fmt/format.h>
#include <fmt/ranges.h>
#include <sqlite3.h>

#include <algorithm>
#include <array>
#include <iterator>

namespace headway::compiler {
namespace {

using name_list = std::vector<std::string>;

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

constexpr std::string_view no_column = "no such column: ";

/// What SQLite says of a statement when it is told to be strict, if it misses a column, and where that is.
struct strict_complaint {
    std::string message; ///< Empty if it misses none.
    std::size_t offset = std::string::npos;
};

strict_complaint complain(sqlite3* db, const std::string& sql) {
    const strict_quotes strict(db);
    sqlite3_stmt* statement = nullptr;
    const int code = sqlite3_prepare_v2(db, sql.c_str(), static_cast<int>(sql.size()), &statement, nullptr);
    sqlite3_finalize(statement);
    if (code == SQLITE_OK || !std::string_view(sqlite3_errmsg(db)).starts_with(no_column)) return {};
#if SQLITE_VERSION_NUMBER >= 3038000
    const int offset = sqlite3_error_offset(db);
    return {sqlite3_errmsg(db), offset < 0 ? sql.npos : static_cast<std::size_t>(offset)};
#else
    return {sqlite3_errmsg(db), sql.find('"')};
#endif
}

/// Where that begins which SQLite resolves when it is strict: of a view its SELECT, which it looks at only
/// when somebody reads the view.
std::size_t resolved_from(const statement_words& words, std::size_t begin) {
    const auto is = [](std::string_view text) {
        return [text](const word& each) { return each.text == text; };
    };
    const auto head = words.begin() + std::min<std::ptrdiff_t>(3, std::ssize(words)); // CREATE TEMPORARY VIEW
    if (words.empty() || words.front().text != "create" || std::none_of(words.begin(), head, is("view")))
        return begin;
    const auto as = std::find_if(words.begin(), words.end(), is("as"));
    return words.end() - as > 1 ? (as + 1)->at.begin : begin;
}

/// `DEFAULT "…"`, which SQLite takes for a string however strict it is.
std::size_t quoted_default(const statement_words& words) {
    for (std::size_t at = 0; at + 1 < words.size(); ++at) {
        if (words[at].text == "default" && words[at + 1].text.front() == '"') return words[at + 1].at.begin;
    }
    return std::string::npos;
}

void add_once(const std::string& name, name_list& to) {
    const bool is_known =
        std::any_of(to.begin(), to.end(), [&](const std::string& one) { return same_name(one, name); });
    if (!is_known) to.push_back(name);
}

/// The tables whose columns a statement could have meant.
name_list tables_of(const watched_statement& statement) {
    name_list result;
    for (const watched_action& each : statement.actions) {
        const bool by_first = each.code == SQLITE_READ || each.code == SQLITE_UPDATE ||
                              each.code == SQLITE_DELETE || each.code == SQLITE_CREATE_TABLE;
        const bool by_second = each.code == SQLITE_CREATE_INDEX || each.code == SQLITE_ALTER_TABLE;
        if (!each.cause.empty() || !(by_first || by_second)) continue;
        const std::string& name = by_first ? each.first : each.second;
        if (!name.starts_with("sqlite_")) add_once(name, result);
    }
    return result;
}

/// The tables whose columns a trigger could have meant.
name_list tables_of(const std::vector<watched_action>& use, const schema_object& trigger) {
    name_list result{trigger.table};
    for (const watched_action& each : use) {
        const bool is_use =
            each.code == SQLITE_READ || each.code == SQLITE_UPDATE || each.code == SQLITE_DELETE;
        if (is_use && same_name(each.cause, trigger.name)) add_once(each.first, result);
    }
    return result;
}

/// The text in double quotes of a statement that SQLite's message takes for a column.
std::size_t missed_in(std::string_view sql, const watched_statement& statement, std::string_view message) {
    const std::string_view missed = message.substr(no_column.size());
    for (const word& each : words_of(sql, statement.begin, statement.end)) {
        const std::string_view text = each.at.in(sql);
        if (text.front() == '"' && (missed == unquote(text) || missed.starts_with(text)))
            return each.at.begin;
    }
    return sql.npos;
}

name_list columns_of(SQLite::Database& database, const name_list& tables) {
    name_list result;
    for (const std::string& table : tables) {
        SQLite::Statement column(database, "SELECT name FROM pragma_table_xinfo(?) WHERE hidden <> 1");
        column.bind(1, table);
        while (column.executeStep())
            result.push_back(column.getColumn(0).getString());
    }
    return result;
}

bool could_be_name(std::string_view text) {
    const token first = next_token(text, 0);
    return first.kind == token_kind::word && first.end == text.size();
}

/// What it is called that may have been meant, and how the text is written if that is.
std::string advice_on(std::string_view text, const name_list& columns) {
    constexpr std::size_t most = 12;
    std::string advice = fmt::format("if the text is meant, write {}", quote_string(text));
    if (columns.empty()) return advice;
    const std::vector<std::string_view> choices(columns.begin(), columns.end());
    if (const std::string_view meant = nearest(text, choices); !meant.empty())
        return fmt::format("did you mean the column {}? {}", quote_name(meant), advice);
    const auto end = columns.begin() + static_cast<std::ptrdiff_t>(std::min(columns.size(), most));
    return fmt::format("the columns are {}{}; {}", fmt::join(columns.begin(), end, ", "),
                       columns.size() > most ? ", …" : "", advice);
}

/// `where` is a text in double quotes in a statement that could have meant a column of one of the tables.
void report(const location& where, name_list tables, SQLite::Database& database, findings& found) {
    const std::string_view token =
        std::string_view(where.file->text).substr(where.begin, where.end - where.begin);
    const std::string text = unquote(token);
    if (!could_be_name(text)) tables.clear();
    if (tables.empty()) {
        found.push_back({rule::quoted_string,
                         where,
                         fmt::format("{} is taken for a string, since nothing has that name: write {}", token,
                                     quote_string(text)),
                         {}});
        return;
    }
    found.push_back({rule::quoted_string,
                     where,
                     fmt::format("{} is no column of table {}: SQLite takes it for the text {}, the same in "
                                 "every row",
                                 token, fmt::join(tables, " or "), quote_string(text)),
                     {{{}, advice_on(text, columns_of(database, tables))}}});
}

} // namespace

void find_quoted_string(const section& of, const watched_statement& statement, SQLite::Database& database,
                        findings& found) {
    if (of.sql().substr(statement.begin, statement.end - statement.begin).find('"') == std::string_view::npos)
        return;
    const statement_words words = words_of(of.sql(), statement.begin, statement.end);
    const std::size_t begin = resolved_from(words, statement.begin);
    const std::string sql(of.sql().substr(begin, statement.end - begin));
    const std::size_t strict = complain(database.getHandle(), sql).offset;
    std::size_t at = strict == sql.npos ? strict : strict + begin;
    if (at == sql.npos && changes_schema(statement)) at = quoted_default(words);
    if (at == sql.npos) return;
    const location where = token_at(of, at);
    const std::string_view token =
        std::string_view(of.where.file->text).substr(where.begin, where.end - where.begin);
    if (token.front() != '"') return;
    report(where, strict != sql.npos ? tables_of(statement) : name_list(), database, found);
}

void find_quoted_strings_of_triggers(const section& of, const statement_log& log, const schema& reached,
                                     replay& state, findings& found) {
    for (const watched_statement& statement : log.statements()) {
        const watched_action* const made = statement.find(SQLITE_CREATE_TRIGGER);
        const schema_object* const trigger =
            made == nullptr ? nullptr : reached.find(object_kind::trigger, made->first);
        const std::string use = trigger == nullptr || trigger->sql.find('"') == std::string::npos
                                    ? std::string()
                                    : use_of(state.database(), *trigger);
        if (use.empty()) continue;
        const std::string message = complain(state.database().getHandle(), use).message;
        const std::size_t at = message.empty() ? of.sql().npos : missed_in(of.sql(), statement, message);
        if (at != of.sql().npos)
            report(token_at(of, at), tables_of(state.actions_of(use), *trigger), state.database(), found);
    }
}

} // namespace headway::compiler
