#!/bin/sh
# A build for another machine, as far as this one can pretend: without a headway that runs here it says what to
# do, with one it works.
. "$(dirname "$0")/checks.sh"

missing='Headway: a cross build runs the headway tool on this machine. Build Headway for this machine first, then pass
-DHEADWAY_COMPILER_EXECUTABLE=<path of that headway>.'
missing=$(echo "$missing" | tr '\n' ' ' | sed 's/ $//')

for source in "$HEADWAY_SOURCE" "$HEADWAY_SOURCE/tests/downstream/backend"; do
    build=$scratch/$(basename "$source")
    cross() {
        cmake -S "$source" -B "$build" -D CMAKE_SYSTEM_NAME=Linux -D CMAKE_PREFIX_PATH="$HEADWAY_PREFIX" "$@"
    }
    exits 1 cross
    prints "$missing"
    exits 1 cross -D HEADWAY_COMPILER_EXECUTABLE="$scratch/nowhere"
    prints "Headway: there is no '$scratch/nowhere'. \
Correct -DHEADWAY_COMPILER_EXECUTABLE=<path of a headway that runs on this machine>."
    exits 0 cross -D HEADWAY_COMPILER_EXECUTABLE="$HEADWAY_TOOL"
done
exits 0 cmake --build "$scratch/backend"
exits 0 "$scratch/backend/backend" "$scratch/backend.db"
prints 'Applied 2 revisions'
