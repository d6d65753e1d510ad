#pragma once

#include "rows/value.hpp"

#include <cstdint>
#include <vector>

namespace headway::compiler {

/// The values for a column that look best in a made-up row, the best first: of the form that the table asks
/// for, such as a time or JSON, if its types, defaults or CHECKs say so. Always as many for one column; those
/// for different numbers or columns differ, and are far from what a migration may insert itself; numbers that
/// need not differ are 1, as flags and kinds may be.
[[nodiscard]] std::vector<value> favourites(const schema_object& table, const table_column&,
                                            std::int64_t number);

} // namespace headway::compiler
