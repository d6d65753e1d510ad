#include "prove/small_print.hpp"

#include "schema/checks.hpp"
#include "sql/lexeme.hpp"
#include "sql/name.hpp"
#include "sql/table_text.hpp"

#include <algorithm>
#include <set>

namespace headway::compiler {
namespace {

bool has_words(const lexemes& in, std::initializer_list<std::string_view> words) {
    return std::search(in.begin(), in.end(), words.begin(), words.end(),
                       [](const lexeme& one, std::string_view word) {
                           return one.kind == lexeme_kind::word && one.text == word;
                       }) != in.end();
}

/// Takes the words `ON CONFLICT …` out of a part of a table, and returns the last of them.
std::string take_conflict_clause(lexemes& part) {
    for (std::size_t at = 0; at + 2 < part.size(); ++at) {
        if (part[at].text != "on" || part[at + 1].text != "conflict") continue;
        const std::string action = part[at + 2].text;
        const auto begin = part.begin() + static_cast<std::ptrdiff_t>(at);
        part.erase(begin, begin + 3);
        return action == "abort" ? "" : action;
    }
    return {};
}

} // namespace

std::map<std::string, conflict_clause> conflict_clauses(const schema_object& table) {
    std::map<std::string, conflict_clause> result;
    const table_text text = split_table(table.sql);
    for (const table_part& part : text.columns) {
        lexemes all = meaning_of(part);
        result["column " + fold(part.name)] = {part.name, take_conflict_clause(all)};
    }
    for (const table_part& part : text.constraints) {
        lexemes all = meaning_of(part);
        std::string action = take_conflict_clause(all);
        const std::string whole = one_line(part.text);
        result[to_string(all)] = {whole.substr(0, fold(whole).rfind(" on conflict ")), std::move(action)};
    }
    return result;
}

bool is_deferred(const schema_object& table, const std::vector<std::string>& from) {
    const table_text text = split_table(table.sql);
    const auto defers = [](const table_part& part) {
        const lexemes all = meaning_of(part);
        return has_words(all, {"initially", "deferred"}) && !has_words(all, {"not", "deferrable"});
    };
    const auto is_of_key = [&](const table_part& part) {
        const lexemes all = meaning_of(part);
        const auto key = std::find(all.begin(), all.end(), lexeme{lexeme_kind::word, "foreign"});
        return key != all.end() &&
               columns_in({key, std::find(key, all.end(), lexeme{lexeme_kind::word, "references"})},
                          *table.structure) == std::set<std::string>(from.begin(), from.end());
    };
    return std::any_of(text.columns.begin(), text.columns.end(),
                       [&](const table_part& part) {
                           return from.size() == 1 && same_name(part.name, from[0]) && defers(part);
                       }) ||
           std::any_of(text.constraints.begin(), text.constraints.end(),
                       [&](const table_part& part) { return is_of_key(part) && defers(part); });
}

} // namespace headway::compiler
