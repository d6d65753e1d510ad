#pragma once

#include "testing/schema_state.hpp"

#include <string>

struct sqlite3;

namespace headway::testing {

/// Puts a few rows into each table that `before` does not have, as far as its constraints take them: what
/// fails only over rows is then found, and rows that are lost are missed.
void make_rows(sqlite3*, const schema_state& before, const schema_state& after);

} // namespace headway::testing
