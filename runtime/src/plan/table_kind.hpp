#pragma once

#include "headway/history.hpp"

namespace headway::detail {

/// Throws `mismatch` unless this runtime can read the table and its SQL is for this engine.
void require_kind(const history&, engine);

} // namespace headway::detail
