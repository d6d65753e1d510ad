#pragma once

#include "prove/statement_words.hpp"
#include "sql/newer_function.hpp"

#include <string>
#include <string_view>

namespace headway::compiler {

/// Something that SQLite knows from a version on, as in 3038000.
struct newer_feature {
    std::string_view name; ///< As a message calls it.
    int version = 0;       ///< 0 if every SQLite has it that the runtime works with.
};

/// The syntax, or the argument of a function of dates, that begins at a word of a statement.
[[nodiscard]] newer_feature feature_at(const statement_words& statement, std::size_t at);

} // namespace headway::compiler
