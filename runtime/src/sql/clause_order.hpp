#pragma once

#include "sql/normalise.hpp"

namespace headway::detail {

/// The lexemes of a CREATE TABLE statement, or of a part of one behind a bracket, with the clauses of each
/// column and the constraints of the table in one order, whatever order they were written in, and plain.
[[nodiscard]] lexemes in_order(const lexemes& table);

} // namespace headway::detail
