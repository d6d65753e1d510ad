#!/bin/sh
# The README's first command prints what the README says. The headway is the one that this build has already made,
# and the second run builds nothing.
. "$(dirname "$0")/checks.sh"

unset CXX CXXFLAGS CMAKE_BUILD_TYPE CMAKE_GENERATOR # as a user has it
demo() { sh "$HEADWAY_SOURCE/cmake/demo.sh" "$scratch/demo" -D HEADWAY_COMPILER_EXECUTABLE="$HEADWAY_TOOL"; }
exits 0 demo
exits 0 demo
prints 'ninja: no work to do.'
# From the first launch to the end, but for the times and for spaces at the ends of lines.
comparable() { sed 's/[0-9.]* ms/… ms/; s/ *$//'; }
equal "$(sed -n '/^```console demo$/,/^```$/p' "$HEADWAY_SOURCE/README.md" | sed '1d; $d' | comparable)" \
    "$(sed -n '/^\$ /,$p' "$output" | comparable)"
