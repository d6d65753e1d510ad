#!/bin/sh
# Two branches that both added a revision: the build names both and the command that joins them. Once it has run, the
# same build tree is whole again.
. "$(dirname "$0")/checks.sh"

copy_backend "$scratch/backend"
cd "$scratch/backend"
exits 0 cmake -S . -B build -D CMAKE_PREFIX_PATH="$HEADWAY_PREFIX"
exits 0 cmake --build build
before=$(cksum build/backend_migrations_headway/* build/backend)

add_second_head migrations
exits 1 cmake --build build
prints '[multiple-heads]'
prints '122b81ebc3d7_add_compound_indexes_to_models.sql'
prints '5d0f2b7c9e13_add_avatars.sql'
prints 'headway merge'
equal "$before" "$(cksum build/backend_migrations_headway/* build/backend)"

command=$(sed -n 's/^note: join them with: headway //p' "$output")
exits 0 eval "'$HEADWAY_TOOL' $command --rev-id c81a64f0d92e"
exits 1 cmake --build build
prints 'backend::head == "122b81ebc3d7"' # g++ and clang word the failure differently
sed -i 's/^static_assert.*/static_assert(backend::head == "c81a64f0d92e");/' main.cpp
exits 0 cmake --build build
exits 0 build/backend
prints 'Applied 4 revisions'
equal c81a64f0d92e "$(sqlite3 backend.db 'SELECT * FROM alembic_version')"
