#!/bin/sh
# test.sh [gcc|clang|tsan]: builds Headway and runs every test, with g++ or with clang, its fuzzers and sanitizers;
# or those of the runtime under ThreadSanitizer.
# Works on a fresh Debian 12; a second run builds nothing.
set -eu
cd "$(dirname "$0")/.."
. cmake/packages.sh
preset=${1:-gcc}
case $preset in
gcc) packages=$packages_to_test ;;
clang | tsan) packages=$packages_to_sanitize ;;
*)
    echo "usage: sh cmake/test.sh [gcc|clang|tsan]" >&2
    exit 2
    ;;
esac
# shellcheck disable=SC2086 # one word per package
install_missing $packages
cmake --workflow --preset "$preset"
