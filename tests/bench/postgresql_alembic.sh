#!/bin/sh
# postgresql_alembic.sh HEADWAY: what the command and real Alembic need for the same 1,000 revisions, each a table and an index:
# whole processes, by the clock. with_server.sh starts the server.
set -eu
headway=$1
tests=$(cd "$(dirname "$0")/.." && pwd)
. "$tests/postgresql/checks.sh"
python=/usr/bin/python3
"$python" -c 'import alembic, psycopg2' 2>/dev/null || fail 'Alembic or psycopg2 is not installed.'
"$python" "$tests/bench/peers/make_histories.py" made 1000
find made/headway made/alembic -type f -exec sed -i 's/DATETIME/TIMESTAMP/' {} +
"$headway" lock --directory made/headway >/dev/null

# upgrade TOOL DATABASE
upgrade() {
    url="postgresql+psycopg2://postgres@/$2?host=$PGHOST"
    case $1 in
    headway) "$headway" upgrade --directory made/headway --database "$url" >/dev/null ;;
    alembic)
        printf '[alembic]\nscript_location = made/alembic\nsqlalchemy.url = %s\n' "$url" >alembic.ini
        "$python" -m alembic.config upgrade head >/dev/null 2>&1
        ;;
    esac
}
# milliseconds COMMAND...
milliseconds() {
    begin=$(date +%s%N)
    "$@"
    echo $((($(date +%s%N) - begin) / 1000000))
}
for tool in headway alembic; do
    "$HEADWAY_TEST_BIN/psql" -q -c "CREATE DATABASE by_$tool"
    new=$(milliseconds upgrade "$tool" "by_$tool")
    again=$(milliseconds upgrade "$tool" "by_$tool")
    printf '%-46s %10s ms, and again %6s ms\n' "$tool, 1,000 pending revisions" "$new" "$again"
done
