#!/bin/sh
# demo.sh [BUILD_DIRECTORY [ARGUMENT_OF_CMAKE...]]: builds the backend of tests/downstream, launches it twice on a
# new database, and shows with the sqlite3 program what is in that. Works on a fresh Debian 12; a second run builds
# nothing.
set -eu
cd "$(dirname "$0")/.."
. cmake/packages.sh
# shellcheck disable=SC2086 # one word per package
install_missing $packages_to_build sqlite3

build=${1:-build/demo}
[ $# -eq 0 ] || shift
cmake -S tests/downstream/add_subdirectory -B "$build" -G Ninja -D CMAKE_BUILD_TYPE=Release "$@"
cmake --build "$build" --target backend

show() {
    printf '\n$ %s\n' "$1"
    eval "$1"
}
cd "$build/backend"
rm -f backend.db
show './backend'
show './backend'
show 'sqlite3 backend.db "SELECT * FROM alembic_version;"'
show 'sqlite3 backend.db "SELECT sequence, revision, operation FROM headway_log;"'
show 'sqlite3 backend.db .indexes'
show 'sqlite3 backend.db .tables'
