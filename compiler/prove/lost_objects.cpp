#include "prove/remade_tables.hpp"
#include "read/place.hpp"
#include "schema/lookup.hpp"
#include "schema/rowid.hpp"
#include "sql/lexeme.hpp"
#include "sql/name.hpp"

#include <fmt/format.h>
#include <sqlite3.h>

#include <algorithm>

namespace headway::compiler {
namespace {

/// Whether a column that an index names is not in the table any more: then the index had to go.
bool needs_lost_column(const index_structure& index, const table_structure& now) {
    return std::any_of(index.parts.begin(), index.parts.end(), [&](const auto& part) {
        return part.key && !part.column.empty() && find_column(now, part.column) == nullptr;
    });
}

/// What comes between `name` and `ON` in the statement of a trigger: when it fires.
lexemes event_words(const schema_object& trigger) {
    const lexemes& all = trigger.meaning;
    const auto ends =
        std::find_if(all.begin(), all.end(), [](const lexeme& each) { return same_name(each.text, "on"); });
    return {all.begin() + std::min<std::ptrdiff_t>(3, ends - all.begin()), ends};
}

/// What an index is over: all behind the name of its table.
lexemes covered_by(const schema_object& index) {
    const lexemes& all = index.meaning;
    const auto table =
        std::find_if(all.begin(), all.end(), [](const lexeme& each) { return same_name(each.text, "on"); });
    return {table + std::min<std::ptrdiff_t>(2, all.end() - table), all.end()};
}

/// Whether rows are found, and differ, by another index or a constraint as they did by this one.
bool serves_instead(const index_structure& other, const index_structure& of) {
    const auto is_key = [](const auto& part) { return part.key; };
    const auto keys = std::count_if(of.parts.begin(), of.parts.end(), is_key);
    const auto others = std::count_if(other.parts.begin(), other.parts.end(), is_key);
    if (keys > others || other.partial || (of.unique && (!other.unique || keys < others))) return false;
    return std::equal(of.parts.begin(), of.parts.begin() + keys, other.parts.begin()) &&
           std::none_of(of.parts.begin(), of.parts.end(), [](const auto& part) { return part.expression; });
}

/// Whether a trigger speaks of a column that is gone, as `new.day`, `old.day` or behind OF.
bool needs_lost_column(const schema_object& trigger, const table_structure& before,
                       const table_structure& now) {
    return std::any_of(before.columns.begin(), before.columns.end(), [&](const table_column& each) {
        if (find_column(now, each.name) != nullptr) return false;
        const lexemes& all = trigger.meaning;
        return std::any_of(all.begin(), all.end(),
                           [&](const lexeme& one) { return same_name(one.text, each.name); });
    });
}

/// What a section loses of a table, or of a view, that it makes anew.
class lost_objects {
public:
    lost_objects(const proven_step& step, findings& found) : step_(step), found_(found) {}

    void look_at(const schema_object& before, const schema_object& after, const watched_statement& dropped) {
        for (const auto& object : step_.before.objects) {
            if (!same_name(object->table, before.name) || object.get() == &before) continue;
            if (object->kind == object_kind::index && !is_kept_index(*object, after))
                report(*object, before, dropped);
            if (object->kind == object_kind::trigger && !is_kept_trigger(*object, before, after))
                report(*object, before, dropped);
        }
    }

private:
    /// A DROP TABLE asks about the triggers as well.
    [[nodiscard]] bool is_dropped_by_name(const schema_object& object, int code) const {
        return std::any_of(step_.up.statements().begin(), step_.up.statements().end(),
                           [&](const watched_statement& each) {
                               return each.does(code, object.name) && !each.does(SQLITE_DROP_TABLE) &&
                                      !each.does(SQLITE_DROP_VIEW);
                           });
    }
    [[nodiscard]] bool is_kept_index(const schema_object& index, const schema_object& after) const;
    [[nodiscard]] bool is_kept_trigger(const schema_object&, const schema_object& before,
                                       const schema_object& after) const;
    void report(const schema_object& lost, const schema_object& before, const watched_statement& dropped);

    const proven_step& step_;
    findings& found_;
};

/// Under its name, or by what serves instead: an index over the same, or one that begins with its columns.
bool lost_objects::is_kept_index(const schema_object& index, const schema_object& after) const {
    const schema_object* const same = step_.after.find(object_kind::index, index.name);
    const bool is_meant = is_dropped_by_name(index, SQLITE_DROP_INDEX) ||
                          (same != nullptr && same_name(same->table, after.name)) ||
                          needs_lost_column(*index.index, *after.structure);
    if (is_meant) return true;
    const auto& constraints = after.structure->constraints;
    const auto serves = [&](const index_structure& other) { return serves_instead(other, *index.index); };
    const auto is_column = [&](const std::string& name) {
        return find_column(*after.structure, name) != nullptr;
    };
    const auto is_as_good = [&](const schema_object& other) {
        const bool is_as_unique = other.index->unique || !index.index->unique;
        return serves(*other.index) ||
               (is_as_unique && same_meaning(covered_by(other), covered_by(index), is_column));
    };
    return std::any_of(constraints.begin(), constraints.end(), serves) ||
           std::any_of(step_.after.objects.begin(), step_.after.objects.end(), [&](const auto& other) {
               return other->index && same_name(other->table, after.name) && is_as_good(*other);
           });
}

bool lost_objects::is_kept_trigger(const schema_object& trigger, const schema_object& before,
                                   const schema_object& after) const {
    const schema_object* const same = step_.after.find(object_kind::trigger, trigger.name);
    if (is_dropped_by_name(trigger, SQLITE_DROP_TRIGGER) ||
        (same != nullptr && same_name(same->table, after.name)))
        return true;
    if (before.structure && after.structure &&
        needs_lost_column(trigger, *before.structure, *after.structure))
        return true;
    return std::any_of(step_.after.objects.begin(), step_.after.objects.end(), [&](const auto& other) {
        return other->kind == object_kind::trigger && same_name(other->table, after.name) &&
               step_.before.find(object_kind::trigger, other->name) == nullptr &&
               event_words(*other) == event_words(trigger);
    });
}

void lost_objects::report(const schema_object& lost, const schema_object& before,
                          const watched_statement& dropped) {
    found_.push_back(
        {rule::objects_lost,
         statement_at(step_.of.up, dropped.begin),
         fmt::format("{} {} goes with the {} {} that is {} here, and is not made again", to_string(lost.kind),
                     lost.name, to_string(before.kind), before.name,
                     dropped.does(SQLITE_ALTER_TABLE) ? "renamed" : "dropped"),
         {{{},
           fmt::format("make it again behind the new {}; if it shall go, drop it by a DROP {} before, or "
                       "write into the header: -- headway:allow objects-lost <why>",
                       to_string(before.kind), lost.kind == object_kind::index ? "INDEX" : "TRIGGER")}},
         key_of(lost.kind, lost.name),
         lost.index && lost.index->unique ? before.sql + ";\n" + lost.sql : std::string()});
}

} // namespace

void find_lost_objects(const proven_step& step, const std::vector<remade_table>& remade, findings& found) {
    lost_objects lost(step, found);
    for (const remade_table& each : remade)
        lost.look_at(each.before, each.after, each.dropped);
    for (const watched_statement& each : step.up.statements()) {
        const watched_action* drop = each.find(SQLITE_DROP_VIEW);
        if (drop == nullptr) continue;
        const schema_object* before = step.before.find(object_kind::view, drop->first);
        const schema_object* after = step.after.find(object_kind::view, drop->first);
        if (before != nullptr && after != nullptr) lost.look_at(*before, *after, each);
    }
}

} // namespace headway::compiler
