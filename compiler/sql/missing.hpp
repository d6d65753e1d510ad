#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

namespace headway::compiler {

/// What a message of SQLite's says is missing: `x` of `no such table: main.x`, of `table t has no column
/// named x`, and of `unknown function: x()`. Empty if it speaks of something else.
[[nodiscard]] std::string_view missing_name(std::string_view message);

/// SQLite does not always say where it misses something. Finds what the message says is missing in the
/// statement that begins at `begin`.
[[nodiscard]] std::optional<std::size_t> find_missing(std::string_view sql, std::size_t begin,
                                                      std::string_view message);

} // namespace headway::compiler
