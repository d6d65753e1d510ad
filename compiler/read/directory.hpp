#pragma once

#include "read/source.hpp"

#include <filesystem>
#include <optional>
#include <vector>

namespace headway::compiler {

/// A directory of migrations, as found on the disk.
struct directory {
    std::vector<source> sources;             ///< In the order of their file names. Only the valid ones.
    std::shared_ptr<const source_text> lock; ///< `headway.lock`, or null without one.
    std::vector<std::filesystem::path>
        inputs; ///< All files read, and the directory itself: what a build depends on.
};

/// Reads every `*.sql` file of `path` (not of its subdirectories; names that begin with a dot are passed
/// over) and its lock file. Mistakes go to `found`. Throws std::filesystem::filesystem_error if the directory
/// itself cannot be read.
[[nodiscard]] directory read_directory(const std::filesystem::path& path, diagnostics& found);

/// Reads one file that is no migration. What keeps it from being read goes to `found`; null then.
[[nodiscard]] std::shared_ptr<const source_text> read_text(const std::filesystem::path& file,
                                                           diagnostics& found);

} // namespace headway::compiler
