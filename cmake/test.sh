#!/bin/sh
# test.sh [gcc|clang|tsan|mingw|aarch64|i686|static]: builds Headway and runs every test, with g++ or with clang, its
# fuzzers and sanitizers; or those of the runtime under ThreadSanitizer, or for another machine with the tool that `gcc`
# has built; or makes the tool that can be carried to other machines.
# Works on a fresh Debian 12; a second run builds nothing.
set -eu
cd "$(dirname "$0")/.."
. cmake/packages.sh
preset=${1:-gcc}
case $preset in
gcc) packages=$packages_to_test ;;
clang | tsan) packages=$packages_to_sanitize ;;
mingw | aarch64 | i686 | static) eval "packages=\"\$packages_to_build \$packages_of_$preset\"" ;;
*)
    echo "usage: sh cmake/test.sh [gcc|clang|tsan|mingw|aarch64|i686|static]" >&2
    exit 2
    ;;
esac
# shellcheck disable=SC2086 # one word per package
install_missing $packages
cmake --workflow --preset "$preset"
