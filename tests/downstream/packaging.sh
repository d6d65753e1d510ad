#!/bin/sh
# What `cmake --install` installs is what installed.txt lists. The .debs that CPack makes install into a root, together
# hold the same, and build a project there; pkg-config gives a host without CMake what it needs.
. "$(dirname "$0")/checks.sh"

# files_of DIRECTORY: as installed.txt names them, whatever this build's configuration is called.
files_of() {
    (cd "$1" && find . -type f) | sed 's|^\./||; s|-[a-z]*\.cmake$|-CONFIG.cmake|' | LC_ALL=C sort
}
without=nothing
[ -f "$HEADWAY_PREFIX/lib/libheadway_postgresql.a" ] || without=ostgresql # where there is no libpq
listed=$(grep -v "$without" "$HEADWAY_SOURCE/tests/downstream/installed.txt" | LC_ALL=C sort)
equal "$listed" "$(files_of "$HEADWAY_PREFIX")"

build=$(dirname "$(dirname "$HEADWAY_TOOL")")
cd "$scratch"
exits 0 cpack -G DEB --config "$build/CPackConfig.cmake" -B packages
root=$scratch/root
for package in packages/*.deb; do
    exits 0 dpkg-deb -x "$package" root
done
equal "$listed" "$(files_of root/usr)"
equal 'headway libheadway-dev' "$(for package in packages/*.deb; do
    dpkg-deb -f "$package" Package
done | sort | tr '\n' ' ' | sed 's/ $//')"

copy_backend backend
exits 0 cmake -S backend -B backend/build -D CMAKE_PREFIX_PATH="$root/usr"
exits 0 cmake --build backend/build
exits 0 backend/build/backend app.db
prints 'Applied 2 revisions'
grep -q "$root" backend/build/CMakeCache.txt || fail "another Headway than that of the packages was found"

cat >main.cpp <<'CPP'
#include "backend_migrations.hpp"
#include <headway/headway.hpp>
#include <sqlite3.h>
int main() {
    sqlite3* db = nullptr;
    sqlite3_open("plain.db", &db);
    const bool applied = headway::upgrade(db, backend_migrations::history).steps.size() == 2;
    sqlite3_close(db);
    return applied && HEADWAY_VERSION_MAJOR >= 0 ? 0 : 1;
}
CPP
printf '#include <headway/history.hpp>\nnamespace backend_migrations {\nextern const headway::history history;\n}\n' \
    >backend_migrations.hpp
exits 0 root/usr/bin/headway compile --directory backend/migrations --name backend_migrations --output .
export PKG_CONFIG_PATH="$root/usr/lib/pkgconfig"
# shellcheck disable=SC2046,SC2086 # one word per flag
exits 0 ${CXX:-c++} ${CXXFLAGS:-} -std=c++17 main.cpp backend_migrations.cpp -o plain $(pkg-config --cflags --libs headway)
exits 0 ./plain
equal "$(pkg-config --modversion headway)" "$("$HEADWAY_TOOL" --version | sed 's/headway //')"
