#!/bin/sh
# A history of more than 4 MB is spread over several .cpp files, and stays correct when it grows past a multiple of
# that without CMake running again.
. "$(dirname "$0")/checks.sh"

# add_pages REVISION PARENT: a migration of about 2.5 MB.
add_pages() {
    {
        printf -- '-- Add pages.\n--\n-- Revision ID: %s\n-- Revises: %s\n\n-- migrate:up\n' "$1" "$2"
        echo "CREATE TABLE page_$1 (id INTEGER PRIMARY KEY, text TEXT NOT NULL);"
        awk -v table="page_$1" 'BEGIN {
            text = sprintf("%1000s", ""); gsub(" ", "x", text)
            for (i = 0; i < 2400; i++) print "INSERT INTO " table " (text) VALUES (\047" text "\047);"
        }'
        printf -- '\n-- migrate:down\nDROP TABLE page_%s;\n' "$1"
    } >"migrations/$1_add_pages.sql"
}
parts() { find build -name 'backend_migrations*.cpp' | wc -l; }

copy_backend "$scratch/backend"
release "$scratch/backend"
cd "$scratch/backend"
add_pages p1 122b81ebc3d7
add_pages p2 p1
exits 0 cmake -S . -B build -D CMAKE_PREFIX_PATH="$HEADWAY_PREFIX"
exits 0 cmake --build build
equal 2 "$(parts)"
exits 0 build/backend
prints 'Applied 4 revisions'
equal '2400|2400' "$(sqlite3 backend.db 'SELECT (SELECT count(*) FROM page_p1), count(*) FROM page_p2')"

add_pages p3 p2
add_pages p4 p3
exits 0 cmake --build build
exits 0 build/backend
prints 'Applied 2 revisions'
equal 2400000 "$(sqlite3 backend.db 'SELECT sum(length(text)) FROM page_p4')"
exits 0 cmake -S . -B build
exits 0 cmake --build build
equal 3 "$(parts)"
exits 0 build/backend
prints 'The database is up to date at p4.'
