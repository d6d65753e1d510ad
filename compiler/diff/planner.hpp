#pragma once

#include "diff/conversion.hpp"
#include "diff/table_change.hpp"
#include "sql/name.hpp"

#include <optional>
#include <unordered_map>
#include <unordered_set>

namespace SQLite {
class Database;
}

namespace headway::compiler {

using objects = std::vector<const schema_object*>;

/// Makes the plan of a conversion. What decides stands in conversion.cpp, what writes statements in
/// emission.cpp.
class planner {
public:
    planner(const conversion& of, clearing how) : of_(of), how_(how) {}
    conversion_plan run();

private:
    void learn_names();
    void rename();
    void rename(const renaming&, change& into);
    void classify();
    void change_tables();
    void change_table(const schema_object& from, const schema_object& to);
    void clear();
    std::string title_of(const objects& going) const;
    void drop_indexes();
    void drop_tables(bool early);
    bool blocks_a_name(const schema_object& table) const;
    enum class group : std::uint8_t { takes_text_over, ordinary, is_virtual };
    group group_of(const schema_object& table) const;
    void check_searches();
    void emit_tables(group);
    void emit_table(const schema_object&);
    void add_indexes(const schema_object& table, change&);
    void add_index_hazards(const schema_object& table, change&) const;
    void add_parent_hazards(const schema_object& table, change&) const;
    objects indexes_before(const std::string& table) const;
    void refill_full_text();
    void create(object_kind);

    void add(change one) {
        if (!one.statements.empty()) plan_.changes.push_back(std::move(one));
    }
    /// Runs a statement at once, for those that what follows depends on.
    void run_now(change& into, std::string statement) {
        if (!work_) work_.emplace(of_.from.copy());
        run_script(*work_, statement);
        into.statements.push_back(std::move(statement));
    }
    bool differs(const schema_object& object) const {
        return different_.contains(key_of(object.kind, object.name));
    }
    std::string unused_name(const std::string& table) const;
    bool is_rebuilt(const std::string& table) const {
        const auto found = tables_.find(fold(table));
        return found != tables_.end() && found->second.rebuilt;
    }
    objects all(const schema& in, object_kind kind) const;

    const conversion& of_;
    clearing how_;
    std::optional<SQLite::Database> work_; ///< A copy of `from` as soon as something has been run on it.
    schema now_;                           ///< `from` with its renamings done.
    std::optional<schema_lookup> before_;
    std::unordered_set<std::string> names_;
    std::unordered_set<std::string> different_;            ///< Keys of what changes, goes or comes.
    std::unordered_map<std::string, table_change> tables_; ///< By folded name: those that change.
    std::unordered_set<std::string> gone_tables_;
    std::unordered_set<std::string> cleared_; ///< Keys of the views and triggers that went.
    conversion_plan plan_;
};

} // namespace headway::compiler
