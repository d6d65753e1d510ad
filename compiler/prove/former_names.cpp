#include "prove/former_names.hpp"

#include "sql/lexeme.hpp"
#include "sql/name.hpp"

#include <sqlite3.h>

#include <algorithm>
#include <vector>

namespace headway::compiler {
namespace {

/// `rename to b`, or `rename a to b` without the word COLUMN; empty if nothing is renamed.
std::vector<std::string_view> renaming_in(std::string_view statement) {
    std::vector<std::string_view> words;
    for (const token& each : tokens(statement)) {
        if (each.kind == token_kind::semicolon) break;
        const std::string_view word = each.in(statement);
        const bool is_noise = words.size() == 1 && same_name(word, "column");
        if (!is_noise && (!words.empty() || same_name(word, "rename"))) words.push_back(word);
    }
    return words;
}

} // namespace

std::optional<std::string> table_renamed_to(std::string_view statement) {
    const auto word = renaming_in(statement);
    if (word.size() < 3 || !same_name(word[1], "to")) return std::nullopt;
    return std::string(unquote(word[2]));
}

std::string former_names::table(std::string_view now) const {
    const auto known = tables_.find(fold(now));
    if (known != tables_.end()) return known->second;
    return before_.find(object_kind::table, now) == nullptr ? std::string() : fold(now);
}

former_names::column_name former_names::column(std::string_view table_now, std::string_view now) const {
    column_name name{table(table_now), fold(now)};
    const auto known = columns_.find(name);
    if (known != columns_.end()) name.second = known->second;
    return name.first.empty() || name.second.empty() ? column_name() : name;
}

void former_names::pass(std::string_view sql, const watched_statement& statement) {
    for (const watched_action& each : statement.actions) {
        if (each.code == SQLITE_DROP_TABLE || each.code == SQLITE_DROP_VTABLE)
            tables_[fold(each.first)].clear();
    }
    if (const watched_action* each = statement.find(SQLITE_ALTER_TABLE))
        alter(each->second, sql.substr(statement.begin, statement.end - statement.begin));
}

/// SQLite says which table ALTER TABLE alters, and not how.
void former_names::alter(std::string_view table_now, std::string_view statement) {
    std::string former = table(table_now);
    const auto word = renaming_in(statement);
    if (word.size() > 2 && same_name(word[1], "to")) {
        tables_[fold(table_now)].clear();
        tables_[fold(unquote(word[2]))] = std::move(former);
        return;
    }
    if (word.size() < 4 || !same_name(word[2], "to")) return;
    std::string column_before = column(table_now, unquote(word[1])).second;
    columns_[{former, fold(unquote(word[1]))}].clear();
    columns_[{std::move(former), fold(unquote(word[3]))}] = std::move(column_before);
}

} // namespace headway::compiler
