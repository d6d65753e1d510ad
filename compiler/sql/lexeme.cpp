#include "sql/lexeme.hpp"

#include "sql/name.hpp"

#include <algorithm>

namespace headway::compiler {
namespace {

bool is_name(const lexeme& one) {
    return one.kind == lexeme_kind::word || one.kind == lexeme_kind::name || one.kind == lexeme_kind::either;
}

/// Of two spellings of one operator, one.
std::string_view usual_spelling(std::string_view symbol) {
    return symbol == "==" ? "=" : symbol == "<>" ? "!=" : symbol;
}

bool same_meaning(const lexeme& left, const lexeme& right, const known_name& known) {
    if (left == right) return true;
    if (left.kind == lexeme_kind::symbol && right.kind == lexeme_kind::symbol)
        return usual_spelling(left.text) == usual_spelling(right.text);
    if (left.kind == right.kind && left.kind != lexeme_kind::either) return false;
    if (!is_name(left) || !is_name(right) || !same_name(left.text, right.text)) return false;
    const std::string folded = fold(left.text);
    const bool in_doubt = left.kind == lexeme_kind::either || right.kind == lexeme_kind::either;
    return !is_value(folded) && (!in_doubt || known(folded));
}

/// What TRUE and FALSE are where no column has that name; another word is not a number.
std::string_view number_of(const lexeme& one) {
    if (one.kind == lexeme_kind::literal) return one.text;
    return one.kind != lexeme_kind::word ? "" : one.text == "true" ? "1" : one.text == "false" ? "0" : "";
}

/// Whether they are one number, of which `at` is the place in `all`. Behind IS they are tests.
bool same_number(const lexemes& all, std::size_t at, const lexeme& other, const known_name& known) {
    const lexeme& one = all[at];
    const std::string& word = one.kind == lexeme_kind::word ? one.text : other.text;
    const std::string_view before = at > 0 ? std::string_view(all[at - 1].text) : "";
    return one.kind != other.kind && !number_of(one).empty() && number_of(one) == number_of(other) &&
           before != "is" && before != "not" && before != "." && !known(word);
}

} // namespace

std::string to_string(const lexemes& all) {
    std::string result;
    std::string_view last;
    for (const lexeme& one : all) {
        const bool tight = last.empty() || last == "(" || last == "." || one.text == ")" || one.text == "," ||
                           one.text == ".";
        if (!tight) result += ' ';
        const bool string = one.kind == lexeme_kind::literal && one.text.starts_with('\'');
        const bool quoted = one.kind == lexeme_kind::name || one.kind == lexeme_kind::either;
        result += string   ? quote_string(std::string_view(one.text).substr(1))
                  : quoted ? quote_name(one.text)
                           : one.text;
        last = one.text;
    }
    return result;
}

bool same_meaning(const lexemes& left, const lexemes& right, const known_name& known) {
    if (left.size() != right.size()) return false;
    for (std::size_t at = 0; at < left.size(); ++at) {
        if (!same_meaning(left[at], right[at], known) && !same_number(left, at, right[at], known))
            return false;
    }
    return true;
}

} // namespace headway::compiler
