#pragma once

#include "layouts/layout.hpp"

#include <array>
#include <cstdint>

namespace headway::compiler {

/// What a file of another tool says about how it is run, which Headway does by itself.
enum class escape : std::uint8_t {
    transaction,
    foreign_keys,
    defer_foreign_keys,
    no_transaction,
    version_row,
    legacy_alter_table, ///< Which is run: it matters to what comes of a renaming.
};

/// In how many sections there is such a thing.
using escape_counts = std::array<std::size_t, 6>;

/// Puts blanks where a part says so, so that the places of all else stay right: BEGIN with its COMMIT,
/// SAVEPOINT with its RELEASE, PRAGMA foreign_keys and defer_foreign_keys, and what writes rows of `records`,
/// the tool's own tables, which no step makes. A part that the tool runs without a transaction is run in
/// one, unless all that it holds is a statement that cannot be. Of what is left, all that Headway does not
/// run is reported.
void take_escapes(step_part&, const std::vector<std::string>& records, escape_counts&, diagnostics& found);

/// Those of the tables that some step names and none makes.
[[nodiscard]] std::vector<std::string> tables_made_elsewhere(std::vector<std::string> tables,
                                                             const std::vector<layout_step>&);

/// One line that says what was left to Headway; empty if nothing was.
[[nodiscard]] std::string describe(const escape_counts&);

} // namespace headway::compiler
