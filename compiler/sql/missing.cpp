#include "sql/missing.hpp"

#include "sql/lexeme.hpp"
#include "sql/name.hpp"

namespace headway::compiler {
namespace {

/// Whether the name stands among the words of a text, as a tokenizer does among its arguments.
bool has_word(std::string_view text, std::string_view name) {
    for (const token& at : tokens(text)) {
        if (same_name(unquote(at.in(text)), name)) return true;
    }
    return false;
}

} // namespace

std::string_view missing_name(std::string_view message) {
    constexpr std::string_view no_column = " has no column named ";
    if (const std::size_t at = message.find(no_column); at != message.npos)
        return message.substr(at + no_column.size());
    // In a CHECK or the like of a table that is altered or written, a function is missed only when called.
    constexpr std::string_view unknown_function = "unknown function: ";
    if (message.starts_with(unknown_function)) {
        message.remove_prefix(unknown_function.size());
        return message.substr(0, message.find("()"));
    }
    constexpr std::string_view unknown_tokenizer = "unknown tokenizer: "; // as FTS3 says it
    if (message.starts_with(unknown_tokenizer)) return message.substr(unknown_tokenizer.size());
    const std::size_t colon = message.rfind(": ");
    if (!message.starts_with("no such ") || colon == message.npos) return {};
    const std::string_view name = message.substr(colon + 2);
    return name.substr(name.rfind('.') + 1); // npos + 1 is 0
}

std::optional<std::size_t> find_missing(std::string_view sql, std::size_t begin, std::string_view message) {
    const std::string_view name = missing_name(message);
    if (name.empty()) return {};
    const bool is_tokenizer = message.find("tokenizer: ") != message.npos;
    for (const token& at : tokens(sql, begin)) {
        if (at.kind == token_kind::semicolon) break;
        const std::string text = unquote(at.in(sql));
        if (same_name(text, name) || (is_tokenizer && has_word(text, name))) return at.begin;
    }
    return {};
}

} // namespace headway::compiler
