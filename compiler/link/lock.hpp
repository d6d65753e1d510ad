#pragma once

#include "link/graph.hpp"

#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace headway::compiler {

/// A line `sha256 revision`.
struct locked_revision {
    std::string_view checksum;
    std::string_view revision;
    location where;
};

/// A lock file as far as it can be read.
struct lock_file {
    std::vector<locked_revision> revisions; ///< As the file lists them, each once.
    std::vector<std::string_view> heads;
    location head_line; ///< Without a file if there is no such line.
};

/// Reads a lock file. Lines that are none, a missing `head` line and conflicts that git left go to `found`;
/// the result holds the other lines. The views are into `text`.
[[nodiscard]] lock_file read_lock(const std::shared_ptr<const source_text>& text, diagnostics& found);

/// Where a history and its lock file differ.
struct lock_changes {
    struct edit {
        std::uint32_t revision; ///< Of the graph.
        locked_revision locked;
    };
    std::vector<std::uint32_t> unlisted;   ///< Of the graph, ascending.
    std::vector<edit> edited;              ///< In the order of the graph.
    std::vector<locked_revision> vanished; ///< In the order of the file.
};
[[nodiscard]] lock_changes compare_lock(const graph&, const lock_file&);

/// Compares the history with the lock file, null if there is none. Edited, unlisted and vanished revisions, a
/// wrong `head` line and lines that cannot be read go to `found`; what only follows from another mistake does
/// not.
void check_lock(const graph&, const std::shared_ptr<const source_text>& lock, diagnostics& found);

/// The text of the lock file: `sha256 revision` per line in topological order, then `head revision…`.
[[nodiscard]] std::string render_lock(const graph&);

/// The same with the checksums that `old` has, so that what was edited since stays reported: revisions that
/// it does not list are added, and those that have no file any more are kept.
[[nodiscard]] std::string extend_lock(const graph&, const lock_file& old);

} // namespace headway::compiler
