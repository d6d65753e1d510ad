#include "sqlite/foreign_objects.hpp"

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

bool foreign_objects::is_foreign(const statement_action& action, const char* cause) noexcept try {
    const char* const database = database_of(action);
    if (database == nullptr || cause != nullptr || is(database, "main")) return false;
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
