#pragma once

#include "layouts/layout.hpp"

#include <array>
#include <cstdint>

namespace headway::compiler {

/// What a file of another tool says about how it is run, which Headway does by itself.
enum class escape : std::uint8_t { transaction, foreign_keys, no_transaction };

/// In how many files there is such a thing.
using escape_counts = std::array<std::size_t, 3>;

/// Puts blanks where a part says so, so that the places of all else stay right: BEGIN with its COMMIT,
/// SAVEPOINT with its RELEASE, PRAGMA foreign_keys. A part that the tool runs without a transaction is run in
/// one, unless all that it holds is a statement that cannot be. Of what is left, all that Headway does not
/// run is reported.
void take_escapes(step_part&, escape_counts&, diagnostics& found);

/// One line that says what was left to Headway; empty if nothing was.
[[nodiscard]] std::string describe(const escape_counts&);

} // namespace headway::compiler
