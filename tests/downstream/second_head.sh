#!/bin/sh
# Two branches that both added a revision: the build names both and how to join them, and is whole again in the
# same build tree once they are.
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

cat >migrations/c81a64f0d92e_merge_avatars_and_indexes.sql <<'SQL'
-- Merge avatars and indexes.
--
-- Revision ID: c81a64f0d92e
-- Revises: 122b81ebc3d7, 5d0f2b7c9e13

-- migrate:up

-- migrate:down
SQL
exits 0 "$HEADWAY_TOOL" lock --directory migrations
exits 1 cmake --build build
prints 'static assertion failed'
sed -i 's/^static_assert.*/static_assert(backend::head == "c81a64f0d92e");/' main.cpp
exits 0 cmake --build build
exits 0 build/backend
prints 'Applied 4 revisions'
equal c81a64f0d92e "$(sqlite3 backend.db 'SELECT * FROM alembic_version')"
