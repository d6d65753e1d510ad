#!/bin/sh
# peewee 3.14.10 (Debian 12: python3-peewee), playhouse.migrate, SQLite 3.40.1.
#
# add_not_null(), drop_not_null() and drop_column() make the table anew from its own text. AUTOINCREMENT stays in that
# text, but its counter goes with the old table, so that an id that was given away once is given away again. A UNIQUE index
# whose WHERE names the column comes back without the WHERE, and from then on refuses rows that were allowed; STRICT and
# the trigger do not come back. Where the copy fails (here a comma in the text of a DEFAULT) `item__tmp__` stays in the file.
#
# Seen: the lines of `known` below. Nothing of it is said, except the error of the last one.
set -eu
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
/usr/bin/python3 -c 'import peewee' 2>/dev/null || apt-get install -qq -y python3-peewee >/dev/null

cat >"$scratch/migrate.py" <<'PYTHON'
import peewee
from playhouse.migrate import SqliteMigrator, migrate

if peewee.__version__ != "3.14.10":
    raise SystemExit("another version than peewee 3.14.10")


def schema(database):
    for (sql,) in database.execute_sql("SELECT sql FROM sqlite_master WHERE name NOT LIKE 'sqlite_%' ORDER BY name"):
        print(sql)


database = peewee.SqliteDatabase(":memory:")
database.execute_sql("CREATE TABLE item (id INTEGER PRIMARY KEY AUTOINCREMENT, name TEXT, sold INT) STRICT")
database.execute_sql("CREATE UNIQUE INDEX named ON item (name) WHERE name <> ''")
database.execute_sql("CREATE TRIGGER item_added AFTER INSERT ON item BEGIN SELECT 1; END")
database.execute_sql("INSERT INTO item VALUES (7, 'saw', 1)")
database.execute_sql("DELETE FROM item")
migrate(SqliteMigrator(database).add_not_null("item", "name"))
schema(database)
database.execute_sql("INSERT INTO item (name, sold) VALUES ('plane', 1)")
print("the next id is", database.execute_sql("SELECT max(id) FROM item").fetchone()[0])

database = peewee.SqliteDatabase(":memory:")
database.execute_sql("CREATE TABLE item (id INTEGER PRIMARY KEY, name TEXT DEFAULT 'saw, small', sold INT)")
try:
    migrate(SqliteMigrator(database).add_not_null("item", "sold"))
except peewee.OperationalError as refused:
    print(refused)
print([name for (name,) in database.execute_sql("SELECT name FROM sqlite_master ORDER BY name")])
PYTHON
/usr/bin/python3 "$scratch/migrate.py" | tee "$scratch/seen"
cat >"$scratch/known" <<'TEXT'
CREATE TABLE "item" (id INTEGER PRIMARY KEY AUTOINCREMENT, name TEXT NOT NULL, sold INT)
CREATE UNIQUE INDEX named ON item ("name")
the next id is 1
table item__tmp__ has no column named small
['item', 'item__tmp__']
TEXT
diff -u "$scratch/known" "$scratch/seen"
