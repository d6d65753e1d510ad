#!/bin/sh
# Hosts with habits of their own: their SQLite, their linters and code generators, their exports, and histories that
# have the same name.
. "$(dirname "$0")/checks.sh"
. "$(dirname "$0")/made_hosts.sh"
cd "$scratch"

# The program's own SQLite, here one that is linked statically: named, or found under a name that is usual.
archive=$("${CXX:-c++}" -print-file-name=libsqlite3.a)
own="add_library(own STATIC IMPORTED)
set_target_properties(own PROPERTIES IMPORTED_LOCATION $archive INTERFACE_LINK_LIBRARIES \"m;dl;pthread\")"
rest='find_package(Headway REQUIRED)
add_migrations(host_migrations DIRECTORY migrations)
add_executable(host main.cpp)'
for way in 'set(HEADWAY_SQLITE own)' 'add_library(unofficial::sqlite3::sqlite3 ALIAS own)'; do
    rm -rf own
    printf '%s\n' "$own" "$way" "$rest" 'target_link_libraries(host PRIVATE host_migrations own)' | host own
    exits 0 configure own
    ! grep -q 'CMake Warning' "$output" || fail "there is one SQLite, and a warning"
    builds_and_runs own
    ! readelf -d own/build/host | grep -q libsqlite3 || fail "$way: the program links the system's SQLite too"
done
printf '%s\n' "$rest" "$own" 'set_target_properties(own PROPERTIES IMPORTED_GLOBAL ON)' \
    'add_migrations(own_migrations DIRECTORY migrations NAMESPACE its_own SQLITE own)' \
    'add_executable(with_own main.cpp)' 'target_link_libraries(with_own PRIVATE own_migrations)' \
    'target_compile_definitions(with_own PRIVATE host_migrations=its_own)' \
    'target_link_libraries(host PRIVATE host_migrations)' | host each
sed -i 's/"host_migrations.hpp"/HEADER/' each/main.cpp
printf '%s\n' 'target_compile_definitions(host PRIVATE HEADER="host_migrations.hpp")' \
    'target_compile_definitions(with_own PRIVATE HEADER="its_own.hpp")' >>each/CMakeLists.txt
exits 0 configure each
builds_and_runs each
(cd each && rm -f app.db && build/with_own) || fail "the program with SQLITE does not upgrade its database"
readelf -d each/build/host | grep -q libsqlite3 || fail "SQLITE of one history is that of another, too"
! readelf -d each/build/with_own | grep -q libsqlite3 || fail "SQLITE: the program links the system's SQLite too"
printf '%s\n' "$own" "$rest" 'target_link_libraries(host PRIVATE host_migrations own)' | host second
exits 0 configure second
prints 'host links own, and by host_migrations another SQLite, SQLite::SQLite3. Only one of them is used.'
prints 'add_migrations(host_migrations ... SQLITE own), or, before Headway is found or added, set(HEADWAY_SQLITE own)'
printf '%s\n' 'set(HEADWAY_SQLITE nowhere)' "$rest" | host unnamed
exits 1 configure unnamed
prints "Headway: HEADWAY_SQLITE names 'nowhere', and there is no such target."
printf '%s\n' "$rest" 'target_link_libraries(host PRIVATE host_migrations sqlite3)' | host plain
exits 0 configure plain
! grep -q 'CMake Warning' "$output" || fail "the system's SQLite by its plain name is no second one"

# What the runtime cannot do without is said when it is compiled.
mkdir older
printf '#include_next <sqlite3.h>\n#undef SQLITE_VERSION_NUMBER\n#define SQLITE_VERSION_NUMBER 3015002\n' >older/sqlite3.h
needs="$HEADWAY_SOURCE/runtime/src/sqlite/left_out.hpp"
for header in "$needs" "$HEADWAY_SOURCE/runtime/include/headway/host_sqlite.hpp"; do
    exits 1 "${CXX:-c++}" -std=c++17 -fsyntax-only -I older -I "$HEADWAY_SOURCE/runtime/include" -x c++ "$header"
    prints 'Headway needs SQLite 3.37 or newer'
done
exits 1 "${CXX:-c++}" -std=c++17 -fsyntax-only -D SQLITE_OMIT_AUTHORIZATION -x c++ "$needs"
prints 'Headway needs an SQLite that was built without SQLITE_OMIT_AUTHORIZATION'

# The package by its components.
printf 'find_package(Headway REQUIRED COMPONENTS runtime compiler)\n' | host parts
exits 0 configure parts
printf 'find_package(Headway REQUIRED COMPONENTS server)\n' | host no_part
exits 1 configure no_part
prints 'Headway has no component server: there are runtime, compiler and postgresql.'

# What is asked of the host's own code is not asked of emitted code. Neither linter nor generator is needed for that:
# they fail wherever they are started.
cat >refuse <<'SH'
#!/bin/sh
for argument; do case $argument in *main.cpp | *host.dir* | -h | --help) exit 0 ;; esac; done
echo "started on what is not the host's: $*"
exit 1
SH
chmod +x refuse
printf '%s\n' 'foreach(linter CLANG_TIDY CPPCHECK CPPLINT INCLUDE_WHAT_YOU_USE)' \
    "set(CMAKE_CXX_\${linter} $scratch/refuse)" 'endforeach()' 'set(CMAKE_UNITY_BUILD ON)' 'set(CMAKE_AUTOMOC ON)' \
    'set(Qt5Core_VERSION_MAJOR 5)' 'set(Qt5Core_VERSION_MINOR 15)' 'add_executable(Qt5::moc IMPORTED)' \
    "set_target_properties(Qt5::moc PROPERTIES IMPORTED_LOCATION $scratch/refuse)" "$rest" \
    'set_target_properties(host PROPERTIES AUTOMOC OFF)' 'target_link_libraries(host PRIVATE host_migrations)' | host habits
exits 0 configure habits
builds_and_runs habits

# A static library with a history can be exported.
printf '%s\n' 'find_package(Headway REQUIRED)' 'add_migrations(host_migrations DIRECTORY migrations)' \
    'add_library(store STATIC main.cpp)' 'target_link_libraries(store PRIVATE host_migrations)' \
    'install(TARGETS store host_migrations EXPORT store)' 'install(EXPORT store DESTINATION lib/cmake/store)' | host exported
exits 0 configure exported
exits 0 cmake --build exported/build
exits 0 cmake --install exported/build --prefix exported/prefix

# Two libraries of different projects whose histories have one name, in one program: shared, loaded by name for
# everybody to see, and static.
for one in a:paper b:glass; do
    name=${one%:*}
    migration "$name" "${one#*:}"
    cat >"$name/CMakeLists.txt" <<CMAKE
cmake_minimum_required(VERSION 3.24)
project(project_$name LANGUAGES CXX)
find_package(Headway REQUIRED)
add_migrations(db_migrations DIRECTORY migrations)
foreach(kind SHARED STATIC)
  add_library(\${kind}_$name \${kind} $name.cpp)
  set_target_properties(\${kind}_$name PROPERTIES POSITION_INDEPENDENT_CODE ON)
  target_link_libraries(\${kind}_$name PRIVATE db_migrations)
endforeach()
CMAKE
    cat >"$name/$name.cpp" <<CPP
#include "db_migrations.hpp"
#include <headway/headway.hpp>
extern "C" void open_$name(sqlite3* db) { headway::upgrade(db, db_migrations::history); }
CPP
    exits 0 configure "$name"
    exits 0 cmake --build "$name/build"
done
cat >both.cpp <<'CPP'
#include <dlfcn.h>
#include <sqlite3.h>
#ifdef LOADED
static void call(const char* library, const char* name, sqlite3* db) {
    reinterpret_cast<void (*)(sqlite3*)>(dlsym(dlopen(library, RTLD_NOW | RTLD_GLOBAL), name))(db);
}
#else
extern "C" void open_a(sqlite3*);
extern "C" void open_b(sqlite3*);
#endif
int main() {
    sqlite3* a;
    sqlite3* b;
    sqlite3_open("a.db", &a);
    sqlite3_open("b.db", &b);
#ifdef LOADED
    call("a/build/libSHARED_a.so", "open_a", a);
    call("b/build/libSHARED_b.so", "open_b", b);
#else
    open_a(a);
    open_b(b);
#endif
    sqlite3_close(a);
    sqlite3_close(b);
}
CPP
each_its_own() {
    rm -f a.db b.db
    ./both || fail "$1: the program fails"
    equal "$1: paper glass" "$1: $(for db in a b; do
        sqlite3 $db.db "SELECT name FROM sqlite_schema WHERE name IN ('paper', 'glass')"
    done | tr '\n' ' ' | sed 's/ $//')"
}
compiler="${CXX:-c++} ${CXXFLAGS:-}"
here=$(pwd)
exits 0 $compiler both.cpp -o both a/build/libSHARED_a.so b/build/libSHARED_b.so -lsqlite3 "-Wl,-rpath,$here/a/build:$here/b/build"
each_its_own shared
exits 0 $compiler -D LOADED both.cpp -o both -ldl -lsqlite3
each_its_own loaded
runtime=$(find "$HEADWAY_PREFIX" -name libheadway_runtime.a)
exits 0 $compiler both.cpp -o both a/build/libSTATIC_a.a b/build/libSTATIC_b.a a/build/libdb_migrations.a \
    b/build/libdb_migrations.a "$runtime" -lsqlite3 -ldl
each_its_own static
