#include "sql/plain_clause.hpp"

#include "sql/spelled_name.hpp"

#include <algorithm>
#include <cstdlib>
#include <initializer_list>
#include <iterator>
#include <string>
#include <string_view>
#include <utility>

namespace headway::detail {
namespace {

using place = lexemes::iterator;
using word_list = std::initializer_list<std::string_view>;

bool is_word(const lexeme& one, std::string_view word) {
    return one.kind == lexeme_kind::word && one.text == word;
}

bool is_symbol(const lexeme& one, std::string_view symbol) {
    return one.kind == lexeme_kind::symbol && one.text == symbol;
}

place find_words(lexemes& in, word_list words) {
    return std::search(in.begin(), in.end(), words.begin(), words.end(), is_word);
}

void erase_words(lexemes& from, word_list words) {
    const place at = find_words(from, words);
    if (at != from.end()) from.erase(at, at + static_cast<std::ptrdiff_t>(words.size()));
}

/// Whether the words stand from `index` on.
bool has_words(const lexemes& in, std::size_t index, word_list words) {
    return index + words.size() <= in.size() &&
           std::equal(words.begin(), words.end(), in.begin() + static_cast<std::ptrdiff_t>(index),
                      [](std::string_view word, const lexeme& one) { return is_word(one, word); });
}

/// Whether one pair of brackets holds everything.
bool is_enclosed(const lexemes& all) {
    if (all.size() < 3 || !is_symbol(all.front(), "(")) return false;
    int depth = 0;
    for (const lexeme& one : all) {
        depth += is_symbol(one, "(") ? 1 : is_symbol(one, ")") ? -1 : 0;
        if (depth == 0) return &one == &all.back();
    }
    return false;
}

lexemes unwrapped(lexemes all) {
    while (is_enclosed(all)) {
        all.pop_back();
        all.erase(all.begin());
    }
    return all;
}

/// Of `CHECK ((a > 0))` and `AS ((a + b))` one pair of brackets is left.
void strip_brackets(lexemes& clause, std::size_t keyword) {
    const auto begin = clause.begin() + static_cast<std::ptrdiff_t>(keyword) + 1;
    int depth = 0;
    const auto last = std::find_if(begin, clause.end(), [&](const lexeme& one) {
        depth += is_symbol(one, "(") ? 1 : is_symbol(one, ")") ? -1 : 0;
        return depth == 0;
    });
    if (last == clause.end()) return;
    lexemes inner = unwrapped({begin, last + 1});
    const auto behind = clause.erase(begin, last + 1);
    const lexeme closing{lexeme_kind::symbol, ")"};
    inner.insert(inner.begin(), {lexeme_kind::symbol, "("});
    inner.push_back(closing);
    clause.insert(behind, inner.begin(), inner.end());
}

/// Puts what is to be done on DELETE in front of what is to be done on UPDATE.
void sort_actions(lexemes& reference) {
    const place update = find_words(reference, {"on", "update"});
    const place removal = find_words(reference, {"on", "delete"});
    if (update == reference.end() || removal == reference.end() || removal < update) return;
    const bool is_long = reference.end() - removal > 3 && is_word(removal[2], "set");
    std::rotate(update, removal, std::min(removal + (is_long ? 4 : 3), reference.end()));
}

/// SQLite reads MATCH and does not heed it.
void strip_reference(lexemes& reference) {
    const place match = find_words(reference, {"match"});
    if (reference.end() - match > 1) reference.erase(match, match + 2);
    erase_words(reference, {"on", "delete", "no", "action"});
    erase_words(reference, {"on", "update", "no", "action"});
    sort_actions(reference);
    const place deferrable = find_words(reference, {"deferrable"});
    if (deferrable == reference.end()) return;
    if (is_word(deferrable[-1], "not")) {
        reference.erase(deferrable - 1, reference.end());
    } else if (find_words(reference, {"initially", "deferred"}) == reference.end()) {
        reference.erase(deferrable, reference.end());
    }
}

void strip_default(lexemes& clause, std::size_t keyword) {
    const auto begin = clause.begin() + static_cast<std::ptrdiff_t>(keyword) + 1;
    const lexemes value = plain_default({begin, clause.end()});
    clause.erase(begin, clause.end());
    clause.insert(clause.end(), value.begin(), value.end());
}

bool says_nothing(const lexemes& clause, std::size_t from) {
    if (has_words(clause, from, {"null"})) return true;
    if (has_words(clause, from, {"default", "null"})) return clause.size() == from + 2;
    return has_words(clause, from, {"collate"}) && clause.size() == from + 2 &&
           clause[from + 1].text == "binary";
}

/// Whether ASC could be left out behind `all`, `next` being what follows or null: behind an operand, at the
/// end of its part of a list.
bool is_implied_behind(const lexemes& all, const lexeme* next) {
    if (all.empty() || (all.back().kind == lexeme_kind::symbol && all.back().text != ")")) return false;
    if (next == nullptr) return true;
    if (next->kind == lexeme_kind::symbol) return next->text == "," || next->text == ")" || next->text == ";";
    constexpr std::string_view following[] = {"nulls", "limit", "rows", "range", "groups"};
    return std::any_of(std::begin(following), std::end(following),
                       [&](std::string_view word) { return is_word(*next, word); });
}

/// Takes away the brackets around a whole expression that stands between two words, or behind the first one.
void strip_expression(lexemes& statement, std::string_view keyword, std::string_view end) {
    const auto begin = find_words(statement, {keyword});
    if (begin == statement.end()) return;
    const auto until =
        std::find_if(begin, statement.end(), [&](const lexeme& one) { return is_word(one, end); });
    const lexemes inner = unwrapped({begin + 1, until});
    const auto behind = statement.erase(begin + 1, until);
    statement.insert(behind, inner.begin(), inner.end());
}

/// A part of the list of an index, with or without COLLATE and DESC, of which the brackets around the whole
/// expression are left out.
lexemes plain_part(lexemes part) {
    const auto end = std::find_if(part.begin(), part.end(), [depth = 0](const lexeme& one) mutable {
        depth += is_symbol(one, "(") ? 1 : is_symbol(one, ")") ? -1 : 0;
        return depth == 0 && (is_word(one, "collate") || is_word(one, "desc"));
    });
    lexemes result = unwrapped({part.begin(), end});
    result.insert(result.end(), end, part.end());
    return result;
}

/// `((lower(a)))` is `(lower(a))`.
void strip_parts(lexemes& index) {
    const auto list = std::find_if(find_words(index, {"on"}), index.end(),
                                   [](const lexeme& one) { return is_symbol(one, "("); });
    if (list == index.end()) return;
    lexemes result(index.begin(), list + 1);
    lexemes part;
    int depth = 1;
    for (auto at = list + 1; at != index.end(); ++at) {
        depth += is_symbol(*at, "(") ? 1 : is_symbol(*at, ")") ? -1 : 0;
        const bool ends = depth == 0 || (depth == 1 && is_symbol(*at, ","));
        if (ends) {
            part = plain_part(std::move(part));
            result.insert(result.end(), part.begin(), part.end());
            part.clear();
        }
        (ends ? result : part).push_back(*at);
        if (depth > 0) continue;
        result.insert(result.end(), at + 1, index.end());
        index = std::move(result);
        return;
    }
}

/// A blob in small letters, a hexadecimal number as a decimal one.
std::string plain_literal(std::string text) {
    const bool is_blob = text.size() > 1 && (text[0] == 'x' || text[0] == 'X') && text[1] == '\'';
    const bool is_hexadecimal =
        text.size() > 2 && text.size() < 18 && text[0] == '0' && (text[1] | 0x20) == 'x';
    if (is_hexadecimal) return std::to_string(std::strtoull(text.c_str(), nullptr, 16));
    return is_blob ? fold(text) : text;
}

} // namespace

lexemes plain_default(lexemes value) {
    value = unwrapped(std::move(value));
    if (value.size() == 2 && is_symbol(value[0], "+") && value[1].kind == lexeme_kind::literal)
        value.erase(value.begin());
    if (value.size() != 1) return value;
    lexeme& only = value.front();
    if (only.kind == lexeme_kind::literal) only.text = plain_literal(std::move(only.text));
    if (only.kind == lexeme_kind::either) only = {lexeme_kind::literal, "'" + only.text};
    if (is_word(only, "true")) only = {lexeme_kind::literal, "1"};
    if (is_word(only, "false")) only = {lexeme_kind::literal, "0"};
    return value;
}

lexemes plain_clause(lexemes clause) {
    const std::size_t from = has_words(clause, 0, {"constraint"}) ? 2 : 0;
    erase_words(clause, {"on", "conflict", "abort"});
    if (has_words(clause, from, {"default"})) strip_default(clause, from);
    if (has_words(clause, from, {"references"}) || has_words(clause, from, {"foreign"}))
        strip_reference(clause);
    if (has_words(clause, from, {"primary", "key", "asc"}))
        clause.erase(clause.begin() + static_cast<std::ptrdiff_t>(from) + 2);
    if (has_words(clause, from, {"generated"})) erase_words(clause, {"generated", "always"});
    if (has_words(clause, from, {"as"}) && is_word(clause.back(), "virtual")) clause.pop_back();
    if (has_words(clause, from, {"as"}) || has_words(clause, from, {"check"})) strip_brackets(clause, from);
    return says_nothing(clause, from) ? lexemes() : clause;
}

lexemes without_implied_words(lexemes statement, statement_kind kind) {
    const int least = kind == statement_kind::table ? 2 : 0;
    lexemes result;
    result.reserve(statement.size());
    int depth = 0;
    for (std::size_t at = 0; at < statement.size(); ++at) {
        depth += is_symbol(statement[at], "(") ? 1 : is_symbol(statement[at], ")") ? -1 : 0;
        const lexeme* const next = at + 1 < statement.size() ? &statement[at + 1] : nullptr;
        if (depth >= least && is_word(statement[at], "asc") && is_implied_behind(result, next)) continue;
        result.push_back(std::move(statement[at]));
    }
    if (has_words(result, 1, {"trigger"})) {
        if (has_words(result, 3, {"before"})) result.erase(result.begin() + 3);
        erase_words(result, {"for", "each", "row"});
        if (find_words(result, {"when"}) < find_words(result, {"begin"}))
            strip_expression(result, "when", "begin");
    }
    if (has_words(result, 1, {"index"}) || has_words(result, 1, {"unique", "index"})) {
        strip_parts(result);
        strip_expression(result, "where", {});
    }
    return result;
}

} // namespace headway::detail
