#!/bin/sh
# The README's first command does what it says: twice, the second time without building anything.
. "$(dirname "$0")/checks.sh"

unset CXX CXXFLAGS CMAKE_BUILD_TYPE CMAKE_GENERATOR # as a user has it
exits 0 sh "$HEADWAY_SOURCE/cmake/demo.sh" "$1"
exits 0 sh "$HEADWAY_SOURCE/cmake/demo.sh" "$1"
prints 'ninja: no work to do.'
# From the first launch to the end, but for the times and for spaces at the ends of lines.
comparable() { sed 's/[0-9.]* ms/… ms/; s/ *$//'; }
equal "$(sed -n '/^```console demo$/,/^```$/p' "$HEADWAY_SOURCE/README.md" | sed '1d; $d' | comparable)" \
    "$(sed -n '/^\$ /,$p' "$output" | comparable)"
