#!/bin/sh
# Prints every figure of the table in tests/README.md: run.sh HEADWAY BENCH_DIRECTORY RUNTIME_INCLUDE_DIRECTORY
set -eu
headway=$1
bench=$2
include=$3
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT

# Least wall time of several runs, in milliseconds: least COMMAND...
least() {
    best=
    for run in 1 2 3 4 5 6 7; do
        begin=$(date +%s%N)
        "$@" >/dev/null
        end=$(date +%s%N)
        took=$(((end - begin) / 1000))
        if [ -z "$best" ] || [ "$took" -lt "$best" ]; then best=$took; fi
    done
    echo "$best" | awk '{ printf "%.2f", $1 / 1000 }'
}

ratio() { awk -v ours="$2" -v base="$3" -v what="$1" -v unit="$4" 'BEGIN {
    printf "%-46s %10.2f %s, baseline %10.2f %s, ratio %.3f\n", what, ours, unit, base, unit, ours / base }'; }

# revisions DIRECTORY COUNT BYTES: a chain of COUNT revisions with about BYTES of SQL each.
revisions() {
    mkdir -p "$1"
    awk -v directory="$1" -v count="$2" -v bytes="$3" 'BEGIN {
        for (n = 0; n < count; ++n) {
            id = sprintf("r%06d", n); file = directory "/" id "_made.sql"
            parent = n == 0 ? "" : sprintf(" r%06d", n - 1)
            text = sprintf("-- Revision %d.\n--\n-- Revision ID: %s\n-- Revises:%s\n\n-- migrate:up\n", n, id, parent)
            text = text sprintf("CREATE TABLE t%d (\n    id INTEGER PRIMARY KEY,\n    name TEXT NOT NULL\n);\n", n)
            text = text sprintf("CREATE INDEX ix_t%d_name ON t%d (name);\n", n, n)
            while (length(text) < bytes)
                text = text sprintf("INSERT INTO t%d (id, name) VALUES (%d, '\''a name that takes some room %d'\'');\n", n, length(text), n)
            text = text sprintf("\n-- migrate:down\nDROP INDEX ix_t%d_name;\nDROP TABLE t%d;\n", n, n)
            printf "%s", text > file; close(file)
        } }'
}

# As revisions, in the form of goose.
foreign_revisions() {
    mkdir -p "$1"
    awk -v directory="$1" -v count="$2" 'BEGIN {
        for (n = 1; n <= count; ++n) {
            file = sprintf("%s/%05d_made.sql", directory, n)
            printf "-- +goose Up\nCREATE TABLE t%d (\n    id INTEGER PRIMARY KEY,\n    name TEXT NOT NULL\n);\n", n > file
            printf "CREATE INDEX ix_t%d_name ON t%d (name);\n\n-- +goose Down\n", n, n > file
            printf "DROP INDEX ix_t%d_name;\nDROP TABLE t%d;\n", n, n > file; close(file)
        } }'
}

compile_table() { # DIRECTORY OUTPUT PARTS
    mkdir -p "$2"
    "$bench/emit_bench" "$1" bench_migrations "$2" "$3"
}

echo "== the runtime beside SQLite"
"$bench/runtime_bench"
if command -v strace >/dev/null; then
    calls=$(strace -f -c -e trace=fdatasync,fsync "$bench/runtime_bench" --upgrade-once "$scratch/synced.db" 2>&1 |
        awk '/fdatasync|fsync/ { sum += $4 } END { print sum + 0 }')
    printf '%-46s %10d calls\n' "fdatasync for 1,000 pending revisions" "$calls"
else
    echo "fdatasync calls are not counted: strace is not installed"
fi
size_of() { # FILE SECTIONS: their bytes, once it is stripped
    cp "$1" "$scratch/host" && strip "$scratch/host" && size -A "$scratch/host" | awk -v wanted=" $2 " '
        index(wanted, " " $1 " ") { sum += $2 } END { print sum + 0 }'
}
added() { echo $(($(size_of "$bench/$1" "$2") - $(size_of "$bench/host_without_headway" "$2"))); }
printf '%-46s %10d bytes\n' "code that the runtime adds to a stripped host" "$(added host_with_headway .text)"
printf '%-46s %10d bytes\n' "with its constants and exception tables" \
    "$(added host_with_headway '.text .rodata .eh_frame .eh_frame_hdr .gcc_except_table')"
printf '%-46s %10d bytes\n' "code, if the history has an image" "$(added host_with_image .text)"

echo "== the compiler"
"$bench/graph_bench"
# The proof has its own benchmark: here the files are read, ordered and emitted.
revisions "$scratch/thousand" 1000 0
mkdir "$scratch/out"
hash_files() { cat "$scratch"/thousand/*.sql | sha256sum; }
ratio "read, order and emit 1,000 files" "$(least compile_table "$scratch/thousand" "$scratch/out" 1)" \
    "$(least hash_files)" ms
# By CPU: what both do besides is to wait for the disk.
foreign_revisions "$scratch/foreign" 1000
mkdir "$scratch/foreign_out"
forty_times() { n=0; while [ $n -lt 40 ]; do compile_table "$@"; n=$((n + 1)); done; }
cpu_of_one() { # DIRECTORY OUTPUT: milliseconds of user and system time, by the mean of forty
    for run in 1 2 3 4 5; do
        (forty_times "$1" "$2" 1; times) | awk 'END { gsub(/[ms]/, " "); print ($1 * 60 + $2 + $3 * 60 + $4) * 25 }'
    done | sort -n | head -1
}
ratio "the same of goose, beside Headway's own form" "$(cpu_of_one "$scratch/foreign" "$scratch/foreign_out")" \
    "$(cpu_of_one "$scratch/thousand" "$scratch/out")" "ms of CPU"
revisions "$scratch/many" 10000 5000
printf '%-46s %10s ms\n' "read, order and emit 10,000 files of 50 MB" "$(least compile_table "$scratch/many" "$scratch/large" 13)"

printf '#pragma once\n#include <headway/history.hpp>\nnamespace bench_migrations { extern const headway::history history; }\n' \
    >"$scratch/large/bench_migrations.hpp"
for compiler in g++ clang++-14; do
    command -v "$compiler" >/dev/null || { echo "$compiler is not installed: not measured"; continue; }
    seconds=0
    peak=0
    for part in "$scratch"/large/*.cpp; do
        measured=$(/usr/bin/time -f '%U %S %M' "$compiler" -std=c++17 -O2 -I"$include" -I"$scratch/large" -c "$part" \
            -o "$part.$compiler.o" 2>&1)
        seconds=$(echo "$seconds $measured" | awk '{ print $1 + $2 + $3 }')
        peak=$(echo "$peak $measured" | awk '{ print ($4 > $1) ? $4 : $1 }')
    done
    printf '%-46s %10s s of CPU in all, at most %d MB\n' "compile that table with $compiler" "$seconds" $((peak / 1024))
done
cat >"$scratch/start.cpp" <<'CPP'
#ifdef WITH_TABLE
#include "bench_migrations.hpp"
int main() { return bench_migrations::history.count == 10000 ? 0 : 1; }
#else
int main() { return 0; }
#endif
CPP
g++ -std=c++17 -O2 "$scratch/start.cpp" -o "$scratch/empty"
g++ -std=c++17 -O2 -DWITH_TABLE -I"$include" -I"$scratch/large" "$scratch/start.cpp" "$scratch"/large/*.g++.o -o "$scratch/full"
hundred() { n=0; while [ $n -lt 100 ]; do "$1"; n=$((n + 1)); done; }
ratio "start a program with that table, 100 times" "$(least hundred "$scratch/full")" "$(least hundred "$scratch/empty")" ms

echo "== the command line"
# 2,000 times: four revisions beside five, and one that merges them.
mkdir "$scratch/merges"
awk -v directory="$scratch/merges" 'function put(parents) {
    id = sprintf("%012x", ++n); file = directory "/" id "_made.sql"
    printf "-- Revision %d.\n--\n-- Revision ID: %s\n-- Revises: %s\n\n-- migrate:up\nCREATE TABLE t%d (id INTEGER PRIMARY KEY);\n\n-- migrate:down\nDROP TABLE t%d;\n", n, id, parents, n, n > file
    close(file); return id
} BEGIN { for (merges = 0; merges < 2000; ++merges) {
    left = right = head; for (i = 0; i < 4; ++i) left = put(left); for (i = 0; i < 5; ++i) right = put(head == "" && i == 0 ? left : right)
    head = put(head == "" ? right : left ", " right) } }'
least_cpu() { # COMMAND...: seconds of user and system time together
    for run in 1 2 3 4 5; do /usr/bin/time -f '%U %S' -o "$scratch/cpu" "$@" >/dev/null && awk '{ print $1 + $2 }' "$scratch/cpu"; done |
        sort -n | head -1
}
for words in "heads" "history" "upgrade --plan --current base"; do
    # shellcheck disable=SC2086 # several words
    printf '%-46s %10s s of CPU\n' "$words, 20,000 revisions" "$(least_cpu "$headway" $words --directory "$scratch/merges")"
done

echo "== the planner of conversions, 1,000 tables and 3,000 indexes"
"$bench/diff_bench"
