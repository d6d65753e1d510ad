#!/bin/sh
# Calls of add_migrations() that stop CMake, and what each says.
. "$(dirname "$0")/checks.sh"

cd "$scratch"
mkdir migrations
cat >CMakeLists.txt <<'CMAKE'
cmake_minimum_required(VERSION 3.24)
project(wrong LANGUAGES CXX)
find_package(Headway REQUIRED)
include(calls.cmake)
CMAKE

# refuses CALLS MESSAGE
refuses() {
    echo "$1" >calls.cmake
    exits 1 cmake -S . -B build -D CMAKE_PREFIX_PATH="$HEADWAY_PREFIX"
    prints "$2"
}
refuses 'add_migrations(history)' \
    'add_migrations(history): DIRECTORY is missing. Add DIRECTORY and where the .sql files are.'
refuses 'add_migrations(history DIRECTORY)' \
    'add_migrations(history): DIRECTORY lacks its value. Write it behind DIRECTORY.'
refuses 'add_migrations(history DIRECTORY NAMESPACE app)' \
    'add_migrations(history): DIRECTORY lacks its value. Write it behind DIRECTORY.'
refuses 'add_migrations(history DIRECTORY migrations FOLDER x)' \
    "add_migrations(history): 'FOLDER' is not an argument. Remove it, or use one of MULTIPLE_HEADS, MULTIPLE_BASES, \
NO_IMAGE, KEEP_USER_VERSION, DIRECTORY, ENGINE, LAYOUT, BASELINE, PROOF, ADOPT_QUERY, NAMESPACE, MINIMUM_SQLITE, FIXTURES, \
SCHEMA, STATEMENT_LIMIT, IMAGE_LIMIT, PROOF_SERVER, SQLITE, RULES, FUNCTIONS, COLLATIONS, TOKENIZERS, EXTENSIONS, IGNORE, ADOPT, VARIABLES, \
PATTERN, ROLES."
refuses 'add_migrations(history DIRECTORY migrations ENGINE mysql)' \
    "add_migrations(history): there is no ENGINE 'mysql'. Use sqlite or postgresql."
refuses 'add_migrations(history DIRECTORY migrations ENGINE postgresql)' \
    'add_migrations(history): ENGINE postgresql needs the component postgresql.'
refuses 'add_migrations(history DIRECTORY migrations IMAGE_LIMIT 2MB)' \
    "add_migrations(history): IMAGE_LIMIT '2MB' is no number of bytes. Write it like 4000000, or use NO_IMAGE."
refuses 'add_migrations(history DIRECTORY migrations IMAGE_LIMIT 4000000 NO_IMAGE)' \
    'add_migrations(history): NO_IMAGE and IMAGE_LIMIT exclude each other. Remove one of them.'
refuses 'add_migrations(history DIRECTORY migrations LAYOUT dbmat)' \
    "add_migrations(history): there is no LAYOUT 'dbmat'. Use one of headway, atlas, dbmate, diesel, drizzle, flyway, \
golang-migrate, goose, liquibase, mojo, numbered, prisma, refinery, sqitch, sqldelight, sqlx, or leave it out."
refuses 'add_migrations(history DIRECTORY migrations SQLITE nowhere)' \
    "add_migrations(history): SQLITE names 'nowhere', and there is no such target."
refuses 'add_migrations(history DIRECTORY migrations FIXTURES rows)' \
    "add_migrations(history): there is no directory '$scratch/rows'. Create it, or correct FIXTURES."
refuses 'add_migrations(history DIRECTORY migrations EXTENSIONS words.so)' \
    "add_migrations(history): there is no extension '$scratch/words.so'. Correct EXTENSIONS; one that this project \
builds is named by its target."
refuses 'add_migrations(history DIRECTORY migrations SCHEMA)' \
    'add_migrations(history): SCHEMA lacks its value. Write it behind SCHEMA.'
for schema in schema.sql migrations; do
    refuses "add_migrations(history DIRECTORY migrations SCHEMA $schema)" \
        "add_migrations(history): there is no file '$scratch/$schema'. Write it with \`headway schema -o <file>\`, or \
correct SCHEMA."
done
refuses 'add_migrations(history DIRECTORY nowhere)' \
    "add_migrations(history): there is no directory '$scratch/nowhere'. Create it, or correct DIRECTORY."
refuses 'add_migrations(history DIRECTORY CMakeLists.txt)' \
    "add_migrations(history): there is no directory '$scratch/CMakeLists.txt'. Create it, or correct DIRECTORY."
refuses 'add_migrations(history DIRECTORY migrations NAMESPACE my-app)' \
    "add_migrations(history): NAMESPACE 'my-app' is not a C identifier. Use letters, digits and underscores, and \
begin with a letter."
refuses 'add_migrations_test(history)' \
    'add_migrations_test(history): history is no target of add_migrations(). Call that first, or correct the name.'
refuses 'add_migrations(history DIRECTORY migrations)
    add_migrations_test(history DATABASE releases)' \
    "add_migrations_test(history): 'DATABASE' is not an argument. Remove it, or use one of SOURCES, FIXTURES, \
DATABASES, LINK."
refuses 'add_migrations(history DIRECTORY migrations)
    add_migrations_test(history DATABASES)' \
    'add_migrations_test(history): DATABASES lacks its value. Write it behind DATABASES.'
refuses 'add_migrations(history DIRECTORY migrations)
    add_migrations_test(history DATABASES releases)' \
    "add_migrations_test(history): there is no directory '$scratch/releases'. Create it, or correct DATABASES."
refuses 'add_migrations(history DIRECTORY migrations)
    add_migrations(history DIRECTORY migrations)' \
    'add_migrations(history): there is a target named history already. Choose another name for one of them.'
refuses 'add_migrations(the-history DIRECTORY migrations)
    add_migrations(the_history DIRECTORY migrations)' \
    'add_migrations(the_history): the namespace the_history belongs to the-history already. Give one of them another \
NAMESPACE.'
