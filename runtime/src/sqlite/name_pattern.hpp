#pragma once

#include <string_view>

namespace headway::detail {

/// Whether a name fits a pattern, in which `*` stands for any letters, `?` for one and `[…]` for one of
/// several; as everywhere with names, upper and lower case are the same.
[[nodiscard]] bool fits(std::string_view pattern, std::string_view name);

} // namespace headway::detail
