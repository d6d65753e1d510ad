#pragma once

#include "project/project.hpp"
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

/// How near the revisions of a history come to a database without bookkeeping: the nearest first; among
/// equals the newest.
[[nodiscard]] std::vector<likeness> find_likeness(const project&, const preparation&, diagnostics& found);

} // namespace headway::compiler
