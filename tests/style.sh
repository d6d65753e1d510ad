#!/bin/sh
# style.sh SOURCE_DIRECTORY: clang-format would change no file. Other versions than 14 differ in taste.
set -eu
cd "$1"
if ! command -v clang-format-14 >/dev/null; then
    echo "clang-format 14 is not installed (Debian: clang-format-14)."
    [ "${CI:-false}" = true ] && exit 1
    exit 77
fi
find compiler runtime tests -path tests/cases -prune -o -name '*.[ch]pp' -print |
    xargs clang-format-14 --dry-run -Werror
