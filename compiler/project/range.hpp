#pragma once

#include "headway/history.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace headway::compiler {

/// The revisions of a range `START:END`, newest first: what END names and all that it descends from, but of
/// that only what START names and what descends from it by `Revises`; everything without a start. With a
/// branch before START only ends on that branch count.
///
/// Either end may be missing (the base, the heads), `current`, which stands for `rows`, or a step. A start
/// `-N` counts back from the end, an end `+N` forward from the start; steps in the other direction, and both
/// ends if both are steps, count from `rows`. Where lines part or meet a step goes along each of them, and
/// where a line is shorter it goes as far as there is something.
///
/// Throws headway::error, also if the end does not descend from the start, and usage_error.
[[nodiscard]] std::vector<std::uint32_t> select_range(const history&, std::string_view range,
                                                      const std::vector<std::string>& rows);

/// Whether the rows of a database are needed to understand the range.
[[nodiscard]] bool needs_rows(std::string_view range);

} // namespace headway::compiler
