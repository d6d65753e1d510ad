#!/bin/sh
# proof.sh HEADWAY: what a build for PostgreSQL finds. The tool starts the server itself.
set -eu
headway=$1
. "$(dirname "$0")/programs.sh"
. "$(dirname "$0")/made_migrations.sh"
. "$(dirname "$0")/checks.sh"
# compiles CODE EXPECTED [ARGUMENT...]
compiles() {
    expected_code=$1
    expected=$2
    shift 2
    code=0
    actual=$("$headway" compile --engine postgresql --directory migrations --name app --output out --cache cache "$@" 2>&1) ||
        code=$?
    actual=$(printf '%s\n' "$actual" | grep -v -e lock-missing -e '^ .*|' -e '^note: where the file is released' || :)
    if [ "$code" -ne "$expected_code" ] || [ "$actual" != "$expected" ]; then
        printf 'FAILED: exit %s, expected %s\n--- expected\n%s\n--- printed\n%s\n' "$code" "$expected_code" "$expected" "$actual"
        exit 1
    fi
}
again() { rm -rf migrations cache && mkdir migrations; }

again
migration 1 '' "CREATE TYPE mood AS ENUM ('sad');
CREATE TABLE users (id serial PRIMARY KEY, name text);
COMMENT ON TABLE users IS 'whoever comes';" 'DROP TABLE users;
DROP TYPE mood;'
migration 2 1 "ALTER TYPE mood ADD VALUE 'glad';" '' ''
sed -i 's/^-- migrate:down$/-- migrate:down irreversible/' migrations/2_made.sql
migration 3 2 "ALTER TABLE users ADD COLUMN mood mood DEFAULT 'glad';" 'ALTER TABLE users DROP COLUMN mood;'
migration 4 3 'CREATE INDEX CONCURRENTLY ix_name ON users (name);' 'DROP INDEX ix_name;' transaction:false
compiles 0 ''
compiles 0 '' # from what is kept
[ -f cache/server-proof ]

migration 5 4 "SELECT 'ü', missing FROM users;" 'SELECT 1;'
compiles 1 'migrations/5_made.sql:7:13: error: column "missing" does not exist (42703) [sql-error]'

again
migration 1 '' 'CREATE TABLE a (b int, c int);
CREATE INDEX ix_b ON a (b);' 'DROP TABLE a;'
migration 2 1 'CREATE INDEX ix_c ON a (c);
CREATE VIEW v AS SELECT b FROM a;' 'DROP VIEW v;'
compiles 1 'migrations/2_made.sql:7:1: error: relation "ix_c" already exists (42P07), behind its down section [sql-error]
migrations/2_made.sql:7:1: warning: this reads all of public.a, and others cannot write it meanwhile [scans-table]
note: CREATE INDEX CONCURRENTLY, in a section `transaction:false`, lets others write
migrations/2_made.sql:10:1: error: down does not undo up: index public.ix_c is left behind [round-trip]'

again
migration 1 '' 'CREATE TABLE a (b int, c int);' 'DROP TABLE a;'
migration 2 1 'ALTER TABLE a DROP COLUMN b;' 'ALTER TABLE a ADD COLUMN b int;'
compiles 1 'migrations/2_made.sql:9:1: error: down does not undo up: column public.a.b was `number 1; integer; p` and is `number 2; integer; p` [round-trip]
note: column public.a.c was `number 2; integer; p` and is `number 1; integer; p`' --rule drop-column=off

again
migration 1 '' 'CREATE TABLE a (b int);' 'DROP TABLE a;'
migration 2a 1 'ALTER TABLE a ADD COLUMN x int;' 'ALTER TABLE a DROP COLUMN x;'
migration 2b 1 'ALTER TABLE a ADD COLUMN y int;' 'ALTER TABLE a DROP COLUMN y;'
migration 3 2a,2b 'SELECT 1;' 'SELECT 1;'
compiles 0 'migrations/3_made.sql:3:17: warning: the order in which branches are applied makes a difference: column public.a.x was `number 2; integer; p` and is `number 3; integer; p` [column-order]
note: column public.a.y was `number 3; integer; p` and is `number 2; integer; p`'
migration 2b 1 'CREATE VIEW v AS SELECT * FROM a;' 'DROP VIEW v;'
compiles 1 'migrations/3_made.sql:3:17: error: the order in which branches are applied makes a difference: view public.v was `p; SELECT a.b, a.x FROM a;` and is `p; SELECT a.b FROM a;` [confluence]
note: column public.v.x is lost'
migration 2b 1 'ALTER TABLE a RENAME TO other;' 'ALTER TABLE other RENAME TO a;'
compiles 1 'migrations/2a_made.sql:7:1: error: this fails where the other branch is applied first, or later: relation "a" does not exist (42P01) [confluence]' --rule renamed=off

again
migration 1 '' 'CREATE TABLE a (b int);' 'DROP TABLE a;'
migration 2 1 'CREATE INDEX CONCURRENTLY ix ON a (b);' 'DROP INDEX ix;'
compiles 1 'migrations/2_made.sql:7:1: error: CREATE INDEX CONCURRENTLY cannot run inside a transaction block; give it a revision of its own, whose section is `transaction:false` (25001) [sql-error]'

again
migration 1 '' 'CREATE TABLE a (b int);
COMMIT;' 'DROP TABLE a;'
compiles 1 'migrations/1_made.sql:8:1: error: a migration cannot begin or end a transaction [transaction-control]'

again
migration 1 '' 'CREATE TABLE a (b int);
GRANT SELECT ON a TO reader;' 'DROP TABLE a;'
compiles 1 'migrations/1_made.sql:8:1: error: role "reader" does not exist (42704) [sql-error]'
compiles 0 '' --role reader

# A role that a migration makes is a server's, and is made in each database of the proof.
again
migration 1 '' 'CREATE TABLE a (b int);
CREATE ROLE clerk;
GRANT SELECT ON a TO clerk;' 'DROP TABLE a;
DROP ROLE clerk;'
compiles 0 ''

# An extension that is not installed is named.
again
migration 1 '' 'CREATE EXTENSION nowhere;' 'DROP EXTENSION nowhere;'
code=0
"$headway" compile --engine postgresql --directory migrations --name app --output out >refusal 2>&1 || code=$?
grep -q 'migrations/1_made.sql:7:1: error: extension "nowhere" is not available' refusal || { cat refusal; exit 1; }
[ "$code" -eq 1 ] || fail 'an extension that is not installed passed'

# Nobody leaves a server or its files behind: not who is done, not who is killed.
again
migration 1 '' 'SELECT pg_sleep(30);' 'SELECT 1;'
"$headway" compile --engine postgresql --directory migrations --name app --output out >killed 2>&1 &
proving=$!
# within TENTHS CONDITION...
within() {
    attempt=$1
    shift
    until "$@"; do
        attempt=$((attempt - 1))
        [ "$attempt" -gt 0 ] || fail "never: $*"
        sleep 0.1
    done
}
runs_on_a_server() {
    # shellcheck disable=SC2013 # processes
    cluster=$(for child in $(cat "/proc/$proving/task/$proving/children"); do tr '\0' '\n' <"/proc/$child/cmdline"; done |
        grep -m 1 '^/[a-z/]*/headway-proof\.[A-Za-z0-9]*$')
    [ -n "$cluster" ] && [ -e "$cluster/data/postmaster.pid" ]
}
is_gone() { ! [ -e "$cluster" ]; }
within 300 runs_on_a_server
kill -KILL "$proving"
wait "$proving" 2>/dev/null || :
within 100 is_gone

again
migration 1 '' 'CREATE TABLE a (b int);' 'DROP TABLE a;'
export PG_CONFIG=/nowhere/pg_config
compiles 0 'headway: note: nothing was proven of these 1 revisions: there is no PostgreSQL server on this machine to run them on; install one (Debian: postgresql-15), or name its pg_config by PG_CONFIG [unproven]'
compiles 1 'headway: error: nothing was proven of these 1 revisions: there is no PostgreSQL server on this machine to run them on; install one (Debian: postgresql-15), or name its pg_config by PG_CONFIG [unproven]' --rule unproven=error
compiles 0 '' --rule unproven=off

# What is found without a server.
migration a_revision_id_of_more_than_32_characters 1 'SELECT 1;' 'SELECT 1;'
compiles 1 "migrations/a_revision_id_of_more_than_32_characters_made.sql:3:17: error: the revision id \
'a_revision_id_of_more_than_32_characters' has 40 characters, and PostgreSQL's version table holds 32 [revision-id]"
for option in '--minimum-sqlite 3.38' '--schema schema.sql' '--function f/1' '--fixtures rows' '--layout dbmate'; do
    # shellcheck disable=SC2086 # several words
    "$headway" compile --engine postgresql --directory migrations --name app --output out $option >refusal 2>&1 &&
        { echo "FAILED: $option"; exit 1; }
    grep -q 'SQLite' refusal || { echo "FAILED: $option"; cat refusal; exit 1; }
done
"$headway" compile --engine mysql --directory migrations --name app --output out >refusal 2>&1 &&
    { echo 'FAILED: an engine that there is not'; exit 1; }
grep -q 'there are sqlite and postgresql' refusal || { cat refusal; exit 1; }
echo 'the proof finds what it should'
