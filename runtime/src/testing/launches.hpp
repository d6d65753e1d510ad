#pragma once

#include "testing/proof_report.hpp"

namespace headway::testing {

/// Upgrades databases that are at a revision and no further, with rows, to the heads, each in one
/// transaction, and looks whether they become what a new database becomes, and keep their rows. Returns from
/// how many revisions: from each in a history that is short enough, else from the last ones, ever fewer
/// before them, and the first.
[[nodiscard]] std::uint32_t prove_launches(const history&, const request&, proof_report&);

} // namespace headway::testing
