#include "sql/lexeme.hpp"

#include "sql/name.hpp"

#include <algorithm>

namespace headway::compiler {
namespace {

bool is_name(const lexeme& one) {
    return one.kind == lexeme_kind::word || one.kind == lexeme_kind::name || one.kind == lexeme_kind::either;
}

bool same_meaning(const lexeme& left, const lexeme& right, const known_name& known) {
    if (left == right) return true;
    if (left.kind == right.kind && left.kind != lexeme_kind::either) return false;
    if (!is_name(left) || !is_name(right) || !same_name(left.text, right.text)) return false;
    const std::string folded = fold(left.text);
    const bool in_doubt = left.kind == lexeme_kind::either || right.kind == lexeme_kind::either;
    return !is_value(folded) && (!in_doubt || known(folded));
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
    return left.size() == right.size() &&
           std::equal(left.begin(), left.end(), right.begin(),
                      [&](const lexeme& a, const lexeme& b) { return same_meaning(a, b, known); });
}

} // namespace headway::compiler
