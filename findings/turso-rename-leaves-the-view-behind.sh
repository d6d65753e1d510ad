#!/bin/sh
# npm @tursodatabase/database 0.7.2 (Turso, which says it is SQLite 3.50.4) and sqlite3 3.40.1 of Debian 12.
#
# Turso's ALTER TABLE RENAME TO writes tables, indexes and triggers anew, as SQLite's does, but no view: it goes on reading
# a table that is gone. Nothing is said, integrity_check says `ok`. SQLite then refuses any later rename in that file, of
# whatever table. And AUTOINCREMENT leaves a table of Turso's in the file, beside sqlite_sequence, which a comparison of
# schemas takes for the user's.
set -eu
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
dpkg -s sqlite3 >/dev/null 2>&1 || apt-get install -qq -y sqlite3 >/dev/null

cd "$scratch"
npm install --silent --no-audit --no-fund @tursodatabase/database@0.7.2 >/dev/null
cat >rename.mjs <<'JS'
import { connect } from "@tursodatabase/database";
const database = await connect("app.db");
await database.exec("CREATE TABLE item (id INTEGER PRIMARY KEY AUTOINCREMENT, name TEXT)");
await database.exec("CREATE VIEW named AS SELECT name FROM item");
await database.exec("CREATE TABLE note (text TEXT)");
await database.exec("ALTER TABLE item RENAME TO thing");
console.log((await (await database.prepare("PRAGMA integrity_check")).get()).integrity_check);
await database.close();
JS
{
    node rename.mjs
    sqlite3 app.db 'SELECT name FROM sqlite_master ORDER BY name'
    sqlite3 app.db "SELECT sql FROM sqlite_master WHERE name = 'named'"
    sqlite3 app.db 'ALTER TABLE note RENAME TO remark' 2>&1 | head -1
} | tee seen
cat >known <<'TEXT'
ok
__turso_internal_seq___turso_internal_autoincrement_thing
named
note
sqlite_sequence
thing
CREATE VIEW named AS SELECT name FROM item
Error: stepping, error in view named: no such table: main.item
TEXT
diff -u known seen
