#pragma once

#include <cstddef>
#include <string_view>

namespace headway::detail {

/// As `first_statement` of script.hpp, where PostgreSQL's own psql would end it: at a semicolon outside of
/// parentheses and of the body `BEGIN ATOMIC … END` of a function or procedure.
[[nodiscard]] std::string_view first_psql_statement(std::string_view script) noexcept;

} // namespace headway::detail
