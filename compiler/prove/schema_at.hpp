#pragma once

#include "diagnostics/diagnostic.hpp"
#include "link/graph.hpp"
#include "schema/schema.hpp"

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <vector>

namespace SQLite {
class Database;
}

namespace headway::compiler {

/// Makes a private database ready for use: functions, collations, extensions.
using database_preparation = std::function<void(SQLite::Database&)>;

/// The schema that these revisions, and all that come before them, yield: their up sections run in memory, by
/// the runtime's own engine. Headway's own tables are left out. Empty if a section fails; `found` says why.
[[nodiscard]] std::optional<schema> schema_at(const graph&, const std::vector<std::uint32_t>& revisions,
                                              const database_preparation&, diagnostics& found);

/// The schema that a script makes in an empty database, under the same rules.
[[nodiscard]] std::optional<schema> schema_of(const std::shared_ptr<const source_text>& script,
                                              const database_preparation&, diagnostics& found);

} // namespace headway::compiler
