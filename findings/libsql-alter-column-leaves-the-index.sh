#!/bin/sh
# npm libsql 0.5.29 (libSQL on SQLite 3.45.1) and sqlite3 3.40.1 of Debian 12.
#
# libSQL's own ALTER TABLE ... ALTER COLUMN changes the table's text and nothing else: its documentation says that rows
# are not checked, but the indexes are left as well. After another type or COLLATE a row is not found by its own value
# where an index is asked, and is found where none is; SQLite's integrity_check then calls the file damaged.
set -eu
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
dpkg -s sqlite3 >/dev/null 2>&1 || apt-get install -qq -y sqlite3 >/dev/null

cd "$scratch"
npm install --silent --no-audit --no-fund libsql@0.5.29 >/dev/null
cat >alter.js <<'JS'
const Database = require("libsql");
const database = new Database("app.db");
database.exec("CREATE TABLE item (id INTEGER PRIMARY KEY, code INT, name TEXT)");
database.exec("CREATE INDEX by_code ON item (code)");
database.exec("CREATE INDEX by_name ON item (name)");
database.exec("INSERT INTO item VALUES (1, 5, 'axe'), (2, 10, 'Saw'), (3, 7, 'axe')");
database.exec("ALTER TABLE item ALTER COLUMN code TO code TEXT");
database.exec("ALTER TABLE item ALTER COLUMN name TO name TEXT COLLATE NOCASE");
for (const condition of ["code = '5'", "name = 'saw'"])
  for (const how of ["", "NOT INDEXED"])
    console.log(condition, how, database.prepare(`SELECT count(*) AS n FROM item ${how} WHERE ${condition}`).get().n);
JS
{ node alter.js && sqlite3 app.db 'PRAGMA integrity_check' | sort -u; } | tee seen
cat >known <<'TEXT'
code = '5'  0
code = '5' NOT INDEXED 1
name = 'saw'  0
name = 'saw' NOT INDEXED 1
NUMERIC value in item.code
row 2 missing from index by_name
TEXT
diff -u known seen
