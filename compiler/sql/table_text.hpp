#pragma once

#include "sql/lexeme.hpp"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace headway::compiler {

/// A column or a table constraint of a CREATE TABLE statement, from its first token to its last.
struct table_part {
    std::string_view text;
    std::size_t begin; ///< Offset of `text` in the statement.
    std::string name;  ///< Of the column, or of the constraint if it has one.
};

/// A CREATE TABLE statement cut at its outermost commas.
struct table_text {
    std::string_view head; ///< Up to and with `(`.
    std::vector<table_part> columns;
    std::vector<table_part> constraints; ///< SQLite wants them behind the columns.
    std::string_view tail;               ///< From `)`: options such as STRICT follow.
};

/// Cuts the statement of an ordinary table as `sqlite_schema` holds it. The views point into `sql`. Without
/// an opening bracket everything is `head`.
[[nodiscard]] table_text split_table(std::string_view sql);

/// A part as equality sees it; comparable with other parts only.
[[nodiscard]] lexemes meaning_of(const table_part&);

/// The lexemes of a column's definition; none if the table has no such column.
[[nodiscard]] lexemes definition_of(std::string_view table_sql, std::string_view column);
/// The collation by which the values of a column are compared, folded: `binary` where its definition says
/// nothing.
[[nodiscard]] std::string collation_of(const lexemes& definition);

/// SQL on one line: space and comments between tokens become one space.
[[nodiscard]] std::string one_line(std::string_view sql);

} // namespace headway::compiler
