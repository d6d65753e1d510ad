#pragma once

#include "prove/finding.hpp"
#include "prove/statement_log.hpp"
#include "read/source.hpp"
#include "schema/compare.hpp"

#include <vector>

namespace headway::compiler {

/// What the down section of `of` does not restore: `differences` are those of the schema behind it to
/// `before`. `up` and `down` are what the two sections did, to name the statement that is to blame. Tables of
/// which nothing but the columns' order differs make a finding of their own, the last.
[[nodiscard]] findings describe_round_trip(const source& of, const std::vector<difference>& differences,
                                           const schema& before, const statement_log& up,
                                           const statement_log& down);

/// The up section gives another schema when it is applied again, behind the down section.
[[nodiscard]] finding describe_repetition(const source& of, const std::vector<difference>& differences);

} // namespace headway::compiler
