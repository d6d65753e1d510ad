#pragma once

// What a table knows of the SQLite of its program: emitted files include this, and no others.

#include <headway/history.hpp>

#if __has_include(<sqlite3.h>)
#ifdef __clang__ // its warnings are not the host's to mend
#pragma clang diagnostic push
#pragma clang diagnostic ignored "-Weverything"
#endif
#include <sqlite3.h>
#ifdef __clang__
#pragma clang diagnostic pop
#endif
#if SQLITE_VERSION_NUMBER < 3037000
#error "Headway needs SQLite 3.37 or newer, and the program's own is older: update it, or name another target"
#endif
#endif

namespace headway::detail {

/// Of the file that includes this; add_migrations() knows whether the library is static.
#if !defined(SQLITE_SOURCE_ID)
constexpr host_sqlite sqlite_of_host{};
#elif defined(HEADWAY_SQLITE_IS_STATIC)
constexpr host_sqlite sqlite_of_host{SQLITE_SOURCE_ID, true};
#else
constexpr host_sqlite sqlite_of_host{SQLITE_SOURCE_ID, false};
#endif

} // namespace headway::detail
