#pragma once

#include <algorithm>
#include <array>
#include <string_view>

namespace headway::compiler {

/// Whether SQLite's function of this name, folded, reads and writes times
/// (https://www.sqlite.org/lang_datefunc.html).
[[nodiscard]] constexpr bool is_time_function(std::string_view name) noexcept {
    constexpr std::array<std::string_view, 6> all{"date",      "time",     "datetime",
                                                  "julianday", "strftime", "unixepoch"};
    return std::find(all.begin(), all.end(), name) != all.end();
}

} // namespace headway::compiler
