#pragma once

#include "schema/schema.hpp"

#include <functional>
#include <set>
#include <string>

namespace headway::compiler {

/// A table before and after a migration, and which of its columns are which.
struct table_pair {
    const schema_object& from;
    const schema_object& to;
    /// The folded name in `from` of a column of `to`, empty for a new one.
    std::function<std::string(const std::string& column)> origin;
    std::set<std::string> filled; ///< Folded names of columns of `to` that the migration gives values.
};

} // namespace headway::compiler
