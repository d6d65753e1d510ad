#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace headway::compiler {

/// A part of a row that takes one of several values.
struct slot {
    std::vector<std::string> names; ///< What SQLite may call it when it refuses the row.
    std::size_t choices = 0;        ///< How many values there are; 0 for one that is computed from others.
};

/// The value of each slot, by its number.
using row_choice = std::vector<std::size_t>;

/// Finds rows that SQLite accepts by trying: changes one value of a row after the other, first those that
/// SQLite speaks of, and goes on from each row that makes it say something that it has not said yet.
class row_search {
public:
    /// `put` puts a row in, or returns what is wrong with it.
    using attempt = std::function<std::string(const row_choice&)>;
    row_search(std::vector<slot> slots, attempt put);

    /// The row that went in, as near to `first` as it was found; nothing if none was. Gives up after so many
    /// attempts, since some constraints are too hard to guess at.
    [[nodiscard]] std::optional<row_choice> find(row_choice first, int most_attempts = 3000) const;

private:
    [[nodiscard]] std::vector<std::size_t> order_for(const std::string& trouble) const;

    std::vector<slot> slots_;
    attempt attempt_;
};

} // namespace headway::compiler
