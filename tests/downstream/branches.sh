#!/bin/sh
# Two histories in one program, one of them with several heads and bases, which add_migrations() has to permit.
. "$(dirname "$0")/checks.sh"

cp -R "$HEADWAY_SOURCE/tests/downstream/branches" "$scratch/branches"
cd "$scratch/branches"
exits 0 cmake -S . -B build -D CMAKE_PREFIX_PATH="$HEADWAY_PREFIX"
exits 0 cmake --build build
exits 0 build/branches forum.db cache.db
equal 'forum: 0a1 0a2 0b1
cache: 1' "$(cat "$output")"

sed -i 's/ MULTIPLE_HEADS//' CMakeLists.txt
exits 1 cmake --build build
prints '[multiple-heads]'
sed -i 's/ MULTIPLE_BASES//; s/NAMESPACE forum/& MULTIPLE_HEADS/' CMakeLists.txt
exits 1 cmake --build build
prints '[multiple-bases]'
