#!/bin/sh
# A program is built from each directory of another tool, as it stands, and meets each database that the tool has
# left: it takes it over with what the user has put there, or refuses it and changes nothing. The directory is then
# imported as one of Headway's own, whose databases are taken over all the same.
. "$(dirname "$0")/checks.sh"

cases=$HEADWAY_SOURCE/tests/cases/layouts
exits 0 cmake -S "$HEADWAY_SOURCE/tests/downstream/takeover" -B "$scratch/build" -D CMAKE_PREFIX_PATH="$HEADWAY_PREFIX" \
    -D TAKEOVER_CASES="$cases"
exits 0 cmake --build "$scratch/build"
cd "$scratch"

# What the migrations have made: some tools take comments out, or put in carriage returns.
holds() {
    sqlite3 "$1" "SELECT type, name, sql FROM sqlite_schema WHERE sql IS NOT NULL AND tbl_name NOT IN
        ('alembic_version', 'headway_log', 'sqlite_sequence') ORDER BY type, name" |
        sed 's/--.*//' | tr -d ' \t\r\n'
    for table in shelf tool price_change loan; do
        echo "== $table"
        sqlite3 "$1" "SELECT * FROM $table ORDER BY id" 2>/dev/null || echo none
    done
}

launch() { # TOOL STATE [by-schema]
    sqlite3 app.db <"$cases/taken-over-from-$1/$2.sql"
    sqlite3 app.db .dump >before
    code=0
    "build/$1" app.db ${3:-} >said || code=$?
    echo "$1 $2${3:+ $3}: $(cat said)" >>launched
    if [ "$code" -ne 0 ]; then
        sqlite3 app.db .dump | cmp - before || fail "$1 $2 was refused and changed"
    else
        user=$(sqlite3 app.db "SELECT count(*) FROM shelf, tool WHERE shelf.label = 'attic' AND tool.name = 'hand plane'")
        equal 1 "$user"
        case $2 in part | down)
            sqlite3 full.db <"$cases/taken-over-from-$1/full.sql"
            holds full.db >full
            holds app.db | diff -u full - || fail "$1 $2 is not what full is"
            ;;
        esac
        equal "taken over from , 0 applied" "$("build/$1" app.db)"
    fi
    rm -f app.db full.db
}

import() { # TOOL
    "$HEADWAY_TOOL" import "$cases/taken-over-from-$1/migrations" --to "imported/$1" >said 2>/dev/null ||
        fail "$1 is not imported"
    adopt=$(sed -n 's/.* ADOPT \(.*\) BASELINE.*/\1/p' said | sed 's/ /", "/g')
    printf 'directory = "imported/%s"\nadopt = ["%s"]\n' "$1" "$adopt" >headway.toml
    sqlite3 full.db <"$cases/taken-over-from-$1/full.sql"
    holds full.db >full
    for state in part full; do
        sqlite3 app.db <"$cases/taken-over-from-$1/$state.sql"
        code=0
        "$HEADWAY_TOOL" upgrade --database app.db >said 2>&1 || code=$?
        echo "$1 $state, imported: $(head -n 1 said)" >>launched
        [ "$code" -ne 0 ] || holds app.db | diff -u full - || fail "$1 $state, imported, is not what full is"
        rm app.db
    done
    rm full.db
}

for case in "$cases"/taken-over-from-*; do
    [ -d "$case/migrations" ] || continue
    tool=${case##*/taken-over-from-}
    for state in "$case"/*.sql; do
        state=$(basename "$state" .sql)
        launch "$tool" "$state"
        case $tool-$state in sqitch-* | *-failed) launch "$tool" "$state" by-schema ;; esac
    done
    import "$tool"
done
diff -u "$HEADWAY_SOURCE/tests/downstream/takeover/expected" launched || fail "that is not what was expected"
