#include "sql/clause_order.hpp"

#include "sql/plain_clause.hpp"

#include <algorithm>
#include <initializer_list>
#include <string_view>
#include <utility>
#include <vector>

namespace headway::detail {
namespace {

using place = lexemes::const_iterator;

bool is_one_of(const lexeme& one, std::initializer_list<std::string_view> words) {
    return one.kind == lexeme_kind::word && std::find(words.begin(), words.end(), one.text) != words.end();
}

bool is_symbol(const lexeme& one, std::string_view symbol) {
    return one.kind == lexeme_kind::symbol && one.text == symbol;
}

bool comes_before(const lexeme& left, const lexeme& right) {
    return left.kind != right.kind ? left.kind < right.kind : left.text < right.text;
}

struct span {
    place begin;
    place end;
};

bool are_in_order(const lexemes& left, const lexemes& right) {
    return std::lexicographical_compare(left.begin(), left.end(), right.begin(), right.end(), comes_before);
}

void append(lexemes& to, const span& from) {
    to.insert(to.end(), from.begin, from.end);
}

/// The clauses or constraints sorted, without those that say nothing.
std::vector<lexemes> sorted(const std::vector<span>& clauses) {
    std::vector<lexemes> result;
    for (const span& clause : clauses) {
        lexemes plain = plain_clause({clause.begin, clause.end});
        if (!plain.empty()) result.push_back(std::move(plain));
    }
    std::sort(result.begin(), result.end(), are_in_order);
    return result;
}

/// Whether a clause of a column begins here, outside brackets. `column` is its name.
bool begins_clause(place column, place at, place end) {
    const lexeme& last = at[-1];
    if (at - column >= 2 && is_one_of(at[-2], {"constraint"})) return false; // it is the one that is named
    if (is_one_of(*at, {"not"})) return at + 1 == end || !is_one_of(at[1], {"deferrable"});
    if (is_one_of(*at, {"null"})) return !is_one_of(last, {"not", "set", "default"});
    if (is_one_of(*at, {"default"})) return !is_one_of(last, {"set"});
    if (is_one_of(*at, {"as"})) return !is_one_of(last, {"always"});
    return is_one_of(*at, {"constraint", "primary", "unique", "check", "collate", "references", "generated"});
}

/// Appends a column: its name and type, then its clauses sorted.
void append_column(lexemes& to, const span& column) {
    std::vector<span> clauses;
    int depth = 0;
    for (place at = column.begin; at != column.end; ++at) {
        if (at != column.begin && depth == 0 && begins_clause(column.begin, at, column.end)) {
            if (!clauses.empty()) clauses.back().end = at;
            clauses.push_back({at, column.end});
        }
        depth += is_symbol(*at, "(") ? 1 : is_symbol(*at, ")") ? -1 : 0;
    }
    append(to, {column.begin, clauses.empty() ? column.end : clauses.front().begin});
    for (const lexemes& clause : sorted(clauses)) {
        append(to, {clause.begin(), clause.end()});
    }
}

/// Where the part that begins at `at` ends: at the comma or bracket behind it.
place end_of_part(place at, place end) {
    for (int depth = 0; at != end; ++at) {
        if (depth == 0 && (is_symbol(*at, ",") || is_symbol(*at, ")"))) return at;
        depth += is_symbol(*at, "(") ? 1 : is_symbol(*at, ")") ? -1 : 0;
    }
    return at;
}

/// Appends the bracket that ends the columns of a table, and the options behind it, which are two at most.
void append_options(lexemes& to, const span& rest) {
    if (rest.begin == rest.end) return;
    to.push_back(*rest.begin);
    const place comma = end_of_part(rest.begin + 1, rest.end);
    lexemes first(rest.begin + 1, comma);
    lexemes second(comma == rest.end ? comma : comma + 1, rest.end);
    if (!second.empty() && are_in_order(second, first)) std::swap(first, second);
    append(to, {first.begin(), first.end()});
    if (second.empty()) return;
    to.push_back({lexeme_kind::symbol, ","});
    append(to, {second.begin(), second.end()});
}

} // namespace

lexemes in_order(const lexemes& table) {
    place at =
        std::find_if(table.cbegin(), table.cend(), [](const lexeme& one) { return is_symbol(one, "("); });
    if (at == table.cend()) return table;
    lexemes result;
    result.reserve(table.size());
    append(result, {table.cbegin(), ++at});
    std::vector<span> constraints;
    const std::size_t head = result.size();
    const auto separate = [&] {
        if (result.size() > head) result.push_back({lexeme_kind::symbol, ","});
    };
    while (at != table.cend()) {
        const span part{at, end_of_part(at, table.cend())};
        at = part.end;
        if (part.begin != at &&
            is_one_of(*part.begin, {"constraint", "primary", "unique", "check", "foreign"})) {
            constraints.push_back(part);
        } else {
            separate();
            append_column(result, part);
        }
        if (at == table.cend() || is_symbol(*at, ")")) break;
        ++at;
    }
    for (const lexemes& constraint : sorted(constraints)) {
        separate();
        append(result, {constraint.begin(), constraint.end()});
    }
    append_options(result, {at, table.cend()});
    return result;
}

} // namespace headway::detail
