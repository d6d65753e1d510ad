#include "sqlite/foreign_objects.hpp"

#include "sqlite/statement.hpp"

#include <sqlite3.h>

#include <algorithm>

namespace headway::detail {
namespace {

bool is(const char* text, const char* other) noexcept {
    return text != nullptr && sqlite3_stricmp(text, other) == 0;
}

bool creates(int code) noexcept {
    switch (code) {
    case SQLITE_CREATE_TABLE:
    case SQLITE_CREATE_TEMP_TABLE:
    case SQLITE_CREATE_VIEW:
    case SQLITE_CREATE_TEMP_VIEW:
    case SQLITE_CREATE_VTABLE:
    case SQLITE_CREATE_INDEX:
    case SQLITE_CREATE_TEMP_INDEX:
    case SQLITE_CREATE_TRIGGER:
    case SQLITE_CREATE_TEMP_TRIGGER:
        return true;
    default:
        return false;
    }
}

/// Where the object is that an action is about; null for actions about none.
const char* database_of(const statement_action& action) noexcept {
    switch (action.code) {
    case SQLITE_ALTER_TABLE:
        return action.first;
    case SQLITE_FUNCTION:
    case SQLITE_PRAGMA:
    case SQLITE_SELECT:
    case SQLITE_RECURSIVE:
    case SQLITE_TRANSACTION:
    case SQLITE_SAVEPOINT:
    case SQLITE_ATTACH:
    case SQLITE_DETACH:
        return nullptr;
    default:
        return action.third;
    }
}

} // namespace

/// A `temp` that nothing has opened yet holds nothing, and is not opened to see that.
int foreign_objects::look(sqlite3* db) {
#if SQLITE_VERSION_NUMBER >= 3039000
    main_ = sqlite3_db_name(db, 0);
#endif
    if (sqlite3_db_readonly(db, "temp") < 0) return SQLITE_OK;
    sqlite_statement query;
    int code = query.prepare(
        db, "SELECT name, instr(upper(sql), 'RAISE') FROM temp.sqlite_schema WHERE type = 'trigger'");
    while (code == SQLITE_OK || code == SQLITE_ROW) {
        code = query.step();
        if (code == SQLITE_ROW) triggers_.push_back({std::string(query.text(0)), query.number(1) != 0});
    }
    return code == SQLITE_DONE ? SQLITE_OK : code;
}

bool foreign_objects::is_of_program_trigger(const statement_action& action) const noexcept {
    if (action.cause == nullptr) return false;
    const auto found = std::find_if(triggers_.begin(), triggers_.end(), [&](const temporary_trigger& one) {
        return is(action.cause, one.name.c_str());
    });
    if (found == triggers_.end()) return false;
    const bool writes =
        action.code == SQLITE_INSERT || action.code == SQLITE_UPDATE || action.code == SQLITE_DELETE;
    return found->raises || (writes && is(action.third, main_));
}

bool foreign_objects::is_foreign(const statement_action& action) noexcept try {
    const char* const database = database_of(action);
    if (database == nullptr || action.cause != nullptr || is(database, main_)) return false;
    if (!is(database, "temp")) return true;
    if (creates(action.code)) {
        made_.emplace_back(action.first);
        return false;
    }
    const char* const object = action.code == SQLITE_ALTER_TABLE ? action.second : action.first;
    if (object == nullptr || all_made_ || sqlite3_strnicmp(object, "sqlite_", 7) == 0) return false;
    if (std::none_of(made_.begin(), made_.end(),
                     [&](const std::string& one) { return is(object, one.c_str()); }))
        return true;
    all_made_ = action.code == SQLITE_ALTER_TABLE;
    return false;
} catch (...) {
    return true;
}

} // namespace headway::detail
