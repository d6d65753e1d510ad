#include "prove/lint.hpp"
#include "read/place.hpp"
#include "sql/name.hpp"

#include <fmt/format.h>
#include <sqlite3.h>

#include <algorithm>

namespace headway::compiler {
namespace {

std::vector<index_structure::part> key_parts(const index_structure& of) {
    std::vector<index_structure::part> keys;
    std::copy_if(of.parts.begin(), of.parts.end(), std::back_inserter(keys),
                 [](const auto& part) { return part.key; });
    return keys;
}

bool has_expression(const index_structure& of) {
    return std::any_of(of.parts.begin(), of.parts.end(), [](const auto& part) { return part.expression; });
}

/// What follows the table's name in a CREATE INDEX statement.
std::string columns_text(const schema_object& index) {
    const auto open = std::find(index.meaning.begin(), index.meaning.end(), lexeme{lexeme_kind::symbol, "("});
    return to_string(lexemes(open, index.meaning.end()));
}

/// Whether `fresh` finds nothing that `old` does not find as well.
bool is_needless(const schema_object& fresh, const schema_object& old) {
    const index_structure& left = *fresh.index;
    const index_structure& right = *old.index;
    if ((left.unique && !right.unique) || left.partial != right.partial) return false;
    if (left.partial || has_expression(left) || has_expression(right))
        return columns_text(fresh) == columns_text(old);
    return key_parts(left) == key_parts(right);
}

/// What the new index is equal to, in the user's words; empty if there is none.
std::string find_equal(const proven_step& step, const schema_object& fresh) {
    for (const auto& other : step.after.objects) {
        if (other.get() == &fresh || !same_name(other->table, fresh.table)) continue;
        const bool older =
            other->rowid < fresh.rowid || step.before.find(other->kind, other->name) != nullptr;
        if (other->index && older && is_needless(fresh, *other)) return "index " + other->name;
        if (!other->structure || fresh.index->partial || fresh.index->unique) continue;
        for (const index_structure& made : other->structure->constraints) {
            if (key_parts(made) == key_parts(*fresh.index))
                return made.origin == "pk" ? "the primary key" : "a UNIQUE constraint";
        }
    }
    return {};
}

} // namespace

void find_duplicate_indexes(const proven_step& step, findings& found) {
    for (const watched_statement& each : step.up.statements()) {
        const watched_action* create = each.find(SQLITE_CREATE_INDEX);
        if (create == nullptr || step.before.find(object_kind::index, create->first) != nullptr) continue;
        const schema_object* fresh = step.after.find(object_kind::index, create->first);
        if (fresh == nullptr || !fresh->index) continue;
        const std::string equal = find_equal(step, *fresh);
        if (equal.empty()) continue;
        found.push_back(
            {rule::duplicate_index,
             statement_at(step.of.up, each.begin),
             fmt::format("index {} has the columns of {} of table {}: it costs time and space and "
                         "finds nothing faster",
                         fresh->name, equal, fresh->table),
             {{{}, "leave it out, or drop the other one in this revision"}}});
    }
}

} // namespace headway::compiler
