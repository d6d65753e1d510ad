#pragma once

#include "apply/connection.hpp"
#include "project/database.hpp"
#include "project/log.hpp"

#include <memory>
#include <vector>

namespace headway::compiler {

/// The project's database, of whichever engine it is.
class opened_database {
public:
    opened_database() = default;
    opened_database(const opened_database&) = delete;
    opened_database& operator=(const opened_database&) = delete;
    virtual ~opened_database() = default;

    /// What the runtime speaks with; not for longer than the database and the options.
    [[nodiscard]] virtual std::unique_ptr<detail::connection> connect(const options&) = 0;
    /// Stops what is under way, from another thread.
    virtual void interrupt() = 0;
    /// Rolls back what an interruption has left open.
    virtual void roll_back() = 0;
    /// As read_log() of project/log.hpp.
    [[nodiscard]] virtual std::vector<log_line> read_log(const settings&) = 0;
    /// SQLite's own, which has extensions. Throws usage_error for another engine's.
    [[nodiscard]] virtual SQLite::Database& sqlite() = 0;
};

/// As open_database(), for either engine.
[[nodiscard]] std::unique_ptr<opened_database> open_any(const settings&, access);

/// A server's. Throws std::runtime_error if it cannot be reached, or if this headway was built without libpq.
[[nodiscard]] std::unique_ptr<opened_database> open_server(const settings&);

} // namespace headway::compiler
