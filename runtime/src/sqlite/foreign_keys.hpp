#pragma once

#include <string>
#include <vector>

struct sqlite3;

namespace headway::detail {

/// A row without its parent.
struct orphan {
    std::string
        key; ///< The parent and the values that should name a row of it: the same wherever the row moves.
    std::string text; ///< A line for messages.
};

/// Finds rows that a transaction leaves without their parents. It looks before the first statement that could
/// do so and once more at the end, so that what was broken before is nobody's fault, and a transaction that
/// only creates tables and indexes never scans a table.
class foreign_key_guard {
public:
    /// To be called inside the transaction, before a statement that touches rows.
    void look_before(sqlite3*);
    /// What is wrong now and was not before, sorted, one line each; empty if nothing was touched.
    [[nodiscard]] std::vector<std::string> look_after(sqlite3*) const;
    void reset() noexcept;

private:
    bool looked_ = false;
    std::vector<orphan> before_; ///< Sorted by their keys.
};

} // namespace headway::detail
