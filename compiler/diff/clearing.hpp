#pragma once

#include "diff/conversion.hpp"
#include "schema/lookup.hpp"

#include <unordered_set>
#include <vector>

namespace headway::compiler {

/// The views and triggers of `now` that have to go before tables change: those whose key is in `changed`, and
/// those that speak of one of `names` (folded) or of a view that goes. In order of creation.
[[nodiscard]] std::vector<const schema_object*> in_the_way(const schema& now,
                                                           const std::unordered_set<std::string>& changed,
                                                           std::unordered_set<std::string> names);

/// Whether its statement holds one of the names (folded), whatever that means there.
[[nodiscard]] bool mentions(const schema_object&, const std::unordered_set<std::string>& names);

/// `DROP VIEW v;` and the like.
[[nodiscard]] std::string drop_statement(const schema_object&);

} // namespace headway::compiler
