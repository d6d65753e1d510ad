#pragma once

#include "link/graph.hpp"

#include <cstdint>
#include <optional>
#include <vector>

namespace headway::compiler {

/// Which up sections of a history may give another schema in another order, by the names in their text: where
/// one makes, drops, alters or writes what the other speaks of. Objects that the history makes stand for what
/// their statements speak of, so that whoever alters a table also touches the views that read it.
class footprints {
public:
    explicit footprints(const graph&);

    /// The revisions of which the order with this one may matter, ascending; none if it has no SQL.
    [[nodiscard]] const std::vector<std::uint32_t>& related_to(std::uint32_t revision);

private:
    using numbers = std::vector<std::uint32_t>; ///< Ascending, of names or revisions.
    class reading;

    /// The names that are reached by `steps`, the first among them.
    [[nodiscard]] static const numbers& reached(std::uint32_t from, const std::vector<numbers>& steps,
                                                std::vector<std::optional<numbers>>& known);

    std::vector<numbers> writes_;               ///< Of each revision: names.
    std::vector<numbers> mentions_;             ///< The same; of all names only those that somebody writes.
    std::vector<numbers> writers_;              ///< Of each name: revisions.
    std::vector<numbers> mentioners_;           ///< The same.
    std::vector<numbers> speaks_of_;            ///< Of the object of each name: what its statements mention.
    std::vector<numbers> spoken_of_;            ///< The other way round.
    std::vector<std::optional<numbers>> below_; ///< What is reached by `speaks_of_`, as far as it was asked.
    std::vector<std::optional<numbers>> above_; ///< The same by `spoken_of_`.
    std::vector<std::optional<numbers>> related_;
};

} // namespace headway::compiler
