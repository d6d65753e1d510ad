#pragma once

#include <string>
#include <string_view>

namespace headway::detail {

/// A section as the sqlite3 program reads it rightly: each statement ends in a semicolon, and is followed by
/// `behind_each`, whole lines. Empty if there is nothing in it.
[[nodiscard]] std::string for_shell(std::string_view section, std::string_view behind_each = {});

} // namespace headway::detail
