#!/bin/sh
# sqlite-vec 0.1.9 and better-sqlite3 12 (npm), SQLite 3.5x.
#
# ALTER TABLE … RENAME TO of a vec0 table succeeds and renames only the entry in the schema: the tables in which the
# module keeps the vectors have the old name still. Every query from then on fails, and so does one by the old name.
# FTS5 and R-tree rename theirs. Renaming the table back gives the vectors back.
set -eu
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
cd "$scratch"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund sqlite-vec@0.1.9 better-sqlite3@12 >/dev/null
cat >rename.mjs <<'JS'
import Database from 'better-sqlite3';
import * as vec from 'sqlite-vec';
const db = new Database(':memory:');
vec.load(db);
const look = (sql) => {
    try {
        return JSON.stringify(db.prepare(sql).pluck().all());
    } catch (refused) {
        return refused.message;
    }
};
console.log(look('SELECT vec_version()'));
db.exec('CREATE VIRTUAL TABLE v USING vec0(id INTEGER PRIMARY KEY, e FLOAT[2])');
db.exec("INSERT INTO v (id, e) VALUES (1, '[1, 2]')");
console.log(look('SELECT id FROM v'));
db.exec('ALTER TABLE v RENAME TO w');
console.log(look('SELECT id FROM w'));
console.log(look("SELECT name FROM sqlite_schema WHERE name LIKE '%chunks' ORDER BY 1"));
db.exec('ALTER TABLE w RENAME TO v');
console.log(look('SELECT id FROM v'));
JS
node rename.mjs | tee seen
cat >known <<'TEXT'
["v0.1.9"]
[1]
Error preparing rowid scan: no such table: main.w_rowids
["v_chunks"]
[1]
TEXT
diff -u known seen
