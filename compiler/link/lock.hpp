#pragma once

#include "link/graph.hpp"

#include <string>

namespace headway {

/// Compares the history with the lock file, null if there is none. Edited, unlisted and vanished revisions
/// and lines that cannot be read go to `found`.
void check_lock(const graph&, const std::shared_ptr<const source_text>& lock, diagnostics& found);

/// The text of the lock file: `sha256 revision` per line in topological order, then `head revision…`.
[[nodiscard]] std::string render_lock(const graph&);

} // namespace headway
