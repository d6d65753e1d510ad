#pragma once

#include "sql/normalise.hpp"

namespace headway::detail {

/// A clause of a column, or a constraint of a table, without what says nothing: words for what SQLite does
/// anyway, such as `ON DELETE NO ACTION`, and brackets around the whole of an expression. Empty if nothing is
/// left, as of `NULL` or `DEFAULT NULL`.
[[nodiscard]] lexemes plain_clause(lexemes clause);

/// The value behind DEFAULT without brackets around the whole and without `+`; TRUE and FALSE as the numbers
/// that they are there, hexadecimal numbers as decimal ones.
[[nodiscard]] lexemes plain_default(lexemes value);

/// A statement without ASC, the order of an index and of rows anyway, and without BEFORE and FOR EACH ROW,
/// which every trigger is. Of a table only what stands inside the brackets of a constraint is looked at.
[[nodiscard]] lexemes without_implied_words(lexemes statement, statement_kind);

} // namespace headway::detail
