#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace headway::detail {

/// Where the statement that follows `offset` begins, behind space, comments and stray semicolons; the end of
/// the script if there is none.
[[nodiscard]] std::size_t statement_start(std::string_view script, std::size_t offset) noexcept;

/// The first statement of `script`, from its first token to its semicolon, or without one to its last token.
/// Empty if there is nothing but space, comments and stray semicolons. The view points into `script`. Only
/// the semicolon behind `END` ends a trigger.
[[nodiscard]] std::string_view first_statement(std::string_view script) noexcept;

/// The first line of the statement that begins at `begin`, shortened, for messages.
[[nodiscard]] std::string excerpt(std::string_view script, std::size_t begin);

} // namespace headway::detail
