#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

namespace headway {

/// SQLite does not always say where it misses something. Finds what the message says is missing, such as `x`
/// of `no such table: main.x` or of `table t has no column named x`, in the statement that begins at `begin`.
[[nodiscard]] std::optional<std::size_t> find_missing(std::string_view sql, std::size_t begin,
                                                      std::string_view message);

} // namespace headway
