#pragma once

#include "prove/lint.hpp"
#include "prove/replay.hpp"

namespace headway::compiler {

/// Whether rows of a table that was there before can make the up section fail, or go astray.
[[nodiscard]] bool may_break_on_rows(const proven_step&);

/// Runs the up section over tables with a few rows each, made up to satisfy their constraints. The state must
/// be that before the up section, and has to be restored afterwards.
void find_breaks_on_rows(const proven_step&, replay&, findings& found);

/// The same of the down section, over rows that were there before the up section and have gone through it.
/// `down` is what the section did without them; the state must again be that before the up section.
[[nodiscard]] bool may_break_on_the_way_back(const proven_step&, const statement_log& down);
void find_breaks_on_the_way_back(const proven_step&, const statement_log& down, replay&, findings& found);

} // namespace headway::compiler
