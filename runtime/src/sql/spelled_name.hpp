#pragma once

#include <string>
#include <string_view>

namespace headway::detail {

/// A name or keyword with ASCII letters in lower case, which is how SQLite compares them.
[[nodiscard]] std::string fold(std::string_view name);
[[nodiscard]] bool same_name(std::string_view left, std::string_view right) noexcept;

/// What a token stands for without its quotes: `"a""b"`, `[a]`, a backquoted name or `'a'`. Any other token
/// stands for itself.
[[nodiscard]] std::string unquote(std::string_view token);

/// A name as SQL spells it: in double quotes, with those inside doubled.
[[nodiscard]] std::string quoted(std::string_view name);

/// A text as SQL spells it: in single quotes, with those inside doubled.
[[nodiscard]] std::string literal(std::string_view text);

} // namespace headway::detail
