#!/bin/sh
# pooler.sh HEADWAY LAUNCHERS: through pgbouncer, which gives each transaction another connection, or each session.
set -eu
. "$(dirname "$0")/made_migrations.sh"
. "$(dirname "$0")/checks.sh"
headway=$1
launchers=$2
PATH=$PATH:/usr/sbin
if ! command -v pgbouncer >/dev/null; then
    echo "There is no pgbouncer here (Debian: pgbouncer)."
    exit 77
fi
pooler=
trap '[ -z "$pooler" ] || kill "$pooler" 2>/dev/null || :; rm -rf "$scratch"' EXIT
sql() { psql -qAt "$@"; }

# start_pooler MODE
start_pooler() {
    cat >"$HEADWAY_TEST_CLUSTER/pgbouncer.ini" <<INI
[databases]
* = host=$HEADWAY_TEST_CLUSTER port=5432 user=postgres
[pgbouncer]
listen_addr =
unix_socket_dir = $HEADWAY_TEST_CLUSTER
listen_port = 6432
auth_type = any
pool_mode = $1
default_pool_size = 4
max_client_conn = 200
ignore_startup_parameters = extra_float_digits,application_name
INI
    chmod a+r "$HEADWAY_TEST_CLUSTER/pgbouncer.ini"
    (
        cd "$HEADWAY_TEST_CLUSTER"
        # shellcheck disable=SC2086 # one word per argument
        exec $HEADWAY_TEST_AS setpriv --pdeathsig TERM "$(command -v pgbouncer)" -q pgbouncer.ini 2>pgbouncer.log
    ) &
    pooler=$!
    attempt=0
    until sql -p 6432 -c 'SELECT 1' >/dev/null 2>&1; do
        attempt=$((attempt + 1))
        [ "$attempt" -lt 100 ] || fail "$(cat "$HEADWAY_TEST_CLUSTER/pgbouncer.log")"
        sleep 0.1
    done
}

# launch DATABASE: all launchers at once
launch() {
    failed=0
    all=
    left=$launchers
    while [ "$left" -gt 0 ]; do
        left=$((left - 1))
        "$headway" upgrade --database "postgresql:///$1?port=6432" >"launcher.$left" 2>&1 &
        all="$all $!"
    done
    for each in $all; do
        wait "$each" || failed=$((failed + 1))
    done
    [ "$failed" -eq 0 ] || fail "$failed launchers: $(cat launcher.*)"
    found=$(disagreement "postgresql:///$1")
    [ -z "$found" ] || fail "$found"
}

for mode in transaction session; do
    start_pooler "$mode"
    sql -c "CREATE DATABASE by_$mode"
    make_migrations 12 0
    "$headway" lock >/dev/null
    launch "by_$mode"
    [ "$(sql -d "by_$mode" -c 'SELECT version_num FROM alembic_version')" = 1012 ] || fail 'not at the head'
    for connection in 1 2 3 4 5 6; do
        [ "$(sql -p 6432 -d "by_$mode" -c 'SHOW search_path' -c 'SHOW lock_timeout' | xargs)" = '$user, public 0' ] ||
            fail "a setting has leaked to connection $connection"
    done
    [ "$(sql -d "by_$mode" -c "SELECT count(*) FROM pg_locks WHERE locktype = 'advisory'")" = 0 ] || fail 'a lock is held'

    sql -c "CREATE DATABASE alone_$mode"
    make_migrations 4 2
    "$headway" lock >/dev/null
    "$headway" upgrade --database "postgresql:///alone_$mode?port=6432" >refused 2>&1 && fail "$(cat refused)"
    grep -q 'cannot be run through a pooler' refused || fail "$(cat refused)"
    "$headway" upgrade --database "postgresql:///alone_$mode" >/dev/null
    found=$(disagreement "postgresql:///alone_$mode")
    [ -z "$found" ] || fail "$found"
    kill "$pooler"
    wait "$pooler" 2>/dev/null || :
    echo "behind pgbouncer, $mode pooling: 0 of $launchers launchers failed; what runs alone is refused"
done
