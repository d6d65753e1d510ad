#pragma once

#include "diff/side.hpp"

namespace headway::compiler {

/// Those of `wanted` that are still to be done between the two. One that was done before is dropped silently,
/// one that contradicts the schemas is refused.
[[nodiscard]] std::vector<renaming> pending_renamings(const std::vector<renaming>& wanted, const side& before,
                                                      const side& after, std::vector<refusal>& refusals);

/// The name before the renamings of a table that has this one after them.
[[nodiscard]] std::string table_before(const std::vector<renaming>&, const std::string& table);

/// The same renamings seen from the other side.
[[nodiscard]] std::vector<renaming> inverse(const std::vector<renaming>&);

/// What is gone and what came instead with the same definition: perhaps it was renamed.
[[nodiscard]] std::vector<renaming> likely_renamings(const side& before, const side& after);

} // namespace headway::compiler
