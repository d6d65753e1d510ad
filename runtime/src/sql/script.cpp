#include "sql/script.hpp"

#include "sql/spelled_name.hpp"
#include "sql/token.hpp"
#include "text.hpp"

namespace headway::detail {
namespace {

/// How far a statement is read: which words say that it makes a trigger, and what ends one
/// (https://www.sqlite.org/c3ref/complete.html).
enum class progress { nothing, explain, create, anything, trigger, trigger_statement, trigger_end };

progress begin_with(std::string_view word) noexcept {
    if (same_name(word, "explain")) return progress::explain;
    return same_name(word, "create") ? progress::create : progress::anything;
}

progress behind_create(std::string_view word) noexcept {
    if (same_name(word, "trigger")) return progress::trigger;
    return same_name(word, "temp") || same_name(word, "temporary") ? progress::create : progress::anything;
}

progress behind_word(progress at, std::string_view word) noexcept {
    switch (at) {
    case progress::nothing:
        return begin_with(word);
    case progress::explain:
        return same_name(word, "create") ? progress::create : progress::explain;
    case progress::create:
        return behind_create(word);
    case progress::anything:
        return progress::anything;
    case progress::trigger_statement:
        return same_name(word, "end") ? progress::trigger_end : progress::trigger;
    case progress::trigger:
    case progress::trigger_end:
        break;
    }
    return progress::trigger;
}

bool is_inside_trigger(progress at) noexcept {
    return at == progress::trigger || at == progress::trigger_statement;
}

} // namespace

std::size_t statement_start(std::string_view script, std::size_t offset) noexcept {
    for (const token& each : tokens(script, offset)) {
        if (each.kind != token_kind::semicolon) return each.begin;
    }
    return script.size();
}

std::string_view first_statement(std::string_view script) noexcept {
    const std::size_t begin = statement_start(script, 0);
    std::size_t end = begin;
    progress at = progress::nothing;
    for (const token& each : tokens(script, begin)) {
        end = each.end;
        const bool is_semicolon = each.kind == token_kind::semicolon;
        if (is_semicolon && !is_inside_trigger(at)) break;
        at = is_semicolon ? progress::trigger_statement : behind_word(at, each.in(script));
    }
    return script.substr(begin, end - begin);
}

std::string excerpt(std::string_view script, std::size_t begin) {
    constexpr std::size_t most = 100;
    std::string_view line = script.substr(begin);
    line = line.substr(0, line.find('\n'));
    if (line.size() <= most) return std::string(line);
    std::size_t end = most;
    while (end > 0 && (static_cast<unsigned char>(line[end]) & 0xc0U) == 0x80U) {
        --end;
    }
    return joined({line.substr(0, end), " …"});
}

} // namespace headway::detail
