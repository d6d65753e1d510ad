#!/bin/sh
# pooler.sh HEADWAY LAUNCHERS: through pgbouncer, which gives each transaction another connection.
set -eu
. "$(dirname "$0")/made_migrations.sh"
headway=$1
launchers=$2
PATH=$PATH:/usr/sbin
if ! command -v pgbouncer >/dev/null; then
    echo "There is no pgbouncer here (Debian: pgbouncer)."
    exit 77
fi
scratch=$(mktemp -d)
trap 'kill "$pooler" 2>/dev/null || :; rm -rf "$scratch"' EXIT
cd "$HEADWAY_TEST_CLUSTER"
cat >pgbouncer.ini <<INI
[databases]
* = host=$HEADWAY_TEST_CLUSTER port=5432 user=postgres
[pgbouncer]
listen_addr =
unix_socket_dir = $HEADWAY_TEST_CLUSTER
listen_port = 6432
auth_type = any
pool_mode = transaction
default_pool_size = 4
max_client_conn = 200
ignore_startup_parameters = extra_float_digits,application_name
INI
chmod a+r pgbouncer.ini
$HEADWAY_TEST_AS setpriv --pdeathsig TERM "$(command -v pgbouncer)" -q pgbouncer.ini 2>pgbouncer.log &
pooler=$!
psql -q -c 'CREATE DATABASE pooled'
attempt=0
until psql -q -p 6432 -d pooled -c 'SELECT 1' >/dev/null 2>&1; do
    attempt=$((attempt + 1))
    [ "$attempt" -lt 100 ] || { cat pgbouncer.log; exit 1; }
    sleep 0.1
done
cd "$scratch"
make_migrations 12 0
"$headway" lock >/dev/null
failed=0
all=
while [ "$launchers" -gt 0 ]; do
    launchers=$((launchers - 1))
    "$headway" upgrade --database 'postgresql:///pooled?port=6432' >"launcher.$launchers" 2>&1 &
    all="$all $!"
done
for each in $all; do
    wait "$each" || failed=$((failed + 1))
done
[ "$failed" -eq 0 ] || { cat launcher.*; echo "$failed launchers failed"; exit 1; }
found=$(disagreement 'postgresql:///pooled')
[ -z "$found" ] || { echo "$found"; exit 1; }
[ "$(psql -qAt -d pooled -c 'SHOW search_path')" = '"$user", public' ]
[ "$(psql -qAt -p 6432 -d pooled -c 'SHOW lock_timeout')" = 0 ] || { echo 'a setting has leaked'; exit 1; }

psql -q -c 'CREATE DATABASE alone'
make_migrations 4 2
"$headway" lock >/dev/null
"$headway" upgrade --database 'postgresql:///alone?port=6432' >refused 2>&1 && { cat refused; exit 1; }
grep -q 'cannot be run through a pooler' refused || { cat refused; exit 1; }
"$headway" upgrade --database 'postgresql:///alone' >/dev/null
found=$(disagreement 'postgresql:///alone')
[ -z "$found" ] || { echo "$found"; exit 1; }
echo 'behind pgbouncer, transaction pooling: 0 failed; what runs alone is refused'
