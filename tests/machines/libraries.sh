#!/bin/sh
# libraries.sh PREFIX: today's releases of the tool's libraries, as Debian's unstable has their sources, and the newest
# SQLite, built with $CXX and $CXXFLAGS into PREFIX. What is there already is not built again. Boost and OpenSSL are the
# system's.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
mkdir -p "$1"
prefix=$(cd "$1" && pwd)
cd "$prefix"
[ ! -f complete ] || exit 0

# A list of packages of its own, which leaves the machine's as it is.
mkdir -p apt/lists/partial apt/parts sources
cat >apt/parts/unstable.sources <<'SOURCES'
Types: deb-src
URIs: http://deb.debian.org/debian
Suites: sid
Components: main
Signed-By: /usr/share/keyrings/debian-archive-keyring.gpg
SOURCES
unstable() {
    apt-get -q -o Dir::Etc::sourcelist=/dev/null -o Dir::Etc::sourceparts="$prefix/apt/parts" \
        -o Dir::State::lists="$prefix/apt/lists" -o APT::Sandbox::User=root "$@"
}
unstable update

sh "$here/../sqlite_options/amalgamation.sh" 12 "$prefix/amalgamation"
mkdir -p include lib
cp amalgamation/*.h include/
${CC:-cc} -O1 -w -fPIC -shared -Wl,-soname,libsqlite3.so -DSQLITE_ENABLE_FTS3 -DSQLITE_ENABLE_FTS4 -DSQLITE_ENABLE_FTS5 \
    -DSQLITE_ENABLE_RTREE -DSQLITE_ENABLE_DBSTAT_VTAB -DSQLITE_ENABLE_COLUMN_METADATA amalgamation/sqlite3.c \
    -o lib/libsqlite3.so -lm

# library PACKAGE OPTION...: fetched, built and installed.
library() {
    package=$1
    shift
    (cd sources && unstable source --download-only "$package")
    mkdir -p "sources/$package"
    tar -xf "sources/$package"_*.orig.tar.* -C "sources/$package" --strip-components=1
    cmake -S "sources/$package" -B "built/$package" -G Ninja -D CMAKE_BUILD_TYPE=Release -D CMAKE_INSTALL_PREFIX="$prefix" \
        -D CMAKE_PREFIX_PATH="$prefix" -D CMAKE_INSTALL_LIBDIR=lib -D BUILD_TESTING=OFF -D CMAKE_UNITY_BUILD=ON "$@"
    cmake --build "built/$package"
    cmake --install "built/$package"
    ls "sources/$package"_*.dsc
}
library fmtlib -D FMT_TEST=OFF -D FMT_DOC=OFF
library cli11 -D CLI11_BUILD_TESTS=OFF -D CLI11_BUILD_EXAMPLES=OFF -D CLI11_BUILD_DOCS=OFF
library nlohmann-json3 -D JSON_BuildTests=OFF
library tomlplusplus
library sqlitecpp -D SQLITECPP_INTERNAL_SQLITE=OFF -D SQLITECPP_RUN_CPPLINT=OFF -D SQLITECPP_RUN_CPPCHECK=OFF \
    -D SQLite3_INCLUDE_DIR="$prefix/include" -D SQLite3_LIBRARY="$prefix/lib/libsqlite3.so"
library catch2 -D CATCH_INSTALL_DOCS=OFF -D CATCH_INSTALL_EXTRAS=ON
touch complete
