#!/bin/sh
# demo.sh [postgresql] [BUILD_DIRECTORY [ARGUMENT_OF_CMAKE...]]: builds the backend of tests/downstream, launches it twice
# on a new database, and shows with the sqlite3 program what is in that. With `postgresql` it is the program beside it, a
# server that is started for it and ended with it, and psql. Works on a fresh Debian 12; a second run builds nothing.
set -eu
cd "$(dirname "$0")/.."
. cmake/packages.sh
program=backend
if [ "${1:-}" = postgresql ]; then
    program=server
    shift
fi
# shellcheck disable=SC2086 # one word per package
case $program in
backend) install_missing $packages_to_build sqlite3 ;;
server) install_missing $packages_to_build libpq-dev postgresql-15 ;;
esac

build=${1:-build/demo}
[ $# -eq 0 ] || shift
cmake -S tests/downstream/add_subdirectory -B "$build" -G Ninja -D CMAKE_BUILD_TYPE=Release "$@"
cmake --build "$build" --target "$program"

show() {
    printf '\n$ %s\n' "$1"
    eval "$1"
}
if [ $program = server ]; then
    server=$PWD/tests/postgresql/with_server.sh
    cd "$build/server"
    exec sh "$server" sh -c '
        for command; do
            printf "\n$ %s\n" "$command"
            eval "$command"
        done' demo './server' './server' 'psql -At -c "SELECT * FROM alembic_version;"' \
        'psql -At -c "SELECT sequence, revision, operation FROM headway_log;"' "psql -c '\\d message'"
fi
cd "$build/backend"
rm -f backend.db
show './backend'
show './backend'
show 'sqlite3 backend.db "SELECT * FROM alembic_version;"'
show 'sqlite3 backend.db "SELECT sequence, revision, operation FROM headway_log;"'
show 'sqlite3 backend.db .indexes'
show 'sqlite3 backend.db .tables'
