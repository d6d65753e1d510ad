#!/bin/sh
# encrypted.sh DIRECTORY: programs whose SQLite encrypts, SQLite3 Multiple Ciphers and SQLCipher, in one build. Their
# databases are upgraded and stay encrypted, and have no backup that nobody could read. A program that calls another SQLite
# than its own is refused before it writes. Both amalgamations stay in DIRECTORY.
. "$(dirname "$0")/checks.sh"

for one in ciphers:better-sqlite3-multiple-ciphers@12 sqlcipher:@journeyapps/sqlcipher@6; do
    code=0
    mkdir -p "$1"
    sh "$HEADWAY_SOURCE/tests/sqlite_options/amalgamation.sh" "${one#*:}" "$1/${one%%:*}" || code=$?
    [ "$code" -eq 0 ] || exit "$code"
done

cp -RL "$HEADWAY_SOURCE/migrations" "$scratch/migrations"
cd "$scratch"
cat >CMakeLists.txt <<'CMAKE'
cmake_minimum_required(VERSION 3.24)
project(encrypted LANGUAGES C CXX)
enable_testing()
find_package(Threads REQUIRED)
find_package(Headway REQUIRED)

add_library(sqlcipher STATIC "${AMALGAMATIONS}/sqlcipher/sqlite3.c")
target_compile_definitions(sqlcipher PRIVATE SQLITE_HAS_CODEC HAVE_STDINT_H SQLCIPHER_CRYPTO_OPENSSL SQLITE_TEMP_STORE=2
  SQLITE_EXTRA_INIT=sqlcipher_extra_init SQLITE_EXTRA_SHUTDOWN=sqlcipher_extra_shutdown)
target_link_libraries(sqlcipher PUBLIC crypto)
add_library(ciphers STATIC "${AMALGAMATIONS}/ciphers/sqlite3.c")
foreach(library sqlcipher ciphers)
  target_compile_options(${library} PRIVATE -w -O0 -maes -msse4.2)
  target_include_directories(${library} SYSTEM PUBLIC "${AMALGAMATIONS}/${library}")
  target_link_libraries(${library} PUBLIC Threads::Threads ${CMAKE_DL_LIBS} m)
  add_migrations(${library}_migrations DIRECTORY migrations NAMESPACE ${library} SQLITE ${library})
  add_executable(with_${library} main.cpp)
  target_compile_definitions(with_${library} PRIVATE HISTORY=${library} HEADER="${library}.hpp")
  target_link_libraries(with_${library} PRIVATE ${library}_migrations)
  add_migrations_test(${library}_migrations)
endforeach()

# The system's comes first on the link line, so that it answers.
add_executable(with_two main.cpp)
target_compile_definitions(with_two PRIVATE HISTORY=ciphers HEADER="ciphers.hpp" WITHOUT_KEY)
target_link_libraries(with_two PRIVATE -lsqlite3 ciphers_migrations)
CMAKE
cat >main.cpp <<'CPP'
#include HEADER
#include <headway/backup.hpp>
#include <headway/headway.hpp>
#include <sqlite3.h>

#include <cstdio>
#include <cstring>
#include <exception>
#include <string_view>

#ifdef WITHOUT_KEY
static void give_key(sqlite3*, const char*) {}
#else
extern "C" int sqlite3_key(sqlite3*, const void*, int);
static void give_key(sqlite3* db, const char* key) {
    sqlite3_key(db, key, static_cast<int>(std::strlen(key)));
}
#endif

// FILE KEY TARGET [backup]
int main(int count, char** arguments) try {
    sqlite3* db = nullptr;
    if (count < 4 || sqlite3_open(arguments[1], &db) != SQLITE_OK) return 2;
    give_key(db, arguments[2]);
    headway::options chosen;
    if (count > 4) chosen.backup = headway::keep_backups(2);
    const auto done = headway::upgrade(db, HISTORY::history, arguments[3], chosen);
    std::printf("applied %d\n", static_cast<int>(done.steps.size()));
    sqlite3_close(db);
} catch (const std::exception& failure) {
    std::puts(failure.what());
    return 1;
}
CPP
exits 0 cmake -S . -B build -D CMAKE_PREFIX_PATH="$HEADWAY_PREFIX" -D AMALGAMATIONS="$1"
prints 'with_two links -lsqlite3, and by ciphers_migrations another SQLite, ciphers.'
exits 0 cmake --build build
exits 0 ctest --test-dir build --output-on-failure

for library in sqlcipher ciphers; do
    exits 0 "build/with_$library" "$library.db" secret 001
    prints 'applied 1'
    [ "$(head -c 15 "$library.db")" != 'SQLite format 3' ] || fail "$library: the file is not encrypted"
    cp "$library.db" before.db
    exits 1 "build/with_$library" "$library.db" secret head backup
    prints 'file is not a database, or is encrypted: copies are made without the key The database could not be backed up, and was not upgraded.'
    cmp "$library.db" before.db || fail "$library: without a backup something was changed"
    [ "$(ls "$library".db*)" = "$library.db" ] || fail "$library: a backup was left behind"
    exits 0 "build/with_$library" "$library.db" secret head
    prints 'applied 1'
    exits 0 "build/with_$library" "$library.db" secret head
    prints 'applied 0'
    exits 1 "build/with_$library" "$library.db" wrong head
    ! sqlite3 "$library.db" 'SELECT * FROM alembic_version' 2>"$output" || fail "$library: others read the file"
    [ "$(head -c 15 "$library.db")" != 'SQLite format 3' ] || fail "$library: the file is not encrypted any more"
done

exits 1 build/with_two two.db secret head
prints 'the program was compiled with one SQLite and calls another'
[ ! -s two.db ] || fail "a program with two SQLites has written"
