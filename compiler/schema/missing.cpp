#include "schema/missing.hpp"

#include "schema/lexeme.hpp"
#include "schema/name.hpp"

namespace headway {
namespace {

/// What SQLite misses: `x` of `no such table: main.x`, and of `table t has no column named x`.
std::string_view missing_name(std::string_view message) {
    constexpr std::string_view no_column = " has no column named ";
    if (const std::size_t at = message.find(no_column); at != message.npos)
        return message.substr(at + no_column.size());
    const std::size_t colon = message.rfind(": ");
    if (!message.starts_with("no such ") || colon == message.npos) return {};
    const std::string_view name = message.substr(colon + 2);
    return name.substr(name.rfind('.') + 1); // npos + 1 is 0
}

} // namespace

std::optional<std::size_t> find_missing(std::string_view sql, std::size_t begin, std::string_view message) {
    const std::string_view name = missing_name(message);
    if (name.empty()) return {};
    for (token at = next_meaning(sql, begin); at.kind != token_kind::end && at.kind != token_kind::semicolon;
         at = next_meaning(sql, at.end)) {
        if (same_name(unquote(sql.substr(at.begin, at.end - at.begin)), name)) return at.begin;
    }
    return {};
}

} // namespace headway
