#pragma once

#include "schema/schema.hpp"

#include <cstddef>
#include <string>
#include <vector>

namespace headway::compiler {

/// A column as pictures show it.
struct drawn_column {
    std::string name;
    std::string type;       ///< As spelled; may be empty.
    std::string definition; ///< All that the statement says of it, on one line.
    bool primary_key = false;
    bool foreign_key = false;
    bool unique = false; ///< By itself.
    bool not_null = false;
};

struct drawn_table {
    std::string name;
    std::string kind; ///< Such as `STRICT` or `VIRTUAL fts5`; mostly empty.
    std::vector<drawn_column> columns;
};

/// From a table to the one that it refers to. Columns are indexes; there is at least one of each.
struct drawn_reference {
    std::size_t from;
    std::vector<std::size_t> from_columns;
    std::size_t to;
    std::vector<std::size_t> to_columns;
    bool optional; ///< Whether a row may refer to none.
    bool single;   ///< Whether at most one row refers to the same.
};

/// The tables of a schema in canonical order, and their references to each other; those that lead nowhere are
/// left out.
struct tables_picture {
    std::string title;
    std::vector<drawn_table> tables;
    std::vector<drawn_reference> references;
};
[[nodiscard]] tables_picture picture_of(const schema&, std::string title);

/// The picture in each format. Pure and deterministic; everything that comes from files is escaped.
[[nodiscard]] std::string draw_dot(const tables_picture&);
[[nodiscard]] std::string draw_mermaid(const tables_picture&);
/// Stands alone: no part of it is loaded from elsewhere.
[[nodiscard]] std::string draw_svg(const tables_picture&);

} // namespace headway::compiler
