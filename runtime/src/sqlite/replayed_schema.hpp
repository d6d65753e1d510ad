#pragma once

#include "headway/headway.hpp"
#include "sqlite/schema_digest.hpp"

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

struct sqlite3;

namespace headway::detail {

/// The objects that a history yields at these revisions. It is replayed in memory, with stand-ins for what
/// `host` alone has. Throws headway::error.
[[nodiscard]] std::vector<digested_object>
replay_schema(sqlite3* host, const history&, const std::vector<std::string>& rows, const options&);

/// Calls `each` with every revision, ascending, and what it and all that comes before it yield.
void replay_each_schema(sqlite3* host, const history&, const options&,
                        const std::function<void(std::uint32_t, std::vector<digested_object>)>& each);

} // namespace headway::detail
