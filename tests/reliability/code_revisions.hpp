#pragma once

#include "headway/migration.hpp"

namespace headway::reliability {

/// In C++ what revisions 003 and 004 of the scenario do in SQL.
void rebuild_customers(migration&);
void double_amounts(migration&);

} // namespace headway::reliability
