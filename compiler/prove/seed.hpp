#pragma once

#include "prove/lint.hpp"
#include "prove/replay.hpp"

namespace headway {

/// Whether the up section does to a table that was there before what rows can make fail: adds a column that
/// is NOT NULL or has no constant default, makes a unique index, or rebuilds it.
[[nodiscard]] bool may_break_on_rows(const proven_step&);

/// Runs the up section over tables with a few rows each, made up to satisfy their constraints. The state must
/// be that before the up section, and has to be restored afterwards.
void find_breaks_on_rows(const proven_step&, replay&, findings& found);

} // namespace headway
