#include "sql/missing.hpp"

#include "sql/lexeme.hpp"
#include "sql/name.hpp"

namespace headway::compiler {
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
    const std::size_t colon = message.rfind(": ");
    if (!message.starts_with("no such ") || colon == message.npos) return {};
    const std::string_view name = message.substr(colon + 2);
    return name.substr(name.rfind('.') + 1); // npos + 1 is 0
}

std::optional<std::size_t> find_missing(std::string_view sql, std::size_t begin, std::string_view message) {
    const std::string_view name = missing_name(message);
    if (name.empty()) return {};
    for (const token& at : tokens(sql, begin)) {
        if (at.kind == token_kind::semicolon) break;
        if (same_name(unquote(at.in(sql)), name)) return at.begin;
    }
    return {};
}

} // namespace headway::compiler
