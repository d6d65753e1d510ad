#!/bin/sh
# README.md's recipe installs Headway without Catch2, and each way of taking it into a project that stands there works
# with the example. To build the tool once more would take minutes: it is configured to be built, then given.
. "$(dirname "$0")/checks.sh"

unset CXX CXXFLAGS CMAKE_BUILD_TYPE CMAKE_GENERATOR # as a user has it
# block OPENING: the block of README.md that begins with that line, its long lines joined.
block() {
    sed -n "/^\`\`\`$1\$/,/^\`\`\`\$/p" "$HEADWAY_SOURCE/README.md" | sed '1d; $d' | sed ':a; /\\$/ { N; s/ *\\\n */ /; ta; }'
}
block 'sh install' >"$scratch/recipe"
. "$HEADWAY_SOURCE/cmake/packages.sh"
words() { printf '%s\n' "$@" | sort; }
# shellcheck disable=SC2046,SC2086 # several words
equal "$(words $packages_to_build)" \
    "$(words $(sed -n 's/^sudo apt-get install --no-install-recommends //p' "$scratch/recipe"))"

mkdir "$scratch/headway"
(cd "$HEADWAY_SOURCE" && tar cf - --exclude=./build --exclude=./.git .) | (cd "$scratch/headway" && tar xf -)
given=
sudo() { "$@"; }
cmake() {
    # shellcheck disable=SC2086 # several words
    case $1 in
    -S) command cmake "$@" -D CMAKE_DISABLE_FIND_PACKAGE_Catch2=ON $given ;;
    --install) command cmake "$@" --prefix "$scratch/prefix" ;;
    *) command cmake "$@" ;;
    esac
}
# follow PATTERN: the commands of the recipe that it fits.
follow() {
    grep -e "$1" "$scratch/recipe" >"$scratch/commands"
    while IFS= read -r line; do
        exits 0 eval "$line"
    done <"$scratch/commands"
}
cd "$scratch/headway"
follow '^cmake -S'
exits 0 cmake --build build/release --target help
prints ' headway: '
prints ' install: '
if grep -q ' headway_tests: ' "$output"; then fail "the recipe builds the tests"; fi
rm -r build
given="-D HEADWAY_COMPILER_EXECUTABLE=$HEADWAY_TOOL"
follow 'cmake -'
[ -f "$scratch/prefix/include/headway/headway.hpp" ] || fail "the headers are not installed"

# project WAY: the example, with the way of README.md in the place of its find_package(Headway).
project() {
    mkdir -p "$scratch/$1/migrations"
    cp "$HEADWAY_SOURCE"/migrations/*.sql "$scratch/$1/migrations"
    cd "$scratch/$1"
    ln -s ../headway headway
    {
        printf 'cmake_minimum_required(VERSION 3.24)\nproject(example LANGUAGES CXX)\n'
        block "cmake $1" | sed "s|GIT_REPOSITORY .*)|SOURCE_DIR $scratch/headway)|"
        sed -n '/^`CMakeLists.txt`:$/,/^```$/p' "$HEADWAY_SOURCE/README.md" | sed '/^[`#]/d; /^find_package(Headway/d; /^$/d'
    } >CMakeLists.txt
    sed -n '/^`main.cpp`:$/,/^```$/p' "$HEADWAY_SOURCE/README.md" | sed '/^`/d' >main.cpp
    [ "$(grep -c -e Headway -e headway CMakeLists.txt)" -ge 1 ] || fail "$1 does not take Headway in"
    exits 0 cmake -S . -B build -G Ninja -D CMAKE_PREFIX_PATH="$scratch/prefix"
}
project add_subdirectory
project fetch_content # both are built with the backend by other_ways.sh
project find_package
exits 0 cmake --build build
exits 0 build/backend
equal 122b81ebc3d7 "$(sqlite3 backend.db 'SELECT * FROM alembic_version')"
