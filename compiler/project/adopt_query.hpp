#pragma once

#include "layouts/adoption.hpp"

#include <string>

namespace headway::compiler {

/// A hand-made bookkeeping: what is applied by a SELECT of one column. One row says how far the database is,
/// several say what is applied. Throws usage_error for what SQLite cannot read, whatever tables there are.
[[nodiscard]] adoption adoption_of_query(const std::string& select);

} // namespace headway::compiler
