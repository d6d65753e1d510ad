# Sourced behind checks.sh by the scripts that make hosts.

# migration DIRECTORY TABLE: a history of one revision that makes TABLE.
migration() {
    mkdir -p "$1/migrations"
    printf -- '-- Start.\n--\n-- Revision ID: 001\n-- Revises:\n\n-- migrate:up\nCREATE TABLE %s (id INTEGER PRIMARY KEY);\n
-- migrate:down\nDROP TABLE %s;\n' "$2" "$2" >"$1/migrations/001_start.sql"
}

# host DIRECTORY: a program that upgrades app.db; its CMakeLists.txt is standard input, behind project().
host() {
    migration "$1" paper
    {
        printf 'cmake_minimum_required(VERSION 3.24)\nproject(host LANGUAGES CXX)\n'
        cat
    } >"$1/CMakeLists.txt"
    cat >"$1/main.cpp" <<'CPP'
#include "host_migrations.hpp"
#include <headway/headway.hpp>
#include <sqlite3.h>
auto main() -> int {
    sqlite3* db = nullptr;
    sqlite3_open("app.db", &db);
    const bool applied = headway::upgrade(db, host_migrations::history).steps.size() == 1;
    sqlite3_close(db);
    return applied ? 0 : 1;
}
CPP
}
configure() { cmake -S "$1" -B "$1/build" -D CMAKE_PREFIX_PATH="$HEADWAY_PREFIX"; }
builds_and_runs() {
    exits 0 cmake --build "$1/build"
    (cd "$1" && rm -f app.db && build/host) || fail "the program of $1 does not upgrade its database"
}
