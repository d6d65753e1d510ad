#pragma once

#include "schema/schema.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace headway::compiler {

/// Orders names whatever the case of their letters, so that a map keeps them as they are spelled.
struct name_order {
    bool operator()(const std::string& left, const std::string& right) const {
        return fold(left) < fold(right);
    }
};

/// A table's name as its user spells it; as given if there is no such table.
[[nodiscard]] std::string spelled_table(const schema&, std::string_view table);
/// The names of columns in the same way, with commas between.
[[nodiscard]] std::string spelled_columns(const table_structure&, const std::vector<std::string>& columns);
/// An expression over the columns of a table in the same way.
[[nodiscard]] std::string spelled_expression(const table_structure&, lexemes expression);

} // namespace headway::compiler
