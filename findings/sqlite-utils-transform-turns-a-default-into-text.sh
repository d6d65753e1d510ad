#!/bin/sh
# sqlite-utils 3.30 (Debian 12), SQLite 3.40.1.
#
# `sqlite-utils transform`, which makes a table anew to change it, turns an expression as DEFAULT into a text (new rows
# get the letters `1+1`), drops generated columns, and forgets STRICT, AUTOINCREMENT, CHECK, COLLATE, ON DELETE CASCADE,
# indexes and triggers, all with exit code 0.
set -eu
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
command -v sqlite-utils >/dev/null && command -v sqlite3 >/dev/null ||
    apt-get install -qq -y --no-install-recommends sqlite-utils sqlite3 >/dev/null
[ "$(sqlite-utils --version)" = "sqlite-utils, version 3.30" ] || { echo "another version than 3.30" && exit 1; }

cd "$scratch"
sqlite3 shop.db <<'SQL'
CREATE TABLE parent (id INTEGER PRIMARY KEY);
CREATE TABLE item (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    parent INTEGER REFERENCES parent (id) ON DELETE CASCADE,
    count INTEGER DEFAULT (1+1) CHECK (count > 0),
    twice INTEGER GENERATED ALWAYS AS (count * 2) STORED,
    name TEXT COLLATE NOCASE
) STRICT;
CREATE INDEX item_parent ON item (parent);
CREATE TRIGGER item_added AFTER INSERT ON item BEGIN SELECT 1; END;
SQL
sqlite-utils transform shop.db item --rename name title
sqlite3 shop.db "SELECT sql FROM sqlite_schema WHERE tbl_name = 'item'; INSERT INTO item (title) VALUES ('x');
    SELECT typeof(count), count FROM item" | tee seen
cat >known <<'TEXT'
CREATE TABLE "item" (
   [id] INTEGER PRIMARY KEY,
   [parent] INTEGER REFERENCES [parent]([id]),
   [count] INTEGER DEFAULT '1+1',
   [title] TEXT
)
text|1+1
TEXT
diff -u known seen
