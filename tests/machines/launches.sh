#!/bin/sh
# launches.sh COMMAND...: a host, with what runs it on this machine. Launched six times at once it applies each revision
# once; killed at any moment it leaves a database that the next launch brings up to date.
set -eu
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
cd "$scratch"
fails() {
    echo "FAILED: $*"
    cat printed.* 2>/dev/null || true
    exit 1
}
applied='001|upgrade
122b81ebc3d7|upgrade'
is_at_head() {
    [ "$(sqlite3 app.db 'SELECT revision, operation FROM headway_log ORDER BY sequence')" = "$applied" ] ||
        fails "the log is not that of one upgrade"
    [ "$(sqlite3 app.db 'PRAGMA integrity_check')" = ok ] || fails "the database is damaged"
}

for round in 1 2 3 4 5; do
    rm -f app.db*
    [ $((round % 2)) -eq 0 ] || sqlite3 app.db 'PRAGMA journal_mode = WAL' >mode
    for launch in 1 2 3 4 5 6; do
        "$@" app.db >"printed.$launch" 2>&1 || echo failed >>"printed.$launch" &
    done
    wait
    [ "$(cat printed.* | tr -d '\r' | sort | tr '\n' ' ')" = 'applied 0 applied 0 applied 0 applied 0 applied 0 applied 2 ' ] ||
        fails "six launches at once"
    is_at_head
done

for round in 1 2 3 4 5 6 7 8 9 10; do
    rm -f app.db*
    "$@" app.db >printed.killed 2>&1 &
    launched=$!
    sleep "0.0$round"
    kill -9 "$launched" 2>/dev/null || true
    wait "$launched" 2>/dev/null || true
    "$@" app.db >printed.next 2>&1 || fails "the launch after a kill"
    is_at_head
done
echo "5 rounds of 6 launches, 10 kills"
