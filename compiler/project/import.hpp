#pragma once

#include "layouts/migrations.hpp"
#include "project/new_revision.hpp"

#include <filesystem>
#include <string>
#include <vector>

namespace headway::compiler {

/// A history of another tool as revisions in Headway's own form.
struct imported_history {
    std::string tool; ///< As a message names it; empty if the directory is no other tool's.
    std::vector<new_revision> revisions;
    std::vector<std::string> stubs;   ///< Ids of those that could not be read as SQL.
    std::vector<std::string> adopt{}; ///< What ADOPT names for the databases that are there.
};

/// Reads a directory in any layout. What is wrong with it goes to `found`.
[[nodiscard]] imported_history import_layout(const std::filesystem::path&, const layout_choice&,
                                             diagnostics& found);

/// Whether a directory is of Alembic: versions in Python, here or in `versions` below.
[[nodiscard]] bool is_alembic(const std::filesystem::path&);

/// Reads the graph from Alembic's files, and records what their functions do by running them on a scratch
/// database with the system's alembic. Throws std::runtime_error where that cannot be.
[[nodiscard]] imported_history import_alembic(const std::filesystem::path&);

} // namespace headway::compiler
