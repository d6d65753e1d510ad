#pragma once

#include "link/graph.hpp"
#include "prove/finding.hpp"

#include <filesystem>
#include <optional>
#include <vector>

namespace headway::compiler {

/// Rows that are inserted once their revision is reached: one script per revision, or none.
using fixtures = std::vector<std::optional<section>>;

/// The `.sql` files of a directory by the revision that they are named after. A file of no revision goes to
/// `found`; what was read, and the directory, to `inputs`. Throws std::filesystem::filesystem_error.
[[nodiscard]] fixtures read_fixtures(const std::filesystem::path& directory, const graph&, diagnostics& found,
                                     std::vector<std::filesystem::path>& inputs);

} // namespace headway::compiler
