#!/bin/sh
# Hosts with habits of their own in how they compile: without exceptions, with precompiled headers, link-time
# optimisation, modules, and every warning there is as an error.
. "$(dirname "$0")/checks.sh"
. "$(dirname "$0")/made_hosts.sh"
cd "$scratch"
rest='find_package(Headway REQUIRED)
add_migrations(host_migrations DIRECTORY migrations)
add_executable(host main.cpp)
target_link_libraries(host PRIVATE host_migrations)'
# code PROJECT: a second revision, in C++.
code() {
    cat >"$1/migrations/002_fold.cpp" <<'CPP'
// Fold.
//
// Revision ID: 002
// Revises: 001

#include <headway/migration.hpp>

HEADWAY_MIGRATION(002) {

void upgrade(headway::migration& db) {
    db.execute("INSERT INTO paper VALUES (?)", 7);
    db.query("SELECT id FROM paper WHERE id = ?", 7, [&db](const headway::row& paper) {
        db.execute("INSERT INTO paper VALUES (?)", paper.integer(0) + 1);
    });
}

HEADWAY_IRREVERSIBLE;

} // HEADWAY_MIGRATION(002)
CPP
    sed -i 's/steps.size() == 1/steps.size() == 2/' "$1/main.cpp"
}

# Without exceptions: what fails ends the program with its message, and a file with exceptions can catch it.
printf '%s\n' 'set(CMAKE_CXX_FLAGS "${CMAKE_CXX_FLAGS} -fno-exceptions -fno-rtti")' "$rest" 'add_executable(caught caught.cpp)' \
    'set_source_files_properties(caught.cpp PROPERTIES COMPILE_OPTIONS -fexceptions)' \
    'target_link_libraries(caught PRIVATE host_migrations)' | host without
cat >without/caught.cpp <<'CPP'
#include "host_migrations.hpp"
#include <headway/error.hpp>
#include <headway/headway.hpp>
#include <sqlite3.h>
#include <cstdio>
int main() {
    sqlite3* db = nullptr;
    sqlite3_open("app.db", &db);
    try {
        headway::upgrade(db, host_migrations::history, "nowhere");
    } catch (const headway::error& failure) {
        std::puts(failure.what());
        return 3;
    }
}
CPP
code without
exits 0 configure without
builds_and_runs without
exits 3 without/build/caught
prints "Can't locate revision identified by 'nowhere'"
sqlite3 without/app.db "UPDATE alembic_version SET version_num = 'elsewhere'"
code=0
(cd without && build/host) >"$output" 2>&1 || code=$?
[ "$code" -ge 128 ] || fail "an error in a program without exceptions does not end it"
prints "Can't locate revision identified by 'elsewhere'"

# Headers that are compiled already, and link-time optimisation, which compares what files say of one thing.
printf '%s\n' 'set(CMAKE_INTERPROCEDURAL_OPTIMIZATION ON)' "$rest" 'add_executable(other main.cpp)' \
    'target_link_libraries(other PRIVATE host_migrations)' \
    'target_precompile_headers(host PRIVATE <headway/headway.hpp> <headway/backup.hpp> <vector>)' \
    'target_precompile_headers(other REUSE_FROM host)' 'if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")' \
    '  add_link_options(-Wodr -Werror=odr -Wlto-type-mismatch -Werror=lto-type-mismatch)' 'endif()' | host optimised
code optimised
exits 0 configure optimised
builds_and_runs optimised

# A module whose own part includes the headers, which its users see nothing of.
case ${CXX:-c++} in *clang*) compiler=clang ;; *) compiler=gcc ;; esac
mkdir module
cat >module/host.cpp <<'CPP'
module;
#include "host_migrations.hpp"
#include <headway/backup.hpp>
#include <headway/headway.hpp>
#include <headway/migration.hpp>
export module host;
export int applied(sqlite3* db) { return static_cast<int>(headway::upgrade(db, host_migrations::history).steps.size()); }
CPP
printf 'import host;\nstruct sqlite3;\nint main() { return applied(static_cast<sqlite3*>(nullptr)); }\n' >module/main.cpp
include="-I $HEADWAY_PREFIX/include -I $scratch/optimised/build/host_migrations_headway"
cd module
if [ $compiler = clang ]; then
    exits 0 "${CXX:-c++}" -std=c++20 $include --precompile -x c++-module host.cpp -o host.pcm
    exits 0 "${CXX:-c++}" -std=c++20 -fsyntax-only -fmodule-file=host=host.pcm main.cpp
else
    exits 0 "${CXX:-c++}" -std=c++20 -fmodules-ts $include -c host.cpp -o host.o
    exits 0 "${CXX:-c++}" -std=c++20 -fmodules-ts -c main.cpp -o main.o
fi
cd ..

# Every warning as an error, over the public headers, what is emitted and what its macros make. What remains speaks of
# older languages than C++17, or of the places of members.
emitted=$scratch/optimised/build/host_migrations_headway/host_migrations.cpp
for header in "$HEADWAY_PREFIX"/include/headway/*.hpp; do
    echo "#include <headway/$(basename "$header")>"
done >headers.cpp
printf '#include "host_migrations.hpp"\n#include "host_revisions.hpp"\n' >>headers.cpp
unique=$(sed -n 's/^inline namespace \([a-z0-9_]*\).*/\1/p' "$(dirname "$emitted")/host_migrations.hpp")
strict=
for compiler in g++ clang++-19 clang++-14 clang++; do
    command -v $compiler >/dev/null || continue
    case $compiler in
    g++) warnings='-Wall -Wextra -Wpedantic -Wuseless-cast -Wold-style-cast -Wconversion -Wsign-conversion -Wshadow -Weffc++
        -Wundef -Wextra-semi -Wfloat-equal -Wredundant-decls -Wsuggest-override -Wswitch-enum -Wzero-as-null-pointer-constant' ;;
    *) warnings='-Weverything -Wno-c++98-compat -Wno-c++98-compat-pedantic -Wno-padded' strict=$compiler ;;
    esac
    for standard in 17 20; do
        for file in headers.cpp "$emitted" optimised/migrations/002_fold.cpp; do
            # shellcheck disable=SC2086 # one word per flag
            exits 0 $compiler -std=c++$standard -fsyntax-only -Werror $warnings -D HEADWAY_HISTORY="$unique" $include "$file"
        done
    done
done
[ -n "$strict" ] || echo "There is no clang here, and so no -Weverything."

# A host that builds Headway with itself keeps all that to its own code.
cat >refuse <<'SH'
#!/bin/sh
echo "started on what is not the host's: $*"
exit 1
SH
chmod +x refuse
printf '%s\n' 'foreach(linter CLANG_TIDY CPPCHECK CPPLINT INCLUDE_WHAT_YOU_USE)' \
    "set(CMAKE_CXX_\${linter} $scratch/refuse)" 'endforeach()' 'set(CMAKE_UNITY_BUILD ON)' 'set(CMAKE_AUTOUIC ON)' \
    'set(CMAKE_COMPILE_WARNING_AS_ERROR ON)' 'add_compile_options(-fno-exceptions -fno-rtti -Wall -Wextra -Werror -Weffc++)' \
    "add_subdirectory($HEADWAY_SOURCE headway)" | host whole
exits 0 cmake -S whole -B whole/build -D HEADWAY_COMPILER_EXECUTABLE="$HEADWAY_TOOL"
for object in apply/apply sqlite/code_run; do
    exits 0 cmake --build whole/build --target headway/runtime/CMakeFiles/headway_runtime.dir/src/$object.cpp.o
done
exits 0 ninja -C whole/build -t commands headway_runtime headway_testing
! grep -qF "$scratch/refuse" "$output" || fail "the host's linters are started on Headway"
