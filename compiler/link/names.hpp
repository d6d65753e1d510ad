#pragma once

#include "link/edge.hpp"

#include <string_view>
#include <unordered_map>
#include <vector>

namespace headway::compiler {

using revision_index = std::unordered_map<std::string_view, std::uint32_t>;

/// Takes out the sources whose id an earlier one has already; each of them is an error.
void drop_duplicates(std::vector<source>& sources, diagnostics& found);

/// Which revision has which id. The ids are those of `sources`, which must stay where they are.
[[nodiscard]] revision_index index_ids(const std::vector<source>& sources);

/// Finds labels that are given twice, or that are an id as well.
void check_labels(const std::vector<source>& sources, const revision_index&, diagnostics& found);

/// The parents of all revisions, found by their names. A parent that names its own revision is an error, and
/// so is one that nothing has as its id, unless files are missing (`complete` is false).
[[nodiscard]] std::vector<edge> resolve_parents(const std::vector<source>& sources, const revision_index&,
                                                bool complete, diagnostics& found);

} // namespace headway::compiler
