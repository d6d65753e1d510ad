#pragma once

#include "headway/headway.hpp"
#include "link/graph.hpp"
#include "project/settings.hpp"

#include <memory>
#include <optional>

namespace headway::compiler {

/// A directory of migrations with what is known about it.
struct project {
    settings from;
    graph history;
    std::shared_ptr<const source_text> lock; ///< Null without a lock file.
};

/// Throws std::runtime_error unless there is a directory of migrations.
void require_directory(const settings&);

/// Reads and links the migrations; whether several heads or bases are permitted is the build's business.
/// Prints what is wrong with them, and is empty if there is an error. Warnings are left to `check` and the
/// build: repeated by every verb they would drown what was asked for.
[[nodiscard]] std::optional<project> load_project(const settings_flags&, const shell&);

/// What the runtime is told; views into `from`.
[[nodiscard]] options runtime_options(const settings& from);

/// The revisions that targets such as `head`, `base`, an id, a prefix or a label name; relative ones such as
/// `-1` count from `rows`, those of the version table. Throws headway::error.
[[nodiscard]] std::vector<std::uint32_t> resolve(const history&, std::string_view target,
                                                 const std::vector<std::string>& rows);

/// The rows that `--current` describes: targets, separated by commas; none for `base`.
[[nodiscard]] std::vector<std::string> resolve_rows(const history&, std::string_view targets);

} // namespace headway::compiler
