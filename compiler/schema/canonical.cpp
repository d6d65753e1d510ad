#include "schema/canonical.hpp"

#include "schema/lookup.hpp"
#include "sql/name.hpp"

#include <algorithm>
#include <unordered_map>
#include <unordered_set>
#include <utility>

namespace headway::compiler {
namespace {

using objects = std::vector<const schema_object*>;

/// Behind these words stands the name of a table, which ALTER TABLE … RENAME TO puts into quotes.
constexpr std::string_view before_tables[] = {"table", "references", "from", "join", "into", "update"};

bool by_name(const schema_object* left, const schema_object* right) {
    const std::string first = fold(left->name);
    const std::string second = fold(right->name);
    return first != second ? first < second : left->name < right->name;
}

objects of_kind(const schema& of, object_kind kind) {
    objects result;
    for (const auto& object : of.objects) {
        if (object->kind == kind) result.push_back(object.get());
    }
    std::sort(result.begin(), result.end(), by_name);
    return result;
}

/// Depth first, so that what belongs together stands together. Where objects need each other in a circle, it
/// begins with the one that is reached first.
class arrangement {
public:
    explicit arrangement(const schema& of) : lookup_(of) {}

    objects arrange(const objects& all) {
        for (const schema_object* each : all)
            visit(*each);
        return std::exchange(result_, {});
    }

private:
    struct place {
        const schema_object* object;
        objects needs;
    };
    void visit(const schema_object& from) {
        enter(from);
        while (!path_.empty()) {
            place& last = path_.back();
            if (last.needs.empty()) {
                result_.push_back(last.object);
                path_.pop_back();
                continue;
            }
            const schema_object* const next = last.needs.back();
            last.needs.pop_back();
            enter(*next);
        }
    }
    void enter(const schema_object& object) {
        if (seen_.insert(&object).second) path_.push_back({&object, needs_of(object)});
    }
    /// Last first.
    objects needs_of(const schema_object& object) const {
        objects result = object.kind == object_kind::table ? parents_of(object) : views_in(object);
        std::sort(result.begin(), result.end(), by_name);
        std::reverse(result.begin(), result.end());
        return result;
    }
    objects parents_of(const schema_object& table) const {
        objects result;
        for (const foreign_key& key : table.structure->foreign_keys) {
            if (const schema_object* parent = lookup_.find(object_kind::table, key.table))
                result.push_back(parent);
        }
        return result;
    }
    objects views_in(const schema_object& view) const {
        objects result;
        for (const lexeme& each : view.meaning) {
            if (each.kind == lexeme_kind::literal || each.kind == lexeme_kind::symbol) continue;
            if (const schema_object* other = lookup_.find(object_kind::view, each.text))
                result.push_back(other);
        }
        return result;
    }

    schema_lookup lookup_;
    std::vector<place> path_;
    std::unordered_set<const schema_object*> seen_;
    objects result_;
};

} // namespace

std::vector<const schema_object*> in_canonical_order(const schema& of) {
    arrangement parents_first(of);
    objects tables = parents_first.arrange(of_kind(of, object_kind::table));
    std::stable_partition(tables.begin(), tables.end(),
                          [](const schema_object* each) { return !each->structure->is_virtual; });
    std::unordered_map<std::string, objects> indexes;
    for (const schema_object* index : of_kind(of, object_kind::index))
        indexes[fold(index->table)].push_back(index);
    objects result;
    const auto append = [&](const objects& more) { result.insert(result.end(), more.begin(), more.end()); };
    for (const schema_object* table : tables) {
        result.push_back(table);
        append(indexes[fold(table->name)]);
    }
    append(parents_first.arrange(of_kind(of, object_kind::view)));
    append(of_kind(of, object_kind::trigger));
    return result;
}

std::string complete_statement(std::string_view sql) {
    std::size_t end = 0;
    for (const token& each : tokens(sql))
        end = each.end;
    return std::string(sql.substr(0, end)) + ";";
}

std::string canonical_statement(const schema_object& of) {
    const std::string_view sql = of.sql;
    // ON of an index or trigger is the first one; others stand before expressions.
    bool before_on = of.kind == object_kind::index || of.kind == object_kind::trigger;
    bool names_table = false; // Whether a table's name comes next.
    std::string result;
    std::size_t end = 0;
    for (const token& each : tokens(sql)) {
        const std::string_view text = each.in(sql);
        const std::string name = each.kind == token_kind::quoted_name && names_table ? unquote(text) : "";
        const bool needless = !name.empty() && quote_name(name) == name;
        result.append(sql.substr(end, each.begin - end)).append(needless ? std::string_view(name) : text);
        end = each.end;
        const bool is_on = before_on && same_name(text, "on");
        names_table = is_on || std::any_of(std::begin(before_tables), std::end(before_tables),
                                           [&](std::string_view word) { return same_name(text, word); });
        before_on = before_on && !is_on;
    }
    return result + ";";
}

std::string render_schema(const schema& of) {
    std::string result;
    for (const schema_object* each : in_canonical_order(of)) {
        if (!result.empty() && each->kind != object_kind::index) result += "\n";
        result += canonical_statement(*each) + "\n";
    }
    return result;
}

} // namespace headway::compiler
