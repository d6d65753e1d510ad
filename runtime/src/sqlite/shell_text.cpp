#include "sqlite/shell_text.hpp"

#include "sql/script.hpp"
#include "sql/spelled_name.hpp"
#include "sql/token.hpp"
#include "text.hpp"

#include <algorithm>

namespace headway::detail {
namespace {

bool ends_in_semicolon(std::string_view script) {
    token_kind last = token_kind::semicolon; // an empty script needs none
    for (token next = next_token(script, 0); next.kind != token_kind::end;
         next = next_token(script, next.end))
        if (next.kind != token_kind::space && next.kind != token_kind::line_comment &&
            next.kind != token_kind::block_comment)
            last = next.kind;
    return last == token_kind::semicolon;
}

/// Whether the token is all that stands on its line, which does not end the script.
bool is_alone_on_its_line(std::string_view script, const token& part) {
    constexpr std::string_view blank = " \t";
    const std::size_t before = script.substr(0, part.begin).find_last_not_of(blank);
    const std::size_t after = script.find_first_not_of(blank, part.end);
    return (before == script.npos || script[before] == '\n') && after != script.npos && script[after] == '\n';
}

/// The sqlite3 program takes a line of nothing but `/` or `go` for a semicolon, also within a statement. Such
/// a line is joined with the next.
std::string without_lone_words(std::string_view script) {
    std::string text(script);
    for (token next = next_token(script, 0); next.kind != token_kind::end;
         next = next_token(script, next.end)) {
        const std::string_view word = script.substr(next.begin, next.end - next.begin);
        if ((word == "/" || same_name(word, "go")) && is_alone_on_its_line(script, next))
            text[script.find('\n', next.end)] = ' ';
    }
    return text;
}

std::string_view trim(std::string_view script) noexcept {
    const std::size_t begin = std::min(script.find_first_not_of("\r\n"), script.size());
    const std::size_t end = script.find_last_not_of(" \t\r\n");
    return end == script.npos ? "" : script.substr(begin, end + 1 - begin);
}

/// The part of a script up to the end of its first statement; all of it if there is none.
std::string_view up_to_first_end(std::string_view script) noexcept {
    const std::string_view first = first_statement(script);
    const auto begin = static_cast<std::size_t>(first.data() - script.data());
    return first.empty() ? script : script.substr(0, begin + first.size());
}

} // namespace

std::string for_shell(std::string_view section, std::string_view behind_each) {
    const std::string script = without_lone_words(trim(section));
    if (behind_each.empty() && !script.empty())
        return joined({script, ends_in_semicolon(script) ? "\n" : "\n;\n"});
    std::string text;
    for (std::string_view rest = script; !rest.empty();) {
        const std::string_view next = up_to_first_end(rest);
        const bool is_statement = !first_statement(next).empty();
        text += joined({next, ends_in_semicolon(next) ? "\n" : "\n;\n", is_statement ? behind_each : ""});
        rest.remove_prefix(next.size());
    }
    return text;
}

} // namespace headway::detail
