#pragma once

#include "project/project.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace headway::compiler {

/// The revisions that targets such as `head`, `base`, an id, a prefix or a label name; relative ones such as
/// `-1` count from `rows`, those of the version table. Throws headway::error.
[[nodiscard]] std::vector<std::uint32_t> resolve(const history&, std::string_view target,
                                                 const std::vector<std::string>& rows);

/// The rows that `--current` describes: targets, separated by commas; none for `base`.
[[nodiscard]] std::vector<std::string> resolve_rows(const history&, std::string_view targets);

/// The rows to plan from: those that `--current` describes, otherwise the database's.
[[nodiscard]] std::vector<std::string> rows_of(const project&, const std::optional<std::string>& current);

/// The revisions that a target names; the database is asked where it is only if that matters.
[[nodiscard]] std::vector<std::uint32_t> find_revisions(const project&, std::string_view target);

} // namespace headway::compiler
