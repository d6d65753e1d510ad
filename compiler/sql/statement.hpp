#pragma once

#include <string_view>

namespace headway::compiler {

/// The first statement of `text`, from its first token to its semicolon, or without one to its last token.
/// Empty if there is nothing but space, comments and stray semicolons. The view points into `text`.
[[nodiscard]] std::string_view first_statement(std::string_view text);

} // namespace headway::compiler
