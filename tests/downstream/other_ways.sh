#!/bin/sh
# The backend in one build with Headway: add_subdirectory or fetch_content, the argument. The tool is the one
# that this build has already made.
. "$(dirname "$0")/checks.sh"

exits 0 cmake -S "$HEADWAY_SOURCE/tests/downstream/$1" -B "$scratch/build" \
    -D HEADWAY_COMPILER_EXECUTABLE="$HEADWAY_TOOL"
exits 0 cmake --build "$scratch/build"
cd "$scratch"
exits 0 build/backend/backend
prints 'Applied 2 revisions'
exits 0 build/backend/backend
prints 'The database is up to date at 122b81ebc3d7.'
