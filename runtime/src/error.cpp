#include "headway/error.hpp"

#include "text.hpp"

namespace headway {

error::error(error_code code, const std::string& message, int engine_code)
    : std::runtime_error(message), code_(code), engine_code_(engine_code) {}

/// SQLSTATEs of errors begin at 02000; SQLite's codes are all less than that as a number.
std::string error::sqlstate() const {
    constexpr int least = 36 * 36 * 36;
    if (engine_code_ < least) return {};
    std::string text(5, '0');
    int rest = engine_code_;
    for (std::size_t at = text.size(); at-- > 0; rest /= 36) {
        text[at] = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"[rest % 36];
    }
    return text;
}

error error::with(std::string_view line, std::string_view rest) const {
    return error(code_, detail::joined({what(), "\n", line, rest}), engine_code_)
        .at(revision_, file_, line_, column_);
}

error error::at(std::string_view revision, std::string_view file, std::size_t line,
                std::size_t column) const {
    error placed = *this;
    placed.revision_ = revision;
    placed.file_ = file;
    placed.line_ = line;
    placed.column_ = column;
    return placed;
}

} // namespace headway
