#!/bin/sh
# Each kind of broken migration fails the build and is named at its place; nothing of the last good build is
# touched, and the build is whole again once the file is mended. What add_migrations() is told about the proof
# reaches it.
. "$(dirname "$0")/checks.sh"

copy_backend "$scratch/backend"
release "$scratch/backend"
cd "$scratch/backend"
exits 0 cmake -S . -B build -D CMAKE_PREFIX_PATH="$HEADWAY_PREFIX"
exits 0 cmake --build build
before=$(cksum build/backend_migrations_headway/*)
broken=migrations/c81a64f0d92e_broken.sql

# breaks PLACE MESSAGE: with what standard input holds behind the header, the build fails there.
breaks() {
    {
        printf -- '-- Broken.\n--\n-- Revision ID: c81a64f0d92e\n-- Revises: 122b81ebc3d7\n\n'
        cat
    } >"$broken"
    exits 1 cmake --build build
    prints "$broken:$1: error: $2"
    equal "$before" "$(cksum build/backend_migrations_headway/*)"
}
breaks 7:34 'near "NOTNULL": syntax error [sql-error]' <<'SQL'
-- migrate:up
ALTER TABLE user ADD COLUMN seen NOTNULL;
-- migrate:down
ALTER TABLE user DROP COLUMN seen;
SQL
breaks 7:12 'no such table: usr [sql-error]' <<'SQL'
-- migrate:up
DROP TABLE usr;
-- migrate:down irreversible
SQL
breaks 10:36 'no such column: nonsense [sql-error]' <<'SQL'
-- migrate:up
CREATE TRIGGER tr_user AFTER INSERT ON user BEGIN
    SELECT 1;
END;
/* é */	SELECT 'é' FROM user WHERE	nonsense = 1;
-- migrate:down
DROP TRIGGER tr_user;
SQL
breaks 8:1 'down does not undo up: index ix_user_created_at is left behind [round-trip]' <<'SQL'
-- migrate:up
CREATE INDEX ix_user_created_at ON user (created_at);
-- migrate:down
SELECT 1;
SQL
breaks 7:1 'BEGIN is not allowed in a migration' <<'SQL'
-- migrate:up
BEGIN;
-- migrate:down irreversible
SQL
breaks 7:1 'this fails on a table with rows: Cannot add a NOT NULL column with default value NULL [fails-on-rows]' <<'SQL'
-- migrate:up
ALTER TABLE user ADD COLUMN seen DATETIME NOT NULL;
-- migrate:down
ALTER TABLE user DROP COLUMN seen;
SQL
breaks 7:28 'no such function: slug. If the application provides it, declare it: add_migrations(... FUNCTIONS slug/1)' <<'SQL'
-- migrate:up
UPDATE user SET username = slug(username);
-- migrate:down
SELECT 1;
SQL

# The same file builds once the function is declared, and fails again where a note is made an error.
sed -i 's|add_migrations(backend_migrations DIRECTORY migrations|& FUNCTIONS slug/1|' CMakeLists.txt
exits 0 cmake --build build
sed -i 's|slug(username)|lower(hex(randomblob(4)))|' "$broken"
exits 0 cmake --build build
sed -i 's|FUNCTIONS slug/1|RULES nondeterministic=error MINIMUM_SQLITE 3.37|' CMakeLists.txt
exits 1 cmake --build build
prints '[nondeterministic]'
rm "$broken"
exits 0 cmake --build build

# Rows are there from their revision on.
mkdir rows
echo "INSERT INTO user (username) VALUES ('a');" >rows/001.sql
sed -i 's|RULES nondeterministic=error|FIXTURES rows|' CMakeLists.txt
exits 1 cmake --build build
prints 'rows/001.sql:1:1: error: NOT NULL constraint failed: user.email'
echo "SELECT 1;" >rows/001.sql
exits 0 cmake --build build
