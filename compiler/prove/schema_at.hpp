#pragma once

#include "diagnostics/diagnostic.hpp"
#include "link/graph.hpp"
#include "schema/preparation.hpp"
#include "schema/schema.hpp"

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <vector>

namespace headway::compiler {

/// The schema that these revisions, and all that come before them, yield: their up sections run in memory, by
/// the runtime's own engine. Headway's own tables are left out. Empty if a section fails; `found` says why.
[[nodiscard]] std::optional<schema> schema_at(const graph&, const std::vector<std::uint32_t>& revisions,
                                              const preparation&, diagnostics& found);

/// Calls `each` with every revision, ascending, and the database that it and all that come before it yield.
/// False if a section fails; `found` says why.
bool each_database(const graph&, const preparation&, diagnostics& found,
                   const std::function<void(std::uint32_t, SQLite::Database&)>& each);

/// The schema that a script makes in an empty database, under the same rules.
[[nodiscard]] std::optional<schema> schema_of(const std::shared_ptr<const source_text>& script,
                                              const preparation&, diagnostics& found);

} // namespace headway::compiler
