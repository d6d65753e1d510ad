#!/bin/sh
# GDAL 3.6.2 (Debian 12), SQLite 3.40.1.
#
# A GeoPackage that ogr2ogr wrote keeps the number of its rows and its spatial index by triggers on the layer's table.
# After the table was made anew as SQLite's documentation of ALTER TABLE says, but for the triggers, nothing reports an
# error: GDAL goes on to answer with the stored count, and its spatial filter does not find rows that came later.
#
# Seen: 4 rows in the table, `Feature Count: 3`, and 2 rows found where 3 lie.
set -eu
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
command -v ogr2ogr >/dev/null && command -v sqlite3 >/dev/null ||
    apt-get install -qq -y --no-install-recommends gdal-bin sqlite3 >/dev/null
case $(ogr2ogr --version) in
"GDAL 3.6.2,"*) ;;
*) echo "another version than GDAL 3.6.2" && exit 1 ;;
esac

cd "$scratch"
printf 'name,lon,lat\na,1,2\nb,3,4\nc,50,60\n' >place.csv
ogr2ogr -f GPKG place.gpkg place.csv -oo X_POSSIBLE_NAMES=lon -oo Y_POSSIBLE_NAMES=lat -nln place
sqlite3 place.gpkg <<'SQL'
BEGIN;
CREATE TABLE new_place (fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, geom POINT, name TEXT NOT NULL, lon REAL, lat REAL);
INSERT INTO new_place SELECT fid, geom, name, lon, lat FROM place;
DROP TABLE place;
ALTER TABLE new_place RENAME TO place;
INSERT INTO place (name, geom) SELECT 'd', geom FROM place WHERE name = 'a';
COMMIT;
SQL
{
    echo "rows: $(sqlite3 place.gpkg 'SELECT count(*) FROM place')"
    ogrinfo -so place.gpkg place | grep 'Feature Count'
    echo "found near a: $(ogrinfo place.gpkg place -spat 0 0 10 10 | grep -c '^OGRFeature')"
} | tee seen
printf 'rows: 4\nFeature Count: 3\nfound near a: 2\n' | diff -u - seen
