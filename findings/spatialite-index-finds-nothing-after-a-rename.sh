#!/bin/sh
# SpatiaLite 5.0.1 (Debian 12: libsqlite3-mod-spatialite), SQLite 3.40.1.
#
# ALTER TABLE RENAME TO on a table with a spatial index keeps rows, triggers and R*Tree, and later rows still get into the
# index. But `geometry_columns` goes on holding the old name, and by it all is looked up: a query over SpatialIndex by the
# new name gives no row and no error, CheckSpatialIndex() of all tables answers NULL, RecoverSpatialIndex() as well.
# SpatiaLite's own RenameTable() says 1 on a table renamed so, and the index is not found by the third name either.
set -eu
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
dpkg -s libsqlite3-mod-spatialite sqlite3 >/dev/null 2>&1 ||
    apt-get install -qq -y libsqlite3-mod-spatialite sqlite3 >/dev/null

cat >"$scratch/rename.sql" <<'SQL'
.load mod_spatialite
.nullvalue NULL
SELECT spatialite_version();
SELECT InitSpatialMetaData(1);
CREATE TABLE place (id INTEGER PRIMARY KEY, name TEXT);
SELECT AddGeometryColumn('place', 'geom', 4326, 'POINT', 'XY');
SELECT CreateSpatialIndex('place', 'geom');
INSERT INTO place (name, geom) VALUES ('here', MakePoint(1, 2, 4326));
SELECT 'place', count(*) FROM SpatialIndex WHERE f_table_name = 'place' AND search_frame = BuildMbr(0, 0, 9, 9, 4326);
ALTER TABLE place RENAME TO spot;
INSERT INTO spot (name, geom) VALUES ('there', MakePoint(3, 4, 4326));
SELECT 'R*Tree', count(*) FROM idx_place_geom;
SELECT 'spot', count(*) FROM SpatialIndex WHERE f_table_name = 'spot' AND search_frame = BuildMbr(0, 0, 9, 9, 4326);
SELECT 'check', CheckSpatialIndex();
SELECT 'recover', RecoverSpatialIndex('spot', 'geom');
SELECT 'rename', RenameTable(NULL, 'spot', 'site');
SELECT 'site', count(*) FROM SpatialIndex WHERE f_table_name = 'site' AND search_frame = BuildMbr(0, 0, 9, 9, 4326);
SQL
sqlite3 :memory: <"$scratch/rename.sql" 2>/dev/null | tee "$scratch/seen"
cat >"$scratch/known" <<'TEXT'
5.0.1
1
1
1
place|1
R*Tree|2
spot|0
check|NULL
recover|NULL
rename|1
site|0
TEXT
diff -u "$scratch/known" "$scratch/seen"
