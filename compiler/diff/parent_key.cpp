#include "diff/parent_key.hpp"

#include "rows/value.hpp"
#include "schema/rowid.hpp"
#include "sql/name.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace headway::compiler {
namespace {

/// The names of the columns of the primary key, in its order.
std::vector<std::string> primary_key_of(const table_structure& table) {
    std::vector<const table_column*> key;
    for (const table_column& column : table.columns)
        if (column.primary_key > 0) key.push_back(&column);
    std::sort(key.begin(), key.end(), [](auto* a, auto* b) { return a->primary_key < b->primary_key; });
    std::vector<std::string> result;
    for (const table_column* column : key)
        result.push_back(column->name);
    return result;
}

/// A column of a table before and after.
struct column_change {
    const table_column* before;
    const table_column* now;
};

column_change change_of(const schema_object* before, const schema_object& now, const std::string& column) {
    return {before ? find_column(*before->structure, column) : nullptr, find_column(*now.structure, column)};
}

/// Whether two columns take the same kinds of values.
bool same_kind(const table_column* one, const table_column* other) {
    return one && other && neutral_value(*one) == neutral_value(*other);
}

/// Whether whatever was equal in the two columns still is.
bool stays_equal(const column_change& child, const column_change& parent, const std::string& parent_column,
                 const carried_rows& parents) {
    if (!parents.compares_alike(parent_column)) return false;
    if (same_kind(parent.before, parent.now) && parents.keeps(parent_column)) return true;
    // Equal values of one kind stay equal when the same type converts both.
    const bool child_goes_along = same_kind(child.now, child.before) || same_kind(child.now, parent.now);
    return same_kind(child.before, parent.before) && child_goes_along && parents.carries(parent_column);
}

/// The first column of a foreign key that may no longer be equal to the parent's.
const std::string* parting_column(const foreign_key& key, const schema_object* child_before,
                                  const schema_object& child, const schema_object& parent_before,
                                  const schema_object& parent, const carried_rows& parents) {
    const std::vector<std::string> primary = primary_key_of(*parent.structure);
    const std::vector<std::string> former = primary_key_of(*parent_before.structure);
    for (std::size_t at = 0; at < key.from.size(); ++at) {
        if (key.to[at].empty() && at >= primary.size()) return nullptr; // a mismatch, which is refused
        const bool is_another =
            key.to[at].empty() && (at >= former.size() || !same_name(former[at], primary[at]));
        if (is_another) return &key.from[at];
        const std::string& column = key.to[at].empty() ? primary[at] : key.to[at];
        const bool equal = stays_equal(change_of(child_before, child, key.from[at]),
                                       change_of(&parent_before, parent, column), column, parents);
        if (!equal) return &key.from[at];
    }
    return nullptr;
}

} // namespace

std::vector<hazard> parent_key_hazards(const schema_object& before, const schema_object& now,
                                       const carried_rows& rows, const schema_lookup& all, const side& to) {
    std::vector<hazard> result;
    for (const auto& child : to.objects().objects) {
        if (child->kind != object_kind::table) continue;
        const schema_object* const child_before = all.find(*child);
        if (!child_before || !child_before->structure) continue;
        const auto& known = child_before->structure->foreign_keys;
        for (const foreign_key& key : child->structure->foreign_keys) {
            const bool refers =
                same_name(key.table, now.name) && std::find(known.begin(), known.end(), key) != known.end();
            const std::string* const column =
                refers ? parting_column(key, child_before, *child, before, now, rows) : nullptr;
            if (!column) continue;
            result.push_back({"constraint", "table " + child->name,
                              fmt::format("a row whose {} is no longer equal to that of its row in {} makes "
                                          "the migration fail",
                                          *column, now.name)});
        }
    }
    return result;
}

} // namespace headway::compiler
