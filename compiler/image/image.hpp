#pragma once

#include "emit/table.hpp"
#include "link/graph.hpp"
#include "prove/declared.hpp"
#include "prove/finding.hpp"

#include <cstdint>
#include <functional>
#include <optional>
#include <string_view>

namespace headway::compiler {

/// What a history yields for new databases: their image, or why there is none. Neither without revisions.
struct made_image {
    built_image image;
    std::optional<finding> why_not;
};

/// Where replays are kept that did nothing but change the schema: those of the first `count` revisions.
/// Without functions nothing is kept.
struct kept_states {
    std::function<std::optional<built_image>(std::uint32_t count)> find;
    std::function<void(std::uint32_t count, const built_image&)> keep;
};

/// Makes the database that a proven history yields, as a program of which the database is new installs it.
///
/// The history is replayed without what `declared` provides. If it does more than change the schema, it is
/// replayed again on a machine with another clock and randomness; the results must be the same, byte for
/// byte. What the runtime installs from that
/// must be, but for the times of the log, what it replays.
///
/// Throws as prove() does. Not for several threads.
[[nodiscard]] made_image make_image(const graph&, const declared_names&, const kept_states& = {});

/// That an image of this history is left out, and why.
[[nodiscard]] finding no_image(const graph&, std::string_view why);

} // namespace headway::compiler
