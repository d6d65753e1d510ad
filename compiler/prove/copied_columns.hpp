#pragma once

#include "prove/statement_log.hpp"
#include "read/source.hpp"
#include "schema/schema.hpp"

#include <map>
#include <string>

namespace headway::compiler {

/// The columns that have another name in the table that takes the place of `before`, as the copy
/// `INSERT INTO … (…) SELECT … FROM …` tells: the new names by the former, as both tables spell them. A
/// column that was the key, where another one is now, is not among them.
[[nodiscard]] std::map<std::string, std::string> columns_renamed_by(const section&,
                                                                    const watched_statement& copy,
                                                                    const table_structure& before,
                                                                    const table_structure& after);

} // namespace headway::compiler
