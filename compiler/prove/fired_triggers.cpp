#include "prove/lint.hpp"
#include "read/place.hpp"
#include "sql/name.hpp"

#include <fmt/format.h>
#include <sqlite3.h>

#include <algorithm>
#include <set>

namespace headway::compiler {
namespace {

bool writes(const watched_action& action) {
    return action.code == SQLITE_INSERT || action.code == SQLITE_UPDATE || action.code == SQLITE_DELETE;
}

/// Whether a trigger has RAISE(IGNORE), by which statements pass over rows.
bool ignores_rows(const schema_object& trigger) {
    const lexemes& words = trigger.meaning;
    for (std::size_t at = 2; at < words.size(); ++at) {
        if (same_name(words[at].text, "ignore") && same_name(words[at - 2].text, "raise")) return true;
    }
    return false;
}

/// The triggers that the statements of one section fire. Those that the section has made or dropped by then
/// are its own business, those of views are what writes to these are for, and an index of a text search is
/// kept in step by triggers.
class fired_triggers {
public:
    fired_triggers(const section& of, const schema& before, findings& found)
        : of_(of), before_(before), found_(found) {}

    void look_at(const watched_statement& statement) {
        for (const watched_action& each : statement.actions) {
            if (each.code == SQLITE_CREATE_TRIGGER) known_.insert(fold(each.first));
            if (!each.cause.empty() && !known_.contains(fold(each.cause))) look_at(statement, each.cause);
        }
    }

private:
    void look_at(const watched_statement& statement, const std::string& cause) {
        const schema_object* trigger = before_.find(object_kind::trigger, cause);
        if (trigger == nullptr || before_.find(object_kind::table, trigger->table) == nullptr) return;
        const std::string effect = effect_of(statement, *trigger);
        if (effect.empty()) return;
        known_.insert(fold(cause));
        found_.push_back({rule::fires_trigger,
                          statement_at(of_, statement.begin),
                          fmt::format("this fires trigger {}, which {}", trigger->name, effect),
                          {}});
    }

    /// What it does beyond the statement; empty if that is nothing to speak of.
    [[nodiscard]] std::string effect_of(const watched_statement& statement,
                                        const schema_object& trigger) const {
        for (const watched_action& each : statement.actions) {
            if (writes(each) && same_name(each.cause, trigger.name) && keeps_own_rows(each.first))
                return fmt::format("writes to table {}", each.first);
        }
        return ignores_rows(trigger) ? "may pass over rows" : "";
    }

    [[nodiscard]] bool keeps_own_rows(const std::string& name) const {
        const schema_object* table = before_.find(object_kind::table, name);
        return table != nullptr && !table->structure->is_virtual;
    }

    const section& of_;
    const schema& before_;
    findings& found_;
    std::set<std::string> known_; ///< What was said, or is not to be said.
};

} // namespace

void find_fired_triggers(const section& of, const statement_log& log, const schema& before, findings& found) {
    fired_triggers fired(of, before, found);
    for (const watched_statement& each : log.statements())
        fired.look_at(each);
}

} // namespace headway::compiler
