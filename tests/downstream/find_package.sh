#!/bin/sh
# The backend as a project of its own, in a path with spaces, against an installed Headway.
. "$(dirname "$0")/checks.sh"

copy_backend "$scratch/my backend"
cd "$scratch/my backend"
exits 0 cmake -S . -B build -D CMAKE_PREFIX_PATH="$HEADWAY_PREFIX"
exits 0 cmake --build build
exits 0 build/backend "my data.db"
prints 'Applied 2 revisions'
prints '001 Consolidated initial migration.'
prints 'ix_message_user_session_created'
exits 0 build/backend "my data.db"
prints 'The database is up to date at 122b81ebc3d7.'

mkdir -p "$(dirname "$HEADWAY_BACKEND")"
cp build/backend "$HEADWAY_BACKEND"
