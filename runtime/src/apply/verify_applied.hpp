#pragma once

#include "apply/connection.hpp"
#include "headway/history.hpp"

#include <cstdint>
#include <functional>

namespace headway::detail {

/// Tells `each` of the applied revisions that were applied with other SQL than the history has, newest first,
/// with the line of the log that says so. Revisions that the history does not know are passed over. Throws
/// headway::error.
void find_edited(connection&, const history&,
                 const std::function<void(std::uint32_t revision, const logged_revision&)>& each);

} // namespace headway::detail
