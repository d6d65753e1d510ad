#include "draw/tables.hpp"

#include "schema/canonical.hpp"
#include "sql/name.hpp"
#include "sql/table_text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <unordered_map>

namespace headway::compiler {
namespace {

using column_places = std::vector<std::size_t>;

std::optional<std::size_t> find_column(const table_structure& in, const std::string& folded) {
    const auto found = std::find_if(in.columns.begin(), in.columns.end(),
                                    [&](const table_column& each) { return fold(each.name) == folded; });
    if (found == in.columns.end()) return std::nullopt;
    return static_cast<std::size_t>(found - in.columns.begin());
}

column_places primary_key_of(const table_structure& table) {
    column_places key;
    for (std::size_t at = 0; at < table.columns.size(); ++at) {
        if (table.columns[at].primary_key > 0) key.push_back(at);
    }
    std::sort(key.begin(), key.end(), [&](std::size_t a, std::size_t b) {
        return table.columns[a].primary_key < table.columns[b].primary_key;
    });
    return key;
}

/// Empty if one of them is not there. An empty name means the primary key.
column_places find_columns(const table_structure& in, const std::vector<std::string>& folded) {
    if (std::all_of(folded.begin(), folded.end(), [](const std::string& name) { return name.empty(); }))
        return primary_key_of(in);
    column_places result;
    for (const std::string& name : folded) {
        const auto found = find_column(in, name);
        if (!found) return {};
        result.push_back(*found);
    }
    return result;
}

/// Makes the picture of a schema.
class table_drawer {
public:
    explicit table_drawer(const schema& of) {
        for (const schema_object* object : in_canonical_order(of)) {
            if (object->kind == object_kind::index) indexes_[fold(object->table)].push_back(&*object->index);
            if (object->kind != object_kind::table) continue;
            numbers_[fold(object->name)] = tables_.size();
            tables_.push_back(object);
        }
    }
    tables_picture draw();

private:
    drawn_table draw_table(const schema_object&) const;
    bool is_unique(const schema_object& table, const column_places&) const;
    void add_reference(std::size_t from, const foreign_key&);

    std::vector<const schema_object*> tables_;
    std::unordered_map<std::string, std::size_t> numbers_; ///< By folded name.
    std::unordered_map<std::string, std::vector<const index_structure*>> indexes_;
    tables_picture result_;
};

std::string kind_of(const table_structure& table) {
    if (table.is_virtual) return "VIRTUAL " + table.module;
    std::string kind = table.strict ? "STRICT" : "";
    if (table.without_rowid) kind += kind.empty() ? "WITHOUT ROWID" : ", WITHOUT ROWID";
    return kind;
}

/// Whether no two rows have the same values in these columns.
bool table_drawer::is_unique(const schema_object& table, const column_places& in) const {
    const table_structure& structure = *table.structure;
    const auto among = [&](const std::string& folded) {
        return std::any_of(in.begin(), in.end(),
                           [&](std::size_t at) { return fold(structure.columns[at].name) == folded; });
    };
    const auto promises = [&](const index_structure& index) {
        return index.unique && !index.partial &&
               std::all_of(index.parts.begin(), index.parts.end(), [&](const index_structure::part& each) {
                   return !each.key || (!each.expression && among(each.column));
               });
    };
    const column_places key = primary_key_of(structure);
    if (!key.empty() && std::all_of(key.begin(), key.end(), [&](std::size_t at) {
            return std::find(in.begin(), in.end(), at) != in.end();
        }))
        return true;
    const auto made = indexes_.find(fold(table.name));
    return std::any_of(structure.constraints.begin(), structure.constraints.end(), promises) ||
           (made != indexes_.end() &&
            std::any_of(made->second.begin(), made->second.end(),
                        [&](const index_structure* each) { return promises(*each); }));
}

drawn_table table_drawer::draw_table(const schema_object& table) const {
    drawn_table result{table.name, kind_of(*table.structure), {}};
    std::unordered_map<std::string, std::string> definitions;
    for (const table_part& part : split_table(table.sql).columns)
        definitions[fold(part.name)] = one_line(part.text);
    for (std::size_t at = 0; at < table.structure->columns.size(); ++at) {
        const table_column& column = table.structure->columns[at];
        if (column.hidden == 1) continue; // of a virtual table, behind all others
        drawn_column& drawn = result.columns.emplace_back(drawn_column{column.name, column.type, {}});
        const auto definition = definitions.find(fold(column.name));
        drawn.definition = definition == definitions.end() ? column.name : definition->second;
        drawn.primary_key = column.primary_key > 0;
        drawn.not_null = column.not_null || drawn.primary_key;
        drawn.unique = !drawn.primary_key && is_unique(table, {at});
    }
    return result;
}

void table_drawer::add_reference(std::size_t from, const foreign_key& key) {
    const auto parent = numbers_.find(key.table);
    if (parent == numbers_.end()) return;
    const schema_object& table = *tables_[from];
    drawn_reference drawn{from,           find_columns(*table.structure, key.from),
                          parent->second, find_columns(*tables_[parent->second]->structure, key.to),
                          false,          false};
    if (drawn.from_columns.empty() || drawn.to_columns.empty()) return;
    for (const std::size_t at : drawn.from_columns) {
        drawn_column& column = result_.tables[from].columns[at];
        column.foreign_key = true;
        drawn.optional = drawn.optional || !column.not_null;
    }
    drawn.single = is_unique(table, drawn.from_columns);
    result_.references.push_back(std::move(drawn));
}

tables_picture table_drawer::draw() {
    for (const schema_object* table : tables_)
        result_.tables.push_back(draw_table(*table));
    for (std::size_t from = 0; from < tables_.size(); ++from) {
        for (const foreign_key& key : tables_[from]->structure->foreign_keys)
            add_reference(from, key);
    }
    return std::move(result_);
}

} // namespace

tables_picture picture_of(const schema& of, std::string title) {
    tables_picture result = table_drawer(of).draw();
    result.title = std::move(title);
    return result;
}

} // namespace headway::compiler
