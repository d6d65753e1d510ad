#pragma once

#include "schema/schema.hpp"

#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

namespace SQLite {
class Statement;
}

namespace headway::compiler {

/// A value that a column may hold.
struct value {
    enum class kind : std::uint8_t { null, integer, real, text, blob };
    kind type = kind::null;
    std::int64_t integer = 0;
    double real = 0;
    std::string bytes; ///< Of a text or blob.
};

/// A text.
[[nodiscard]] value text(std::string of);

void bind(SQLite::Statement&, int place, const value&);
[[nodiscard]] value read(SQLite::Statement&, int column);

/// The value as text that is the same for what a column of another type makes of it: 1, 1.0 and '1'.
[[nodiscard]] std::string spelling(const value&);

/// Whether a type, normalised and folded, has one of these in it.
[[nodiscard]] bool has_any(std::string_view type, std::initializer_list<std::string_view> parts) noexcept;

/// A value that a column can hold in every row, for columns whose values are lost: 0, '' or x''.
[[nodiscard]] std::string_view neutral_value(const table_column&);

/// Where NULL stands in what values_to_try() returns.
inline constexpr std::size_t place_of_null = 3;

/// Values worth trying for a column: of its own type first, then of the others, with the literals of
/// `statements` and their neighbours among them, since constraints compare with those.
[[nodiscard]] std::vector<value> values_to_try(const table_column&,
                                               const std::vector<const lexemes*>& statements);

} // namespace headway::compiler
