#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace headway::detail {

/// Whether a table is one in which a tool keeps what it has applied: no revision makes these.
[[nodiscard]] bool is_bookkeeping(std::string_view table) noexcept;

/// The tables that a query reads, such as that of a bookkeeping of one's own.
[[nodiscard]] std::vector<std::string> tables_of(std::string_view query);

} // namespace headway::detail
