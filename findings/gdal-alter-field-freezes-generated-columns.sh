#!/bin/sh
# GDAL 3.6.2 (Debian 12: python3-gdal), SQLite 3.40.1.
#
# AlterFieldDefn() and ReorderFields(), with which GIS programs change a field of a table in an SQLite file, make the table
# anew. A generated column becomes a plain one that keeps the values of that day: the next row has none in it. CHECK,
# COLLATE, foreign keys, AUTOINCREMENT and its counter are gone, without a word, and the types are GDAL's.
# Indexes and triggers are carried over. One view over the table, and the whole is refused, with nothing changed.
set -eu
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
dpkg -s python3-gdal >/dev/null 2>&1 || apt-get install -qq -y --no-install-recommends python3-gdal >/dev/null

cd "$scratch"
cat >alter.py <<'PYTHON'
import sqlite3
from osgeo import gdal, ogr

if gdal.__version__ != "3.6.2":
    raise SystemExit("another version than GDAL 3.6.2")
ogr.UseExceptions()
database = sqlite3.connect("app.db")
database.executescript("""
    CREATE TABLE maker (id INTEGER PRIMARY KEY);
    CREATE TABLE item (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        maker INT REFERENCES maker (id),
        price INT CHECK (price > 0),
        name TEXT COLLATE NOCASE,
        stock INT,
        worth INT AS (price * stock)
    );
    INSERT INTO item VALUES (1, NULL, 5, 'saw', 3);
""")
source = ogr.Open("app.db", 1)
layer = source.GetLayerByName("item")
field = ogr.FieldDefn("stock", ogr.OFTInteger)
field.SetNullable(False)
layer.AlterFieldDefn(layer.GetLayerDefn().GetFieldIndex("stock"), field, ogr.ALTER_NULLABLE_FLAG)
layer = source = None
database.execute("INSERT INTO item (price, stock) VALUES (7, 2)")
print(database.execute("SELECT sql FROM sqlite_master WHERE name = 'item'").fetchone()[0])
print(database.execute("SELECT worth FROM item").fetchall(), database.execute("SELECT * FROM sqlite_sequence").fetchall())
PYTHON
/usr/bin/python3 alter.py | tee seen
cat >known <<'TEXT'
CREATE TABLE "item"("id" INTEGER PRIMARY KEY, 'maker' INTEGER, 'price' INTEGER, 'name' VARCHAR, 'stock' INTEGER NOT NULL, 'worth' INTEGER)
[(15,), (None,)] []
TEXT
diff -u known seen
