#!/bin/sh
# command.sh HEADWAY: what the command does with a server's database. with_server.sh starts it.
set -eu
headway=$1
. "$(dirname "$0")/checks.sh"
# says EXPECTED COMMAND...: what it prints, whatever its exit code.
says() {
    expected=$1
    shift
    actual=$("$@" 2>&1) || :
    [ "$actual" = "$expected" ] || fail "$*
expected: $expected
  actual: $actual"
}
sql() { "$HEADWAY_TEST_BIN/psql" -qAt -c "$1" "${2:-app}"; }

mkdir migrations
cat >migrations/1_add_users.sql <<'SQL'
-- Add users.
--
-- Revision ID: 1
-- Revises:

-- migrate:up
CREATE TABLE users (id int PRIMARY KEY, name text);
DO $$ BEGIN INSERT INTO users VALUES (1, 'it''s;'); END $$;

-- migrate:down
DROP TABLE users;
SQL
cat >migrations/2_index_users.sql <<'SQL'
-- Index users.
--
-- Revision ID: 2
-- Revises: 1

-- migrate:up transaction:false
CREATE INDEX CONCURRENTLY ix_name ON users (name);

-- migrate:down
DROP INDEX ix_name;
SQL
sql 'CREATE DATABASE app' postgres
url="postgresql+psycopg2://postgres:secret@/app?host=$PGHOST"
shown="postgresql+psycopg2://postgres:***@/app?host=$PGHOST"
export HEADWAY_DATABASE="$url"

"$headway" lock >/dev/null
says '' "$headway" current
says "upgrade  -> 1, Add users.
upgrade 1 -> 2, Index users.
then the database is at 2 (head)" "$headway" upgrade --plan
says "Running upgrade  -> 1, Add users.
Running upgrade 1 -> 2, Index users.
$shown is at 2 (head)" "$headway" upgrade
says "$shown is at 2 (head): nothing to do" "$headway" upgrade
says '2 (head)' "$headway" current
[ "$(sql 'SELECT version_num FROM alembic_version')" = 2 ] || fail 'the version table'
"$headway" status >status
grep -q "is at 2 (head)" status || fail "$(cat status)"
"$headway" check >/dev/null || fail "check: $("$headway" check 2>&1)"
"$headway" history -i | grep -q '2 (head) (current)' || fail "$("$headway" history -i)"
[ "$("$headway" log | wc -l)" -eq 2 ] || fail "$("$headway" log)"
says "Running downgrade 2 -> 1, Index users.
$shown is at 1" "$headway" downgrade -1
says "$shown is at 2 (head)" "$headway" stamp head
says "$shown has the table alembic_version" "$headway" ensure_version

# The SQL of a migration that fails is at its place; a password is never printed.
cat >migrations/3_wrong.sql <<'SQL'
-- Wrong.
--
-- Revision ID: 3
-- Revises: 2

-- migrate:up
SELECT 1;
SELECT missing FROM users;

-- migrate:down
SELECT 1;
SQL
"$headway" upgrade >failure 2>&1 && fail 'a wrong migration was applied'
grep -q '3_wrong.sql:8:8: column "missing" does not exist' failure || fail "$(cat failure)"
"$headway" upgrade --database "postgresql://nobody:secret@/nowhere?host=$PGHOST&password=secret" >failure 2>&1 &&
    fail 'a database that is not there was upgraded'
grep -q 'cannot reach the database postgresql://nobody:\*\*\*@/nowhere' failure || fail "$(cat failure)"
if grep -q secret failure status; then fail "a password was printed: $(cat failure)"; fi

# A server that is named proves them, in databases that are gone afterwards; what is wrong is at its place.
"$headway" lock >/dev/null
url="postgresql://postgres@/postgres?host=$PGHOST"
PG_CONFIG=/nowhere "$headway" compile --engine postgresql --directory migrations --name app --output out --rule unproven=error \
    --proof-server "$url" >failure 2>&1 && fail 'a wrong migration was proven'
grep -q '3_wrong.sql:8:8: error: column "missing" does not exist' failure || fail "$(cat failure)"
[ -z "$(sql "SELECT datname FROM pg_database WHERE datname LIKE 'headway%'" postgres)" ] || fail 'a database of the proof is left'
"$headway" compile --directory migrations --name app --output out --proof-server "$url" >failure 2>&1 && fail 'SQLite on a server'
grep -q -e '--proof-server and --role are for --engine postgresql' failure || fail "$(cat failure)"

# What is for SQLite alone says so.
rm migrations/3_wrong.sql
echo 'CREATE TABLE users (id);' >schema.sql
for arguments in 'schema' 'revision --autogenerate -m x --schema schema.sql'; do
    # shellcheck disable=SC2086 # several words
    "$headway" $arguments >failure 2>&1 && fail "$arguments: $(cat failure)"
    grep -q -e PostgreSQL -e SQLite failure || fail "$arguments: $(cat failure)"
done
echo 'every command did what it should'
