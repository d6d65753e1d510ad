#pragma once

#include "rebuild/made_table.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace headway::tests {

/// What somebody forgets who writes a rebuild by hand.
enum class mistake : std::uint8_t {
    none,
    order_of_columns, ///< `SELECT *`, or a list, into columns in another order.
    ids,
    counter,
    rowids, ///< Of what a search knows rows by.
    index,
    trigger,
};

/// The statements of a revision that makes tables, and of one that makes some of them anew.
struct made_rebuild {
    std::vector<std::string> first;
    std::vector<std::string> up;
    std::vector<std::string> down; ///< None if it is irreversible.
};

/// A rebuild in one of the ways in which people write it. Correct, or with the mistake; nothing if the tables
/// offer no place for that.
[[nodiscard]] std::optional<made_rebuild> make_rebuild(std::uint64_t seed, mistake planted = mistake::none);

} // namespace headway::tests
