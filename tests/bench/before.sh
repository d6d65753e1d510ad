#!/bin/sh
# Prints what Headway costs beside commit a159c7b, from which on its speed was cared for: before.sh [COMMIT]
#
# The commit and this tree are built at -O2 under build/before, where both stay for the next time, and take their turns,
# since the speed of machines varies: CPU time, the least of several runs. The commit gets today's diff_bench.cpp.
set -eu
commit=${1:-a159c7b}
cd "$(dirname "$0")/../.."
place=build/before
mkdir -p "$place"
rm -rf "$place/source"
mkdir "$place/source"
git archive "$commit" | tar -x -C "$place/source"
cp tests/bench/diff_bench.cpp "$place/source/tests/bench/"

build() { # WHICH SOURCE
    {
        cmake -S "$2" -B "$place/$1" -G Ninja -D CMAKE_BUILD_TYPE=Release -D CMAKE_CXX_FLAGS_RELEASE="-O2 -DNDEBUG" \
            -D HEADWAY_BUILD_TESTS=OFF -D HEADWAY_BUILD_BENCHMARKS=ON
        cmake --build "$place/$1" --target headway diff_bench
    } >"$place/$1.log" 2>&1 || { tail -30 "$place/$1.log" >&2 && exit 1; }
}
build then "$place/source"
build now .
bench() { find "$place/$1" -name diff_bench -type f; }

print='function line(what, was, is) { printf "%-46s %10.3f ms, before %10.3f ms, ratio %.3f\n", what, is, was, is / was }'

# `headway diff`: its own pair, and all that the commit has too, with the one that is slowest in proportion.
pairs() { # FILES...: each with both times
    : >"$place/then.times" && : >"$place/now.times"
    for round in 1 2 3; do
        for which in then now; do "$(bench $which)" --pairs "$@" >>"$place/$which.times"; done
    done
    least() { sort -k 1,1 -k 2,2n "$place/$1.times" | awk '!seen[$1]++'; }
    least then >"$place/then.least"
    least now | join "$place/then.least" -
}
pairs tests/bench/sixty_tables.sql | awk "$print"' { line("diff: a column in one of sixty tables", $2, $3) }'
set --
for pair in tests/cases/diff/*.sql; do
    [ ! -e "$place/source/$pair" ] || set -- "$@" "$pair"
done
pairs "$@" | awk -v count=$# "$print"' {
        before += $2; now += $3
        if ($3 / $2 > worst) { worst = $3 / $2; name = $1; was = $2; is = $3 }
    } END {
        line("diff: " count " pairs of tests/cases/diff", before, now)
        sub(".*/", "", name)
        line("diff: " name, was, is)
    }'

# `headway verify` of a long history over tables that are made anew again and again.
rm -rf "$place/history"
mkdir "$place/history"
awk -v into="$place/history" -f tests/bench/made_history.awk
seconds() { # WHICH: of CPU
    sh -c '"$1" verify --directory "$2" >/dev/null 2>&1 || echo "verify fails" >&2; times' - \
        "$place/$1/compiler/headway" "$place/history" | tail -1 | tr ms '  ' |
        awk '{ print 60 * ($1 + $3) + $2 + $4 }'
}
verify() { # WHICH: the least of three runs
    for round in 1 2 3; do seconds "$1"; done | sort -n | head -1
}
echo "$(verify then) $(verify now)" |
    awk "$print"' { line("verify: 700 revisions with 200 tables made anew", $1 * 1000, $2 * 1000) }'
