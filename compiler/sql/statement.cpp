#include "sql/statement.hpp"

#include "sql/language.hpp"

#include <sqlite3.h>

#include <string>

namespace headway::compiler {
namespace {

constexpr bool is_blank(token_kind kind) noexcept {
    return kind == token_kind::space || kind == token_kind::line_comment || kind == token_kind::block_comment;
}

bool is_end_keyword(std::string_view word) noexcept {
    return word.size() == 3 && (word[0] | 0x20) == 'e' && (word[1] | 0x20) == 'n' && (word[2] | 0x20) == 'd';
}

/// Only the semicolon behind `END` ends a trigger. SQLite knows what begins one.
bool is_complete(std::string_view statement) {
    return sqlite3_complete(std::string(statement).c_str()) != 0;
}

token first_significant(std::string_view text) noexcept {
    token each = next_token(text, 0);
    while (is_blank(each.kind) || each.kind == token_kind::semicolon)
        each = next_token(text, each.end);
    return each;
}

} // namespace

std::string_view first_statement(std::string_view text) {
    const token first = first_significant(text);
    token last = first;
    bool is_trigger = false;
    for (token each = first; each.kind != token_kind::end; each = next_token(text, each.end)) {
        if (is_blank(each.kind)) continue;
        const std::string_view statement = text.substr(first.begin, each.end - first.begin);
        const bool may_end = !is_trigger || is_end_keyword(text.substr(last.begin, last.end - last.begin));
        if (each.kind == token_kind::semicolon && may_end) {
            if (is_complete(statement)) return statement;
            is_trigger = true;
        }
        last = each;
    }
    return text.substr(first.begin, last.end - first.begin);
}

} // namespace headway::compiler
