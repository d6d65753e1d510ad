#include "prove/tables_at_risk.hpp"

#include "prove/former_names.hpp"
#include "prove/remade_tables.hpp"
#include "prove/row_origins.hpp"
#include "rows/parent_keys.hpp"
#include "sql/lexeme.hpp"
#include "sql/name.hpp"

#include <sqlite3.h>

#include <algorithm>
#include <unordered_set>

namespace headway::compiler {
namespace {

/// Whether ALTER TABLE does more than rename, drop, or add a column that may be NULL
/// and refers to nothing.
bool is_risky(std::string_view statement) {
    for (const token& each : tokens(statement)) {
        const std::string_view word = each.in(statement);
        if (same_name(word, "not") || same_name(word, "default") || same_name(word, "check") ||
            same_name(word, "references") || same_name(word, "as"))
            return true;
    }
    return false;
}

/// Whether the rows of a table may not fit into an index.
bool is_demanding(const index_structure& index) {
    return index.unique || index.partial ||
           std::any_of(index.parts.begin(), index.parts.end(),
                       [](const auto& part) { return part.expression; });
}

class risk_search {
public:
    explicit risk_search(const way& of) : of_(of), names_(of.start) {}

    std::vector<const schema_object*> run() {
        for (const watched_statement& each : of_.log.statements()) {
            const std::string_view sql = of_.script.sql().substr(each.begin, each.end - each.begin);
            if (changes_schema(each)) look_at_change(each, sql);
            if (!changes_schema(each) || each.does(SQLITE_SELECT)) look_at_rows(each, sql);
            names_.pass(of_.script.sql(), each);
        }
        std::vector<const schema_object*> tables;
        if (found_.empty()) return tables;
        for (const auto& object : of_.seeded.objects)
            if (found_.contains(object.get())) tables.push_back(object.get());
        return tables;
    }

private:
    void add(std::string_view now) {
        const std::string former = now.starts_with("sqlite_") ? std::string() : names_.table(now);
        const auto* table = former.empty() ? nullptr : of_.seeded.find(object_kind::table, former);
        if (table != nullptr) found_.insert(table);
    }

    /// Those that refer to the table, or to this column of it.
    void add_children(std::string_view now, std::string_view column = {}) {
        const std::string former = names_.table(now);
        if (former.empty()) return;
        for (const auto& object : of_.seeded.objects) {
            if (!object->structure) continue;
            for (const foreign_key& key : object->structure->foreign_keys)
                if (same_name(key.table, former) && refers_to(key, column)) found_.insert(object.get());
        }
    }

    [[nodiscard]] bool refers_to(const foreign_key& key, std::string_view column) const {
        const auto columns = columns_referred_to(of_.seeded, key);
        return column.empty() || std::any_of(columns.begin(), columns.end(), [&](const table_column* each) {
                   return same_name(each->name, column);
               });
    }

    void look_at_change(const watched_statement& each, std::string_view sql) {
        const watched_action* alter = each.find(SQLITE_ALTER_TABLE);
        if (alter != nullptr && (is_risky(sql) || table_renamed_to(sql))) add(alter->second);
        const watched_action* drop = each.find(SQLITE_DROP_TABLE);
        if (drop != nullptr && may_be_remade(drop->first, of_.start, of_.reached)) {
            add(drop->first);
            add_children(drop->first);
        }
        const watched_action* index = each.find(SQLITE_CREATE_INDEX);
        if (index == nullptr) return;
        const schema_object* made = of_.reached.find(object_kind::index, index->first);
        if (made != nullptr && made->index && is_demanding(*made->index)) add(index->second);
    }

    void look_at_rows(const watched_statement& each, std::string_view sql) {
        for (const std::string& source : sources_of(each, sql))
            add(source);
        for (const watched_action& action : each.actions) {
            if (action.code != SQLITE_UPDATE && action.code != SQLITE_DELETE) continue;
            add(action.first);
            add_children(action.first, action.code == SQLITE_UPDATE ? action.second : "");
        }
    }

    const way& of_;
    former_names names_;
    std::unordered_set<const schema_object*> found_;
};

} // namespace

way way_up(const proven_step& step) {
    return {step.of.up, step.up, step.before, step.before, step.after, step.of.irreversible, step.restored};
}

way way_down(const proven_step& step, const statement_log& down) {
    return {step.of.down, down, step.before, step.after, step.before, false, step.restored};
}

std::vector<const schema_object*> tables_at_risk(const way& of) {
    return risk_search(of).run();
}

} // namespace headway::compiler
