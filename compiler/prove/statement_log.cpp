#include "prove/statement_log.hpp"

#include "sql/name.hpp"

#include <sqlite3.h>

#include <algorithm>
#include <utility>

namespace headway::compiler {
using namespace detail;
namespace {

std::string text_of(const char* text) {
    return text == nullptr ? std::string() : std::string(text);
}

} // namespace

const watched_action* watched_statement::find(int code, std::string_view name) const noexcept {
    for (const watched_action& each : actions) {
        if (each.code == code && (name.empty() || same_name(each.first, name))) return &each;
    }
    return nullptr;
}

bool changes_schema(const watched_statement& statement) noexcept {
    return std::any_of(statement.actions.begin(), statement.actions.end(), [](const watched_action& each) {
        return (each.code >= SQLITE_CREATE_INDEX && each.code <= SQLITE_CREATE_VIEW) ||
               (each.code >= SQLITE_DROP_INDEX && each.code <= SQLITE_DROP_VIEW) ||
               each.code == SQLITE_ALTER_TABLE || each.code == SQLITE_CREATE_VTABLE ||
               each.code == SQLITE_DROP_VTABLE;
    });
}

std::optional<std::vector<dropped_object>> statement_log::only_dropped() const {
    std::vector<dropped_object> dropped;
    for (const watched_statement& statement : statements_) {
        for (const watched_action& each : statement.actions) {
            switch (each.code) {
            case SQLITE_ALTER_TABLE:
            case SQLITE_CREATE_VTABLE:
            case SQLITE_DROP_VTABLE:
            case SQLITE_PRAGMA:
                return std::nullopt;
            case SQLITE_DROP_TABLE:
                dropped.push_back({object_kind::table, each.first});
                break;
            case SQLITE_DROP_INDEX:
                dropped.push_back({object_kind::index, each.first});
                break;
            case SQLITE_DROP_VIEW:
                dropped.push_back({object_kind::view, each.first});
                break;
            case SQLITE_DROP_TRIGGER:
                dropped.push_back({object_kind::trigger, each.first});
                break;
            default:
                break;
            }
        }
    }
    return dropped;
}

void statement_log::asked(const statement_action& action) noexcept {
    pending_.push_back({action.code, text_of(action.first), text_of(action.second), text_of(action.third),
                        text_of(action.cause)});
}

void statement_log::prepared(std::string_view script, std::size_t begin, std::size_t end, bool exists) {
    if (!exists) return;
    statements_.push_back({begin, end, std::exchange(pending_, {})});
    if (on_prepared) {
        on_prepared(script, statements_.back());
        pending_.clear(); // what it has asked itself is no statement's
    }
    started_ = std::chrono::steady_clock::now();
}

} // namespace headway::compiler
