#!/bin/sh
# The README's session with a program that has counted in user_version prints what it says.
. "$(dirname "$0")/checks.sh"

mkdir -p "$scratch/app/db" "$scratch/bin"
cd "$scratch/app"
ln -s "$HEADWAY_TOOL" "$scratch/bin/headway"
PATH=$scratch/bin:$PATH
echo 'CREATE TABLE boat (id INTEGER PRIMARY KEY, name TEXT NOT NULL);' >db/1.sql
echo "ALTER TABLE boat ADD COLUMN berth TEXT NOT NULL DEFAULT 'north';" >db/2.sql
sqlite3 app.db "$(cat db/1.sql) INSERT INTO boat (name) VALUES ('Tern'); PRAGMA user_version = 1"
{
    printf 'cmake_minimum_required(VERSION 3.24)\nproject(app LANGUAGES CXX)\nfind_package(Headway REQUIRED)\n'
    grep '^add_migrations(app_migrations DIRECTORY db' "$HEADWAY_SOURCE/README.md"
    printf 'add_executable(app main.cpp)\ntarget_link_libraries(app PRIVATE app_migrations)\n'
} >CMakeLists.txt
cat >main.cpp <<'CPP'
#include "app_migrations.hpp"
#include <headway/headway.hpp>
#include <sqlite3.h>

int main() {
    sqlite3* db = nullptr;
    if (sqlite3_open("app.db", &db) != SQLITE_OK) return 1;
    headway::upgrade(db, app_migrations::history);
    return sqlite3_close(db);
}
CPP
exits 0 cmake -S . -B build -D CMAKE_PREFIX_PATH="$HEADWAY_PREFIX" -D CMAKE_RUNTIME_OUTPUT_DIRECTORY="$scratch/app"
exits 0 cmake --build build

sed -n '/^```console user-version$/,/^```$/p' "$HEADWAY_SOURCE/README.md" | sed '1d; $d' >"$scratch/session"
while IFS= read -r line; do
    case $line in
    '$ '*)
        printf '%s\n' "$line"
        sh -c "${line#$ }" 2>&1 || true
        ;;
    esac
done <"$scratch/session" >"$output"
equal "$(cat "$scratch/session")" "$(cat "$output")"
