#pragma once

#include "schema/compare.hpp"

namespace headway::compiler {

/// How `actual` differs from `expected`: both are tables, and they do differ.
[[nodiscard]] std::vector<difference_detail> describe_table(const schema_object& expected,
                                                            const schema_object& actual, const known_name&);
/// Whether only the order of their columns differs.
[[nodiscard]] bool differ_in_column_order(const schema_object& expected, const schema_object& actual,
                                          const known_name&);
[[nodiscard]] bool same_column(const table_column&, const table_column&, const known_name&);

/// Both statements on one line, from where they begin to differ if they are long.
[[nodiscard]] std::string describe_statements(std::string_view expected, std::string_view actual);

} // namespace headway::compiler
