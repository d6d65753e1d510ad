#pragma once

#include "project/project.hpp"
#include "schema/compare.hpp"
#include "schema/preparation.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace headway::compiler {

/// A revision, and in what the database differs from the schema that it yields.
struct likeness {
    std::uint32_t revision;
    std::vector<std::string> differences; ///< Lines.
};

/// Whether what is there is no business of the history: a tool keeps its records in it, or the settings
/// ignore it.
[[nodiscard]] bool is_of_others(const difference&, const project&);

/// How the program is told of the schema that each revision yields, without what others have in a database,
/// by `ignored` patterns of names: see `schema_tool` of the runtime. Nothing if a section fails.
[[nodiscard]] std::vector<adoption> digests_of_schemas(const graph&, const preparation&,
                                                       const std::vector<std::string>& ignored,
                                                       diagnostics& found);

/// How near the revisions of a history come to a database without bookkeeping: the nearest first; among
/// equals the newest.
[[nodiscard]] std::vector<likeness> find_likeness(const project&, const preparation&, diagnostics& found);

} // namespace headway::compiler
