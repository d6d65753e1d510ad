#pragma once

#include "headway/history.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace headway::detail {

/// SQL that fails in a database at `rows` whose log says that revisions were passed over, as an upgrade
/// would; nothing if there is none that could have been.
[[nodiscard]] std::string refuse_passed_over(const history&, const std::vector<std::string>& rows,
                                             std::string_view version_table);

} // namespace headway::detail
