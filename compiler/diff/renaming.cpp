#include "diff/renaming.hpp"

#include "schema/rowid.hpp"
#include "sql/name.hpp"
#include "sql/table_text.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace headway::compiler {
namespace {

/// What is known of the two names of a renaming.
struct presence {
    std::string what; ///< As `table t` or `column t.a`.
    bool concerned;   ///< False if the hint is about what is new as a whole.
    bool old_before;
    bool new_before;
    bool old_after;
};

presence look(const renaming& one, const std::vector<renaming>& wanted, const side& before,
              const side& after) {
    if (one.column.empty()) {
        return {"table " + one.table, !before.objects().objects.empty(),
                before.find(object_kind::table, one.from) != nullptr,
                before.find(object_kind::table, one.table) != nullptr,
                after.find(object_kind::table, one.from) != nullptr};
    }
    const schema_object* table = before.find(object_kind::table, table_before(wanted, one.table));
    if (!table) table = before.find(object_kind::table, one.table);
    const schema_object* const now = after.find(object_kind::table, one.table);
    const auto has = [](const schema_object* in, const std::string& name) {
        return in && find_column(*in->structure, name) != nullptr;
    };
    return {fmt::format("column {}.{}", one.table, one.column), table != nullptr, has(table, one.from),
            has(table, one.column), has(now, one.from)};
}

/// As a schema spells the name of a table, or of a column of it; empty if it has none.
std::string spelling(const side& in, const std::string& table, const std::string& column) {
    const schema_object* const found = in.find(object_kind::table, table);
    if (!found || column.empty()) return found ? found->name : "";
    const table_column* const part = find_column(*found->structure, column);
    return part ? part->name : "";
}

/// How the name is spelled before a renaming that changes the case of letters alone, which makes no other
/// schema; empty if that is done already.
std::string former_spelling(const renaming& one, const std::vector<renaming>& wanted, const side& before,
                            const side& after) {
    const std::string table = one.column.empty() ? one.table : table_before(wanted, one.table);
    std::string old = spelling(before, table, one.column);
    return old == spelling(after, one.table, one.column) ? std::string() : old;
}

std::string trouble(const presence& seen, const renaming& one) {
    if (seen.old_after)
        return fmt::format("{} cannot come from {}, which is still in the schema", seen.what, one.from);
    if (seen.new_before) {
        return fmt::format(
            "{} cannot come from {}: both are there before, so that it is not clear whether {} is "
            "dropped or the hint is an old one. Remove the hint",
            seen.what, one.from, one.from);
    }
    return {};
}

/// A definition without the name that it begins with.
lexemes nameless(const table_part& column) {
    lexemes all = meaning_of(column);
    all.erase(all.begin(), all.begin() + 2); // The bracket that `meaning_of` adds, and the name.
    return all;
}

/// A column that is gone and the one new column that is defined as it was.
void likely_columns(const schema_object& before, const schema_object& now, std::vector<renaming>& result) {
    if (before.structure->is_virtual || now.structure->is_virtual || before.meaning == now.meaning) return;
    const table_text old_text = split_table(before.sql);
    const table_text new_text = split_table(now.sql);
    for (const table_part& gone : old_text.columns) {
        if (find_column(*now.structure, gone.name)) continue;
        const auto fits = [&](const table_part& column) {
            return !find_column(*before.structure, column.name) && nameless(column) == nameless(gone);
        };
        const auto& columns = new_text.columns;
        if (std::count_if(columns.begin(), columns.end(), fits) != 1) continue;
        result.push_back({now.name, std::find_if(columns.begin(), columns.end(), fits)->name, gone.name});
    }
}

/// A table that is gone and has the columns of a new one.
void likely_table(const side& before, const side& after, const schema_object& now,
                  std::vector<renaming>& result) {
    const std::string body = to_string(normalise(now.sql.substr(split_table(now.sql).head.size()), {}));
    for (const auto& old : before.objects().objects) {
        if (old->kind != object_kind::table || after.find(*old)) continue;
        if (to_string(normalise(old->sql.substr(split_table(old->sql).head.size()), {})) == body)
            result.push_back({now.name, {}, old->name});
    }
}

} // namespace

std::string table_before(const std::vector<renaming>& wanted, const std::string& table) {
    for (const renaming& one : wanted) {
        if (one.column.empty() && same_name(one.table, table)) return one.from;
    }
    return table;
}

std::vector<renaming> pending_renamings(const std::vector<renaming>& wanted, const side& before,
                                        const side& after, std::vector<refusal>& refusals) {
    std::vector<renaming> result;
    for (const renaming& one : wanted) {
        if (same_name(one.from, one.column.empty() ? one.table : one.column)) {
            const std::string old = former_spelling(one, wanted, before, after);
            if (!old.empty()) result.push_back({one.table, one.column, old});
            continue;
        }
        const presence seen = look(one, wanted, before, after);
        const schema_object* const table = after.find(object_kind::table, one.table);
        const bool in_virtual = !one.column.empty() && table && table->structure->is_virtual;
        if (in_virtual && seen.old_before && !seen.new_before) {
            refusals.push_back(
                {seen.what,
                 fmt::format("{} cannot come from {}: SQLite renames no columns of virtual tables. "
                             "Remove the hint, or write the revision by hand",
                             seen.what, one.from),
                 false, nowhere, rule::hint});
        } else if (!seen.old_before) {
            if (seen.new_before || !seen.concerned) continue; // Done by an earlier revision.
            refusals.push_back(
                {seen.what,
                 fmt::format("{} cannot come from {}: there was none of that name", seen.what, one.from),
                 false, nowhere, rule::hint});
        } else if (std::string message = trouble(seen, one); !message.empty()) {
            refusals.push_back({seen.what, std::move(message), false, nowhere, rule::hint});
        } else {
            result.push_back(one);
        }
    }
    return result;
}

std::vector<renaming> inverse(const std::vector<renaming>& all) {
    std::vector<renaming> result;
    for (const renaming& one : all) {
        renaming back = one.column.empty() ? renaming{one.from, {}, one.table}
                                           : renaming{table_before(all, one.table), one.from, one.column};
        result.push_back(std::move(back));
    }
    return result;
}

std::vector<renaming> likely_renamings(const side& before, const side& after) {
    std::vector<renaming> result;
    for (const auto& object : after.objects().objects) {
        if (object->kind != object_kind::table) continue;
        if (const schema_object* same = before.find(*object)) {
            likely_columns(*same, *object, result);
        } else {
            likely_table(before, after, *object, result);
        }
    }
    return result;
}

} // namespace headway::compiler
