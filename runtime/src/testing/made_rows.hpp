#pragma once

#include <string>
#include <vector>

struct sqlite3;

namespace headway::testing {

/// Puts a few rows into new tables, as far as their constraints take them: what fails only over rows is then
/// found, and rows that are lost are missed.
void make_rows(sqlite3*, const std::vector<std::string>& tables);

} // namespace headway::testing
