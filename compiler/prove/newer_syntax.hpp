#pragma once

#include "prove/statement_words.hpp"

#include <string>
#include <string_view>

namespace headway::compiler {

/// Something that SQLite knows from a version on, as in 3038000.
struct newer_feature {
    std::string_view name; ///< As a message calls it.
    int version = 0;       ///< 0 if every SQLite has it that the runtime works with.
};

/// The version that brought a function of SQLite with so many arguments; 0 if every one has it.
[[nodiscard]] int version_of_function(std::string_view name, int arguments) noexcept;

/// The syntax, or the argument of a function of dates, that begins at a word of a statement.
[[nodiscard]] newer_feature feature_at(const statement_words& statement, std::size_t at);

/// `3.38` of 3038000.
[[nodiscard]] std::string version_text(int version);

/// What to say where SQLite lacks what a newer one has: `SQLite has it from 3.46 on, and this headway proves
/// with 3.40.1`. Empty if the one at hand is new enough.
[[nodiscard]] std::string too_old_for(int version);

} // namespace headway::compiler
