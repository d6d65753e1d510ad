#pragma once

#include "prove/declared.hpp"
#include "prove/finding.hpp"
#include "schema/schema.hpp"

#include <vector>

namespace headway::compiler {

/// What the revision before has lost of the constraints of tables, and the one under way gives back. Rows
/// from before both hold to it.
struct restored_constraints {
    std::vector<const finding*> lost; ///< Each with the statements of the table as it was.
    const declared_names& declared;
};

/// Takes away the rows that a table would have refused as it was, and makes up more that it takes. A table
/// that no longer has all columns that it had is left alone.
void leave_rows_of_before(const restored_constraints&, const schema& of, SQLite::Database&);

} // namespace headway::compiler
