#!/bin/sh
# matrix.sh short|full DIRECTORY TESTS RUNTIME: runs the runtime's tests over SQLites that were built with other
# options than Debian's. TESTS is a program with them that links SQLite dynamically, RUNTIME libheadway_runtime.a; what is
# fetched and built stays in DIRECTORY. `short` takes the newest SQLite with the options at once that the tool's tests
# start over, too; `full` takes each of them by itself, and all.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
extent=$1 tests=$3 runtime=$4
mkdir -p "$2"
cd "$2"
sh "$here/amalgamation.sh" better-sqlite3@12 newest
version=$(sed -n 's/^#define SQLITE_VERSION  *"\(.*\)"/\1/p' newest/sqlite3.h)

# What the tests use of SQLite and a build may lack otherwise.
modules='-DSQLITE_ENABLE_FTS3 -DSQLITE_ENABLE_FTS4 -DSQLITE_ENABLE_FTS5 -DSQLITE_ENABLE_RTREE -DSQLITE_ENABLE_DBSTAT_VTAB
    -DSQLITE_ENABLE_COLUMN_METADATA'

# tests_of FILE...: all tests of these files, as Catch names them, but those of what an SQLite may leave out.
tests_of() {
    for file; do basename "$file" .cpp; done | sed 's/.*/[#&]~[optional]/' | paste -s -d ,
}

# library NAME OPTION...: the newest SQLite, built with these options, in NAME/.
library() {
    name=$1
    shift
    [ ! -f "$name/libsqlite3.so.0" ] || return 0
    mkdir -p "$name"
    # shellcheck disable=SC2086 # one word per option
    ${CC:-cc} -O0 -w -fPIC -shared -Wl,-soname,libsqlite3.so.0 $modules "$@" newest/sqlite3.c -o "$name/part" -lm
    mv "$name/part" "$name/libsqlite3.so.0"
}

# complete NAME: it has what the runtime cannot do without, so that a program can link it statically.
complete() {
    nm -D --defined-only "$1/libsqlite3.so.0" | awk '{ print $3 }' | sort >"$1/has"
    nm "$runtime" | awk '$1 == "U" && $2 ~ /^sqlite3_/ { print $2 }' | sort -u >"$1/asked"
    lacks=$(comm -23 "$1/asked" "$1/has")
    [ -z "$lacks" ] && return
    echo "FAILED: over $1 the runtime lacks" $lacks
    exit 1
}

# over NAME WORD...: the tests that these words of Catch choose, over that library.
over() {
    name=$1
    shift
    if ! LD_LIBRARY_PATH=$PWD/$name "$tests" "$@" >"$name/output" 2>&1; then
        tail -n 80 "$name/output"
        echo "FAILED: over SQLite $version, $name"
        exit 1
    fi
    printf '%s: %s\n' "$name" "$(grep -E 'All tests passed|test cases:' "$name/output")"
}

# passes NAME OPTION...: the runtime's tests, over an SQLite with these options. Without sqlite3_deserialize() there are no
# images, which have a file of tests to themselves.
passes() {
    library "$@"
    complete "$1"
    case $* in
    *OMIT_DESERIALIZE*) over "$1" -# "$(tests_of $(ls "$here"/../runtime/*_test.cpp | grep -v /install_test))" ;;
    *) over "$1" -# "$(tests_of "$here"/../runtime/*_test.cpp)" ;;
    esac
}

# launched NAME: a host over that library, on a new database; what it says is in NAME/output.
launched() {
    complete "$1"
    # shellcheck disable=SC2086 # one word per option
    ${CXX:-c++} ${CXXFLAGS:-} -std=c++17 -D WITH_HEADWAY -I "$here/../../runtime/include" "$here/../bench/host.cpp" \
        "$runtime" -L "$1" -l:libsqlite3.so.0 -o "$1/host"
    rm -f "$1/host.db"
    LD_LIBRARY_PATH=$PWD/$1 "$1/host" "$1/host.db" >"$1/output" 2>&1
}

echo "SQLite $version"
# What is left out and asked for when the program runs; a program that needs it itself does not start.
weak='-DSQLITE_OMIT_PROGRESS_CALLBACK -DSQLITE_OMIT_DESERIALIZE'
others='-DSQLITE_OMIT_DEPRECATED -DSQLITE_OMIT_LOAD_EXTENSION -DSQLITE_OMIT_SHARED_CACHE -DSQLITE_DQS=0
    -DSQLITE_DEFAULT_FOREIGN_KEYS=1 -DSQLITE_THREADSAFE=2 -DSQLITE_ENABLE_API_ARMOR -DSQLITE_MAX_EXPR_DEPTH=40'
# shellcheck disable=SC2086 # one word per option
passes others_at_once $others

# shellcheck disable=SC2086 # one word per option
library weak_at_once $weak
launched weak_at_once || true # says whether the database was up to date
[ "$(sqlite3 weak_at_once/host.db 'SELECT version_num FROM alembic_version')" = 001 ] || {
    cat weak_at_once/output
    echo "FAILED: a host over an SQLite with $weak"
    exit 1
}
echo "weak_at_once: launched"

library without_authorizers -DSQLITE_OMIT_AUTHORIZATION
if launched without_authorizers || ! grep -q SQLITE_OMIT_AUTHORIZATION without_authorizers/output ||
    [ -s without_authorizers/host.db ]; then
    cat without_authorizers/output
    echo "FAILED: an SQLite without authorizers is not refused"
    exit 1
fi
echo "without_authorizers: refused"
[ "$extent" = full ] || exit 0

passes newest_as_it_is
# shellcheck disable=SC2086 # one word per option
passes all_at_once $weak $others
for option in $weak $others; do
    passes "only$option" "$option"
done
