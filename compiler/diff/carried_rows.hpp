#pragma once

#include "schema/schema.hpp"

#include <set>
#include <string>
#include <vector>

namespace headway::compiler {

/// Whether SQLite may store a value otherwise in the column `now` of `to` than in `before` of `from`, going
/// by their types.
[[nodiscard]] bool converts(const table_structure& from, const table_column& before,
                            const table_structure& to, const table_column& now);

/// The rows of a table that becomes another: what is sure to be in them as it was.
class carried_rows {
public:
    /// `indexes` are those of `from`. `filled` and `nulls_replaced` are folded names of columns of `to`:
    /// those that are given values, and those in which a value takes the place of NULL.
    carried_rows(const schema_object& from, const schema_object& to,
                 std::vector<const schema_object*> indexes, const std::set<std::string>& filled,
                 const std::set<std::string>& nulls_replaced);

    /// Whether a column of `to` has the values that it had, or what its type makes of them.
    [[nodiscard]] bool carries(const std::string& column) const;
    /// Whether a column of `to` has the values that it had.
    [[nodiscard]] bool keeps(const std::string& column) const;
    /// Whether values of a column that were equal to its collation still are.
    [[nodiscard]] bool compares_alike(const std::string& column) const;
    /// Whether an expression or constraint of `to` says of each row what it said before.
    [[nodiscard]] bool keeps_meaning(const lexemes&) const;
    /// Whether it speaks of values that came with the rows, or were given to them.
    [[nodiscard]] bool speaks_of_values(const lexemes&) const;
    /// Whether a column is new and nothing gives it values.
    [[nodiscard]] bool is_null(const std::string& column) const;
    /// Whether no two rows can be alike in a unique index, since `from` has not allowed it either. `created`
    /// is the object of CREATE INDEX, if that makes it.
    [[nodiscard]] bool is_unique(const index_structure&, const schema_object* created) const;

private:
    [[nodiscard]] bool implies(const index_structure& before, const index_structure& now) const;
    [[nodiscard]] std::vector<std::string> columns_in(const lexemes&) const;

    const schema_object& from_;
    const schema_object& to_;
    std::vector<const schema_object*> indexes_;
    const std::set<std::string>& filled_;
    const std::set<std::string>& nulls_replaced_;
};

} // namespace headway::compiler
