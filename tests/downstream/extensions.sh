#!/bin/sh
# extensions.sh GENERATOR: a history that uses a loadable extension builds once EXTENSIONS names it, as a target
# of the project or as a file, and is proven again when that is built anew.
. "$(dirname "$0")/checks.sh"

export CMAKE_GENERATOR="$1"
copy_backend "$scratch/backend"
release "$scratch/backend"
cd "$scratch/backend"
cp "$HEADWAY_SOURCE"/tests/extension/*.cpp .
cat >migrations/c81a64f0d92e_use_an_extension.sql <<'SQL'
-- Use an extension.
--
-- Revision ID: c81a64f0d92e
-- Revises: 122b81ebc3d7

-- migrate:up
UPDATE user SET username = slug(username);
CREATE INDEX ix_user_username_backwards ON user (username COLLATE backwards);
CREATE VIRTUAL TABLE digit USING digits;

-- migrate:down
DROP TABLE digit;
DROP INDEX ix_user_username_backwards;
SQL
exits 0 cmake -S . -B build -D CMAKE_PREFIX_PATH="$HEADWAY_PREFIX"
fails() {
    [ "$CMAKE_GENERATOR" = Ninja ] && exits 1 cmake --build build || exits 2 cmake --build build
    prints "$1"
}
place=migrations/c81a64f0d92e_use_an_extension.sql
fails "$place:7:28: error: no such function: slug. If the application provides it, declare it: add_migrations(... \
FUNCTIONS slug/1) [undeclared]"

# What is declared by name alone is missed until the last is there.
arguments() { sed -i "s|\(add_migrations(backend_migrations DIRECTORY migrations\)[^)]*|\1 $1|" CMakeLists.txt; }
arguments 'FUNCTIONS slug/1'
fails "$place:8:67: error: no such collation sequence: backwards. If the application provides it, declare it: \
add_migrations(... COLLATIONS backwards) [undeclared]"
arguments 'FUNCTIONS slug/1 COLLATIONS backwards'
fails "$place:9:34: error: no such module: digits. If the application provides it, declare it: add_migrations(... \
EXTENSIONS <path of the library that has it>) [undeclared]"

# A target of the project brings all three, and the history is proven anew when it is built anew.
sed -i '/^find_package(SQLiteCpp/a find_package(SQLite3 REQUIRED)\nadd_library(words MODULE boxes.cpp extension.cpp)\ntarget_link_libraries(words PRIVATE SQLite::SQLite3)' CMakeLists.txt
arguments 'EXTENSIONS words'
exits 0 cmake --build build
exits 0 cmake --build build
sed -i 's/"slug"/"snail"/' extension.cpp
fails 'no such function: slug'
sed -i 's/"snail"/"slug"/' extension.cpp
exits 0 cmake --build build

# So does a file, relative to the source directory, and without its suffix.
cp build/libwords.so words.so
arguments 'EXTENSIONS words.so'
sed -i '/^add_library(words/d; /^target_link_libraries(words/d' CMakeLists.txt
exits 0 cmake --build build
arguments "EXTENSIONS $PWD/build/../words"
exits 0 cmake --build build
# So does a library of the system, by its name alone.
mkdir lib && mv words.so lib/wordy.so
arguments 'EXTENSIONS wordy'
exits 1 cmake -S . -B build
prints "there is no extension '$PWD/wordy'"
exits 0 cmake -S . -B build -D CMAKE_LIBRARY_PATH="$PWD/lib"
exits 0 cmake --build build
mv lib/wordy.so words.so
arguments "EXTENSIONS $PWD/build/../words"
echo 'no library' >words.so
fails 'words.so cannot be loaded: '
prints 'EXTENSIONS of add_migrations(), take loadable extensions of SQLite.'
