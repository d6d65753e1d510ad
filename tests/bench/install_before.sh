#!/bin/sh
# Prints what a new database costs beside commit a159c7b, which had no image of head: install_before.sh [COMMIT]
#
# Three histories are compiled by the tool of each into a program of their own, as add_migrations() does it:
# A, 1,000 revisions of a table and an index each; B, 1,000 revisions over 100 tables, columns and rebuilds that take
# columns along; C, 20 tables with 5,000 rows. CPU time, the least of several runs, in turns.
set -eu
commit=${1:-a159c7b}
cd "$(dirname "$0")/../.."
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT

mkdir "$scratch/before" "$scratch/now" "$scratch/histories"
git archive "$commit" | tar -x -C "$scratch/before"
git ls-files -z --cached --others --exclude-standard | tar -c --null -T - | tar -x -C "$scratch/now"

cd "$scratch/histories"
mkdir a b c
awk 'function put(history, summary, up, down,    id, file) {
        id = sprintf("%s%06d", history, ++made[history])
        file = history "/" id "_made.sql"
        printf "-- %s.\n--\n-- Revision ID: %s\n-- Revises:%s\n\n", summary, id, last[history] > file
        printf "-- migrate:up\n%s\n-- migrate:down\n%s\n", up, down > file
        close(file)
        last[history] = " " id
    }
    BEGIN {
        for (n = 0; n < 1000; ++n)
            put("a", "A table and an index",
                sprintf("CREATE TABLE t%d (\n    id INTEGER PRIMARY KEY,\n    name TEXT NOT NULL,\n    made_at DATETIME NOT NULL\n);\n", n) \
                sprintf("CREATE INDEX ix_t%d_name ON t%d (name);\n", n, n),
                sprintf("DROP INDEX ix_t%d_name;\nDROP TABLE t%d;", n, n))
        for (t = 0; t < 100; ++t)
            put("b", "A table", sprintf("CREATE TABLE t%d (id INTEGER PRIMARY KEY, name TEXT NOT NULL);\n", t), sprintf("DROP TABLE t%d;", t))
        columns = "id INTEGER PRIMARY KEY, name TEXT NOT NULL"
        names = "id, name"
        for (change = 0; change < 9; ++change) {
            for (t = 0; t < 100; ++t) {
                if (change % 3 < 2) {
                    put("b", "A column", sprintf("ALTER TABLE t%d ADD COLUMN c%d TEXT;\n", t, change),
                        sprintf("ALTER TABLE t%d DROP COLUMN c%d;", t, change))
                    continue
                }
                up = sprintf("CREATE TABLE new_t%d (%s, made_%d TEXT DEFAULT '"''"');\nINSERT INTO new_t%d (%s) SELECT %s FROM t%d;\n", t, columns, change, t, names, names, t)
                up = up sprintf("DROP TABLE t%d;\nALTER TABLE new_t%d RENAME TO t%d;\n", t, t, t)
                down = sprintf("ALTER TABLE t%d DROP COLUMN made_%d;", t, change)
                put("b", "The table anew", up, down)
            }
            if (change % 3 < 2) { columns = columns ", c" change " TEXT"; names = names ", c" change }
            else { columns = columns ", made_" change " TEXT DEFAULT '"''"'"; names = names ", made_" change }
        }
        for (t = 0; t < 20; ++t) {
            up = sprintf("CREATE TABLE t%d (id INTEGER PRIMARY KEY, name TEXT NOT NULL, place TEXT);\nCREATE INDEX ix_t%d ON t%d (name);\n", t, t, t)
            for (row = 0; row < 250; ++row)
                up = up sprintf("INSERT INTO t%d (id, name, place) VALUES (%d, '"'name %d', 'a place that takes some room %d'"');\n", t, row, row * 7919 % 1000, row)
            put("c", "A table with rows", up, sprintf("DROP TABLE t%d;", t))
        }
    }'
cd - >/dev/null

for which in before now; do
    cmake -S tests/bench/install -B "$scratch/build_$which" -G Ninja -D CMAKE_BUILD_TYPE=Release \
        -D CMAKE_CXX_FLAGS_RELEASE="-O2 -DNDEBUG" -D HEADWAY="$scratch/$which" -D HISTORIES="$scratch/histories" -D HAS_IMAGES=$([ $which = now ] && echo ON) \
        >"$scratch/log" 2>&1 && cmake --build "$scratch/build_$which" >"$scratch/log" 2>&1 ||
        { tail -30 "$scratch/log" >&2 && exit 1; }
done

least() { sort -n "$1" | head -1; }
line() { # WHAT HISTORY FILE RUNS
    rm -f "$scratch/now.ms" "$scratch/before.ms"
    for round in 1 2 3; do
        "$scratch/build_now/install_$2" "$3" $(($4 * 5)) >>"$scratch/now.ms"
        "$scratch/build_before/install_$2" "$3" "$4" >>"$scratch/before.ms"
    done
    awk -v what="$1" -v now="$(least "$scratch/now.ms")" -v before="$(least "$scratch/before.ms")" 'BEGIN {
        printf "%-46s %10.3f ms, before %10.3f ms, ratio %.4f\n", what, now, before, now / before }'
}
for where in "file" ":memory:"; do
    file=$where
    [ "$where" = :memory: ] || file=$scratch/new.db
    line "A, 1,000 tables, $where" a "$file" 3
    line "B, 1,000 changes of 100 tables, $where" b "$file" 1
    line "C, 5,000 rows in 20 tables, $where" c "$file" 10
done

tool=$(find "$scratch/build_now" -name headway -type f -perm -u+x)
compile() { # OPTION...: seconds of CPU
    /usr/bin/time -f '%U %S' -o "$scratch/cpu" "$tool" compile --directory "$scratch/histories/b" --name b --output "$scratch/out" "$@"
    awk '{ print $1 + $2 }' "$scratch/cpu"
}
mkdir "$scratch/out"
for round in 1 2 3; do
    compile >>"$scratch/with"
    compile --no-image >>"$scratch/without"
done
awk -v with="$(least "$scratch/with")" -v without="$(least "$scratch/without")" 'BEGIN {
    printf "%-46s %10.2f s, without %10.2f s, ratio %.3f\n", "headway compile of B with its image", with, without, with / without }'
stripped() { strip -o "$scratch/stripped" "$1" && wc -c <"$scratch/stripped"; }
printf '%-46s %10d bytes\n' "what the image of B adds to a stripped program" \
    $(($(stripped "$scratch/build_now/install_b") - $(stripped "$scratch/build_now/install_bare")))
