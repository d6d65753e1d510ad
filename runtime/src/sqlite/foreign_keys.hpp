#pragma once

#include "sqlite/orphan_search.hpp"

#include <optional>
#include <string>
#include <vector>

struct sqlite3;

namespace headway::detail {

/// Finds rows that a transaction leaves without their parents. It looks before the first statement that could
/// do so and once more at the end, so that what was broken before is nobody's fault, and a transaction that
/// only creates tables and indexes never scans a table.
class foreign_key_guard {
public:
    /// To be called inside the transaction, before a statement that touches rows.
    void look_before(sqlite3*);
    [[nodiscard]] bool has_looked() const noexcept { return before_.has_value(); }
    /// What is wrong now and was not before, sorted, one line each; empty if nothing was touched. What was
    /// wrong is known again by what it refers to, also where tables and columns have other names or types
    /// now.
    [[nodiscard]] std::vector<std::string> look_after(sqlite3*);
    void reset() noexcept;

private:
    std::optional<orphan_search> before_; ///< Nothing until it has looked.
};

} // namespace headway::detail
