#pragma once

#include <string>
#include <string_view>

namespace headway::compiler {

/// The version that brought a function of SQLite with so many arguments; 0 if every one has it.
[[nodiscard]] int version_of_function(std::string_view name, int arguments) noexcept;

/// `3.38` of 3038000.
[[nodiscard]] std::string version_text(int version);

/// What to say where SQLite lacks what a newer one has: `SQLite has it from 3.46 on, and this headway proves
/// with 3.40.1`. Empty if the one at hand is new enough.
[[nodiscard]] std::string too_old_for(int version);

} // namespace headway::compiler
