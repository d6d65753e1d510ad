#!/bin/sh
# sqldiff 3.40.1 (Debian 12: sqlite3-tools), SQLite's own tool for the difference of two databases.
#
# For a column that only the second database has, it prints ALTER TABLE … ADD COLUMN with the name alone: type, DEFAULT,
# NOT NULL and COLLATE are lost, so that a number stored in it is compared as what it was written as. A table whose
# columns differ otherwise is dropped and made anew, without the trigger that it had.
set -eu
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
command -v sqldiff >/dev/null && command -v sqlite3 >/dev/null ||
    apt-get install -qq -y --no-install-recommends sqlite3-tools sqlite3 >/dev/null
case $(dpkg-query -W -f '${Version}' sqlite3-tools) in
3.40.1-*) ;;
*) echo "another version than sqldiff 3.40.1" && exit 1 ;;
esac

cd "$scratch"
trigger='CREATE TRIGGER added AFTER INSERT ON item BEGIN SELECT 1; END;'
sqlite3 before.db "CREATE TABLE item (id INTEGER PRIMARY KEY, note TEXT); $trigger"
sqlite3 wider.db "CREATE TABLE item (id INTEGER PRIMARY KEY, note TEXT,
    price INTEGER NOT NULL DEFAULT 7 COLLATE NOCASE); $trigger"
sqlite3 shorter.db "CREATE TABLE item (id INTEGER PRIMARY KEY); $trigger"
{
    sqldiff before.db wider.db
    sqldiff before.db shorter.db
} | tee seen
cat >known <<'TEXT'
ALTER TABLE item ADD COLUMN price;
DROP TABLE item; -- due to schema mismatch
CREATE TABLE item (id INTEGER PRIMARY KEY);
TEXT
diff -u known seen
