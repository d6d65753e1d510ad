#pragma once

#include "prove/statement_log.hpp"

#include <set>
#include <string>
#include <string_view>
#include <utility>

namespace headway::compiler {

/// A column, or `*` for all of a table's; by the names that they have when the statement runs, folded.
using carried_column = std::pair<std::string, std::string>;

/// The columns whose values a statement puts into rows: those that it selects, assigns, or hands to a trigger
/// that writes. What it only counts, sums, compares or sorts by is not carried; nor is what a SELECT in its
/// conditions names. `sql` is the statement alone.
[[nodiscard]] std::set<carried_column> carried_by(std::string_view sql, const watched_statement&);

/// The tables that a statement puts rows or values into, folded.
[[nodiscard]] std::set<std::string> filled_by(const watched_statement&);

} // namespace headway::compiler
