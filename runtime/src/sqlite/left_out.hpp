#pragma once

// What an SQLite may have been built without. Where linkers know weak symbols, that is found out when the
// program runs; elsewhere the runtime has to be compiled with the options of its SQLite defined.

#include <sqlite3.h>

#if SQLITE_VERSION_NUMBER < 3037000
#error "Headway needs SQLite 3.37 or newer: set HEADWAY_SQLITE to the target of one"
#endif
#ifdef SQLITE_OMIT_AUTHORIZATION
#error "Headway needs an SQLite that was built without SQLITE_OMIT_AUTHORIZATION"
#endif

#ifdef __ELF__
#pragma weak sqlite3_deserialize
#pragma weak sqlite3_progress_handler
#pragma weak sqlite3_set_authorizer
#endif

namespace headway::detail {

[[nodiscard]] inline bool has_authorizers() noexcept {
#ifdef __ELF__
    return sqlite3_set_authorizer != nullptr;
#else
    return true;
#endif
}

[[nodiscard]] inline bool can_deserialize() noexcept {
#ifdef __ELF__
    return sqlite3_deserialize != nullptr;
#elif defined(SQLITE_OMIT_DESERIALIZE)
    return false;
#else
    return true;
#endif
}

/// Only if `can_deserialize()`.
inline int deserialize(sqlite3* db, unsigned char* bytes, sqlite3_int64 size, sqlite3_int64 room,
                       unsigned flags) noexcept {
#if defined(__ELF__) || !defined(SQLITE_OMIT_DESERIALIZE)
    return sqlite3_deserialize(db, "main", bytes, size, room, flags);
#else
    return SQLITE_ERROR;
#endif
}

/// Nothing where SQLite has none: then a migration is cancelled between revisions alone.
inline void set_progress_handler(sqlite3* db, int operations, int (*handler)(void*), void* of) noexcept {
#ifdef __ELF__
    if (sqlite3_progress_handler == nullptr) return;
#endif
#if defined(__ELF__) || !defined(SQLITE_OMIT_PROGRESS_CALLBACK)
    sqlite3_progress_handler(db, operations, handler, of);
#endif
}

} // namespace headway::detail
