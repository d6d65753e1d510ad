#!/bin/sh
# The vcpkg port and the Conan recipe of packaging/: what can be said of them where neither is installed. They have this
# version, ask for what the build asks for, do what their rules ask of them in stand-ins of both, and what Conan would
# build against the package builds and runs.
. "$(dirname "$0")/checks.sh"
exits 0 python3 -B "$(dirname "$0")/manifests.py" "$HEADWAY_SOURCE"

cat >"$scratch/port.cmake" <<'CMAKE'
cmake_minimum_required(VERSION 3.24)
foreach(name cmake_configure cmake_install cmake_config_fixup fixup_pkgconfig copy_tools install_copyright)
  function(vcpkg_${name})
    list(JOIN ARGN " " arguments)
    message("${CMAKE_CURRENT_FUNCTION} ${arguments}")
  endfunction()
endforeach()
foreach(name CURRENT_PACKAGES_DIR CURRENT_HOST_INSTALLED_DIR)
  set(${name} "${CMAKE_CURRENT_LIST_DIR}/${name}")
endforeach()
set(PORT headway)
include("${source}/packaging/vcpkg/headway/portfile.cmake")
if(NOT EXISTS "${SOURCE_PATH}/CMakeLists.txt" OR NOT EXISTS "${SOURCE_PATH}/LICENSE")
  message(FATAL_ERROR "the port does not find the clone")
endif()
CMAKE
exits 0 cmake -D source="$HEADWAY_SOURCE" -D FEATURES=compiler -P "$scratch/port.cmake"
prints 'TOOL_NAMES headway AUTO_CLEAN'
! grep -q HEADWAY_COMPILER_EXECUTABLE "$output" || fail "a port with a tool of its own names another"
exits 0 cmake -D source="$HEADWAY_SOURCE" -P "$scratch/port.cmake"
prints '-DHEADWAY_COMPILER_EXECUTABLE='
exits 0 test -f "$scratch/CURRENT_PACKAGES_DIR/share/headway/usage"

cp -R "$HEADWAY_SOURCE/packaging/conan/test_package" "$scratch/host"
exits 0 cmake -S "$scratch/host" -B "$scratch/build" -D CMAKE_PREFIX_PATH="$HEADWAY_PREFIX"
exits 0 cmake --build "$scratch/build"
exits 0 "$scratch/build/host" "$scratch/host.db"
equal 001 "$(sqlite3 "$scratch/host.db" 'SELECT * FROM alembic_version')"
