#pragma once

#include <cstddef>
#include <string_view>

namespace headway::detail {

/// As `first_statement` of script.hpp, where PostgreSQL's own psql would end it: at a semicolon outside of
/// parentheses and of the body `BEGIN ATOMIC … END` of a function or procedure.
[[nodiscard]] std::string_view first_psql_statement(std::string_view script) noexcept;

/// Calls `act` with each statement of a script, a view into it.
template <class Act>
void for_each_psql_statement(std::string_view script, Act act) {
    std::string_view rest = script;
    for (std::string_view one = first_psql_statement(rest); !one.empty(); one = first_psql_statement(rest)) {
        rest.remove_prefix(static_cast<std::size_t>(one.data() - rest.data()) + one.size());
        act(one);
    }
}

} // namespace headway::detail
