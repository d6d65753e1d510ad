#!/bin/sh
# own_sqlite.sh DIRECTORY: the program of `mixed` with an SQLite of its own, built with other options than this
# machine's; the proof runs in that one, and finds what it lacks. The amalgamation stays in DIRECTORY.
. "$(dirname "$0")/checks.sh"

code=0
sh "$HEADWAY_SOURCE/tests/sqlite_options/amalgamation.sh" better-sqlite3@12 "$1" || code=$?
[ "$code" -eq 0 ] || exit "$code"
version=$(sed -n 's/^#define SQLITE_VERSION  *"\(.*\)"/\1/p' "$1/sqlite3.h")
cp -R "$HEADWAY_SOURCE/tests/downstream/mixed" "$scratch/mixed"
cd "$scratch/mixed"
exits 0 cmake -S . -B build -D CMAKE_PREFIX_PATH="$HEADWAY_PREFIX" -D MIXED_SQLITE="$1"
exits 0 cmake --build build
exits 0 build/mixed app.db
prints 'applied 001 applied 002 applied 003 applied 004 applied 005 applied 006'
exits 0 ctest --test-dir build --output-on-failure
exits 0 build/mixed_migrations_test --directory migrations --fixtures fixtures --databases releases
prints "6 revisions proven in the program, with SQLite $version"
prints '3 databases upgraded and looked at'

# This machine's SQLite has mathematical functions, and the build proves with that.
sqlite3 :memory: 'SELECT pi()' >/dev/null || exit 77
sed -i 's/^CREATE INDEX/UPDATE page SET title = title || round(pi());\n&/' migrations/006_index_titles.sql
exits 0 cmake --build build
exits 8 ctest --test-dir build --output-on-failure
prints "$scratch/mixed/migrations/006_index_titles.sql:7:40: error: no such function: pi [sql-error]"
