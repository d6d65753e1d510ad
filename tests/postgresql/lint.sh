#!/bin/sh
# lint.sh HEADWAY [SQUAWK]: what the proof measures of statements that are run on tables in use, and of such that come near
# them. `lint.expected` holds what is printed of each. The tool starts the server itself. With SQUAWK, the program of that
# name, it prints beside each what that says.
set -eu
headway=$1
squawk=${2:-}
expected=$(cd "$(dirname "$0")" && pwd)/lint.expected
. "$(dirname "$0")/programs.sh"
. "$(dirname "$0")/checks.sh"
mkdir migrations

parent=
number=100
# a UP [OPTIONS]: one more migration; nothing is said of the way back here.
a() {
    number=$((number + 1))
    {
        printf -- '-- Revision %s.\n--\n-- Revision ID: %s\n-- Revises: %s\n\n-- migrate:up %s\n' "$number" "$number" \
            "$parent" "${2:-}" | sed 's/ *$//'
        printf '%s\n\n-- migrate:down irreversible\n' "$1"
    } >"migrations/${number}_made.sql"
    parent=$number
}

a 'CREATE TABLE t (id int PRIMARY KEY, a int, b int, small varchar(10), wide varchar(20), plain text, money numeric(10,2),
    at timestamp, n1 int, n2 int, n3 int, n4 int);
CREATE TABLE parent (id int PRIMARY KEY);
CREATE TABLE k (id int NOT NULL, other int NOT NULL, third int NOT NULL);
CREATE UNIQUE INDEX k_other ON k (other);
CREATE INDEX t_id ON t (id);
ALTER TABLE t ADD CONSTRAINT n1_there CHECK (n1 IS NOT NULL);'
a 'ALTER TABLE t ADD COLUMN c1 float DEFAULT random();'
a 'ALTER TABLE t ADD COLUMN c2 int DEFAULT 1;'
a 'ALTER TABLE t ADD COLUMN c3 timestamptz DEFAULT now();'
a 'ALTER TABLE t ADD COLUMN c4 int GENERATED ALWAYS AS (a + 1) STORED;'
a 'ALTER TABLE t ALTER COLUMN a TYPE bigint USING a;' # c4 goes first
sed -i 's/^ALTER TABLE t ALTER COLUMN a/ALTER TABLE t DROP COLUMN c4;\n&/' "migrations/${number}_made.sql"
a 'ALTER TABLE t ALTER COLUMN wide TYPE varchar(10);'
a 'ALTER TABLE t ALTER COLUMN small TYPE varchar(20);'
a 'ALTER TABLE t ALTER COLUMN small TYPE text;'
a 'ALTER TABLE t ALTER COLUMN b TYPE text;'
a 'ALTER TABLE t ALTER COLUMN money TYPE numeric(12,2);'
a 'ALTER TABLE t ALTER COLUMN at TYPE timestamptz;'
a 'ALTER TABLE k SET UNLOGGED;'
a 'ALTER TABLE k SET LOGGED;'
a 'CLUSTER t USING t_id;'
a 'ALTER TABLE t ALTER COLUMN n1 SET NOT NULL;'
a 'ALTER TABLE t ALTER COLUMN n2 SET NOT NULL;'
a 'ALTER TABLE t ADD CONSTRAINT n3_there CHECK (n3 > 0);'
a 'ALTER TABLE t ADD CONSTRAINT n4_there CHECK (n4 > 0) NOT VALID;'
a 'ALTER TABLE t VALIDATE CONSTRAINT n4_there;'
a 'ALTER TABLE t ADD CONSTRAINT n4_once UNIQUE (n4);'
a 'ALTER TABLE k ADD PRIMARY KEY (id);'
a 'ALTER TABLE k ADD CONSTRAINT k_once UNIQUE USING INDEX k_other;'
a 'ALTER TABLE t ADD CONSTRAINT to_parent FOREIGN KEY (n2) REFERENCES parent (id);'
a 'ALTER TABLE t ADD CONSTRAINT to_parent_later FOREIGN KEY (n3) REFERENCES parent (id) NOT VALID;'
a 'ALTER TABLE t VALIDATE CONSTRAINT to_parent_later;'
a 'CREATE INDEX t_plain ON t (plain);'
a 'CREATE INDEX CONCURRENTLY t_n4 ON t (n4);' transaction:false
a 'CREATE INDEX CONCURRENTLY IF NOT EXISTS t_n3 ON t (n3);' transaction:false
a 'CREATE TABLE mine (id int PRIMARY KEY, a int);
CREATE INDEX mine_a ON mine (a);
ALTER TABLE mine ALTER COLUMN a SET NOT NULL;'
a 'ALTER TABLE t ADD COLUMN c5 int;
UPDATE t SET c5 = n4;'
a 'ALTER TABLE t ADD COLUMN c6 int;
INSERT INTO parent VALUES (1);'
a 'CREATE INDEX t_c6 ON t (c6);
UPDATE parent SET id = 2;'
a 'TRUNCATE parent CASCADE;'
a 'ALTER TABLE t RENAME COLUMN plain TO simple;'
a 'ALTER TABLE parent RENAME TO ancestor;'
a 'ALTER TABLE ancestor RENAME CONSTRAINT parent_pkey TO ancestor_pkey;'
a 'ALTER TABLE t DROP COLUMN wide;'
a 'DROP TABLE k;'
a "SET search_path = public;"
a "SET LOCAL search_path = public;"
a "SELECT set_config('search_path', 'public', true);"
a 'DROP INDEX CONCURRENTLY t_plain;' transaction:false
a 'DROP INDEX CONCURRENTLY IF EXISTS t_n4;' transaction:false
a 'VACUUM t;' transaction:false

# What each prints, without its place.
"$headway" compile --engine postgresql --directory migrations --name app --output out >printed 2>&1 || :
: >found
for file in migrations/*; do
    statements=$(sed -n '/^-- migrate:up/,/^$/p' "$file" | sed '1d;/^$/d' | tr '\n' ' ' | sed 's/  */ /g; s/ $//')
    printf '%s\n' "$statements" >>found
    awk -v file="$file:" 'index($0, file) == 1 { sub(/^[^ ]* /, ""); print "    " $0; own = 1; next }
        /^note: / { if (own) print "    " $0; next } /^[^ ]/ { own = 0 }' printed >>found
    [ -z "$squawk" ] || sed -n '/^-- migrate:up/,/^$/p' "$file" | sed '1d' | "$squawk" --reporter gcc - 2>/dev/null |
        sed 's/^stdin[^ ]* /    squawk: /' >>found || :
done
if [ -n "$squawk" ]; then
    cat found
    exit 0
fi
if [ "${HEADWAY_UPDATE_CASES:-0}" = 1 ]; then
    cp found "$expected"
    exit 0
fi
diff -u "$expected" found

# What cannot run on a server is found before that is asked.
refuses() {
    rm -rf migrations
    mkdir migrations
    parent=
    a "$1"
    "$headway" compile --engine postgresql --directory migrations --name app --output out >printed 2>&1 &&
        { echo "not refused: $1"; exit 1; }
    grep -qF "$2" printed || { echo "not printed: $2"; cat printed; exit 1; }
}
refuses 'CREATE TABLE c (a int);
COPY c FROM STDIN;' ':8:1: error: a migration has no rows to copy: write INSERT [copy-stdin]'
refuses '\connect other
SELECT 1;' ':7:1: error: this is a command of psql, and no SQL [psql-command]'
refuses 'CREATE TABLE c (a int); COPY c FROM '"'/nowhere'"';' 'could not open file "/nowhere"'
echo 'every statement is judged as it should be'
