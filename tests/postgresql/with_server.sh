#!/bin/sh
# with_server.sh COMMAND...: runs a command with a PostgreSQL server of its own, which is gone afterwards: PGHOST is its
# socket's directory, HEADWAY_TEST_CLUSTER where its files are, HEADWAY_TEST_BIN its programs. The server runs as another
# user where this one is root, whom it refuses: HEADWAY_TEST_AS begins such commands. PG_CONFIG says which to take.
set -eu
. "$(dirname "$0")/programs.sh"

# The path of a socket is short, and other users can go there. Files that are made and removed by the thousand cost least
# in memory.
place=/tmp
free=$(df -P -k /dev/shm 2>/dev/null | awk 'NR == 2 { print $4 }')
if [ "${free:-0}" -ge 1048576 ] && [ -w /dev/shm ]; then place=/dev/shm; fi
HEADWAY_TEST_CLUSTER=$(mktemp -d "$place/headway-pg.XXXXXX")
as_user=
if [ "$(id -u)" -eq 0 ]; then
    as_user='setpriv --reuid 65534 --regid 65534 --clear-groups'
    chown 65534:65534 "$HEADWAY_TEST_CLUSTER"
fi
export HEADWAY_TEST_BIN HEADWAY_TEST_CLUSTER HEADWAY_TEST_AS="$as_user" PATH="$HEADWAY_TEST_BIN:$PATH"
end() {
    touch "$HEADWAY_TEST_CLUSTER/over"
    kill -QUIT "$(head -1 "$HEADWAY_TEST_CLUSTER/data/postmaster.pid" 2>/dev/null)" 2>/dev/null || :
    [ -z "${runner:-}" ] || wait "$runner" || :
    rm -rf "$HEADWAY_TEST_CLUSTER"
}
trap end EXIT
trap 'exit 1' HUP INT TERM

cd "$HEADWAY_TEST_CLUSTER"
# shellcheck disable=SC2086 # one word per argument
$as_user "$HEADWAY_TEST_BIN/initdb" --pgdata data --username postgres --auth trust --encoding UTF8 --locale C.UTF-8 \
    --no-sync >initdb.log || { cat initdb.log; exit 1; }
# Whoever ends this script ends the server too. It is started again where a test has stopped it.
# shellcheck disable=SC2016 # the inner shell expands it
setpriv --pdeathsig TERM sh -c 'while ! [ -e over ]; do
    "$@" 2>>server.log || :
done' server $as_user setpriv --pdeathsig QUIT "$HEADWAY_TEST_BIN/postgres" -D data -k "$HEADWAY_TEST_CLUSTER" \
    -c listen_addresses= -c fsync=off -c max_wal_size=256MB -c dynamic_shared_memory_type=mmap -c max_connections=120 -c log_min_messages=fatal &
runner=$!
export PGHOST="$HEADWAY_TEST_CLUSTER" PGUSER=postgres PGDATABASE=postgres
unset PGPORT PGPASSWORD PGSERVICE PGOPTIONS
attempt=0
until pg_isready -q; do
    attempt=$((attempt + 1))
    if [ "$attempt" -gt 300 ]; then
        cat server.log
        exit 1
    fi
    sleep 0.1
done
cd - >/dev/null
"$@"
