#!/bin/sh
# amalgamation.sh PACKAGE DIRECTORY: puts sqlite3.c and sqlite3.h into DIRECTORY, unless they are there, from an npm
# package. better-sqlite3@12 has the newest SQLite as it was released and 7.5.0 has 3.37; better-sqlite3-multiple-ciphers
# has SQLite3MC, @journeyapps/sqlcipher SQLCipher. Exits with 77 where npm is missing or brings nothing, in CI with 1.
set -eu
[ ! -f "$2/sqlite3.c" ] || exit 0
gives_up() {
    echo "There is no amalgamation of SQLite: $1"
    [ "${CI:-}" = true ] && exit 1
    exit 77
}
command -v npm >/dev/null || gives_up "npm, which brings one, is not installed."
rm -rf "$2.part"
mkdir -p "$2.part"
cd "$2.part"
npm pack --silent "$1" >packed 2>log || gives_up "npm says: $(cat log)"
tar -xzf "$(tail -n 1 packed)" --strip-components=3 --wildcards "package/deps/sql*/*.[ch]"
cd ..
mv "$2.part" "$2"
