#pragma once

#include "postgresql/result.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace headway::detail {

/// The settings of the session that decide what SQL means, and those that could end a migration half-way.
/// While something is applied they are the same everywhere; afterwards they are as they were.
class pg_settings {
public:
    /// The columns, separated by commas, of a query whose first row `note` takes.
    [[nodiscard]] static std::string columns();
    /// Takes what the columns from `first` on say as what the program wants.
    void note(const pg_result&, int first);

    /// The statement that sets all that differs from what migrations run with; for the transaction that is
    /// open, or for the session. `lock_timeout` is of milliseconds.
    [[nodiscard]] std::string to_apply(bool for_transaction, long long lock_timeout) const;
    /// The statement that sets for a transaction what differs from what the program wants, where the session
    /// has that.
    [[nodiscard]] std::string to_begin(long long lock_timeout) const;
    /// The statement that gives the session back what the program wants.
    [[nodiscard]] std::string to_put_back() const;

private:
    std::vector<std::string>
        of_program_; ///< In the order of the table; empty if the server has no such setting.
};

} // namespace headway::detail
