#pragma once

#include "connection.hpp"
#include "headway/history.hpp"

namespace headway {

/// Throws `edited` if the log has a revision applied from SQL that the history has otherwise.
void verify_applied(connection&, const history&);

} // namespace headway
