#pragma once

#include "headway/error.hpp"

#include <string_view>

namespace headway::detail {

/// SQLSTATEs as `error::engine_code` has them: numbers of base 36, which a `case` can name.
[[nodiscard]] constexpr int sqlstate_number(std::string_view text) noexcept {
    int number = 0;
    for (const char c : text) {
        number = number * 36 + (c >= '0' && c <= '9' ? c - '0' : c - 'A' + 10);
    }
    return number;
}

inline constexpr int undefined_table = sqlstate_number("42P01");
inline constexpr int undefined_column = sqlstate_number("42703");
inline constexpr int active_transaction = sqlstate_number("25001");
inline constexpr int unsafe_new_enum_value = sqlstate_number("55P04");
inline constexpr int duplicate_table = sqlstate_number("42P07");

/// What an SQLSTATE means to the caller; `otherwise` if it is none of the particular ones.
[[nodiscard]] error_code code_of_sqlstate(int number, error_code otherwise) noexcept;
/// Whether other sessions are at fault, so that the same again may do it: a lock that was not had in time, a
/// deadlock, a conflict.
[[nodiscard]] bool is_worth_retrying(int number) noexcept;
/// What to do about it: words to append to a message, or nothing.
[[nodiscard]] const char* advice_on_sqlstate(int number) noexcept;

} // namespace headway::detail
