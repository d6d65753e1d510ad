#!/bin/sh
# standby.sh HEADWAY ROUNDS: kills a primary in the middle of an upgrade and promotes its standby. with_server.sh starts
# the primary, and starts it again.
set -eu
. "$(dirname "$0")/made_migrations.sh"
headway=$1
rounds=$2
scratch=$(mktemp -d)
cd "$HEADWAY_TEST_CLUSTER"
stop_standby() { kill -QUIT "$(head -1 standby/postmaster.pid 2>/dev/null)" 2>/dev/null || :; }
trap 'stop_standby; rm -rf "$scratch"' EXIT
(cd "$scratch" && make_migrations 40 5 && "$headway" lock >/dev/null)

# reaches PORT
reaches() {
    attempt=0
    until "$HEADWAY_TEST_BIN/pg_isready" -q -p "$1"; do
        attempt=$((attempt + 1))
        [ "$attempt" -lt 300 ] || { echo "no server at port $1"; exit 1; }
        sleep 0.1
    done
}
round=0
interrupted=0
while [ "$round" -lt "$rounds" ]; do
    round=$((round + 1))
    stop_standby
    rm -rf standby
    reaches 5432
    psql -q -c "CREATE DATABASE r$round"
    $HEADWAY_TEST_AS "$HEADWAY_TEST_BIN/pg_basebackup" -D standby -R -X stream --checkpoint=fast --no-sync
    # shellcheck disable=SC2086 # one word per argument
    $HEADWAY_TEST_AS setpriv --pdeathsig QUIT "$HEADWAY_TEST_BIN/postgres" -D standby -k "$HEADWAY_TEST_CLUSTER" -p 5433 \
        -c listen_addresses= -c dynamic_shared_memory_type=mmap -c fsync=off -c max_connections=120 -c log_min_messages=fatal 2>>server.log &
    reaches 5433
    (cd "$scratch" && "$headway" upgrade --database "postgresql:///r$round?port=5433") >"$scratch/refused" 2>&1 || :
    grep -q 'the server is a standby' "$scratch/refused" || { cat "$scratch/refused"; exit 1; }

    # Of the two servers, the one that can be written.
    both="postgresql:///r$round?host=$HEADWAY_TEST_CLUSTER,$HEADWAY_TEST_CLUSTER&port=5433,5432&target_session_attrs=read-write"
    (cd "$scratch" && "$headway" upgrade --database "$both") >"$scratch/first" 2>&1 &
    launcher=$!
    sleep "0.$(awk -v seed="$round" 'BEGIN { srand(seed); printf "%03d", 20 + rand() * 180 }')"
    kill -KILL "$(head -1 data/postmaster.pid)"
    wait "$launcher" || interrupted=$((interrupted + 1))
    $HEADWAY_TEST_AS "$HEADWAY_TEST_BIN/pg_ctl" promote -D standby -s
    found=$(disagreement "postgresql:///r$round?port=5433")
    [ -z "$found" ] || { echo "round $round, the standby: $found"; exit 1; }
    (cd "$scratch" && "$headway" upgrade --database "postgresql:///r$round?port=5433") >"$scratch/second" 2>&1 ||
        { cat "$scratch/second"; exit 1; }
    found=$(disagreement "postgresql:///r$round?port=5433")
    [ -z "$found" ] || { echo "round $round, after the next launch: $found"; exit 1; }
    [ "$(psql -qAt -p 5433 -d "r$round" -c 'SELECT version_num FROM alembic_version')" = 1040 ] ||
        { echo "round $round: not at the head"; exit 1; }
    reaches 5432
    found=$(disagreement "postgresql:///r$round")
    [ -z "$found" ] || { echo "round $round, the primary: $found"; exit 1; }
done
echo "primary killed, standby promoted: $rounds rounds, $interrupted of them in the middle of an upgrade, 0 failed"
