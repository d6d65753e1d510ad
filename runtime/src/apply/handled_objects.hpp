#pragma once

#include "headway/history.hpp"

#include <string_view>

namespace headway::detail {

/// Whether a section of the history creates or drops a view or trigger of this name. Reads all of them: for
/// what goes wrong.
[[nodiscard]] bool handles(const history&, std::string_view name);

} // namespace headway::detail
