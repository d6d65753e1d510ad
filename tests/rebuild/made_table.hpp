#pragma once

#include "diff/chance.hpp"

#include <string>
#include <vector>

namespace headway::tests {

struct made_column {
    std::string name;
    std::string type;
    std::string rest; ///< What follows the type.
    bool generated = false;
    bool may_be_null = false;
};

/// How the rows of a made table are told apart.
enum class made_key { alias, counted, text, pair, rowid };

/// A table with all that goes with it, as somebody might have written it.
struct made_table {
    std::string name;
    made_key key = made_key::alias;
    bool strict = false;
    std::vector<made_column> columns;     ///< Those of the key first.
    std::vector<std::string> constraints; ///< Of the table.
    std::vector<std::string> indexes;     ///< Statements, as those below.
    std::vector<std::string> triggers;
    std::vector<std::string> views;
    std::vector<std::string> others; ///< Made behind it and left alone: tables that refer to it.
    std::string search;              ///< The name of a text search over it; empty if there is none.
    bool has_children = false;

    /// The statement that makes it under a name.
    [[nodiscard]] std::string create(const std::string& as) const;
    /// The first column of its key, or some column where it has none.
    [[nodiscard]] std::string key_column() const;
    [[nodiscard]] bool has_id() const { return key == made_key::alias || key == made_key::counted; }
    /// Names of the columns that an INSERT gives values.
    [[nodiscard]] std::vector<std::string> stored() const;
};

[[nodiscard]] made_table make_table(chance&, const std::string& name);
/// The same with columns in another order, more of them, or looser types.
[[nodiscard]] made_table change_table(chance&, const made_table&);

} // namespace headway::tests
