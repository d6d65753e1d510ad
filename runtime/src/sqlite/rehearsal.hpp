#pragma once

#include "headway/headway.hpp"
#include "sqlite/connection.hpp"
#include "sqlite/database_copy.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace headway::detail {

/// Runs in memory, and under the command's policy, what a script will run elsewhere: what the command refuses
/// is refused before there is a script.
class rehearsal {
public:
    /// The history is replayed up to `rows`. The options have to outlive this.
    rehearsal(const history&, const std::vector<std::string>& rows, const options&);

    /// Runs a section, in a transaction that `end` ends, or alone. Throws statement_failure if it is refused.
    void run(std::string_view script, bool alone);
    void end();

    /// Whether the transaction can have cost rows their parents, as far as it is known.
    [[nodiscard]] bool touches_rows() const noexcept { return connection_.touches_rows(); }
    /// Whether nothing was called but what SQLite itself has. What else does is not known here.
    [[nodiscard]] bool knows_all() const noexcept { return is_possible_ && strangers_.empty(); }

private:
    void replay(const history&, const std::vector<std::string>& rows);
    void begin();
    void try_run(std::string_view script, bool alone);
    [[nodiscard]] bool provide(std::string_view complaint);
    static void provide_collation(void* self, sqlite3*, int, const char* name);

    side_connection database_;
    options options_;
    sqlite_connection connection_;
    std::vector<std::string> strangers_; ///< Functions and collations that have a stand-in.
    bool is_open_ = false;               ///< Whether a transaction is.
    bool is_possible_ = true;            ///< False once something cannot be done here.
};

} // namespace headway::detail
