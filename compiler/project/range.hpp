#pragma once

#include "headway/history.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace headway::compiler {

/// The revisions of a range `START:END`, newest first: what END names and all that it descends from, without
/// what START descends from. START itself belongs to it. Either may be missing, and either may be `current`,
/// which stands for `rows`. Throws headway::error, also if neither end descends from the other.
[[nodiscard]] std::vector<std::uint32_t> select_range(const history&, std::string_view range,
                                                      const std::vector<std::string>& rows);

/// Whether the rows of a database are needed to understand the range.
[[nodiscard]] bool needs_rows(std::string_view range) noexcept;

} // namespace headway::compiler
