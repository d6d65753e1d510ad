#pragma once

#include "commands/verb.hpp"
#include "diff/hint.hpp"
#include "schema/schema_file.hpp"

#include <vector>

namespace headway::compiler {

/// Asks on the terminal which of these took place. Where nobody can answer, none did; `found` then says what
/// to write into the schema file if one did.
[[nodiscard]] std::vector<renaming> ask_about(const std::vector<renaming>& possible, const schema_places&,
                                              const shell&, diagnostics& found);

/// Says of these what to write into the schema file if they took place.
void suggest(const std::vector<renaming>& possible, const schema_places&, diagnostics& found);

} // namespace headway::compiler
