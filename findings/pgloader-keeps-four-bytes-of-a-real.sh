#!/bin/sh
# pgloader 3.6.9-1 (Debian 12; it calls itself 3.6.7~devel), from SQLite 3.40.1 to PostgreSQL 15.
#
# SQLite's REAL has eight bytes, and so had its values; the column made in PostgreSQL is `real`, which has four: numbers are
# rounded to seven digits, without a word. Gone as well, and as quietly: NOT NULL, CHECK, COLLATE NOCASE, a generated column
# with its values, and the WHERE of a partial UNIQUE index, which refuses rows that SQLite allowed and then is not made
# at all. INT becomes 32 bits: one time in milliseconds, and no row of its table is copied. With all that the exit code is 0.
set -eu
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
dpkg -s pgloader sqlite3 postgresql >/dev/null 2>&1 || apt-get install -qq -y pgloader sqlite3 postgresql >/dev/null
dpkg-query -W -f '${Version}\n' pgloader | grep -qx '3.6.9-1' || { echo "another version than pgloader 3.6.9-1" && exit 1; }

sqlite3 "$scratch/app.db" <<'SQL'
CREATE TABLE place (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL COLLATE NOCASE,
    east REAL CHECK (east > 0),
    north REAL,
    sum REAL AS (east + north) STORED
);
INSERT INTO place VALUES (1, 'here', 1234567.891, 0.1), (2, 'there', 16777217, 1);
CREATE TABLE visit (id INTEGER PRIMARY KEY, place INT, open INT);
CREATE UNIQUE INDEX open_one ON visit (place) WHERE open;
INSERT INTO visit VALUES (1, 1, 0), (2, 1, 0);
CREATE TABLE moment (id INTEGER PRIMARY KEY, ms INT);
INSERT INTO moment VALUES (1, 12), (2, 1764495649123);
SQL
cat >"$scratch/load.sh" <<'SHELL'
pgloader "sqlite://$1" "postgresql://$PGUSER:$PGPASSWORD@127.0.0.1:$PGPORT/postgres" >/dev/null 2>&1
echo "exit code $?"
psql -At <<'SQL'
SELECT * FROM place ORDER BY id;
SELECT column_name, data_type, is_nullable FROM information_schema.columns WHERE table_name = 'place' ORDER BY 1;
SELECT count(*) FROM pg_constraint WHERE contype = 'c' AND conrelid = 'place'::regclass;
SELECT count(*) FROM pg_indexes WHERE indexname LIKE '%open_one';
SELECT count(*) FROM moment;
SQL
SHELL
pg_virtualenv -t sh "$scratch/load.sh" "$scratch/app.db" 2>/dev/null | grep -v cluster | tee "$scratch/seen"
cat >"$scratch/known" <<'TEXT'
exit code 0
1|here|1.2345679e+06|0.1
2|there|1.6777216e+07|1
east|real|YES
id|bigint|NO
name|text|YES
north|real|YES
0
0
0
TEXT
diff -u "$scratch/known" "$scratch/seen"
