#!/bin/sh
# One directory of migrations is compiled for both engines. The program upgrades a server's database, a history for the
# other engine does not compile. The build proves what it compiles on a server of its own, or says that nothing was proven.
. "$(dirname "$0")/checks.sh"

if ! [ -f "$HEADWAY_PREFIX/include/headway/postgresql.hpp" ]; then
    echo "This Headway was built without libpq (Debian: libpq-dev)."
    [ "${CI:-false}" = true ] && exit 1
    exit 77
fi
cp -RL "$HEADWAY_SOURCE/tests/downstream/server" "$scratch/server"
cd "$scratch/server"
exits 0 cmake -S . -B build -D CMAKE_PREFIX_PATH="$HEADWAY_PREFIX"
PG_CONFIG=/nowhere exits 0 cmake --build build
prints 'nothing was proven of these 2 revisions'
sed -i 's/^DROP TABLE "user";$/DROP TABLE users;/' migrations/001_*.sql
rm migrations/headway.lock
code=0
cmake --build build --target server_migrations >"$output" 2>&1 || code=$?
[ "$code" -ne 0 ] || fail "a down section was not run"
prints 'error: table "users" does not exist (42P01) [sql-error]'
sed -i 's/^DROP TABLE users;$/DROP TABLE "user";/' migrations/001_*.sql
exits 0 cmake --build build
exits 0 build/server
prints 'Applied 2 revisions:'
exits 0 build/server
prints 'The database is up to date at 122b81ebc3d7.'
equal 122b81ebc3d7 "$("$HEADWAY_TEST_BIN/psql" -At -c 'SELECT * FROM alembic_version')"
equal 5 "$("$HEADWAY_TEST_BIN/psql" -At -c "SELECT count(*) FROM pg_indexes WHERE tablename = 'message'")"

code=0
cmake --build build --target wrong_engine >"$output" 2>&1 || code=$?
[ "$code" -ne 0 ] || fail "a history for SQLite was taken for a server's"
prints postgresql_history

sed -i 's/ENGINE postgresql/ENGINE postgresql FIXTURES migrations/' CMakeLists.txt
code=0
cmake --build build >"$output" 2>&1 || code=$?
[ "$code" -ne 0 ] || fail "fixtures for a server were taken"
prints '--fixtures is for SQLite, and --engine says postgresql'
