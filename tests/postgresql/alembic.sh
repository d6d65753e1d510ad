#!/bin/sh
# alembic.sh HEADWAY: Headway takes over a server's database that real Alembic made, and hands it back, and the other way
# round. with_server.sh starts the server.
set -eu
headway=$1
tests=$(cd "$(dirname "$0")/.." && pwd)
python=/usr/bin/python3
if ! "$python" -c 'import alembic, psycopg2' 2>/dev/null; then
    echo "Alembic or psycopg2 is not installed (Debian: alembic, python3-psycopg2)."
    [ "${CI:-false}" = true ] && exit 1
    exit 77
fi
. "$(dirname "$0")/checks.sh"
cp -R "$tests/downstream/alembic" .
cd alembic
sed -i 's/sa.text("1")/sa.text("true")/' versions/*.py
export HEADWAY_DIRECTORY="$tests/../migrations"

use() {
    psql -q -c "CREATE DATABASE $1"
    export PGDATABASE="$1" HEADWAY_DATABASE="postgresql+psycopg2:///$1?host=$PGHOST"
    sed -i "s|^sqlalchemy.url = .*|sqlalchemy.url = postgresql+psycopg2://postgres@/$1?host=$PGHOST|" alembic.ini
}
alembic() { "$python" -m alembic.config "$@" >output 2>&1 || { cat output; exit 1; }; }
headway() { "$headway" "$@" >output 2>&1 || { cat output; exit 1; }; }
prints() { grep -qF "$1" output || { echo "not printed: $1"; cat output; exit 1; }; }
# What the catalog says of the application's tables.
structure() {
    psql -qAt <<'SQL'
SELECT c.relname, a.attname, format_type(a.atttypid, a.atttypmod), a.attnotnull FROM pg_attribute AS a JOIN pg_class AS c
    ON c.oid = a.attrelid WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r' AND a.attnum > 0 AND
    c.relname <> 'headway_log' UNION ALL
SELECT conrelid::regclass::text, conname, pg_get_constraintdef(oid), true FROM pg_constraint WHERE connamespace =
    'public'::regnamespace AND conrelid::regclass::text <> 'headway_log' UNION ALL
SELECT tablename, indexname, indexdef, true FROM pg_indexes WHERE schemaname = 'public' AND tablename <> 'headway_log'
ORDER BY 1, 2, 3
SQL
}

# Alembic makes the database, with a row in it; Headway goes on with it; Alembic goes on with that.
use begun_by_alembic
alembic upgrade 001
psql -q -c "INSERT INTO \"user\" VALUES (1, 'ada', 'ada@example.org', 'x', true, '2025-05-13 08:00:00')"
headway current
prints 001
headway upgrade
prints 'Running upgrade 001 -> 122b81ebc3d7'
alembic current
prints '122b81ebc3d7 (head)'
alembic downgrade -1
headway current
prints 001
alembic upgrade head
headway status
prints '122b81ebc3d7 (head)'
[ "$(psql -qAt -c 'SELECT username FROM "user"')" = ada ]
structure >made_by_alembic

# Headway makes the database.
use begun_by_headway
headway upgrade
structure >made_by_headway
diff -u made_by_alembic made_by_headway
alembic current
prints '122b81ebc3d7 (head)'
alembic downgrade base
headway current
[ ! -s output ] || { cat output; exit 1; }
echo 'a database passed from Alembic to Headway and back'
