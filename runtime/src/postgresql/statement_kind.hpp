#pragma once

#include <string>
#include <string_view>

namespace headway::detail {

/// What a migration must not do, in words that follow "a migration cannot"; nothing if the statement may run.
/// What is not in a transaction may begin none either.
[[nodiscard]] std::string_view forbidden_by_words(std::string_view statement);

/// Whether a statement is a COPY whose rows come from the program, or go to it.
[[nodiscard]] bool copies_from_program(std::string_view statement);

/// Whether a statement adds a value to an enum, which can be used only after the commit.
[[nodiscard]] bool adds_enum_value(std::string_view statement);

/// Whether what a statement answers with this tag may have changed settings of the session.
[[nodiscard]] bool may_change_settings(std::string_view tag) noexcept;

/// The index that a statement makes with CONCURRENTLY, as it spells index and table; without a name if it
/// gives none.
struct concurrent_index {
    std::string name;
    std::string table;
    std::string twin; ///< The same index, of another name, on the empty table `pg_temp.headway_twin`.
};
inline constexpr const char* twin_table = "headway_twin";
inline constexpr const char* twin_index = "headway_twin_index";
[[nodiscard]] concurrent_index index_made_by(std::string_view statement);

} // namespace headway::detail
