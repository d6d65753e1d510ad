#!/bin/sh
# script.sh HEADWAY: what `--sql` prints, run by psql, gives the database that Headway makes, and refuses what Headway
# refuses. with_server.sh starts the server.
set -eu
headway=$1
. "$(dirname "$0")/made_migrations.sh"
. "$(dirname "$0")/checks.sh"
psql() { "$HEADWAY_TEST_BIN/psql" -qAt "$@"; }
mkdir migrations
echo 'engine = "postgresql"' >headway.toml
migration 1 '' "CREATE SCHEMA elsewhere;
SET search_path = elsewhere, public;
CREATE TABLE far (a text DEFAULT E'it''s\\\\n; :HOST');
CREATE FUNCTION public.one() RETURNS int LANGUAGE sql BEGIN ATOMIC SELECT 1; SELECT 1; END;
CREATE TYPE public.mood AS ENUM ('sad')" 'DROP FUNCTION one();
DROP TYPE mood;
DROP SCHEMA elsewhere CASCADE;'
migration 2 1 "CREATE TABLE near (id int PRIMARY KEY, of int REFERENCES near DEFERRABLE INITIALLY DEFERRED);
ALTER TYPE mood ADD VALUE 'glad';
DO \$\$ BEGIN INSERT INTO near VALUES (1, 1); END \$\$;" 'DROP TABLE near;'
migration 3 2 "ALTER TABLE near ADD COLUMN mood mood DEFAULT 'glad';" 'ALTER TABLE near DROP COLUMN mood;'
migration 4 3 'CREATE INDEX CONCURRENTLY near_of ON near (of);' 'DROP INDEX near_of;' transaction:false
"$headway" lock >/dev/null

# What a database is, but for the moments and the makers of its log.
dump() {
    "$HEADWAY_TEST_BIN/pg_dump" --no-owner "$1" | sed '/^COPY public.headway_log /,/^\\\.$/d; /^\\\(un\)\?restrict /d'
    psql -d "$1" -c 'SELECT sequence, revision, operation, checksum, down, parents, flags, version_table FROM headway_log'
}
same() {
    dump by_command >command.dump
    dump by_script >script.dump
    diff -u command.dump script.dump || fail "$*"
}
for name in by_command by_script; do
    psql -c "CREATE DATABASE $name" postgres
done

"$headway" upgrade --database postgresql:///by_command >/dev/null
"$headway" upgrade --sql >up.sql
psql -d by_script -f up.sql >printed 2>&1 || fail "$(cat printed)"
[ "$(grep -v NOTICE printed)" = '' ] || fail "it printed: $(cat printed)"
same upgrade

# Not again, and not elsewhere.
psql -d by_script -f up.sql >printed 2>&1 && fail 'it ran twice'
grep -q 'this script is for a database at base' printed || fail "$(cat printed)"
same 'a script that is refused'

"$headway" downgrade --database postgresql:///by_command 1 >/dev/null
"$headway" downgrade --sql 4:1 | psql -d by_script -f - >printed 2>&1 || fail "$(cat printed)"
same downgrade
"$headway" stamp --database postgresql:///by_command 3 >/dev/null
"$headway" stamp --sql 1:3 | psql -d by_script -f - >printed 2>&1 || fail "$(cat printed)"
same stamp

# A script refuses what crossed, until a stamp says what is right.
mkdir crossed
(
    cd crossed
    mkdir migrations
    cp ../headway.toml .
    migration a '' 'CREATE TABLE ta ();' 'DROP TABLE ta;'
    migration c a 'CREATE TABLE tc ();' 'DROP TABLE tc;'
    migration b c 'CREATE TABLE tb ();' 'DROP TABLE tb;'
    psql -c 'CREATE DATABASE crossed' postgres
    "$headway" upgrade --database postgresql:///crossed >/dev/null 2>&1
    migration b a 'CREATE TABLE tb ();' 'DROP TABLE tb;'
    migration c b 'CREATE TABLE tc ();' 'DROP TABLE tc;'
    migration d c 'CREATE TABLE td ();' 'DROP TABLE td;'
    "$headway" upgrade --sql b:head 2>/dev/null | sed 's/CREATE TABLE tc/CREATE TABLE IF NOT EXISTS tc/' |
        psql -d crossed -f - >printed 2>&1 && fail 'what crossed is applied twice'
    grep -q 'revisions were passed over' printed || fail "$(cat printed)"
    "$headway" stamp --database postgresql:///crossed c >/dev/null 2>&1
    "$headway" upgrade --sql c:head 2>/dev/null | psql -d crossed -f - >printed 2>&1 || fail "$(cat printed)"
)

# An index that was never finished is made again.
psql -d by_script -c 'DELETE FROM alembic_version' -c 'CREATE TABLE near (id int, of int)' \
    -c "INSERT INTO near VALUES (1, 1), (1, 1)" -c "INSERT INTO alembic_version VALUES ('3')"
psql -d by_script -c 'CREATE UNIQUE INDEX CONCURRENTLY near_of ON near (of)' >printed 2>&1 && fail 'it should be left unfinished'
"$headway" upgrade --sql 3:4 | psql -d by_script -f - >printed 2>&1 || fail "$(cat printed)"
[ "$(psql -d by_script -c "SELECT indisvalid, indisunique FROM pg_index WHERE indexrelid = 'near_of'::regclass")" = 't|f' ] ||
    fail 'an unfinished index was taken for made'

# What the command refuses, nothing is written of; a row without its parent, and a transaction that was ended, fail.
refused() {
    migration 5 4 "$1" 'SELECT 1;'
    "$headway" upgrade --sql 4:5 >printed 2>&1 && fail "written: $1"
    grep -q "$2" printed || fail "$(cat printed)"
}
refused 'COMMIT;' 'a migration cannot begin or end a transaction'
refused 'SELECT 1 \g' 'psql would take this for a command'
fails() {
    migration 5 4 "$1" 'SELECT 1;'
    "$headway" upgrade --sql 4:5 | psql -d by_script -f - >printed 2>&1 && fail "run: $1"
    [ "$(psql -d by_script -c 'SELECT version_num FROM alembic_version')" = 4 ] || fail "$1: the version row"
}
psql -d by_script -c 'CREATE TABLE parent (id int PRIMARY KEY)' \
    -c 'CREATE TABLE child (of int REFERENCES parent DEFERRABLE INITIALLY DEFERRED)'
fails 'INSERT INTO child VALUES (7);'
grep -q 'violates foreign key' printed || fail "$(cat printed)"
fails 'CREATE TABLE half (a int); SELECT 1/0;'
[ -z "$(psql -d by_script -c "SELECT to_regclass('half')")" ] || fail 'half of a revision is there'
echo 'scripts do what the command does'
