#!/bin/sh
# SQLite 3.40.1 (Debian 12).
#
# An FTS5 table is made and filled behind a savepoint, and the savepoint is rolled back to, which takes the table away
# again. SQLite reports no error, but FTS5 still holds what it was to write:
# - COMMIT fails with `SQL logic error`, and takes back the whole transaction, with the rows from before the savepoint;
# - SAVEPOINT fails with `SQL logic error`; where the table was of other rows (`content=`) COMMIT succeeds behind it.
#
# Who tries something inside of a transaction and takes it back, as a proof does with a migration, cannot go on in that
# transaction. Asking for a savepoint after each such rollback tells: if there is none, it has to begin anew.
#
# Seen: the two errors, 0 rows of 2 in the first case, 1 of 1 in the second.
set -eu
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
command -v sqlite3 >/dev/null || apt-get install -qq -y --no-install-recommends sqlite3 >/dev/null
case $(sqlite3 --version) in
"3.40.1 "*) ;;
*) echo "another version than SQLite 3.40.1" && exit 1 ;;
esac

cd "$scratch"
seen=$(
    sqlite3 kept.db 2>&1 <<'SQL' || true
CREATE TABLE kept (a);
BEGIN;
INSERT INTO kept VALUES (1);
SAVEPOINT first;
CREATE VIRTUAL TABLE found USING fts5(body);
INSERT INTO found VALUES ('a');
ROLLBACK TO first;
RELEASE first;
INSERT INTO kept VALUES (2);
COMMIT;
SELECT 'rows: ' || count(*) FROM kept;
SQL
    sqlite3 mail.db 2>&1 <<'SQL' || true
CREATE TABLE mail (id INTEGER PRIMARY KEY, body TEXT);
BEGIN;
SAVEPOINT first;
CREATE VIRTUAL TABLE found USING fts5(body, content=mail, content_rowid=id);
INSERT INTO found (found) VALUES ('rebuild');
ROLLBACK TO first;
RELEASE first;
SAVEPOINT second;
INSERT INTO mail VALUES (1, 'a');
COMMIT;
SELECT 'rows: ' || count(*) FROM mail;
SQL
)
echo "$seen"
expected='Runtime error near line 10: SQL logic error
rows: 0
Runtime error near line 8: SQL logic error
rows: 1'
[ "$seen" = "$expected" ] || { echo "this is not what was seen" && exit 1; }
