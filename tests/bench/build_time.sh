#!/bin/sh
# Prints what a build costs beside commit a159c7b, from which on it was cared for: build_time.sh [COMMIT]
#
# Of each, the project that has Headway as a subdirectory is built from nothing, with what its CMake chooses by itself.
# Then it is built again after an edit of one file of the tool, with each file compiled by itself, as it is for those who
# work on Headway. User and system time are added up, with one job at a time and without a cache of compilers.
set -eu
commit=${1:-a159c7b}
cd "$(dirname "$0")/../.."
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
unset CMAKE_CXX_COMPILER_LAUNCHER CMAKE_BUILD_TYPE CXXFLAGS CMAKE_GENERATOR

mkdir "$scratch/before" "$scratch/now"
git archive "$commit" | tar -x -C "$scratch/before"
git ls-files -z --cached --others --exclude-standard | tar -c --null -T - | tar -x -C "$scratch/now"

configure() { # WHICH [OPTION]
    which=$1
    shift
    cmake -S "$scratch/$which/tests/downstream/add_subdirectory" -B "$scratch/build_$which" -G Ninja "$@" >/dev/null
}
build() { # WHICH: prints the seconds
    /usr/bin/time -f '%U %S' -o "$scratch/cpu" cmake --build "$scratch/build_$1" --target backend --parallel 1 >"$scratch/log" 2>&1 ||
        { tail -30 "$scratch/log" >&2 && exit 1; }
    awk '{ print $1 + $2 }' "$scratch/cpu"
}
edit() { # WHICH FILE: prints the seconds of the build after it
    echo "// edited" >>"$scratch/$1/$2"
    build "$1"
}
ratio() { awk -v what="$1" -v before="$2" -v now="$3" 'BEGIN {
    printf "%-50s %8.2f s of CPU, before %8.2f s, ratio %.3f\n", what, now, before, now / before }'; }

configure before
configure now
before=$(build before)
ratio "build the tool, the runtime and a backend" "$before" "$(build now)"
configure now -DHEADWAY_JOIN_FILES=OFF
build now >/dev/null
for file in compiler/read/header.cpp compiler/link/graph.cpp compiler/diff/rebuild.cpp compiler/commands/heads.cpp; do
    before=$(edit before $file)
    ratio "again after an edit of $file" "$before" "$(edit now $file)"
done
