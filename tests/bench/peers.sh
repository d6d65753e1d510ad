#!/bin/sh
# Prints what other tools need beside Headway, in one run on the same histories: peers.sh HEADWAY RUNTIME_INCLUDE
# RUNTIME_LIBRARY [COUNT...]
#
# COUNT revisions, each a table and an index. Measured are whole processes, by user and system time, the least of a few
# runs; memory is the most that was resident. What cannot be had on this machine is passed over, and said.
set -eu
headway=$1
include=$2
library=$3
shift 3
[ $# -gt 0 ] || set -- 100 1000 10000
here=$(cd "$(dirname "$0")/peers" && pwd)
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
cc -O2 "$here/floor.c" -lsqlite3 -o "$scratch/floor"
cc -O2 -D_DEFAULT_SOURCE "$here/cost.c" -o "$scratch/cost"

# What needs no compiler first: the rest compiles SQLite where it finds no binary of it.
mkdir "$scratch/node"
node_tools=
pinned() { sed -n 's/^ *"\([a-z0-9-]*\)": "\([0-9.]*\)",*$/\1@\2/p' "$here/package.json" | grep "$@"; }
install() { # PACKAGES...
    (cd "$scratch/node" && npm_config_nodedir="$(dirname "$(dirname "$(command -v node)")")" \
        npm install --no-audit --no-fund "$@" >"$scratch/npm.log" 2>&1)
}
if command -v npm >/dev/null; then
    # shellcheck disable=SC2046 # one word per package
    install $(pinned dbmate) || true
    # shellcheck disable=SC2046
    if install $(pinned -v dbmate) && (cd "$scratch/node" && node -e 'new (require("better-sqlite3"))(":memory:")'); then
        node_tools="knex umzug drizzle typeorm"
    else
        echo "knex, umzug, drizzle and typeorm are not measured: better-sqlite3 cannot be installed here"
    fi
fi
tools="floor program headway"
command -v alembic >/dev/null && tools="$tools alembic" || echo "alembic is not measured: it is not installed"
command -v sqitch >/dev/null && tools="$tools sqitch" || echo "sqitch is not measured: it is not installed"
[ -x "$scratch/node/node_modules/.bin/dbmate" ] && tools="$tools dbmate" || echo "dbmate is not measured: npm cannot install it"
tools="$tools $node_tools"
echo "headway $("$headway" --version | cut -d' ' -f2), SQLite $(sqlite3 --version | cut -d' ' -f1)," \
    "$(alembic --version 2>/dev/null || true), $(sqitch --version 2>/dev/null || true), node $(node --version 2>/dev/null || true)"
pinned -v reflect | xargs

# upgrade TOOL DIRECTORY DATABASE: to the head of the history there
upgrade() {
    case $1 in
    floor) "$scratch/floor" "$2" "$(find "$2/plain" -name '*.sql' | wc -l)" "$3" ;;
    program) "$2/program" "$3" ;;
    headway) "$headway" upgrade --directory "$2/headway" --database "$3" ;;
    alembic) alembic -c "$2/alembic.ini" upgrade head ;;
    sqitch) sqitch --chdir "$2/sqitch" deploy "db:sqlite:$3" ;;
    dbmate) "$scratch/node/node_modules/.bin/dbmate" --url "sqlite:$3" --migrations-dir "$2/dbmate" --no-dump-schema up ;;
    *) (cd "$scratch/node" && node "$here/peers.mjs" "$1" "$2" "$3") ;;
    esac
}

# generate TOOL DIRECTORY: the revision that leads from nothing to the tables that are wanted there
generate() {
    rm -rf "$scratch/wanted"
    cp -R "$2/wanted" "$scratch/wanted"
    case $1 in
    headway) "$headway" revision --autogenerate -m made --directory "$scratch/wanted/headway" --schema "$scratch/wanted/schema.sql" ;;
    alembic) alembic -c "$2/wanted.ini" revision --autogenerate -m made ;;
    esac
}

# verb TOOL WORDS...: a command that both have in the same words, on a database at the head of the history of all
verb() {
    with=$1
    shift
    case $with in
    headway)
        case $1 in heads | branches) ;; *) set -- "$@" --database "$scratch/user/db" ;; esac
        "$headway" "$@" --directory "$scratch/all/headway"
        ;;
    alembic) alembic -c "$scratch/all/alembic.ini" "$@" ;;
    esac
}

ini() { printf '[alembic]\nscript_location = %s\nsqlalchemy.url = sqlite:///%s/user/db\n' "$1" "$scratch"; }

# prepare DIRECTORY COUNT
prepare() {
    python3 "$here/make_histories.py" "$1" "$2"
    ini "$1/alembic" >"$1/alembic.ini"
    ini "$scratch/wanted/alembic" >"$1/wanted.ini"
    "$headway" lock --directory "$1/headway" >/dev/null
    "$headway" compile --directory "$1/headway" --name peer_migrations --output "$1/out" --image-limit 100000000
    printf '#include <headway/history.hpp>\nnamespace peer_migrations { extern const headway::history history; }\n' \
        >"$1/out/peer_migrations.hpp"
    g++ -std=c++17 -O2 -I"$include" -I"$1/out" "$here/program.cpp" "$1"/out/*.cpp "$library" -lsqlite3 -o "$1/program"
}

# cost RUNS START COMMAND...: `milliseconds megabytes`; each run begins with a copy of the folder START, or without a
# database. Sqitch keeps a second one beside it.
cost() {
    left=$1
    start=$2
    shift 2
    : >"$scratch/costs"
    while [ "$left" -gt 0 ]; do
        rm -rf "$scratch/user"
        [ -z "$start" ] && mkdir "$scratch/user" || cp -R "$start" "$scratch/user"
        "$scratch/cost" sh -c ". '$scratch/upgrade.sh'; \"\$@\"" sh "$@" >>"$scratch/costs" 2>"$scratch/said" ||
            { echo "- -" && return; }
        left=$((left - 1))
    done
    sort -n "$scratch/costs" | head -1
}
compare() { # WHAT OURS THEIRS, as cost prints them
    awk -v what="$1" -v ours="${2% *}" -v theirs="${3% *}" 'BEGIN { printf "%-46s %8s, alembic %8s%s\n", what, ours, theirs,
        (ours == "-" || theirs == "-") ? "" : sprintf(", 1/%.0f", theirs / ours) }'
}
keep() { rm -rf "$scratch/done" && cp -R "$scratch/user" "$scratch/done"; }

# The same functions for the shell that is measured, which costs about 1 ms.
{
    for name in scratch headway here; do eval "printf \"$name='%s'\\n\" \"\$$name\""; done
    sed -n '/^upgrade() {/,/^}/p; /^generate() {/,/^}/p; /^verb() {/,/^}/p' "$0"
} >"$scratch/upgrade.sh"

for count in "$@"; do
    prepare "$scratch/all" "$count"
    prepare "$scratch/before" $((count - 1))
    printf '\n%s revisions, ms of CPU %23s %10s %12s %10s\n' "$count" "new" "no-op" "one pending" "MB"
    runs=$((count > 1000 ? 1 : 3))
    for tool in $tools; do
        # One program of sqlite3 each.
        [ "$tool" != sqitch ] || [ "$count" -le 1000 ] || continue
        new=$(cost "$runs" "" upgrade "$tool" "$scratch/all" "$scratch/user/db")
        keep
        again=$(cost 3 "$scratch/done" upgrade "$tool" "$scratch/all" "$scratch/user/db")
        cost 1 "" upgrade "$tool" "$scratch/before" "$scratch/user/db" >/dev/null
        keep
        one=$(cost 3 "$scratch/done" upgrade "$tool" "$scratch/all" "$scratch/user/db")
        printf '%-46s %8s %10s %12s %10s\n' "$tool" "${new% *}" "${again% *}" "${one% *}" "${new#* }"
    done
    cost 1 "" upgrade alembic "$scratch/all" "$scratch/user/db" >/dev/null
    rm -rf "$scratch/at_head" && cp -R "$scratch/user" "$scratch/at_head"
    # `revision` comes last: the history is longer then.
    for words in heads history branches "show head" current "stamp head" "upgrade head" "upgrade head --sql" \
        "downgrade -1" "downgrade base" "revision -m made"; do
        [ "$count" -le 1000 ] || [ "$words" = heads ] || [ "$words" = history ] || continue
        # shellcheck disable=SC2086 # several words
        compare "$words" "$(cost 3 "$scratch/at_head" verb headway $words)" \
            "$(cost 1 "$scratch/at_head" verb alembic $words)"
    done
    ours=$(cost 3 "" generate headway "$scratch/all")
    theirs=$(cost 3 "" generate alembic "$scratch/all")
    compare "revision --autogenerate, 50 tables" "$ours" "$theirs"
    rm -rf "$scratch/all" "$scratch/before"
done
