#pragma once

#include "sql/token.hpp"

namespace headway::detail {

/// As `next_token`, by the rules of PostgreSQL with `standard_conforming_strings`: comments nest, strings may
/// be `$tag$…$tag$`, and of those in quotes only `E'…'` knows backslashes
/// (https://www.postgresql.org/docs/15/sql-syntax-lexical.html). Operators are read letter by letter.
[[nodiscard]] token next_psql_token(std::string_view text, std::size_t offset) noexcept;

/// The tokens from `begin` on that mean something.
[[nodiscard]] token next_psql_meaning(std::string_view text, std::size_t offset) noexcept;
[[nodiscard]] inline token_range psql_tokens(std::string_view text, std::size_t begin = 0) noexcept {
    return {text, begin, next_psql_meaning};
}

} // namespace headway::detail
