#pragma once

#include "apply/connection.hpp"
#include "prove/finding.hpp"
#include "prove/statement_log.hpp"
#include "read/source.hpp"

#include <string_view>

namespace headway::compiler {

/// The finding that a failed statement of a section makes: the rule it breaks, at its token.
[[nodiscard]] finding describe_failure(const section&, const detail::statement_failure&,
                                       const statement_log&);

/// What follows `prefix` in a message of SQLite, or nothing.
[[nodiscard]] std::string_view behind(std::string_view message, std::string_view prefix) noexcept;

} // namespace headway::compiler
