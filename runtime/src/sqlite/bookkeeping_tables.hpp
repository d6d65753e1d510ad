#pragma once

#include <string_view>

namespace headway::detail {

/// Whether a table is one in which a tool keeps what it has applied: no revision makes these.
[[nodiscard]] bool is_bookkeeping(std::string_view table) noexcept;

} // namespace headway::detail
