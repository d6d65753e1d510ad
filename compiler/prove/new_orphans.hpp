#pragma once

#include "prove/finding.hpp"
#include "prove/orphans.hpp"
#include "prove/tables_at_risk.hpp"

#include <functional>
#include <optional>
#include <string>
#include <string_view>

namespace headway::compiler {

/// What to do about rows that make a section fail.
inline constexpr const char* correct_first =
    "correct such rows first in this section, or write into the header: -- headway:allow new-constraint <why "
    "there are none>";

/// The statement that leaves rows without theirs of a table, if that can be told.
using parting_statement = std::function<std::optional<watched_statement>(const std::string& parent)>;

/// Reports the tables whose rows had their parents before the section, and have them no more. `valid` says
/// when the rows were.
void find_new_orphans(const way&, const orphans_by_table& now, const orphans_by_table& before,
                      const parting_statement&, std::string_view valid, findings& found);

} // namespace headway::compiler
