#include "diff/reference_check.hpp"

#include "schema/reference.hpp"
#include "sql/name.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace headway::compiler {
namespace {

bool has_key(const schema_object* table, const foreign_key& key) {
    if (!table) return false;
    const auto& all = table->structure->foreign_keys;
    return std::find(all.begin(), all.end(), key) != all.end();
}

refusal refuse(const schema_object& child, std::string message) {
    return {"table " + child.name, std::move(message), false, nowhere, rule::foreign_key};
}

/// The parents that are not in the schema, and were not missing before.
void check_parents(const side& before, const side& after, const schema_object& child,
                   std::vector<refusal>& refusals) {
    const schema_object* const old = before.find(child);
    for (const foreign_key& key : child.structure->foreign_keys) {
        const bool is_old = !before.find(object_kind::table, key.table) && has_key(old, key);
        if (is_old || after.find(object_kind::table, key.table)) continue;
        refusals.push_back(refuse(child, fmt::format("table {} refers to table {}, which this schema does "
                                                     "not have. Correct its REFERENCES clause, or keep the "
                                                     "other table",
                                                     child.name, key.table)));
    }
}

/// What SQLite calls a mismatch: it then refuses every row.
void check_keys(const side& before, const side& after, const schema_object& child,
                std::vector<refusal>& refusals) {
    const std::string parent = after.mismatched_parent(child.name);
    if (parent.empty()) return;
    const auto& keys = child.structure->foreign_keys;
    const bool is_old = !before.mismatched_parent(child.name).empty() &&
                        std::all_of(keys.begin(), keys.end(),
                                    [&](const auto& key) { return has_key(before.find(child), key); });
    if (is_old) return;
    refusals.push_back(
        refuse(child, fmt::format("table {} refers to table {} by columns that are neither its "
                                  "primary key nor UNIQUE in this schema. Make them UNIQUE, "
                                  "or correct the REFERENCES clause",
                                  child.name, parent)));
}

} // namespace

void check_references(const side& before, const side& after, std::vector<refusal>& refusals) {
    const bool mismatched = after.has_mismatched_parents();
    for (const auto& object : after.objects().objects) {
        if (object->kind != object_kind::table || object->structure->foreign_keys.empty()) continue;
        check_parents(before, after, *object, refusals);
        if (mismatched) check_keys(before, after, *object, refusals);
    }
}

} // namespace headway::compiler
