#pragma once

#include "schema/compare.hpp"

#include <algorithm>
#include <vector>

namespace headway::compiler {

/// How `actual` differs from `expected`: both are tables, and they do differ.
[[nodiscard]] std::vector<difference_detail> describe_table(const schema_object& expected,
                                                            const schema_object& actual, const known_name&);
/// Whether only the order of their columns differs.
[[nodiscard]] bool differ_in_column_order(const schema_object& expected, const schema_object& actual,
                                          const known_name&);
[[nodiscard]] bool same_column(const table_column&, const table_column&, const known_name&);
/// Whether both are UNIQUE and PRIMARY KEY in the same things, whatever the order of the constraints.
[[nodiscard]] bool same_constraints(const table_structure&, const table_structure&);
[[nodiscard]] inline bool same_in_any_order(const std::vector<foreign_key>& left,
                                            const std::vector<foreign_key>& right) {
    return std::is_permutation(left.begin(), left.end(), right.begin(), right.end());
}

/// Both statements on one line, from where they begin to differ if they are long.
[[nodiscard]] std::string describe_statements(std::string_view expected, std::string_view actual);

} // namespace headway::compiler
