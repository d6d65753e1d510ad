# The runtime's tests in a build that has no tool of its own: for another machine, or over another SQLite.

# Headers alone, and those of this machine; beside them others would be found that are not for the other.
find_path(HEADWAY_CATCH catch2/catch.hpp PATHS /usr/include NO_DEFAULT_PATH NO_CMAKE_FIND_ROOT_PATH REQUIRED)
file(COPY "${HEADWAY_CATCH}/catch2" DESTINATION headers)

file(GLOB runtime_tests CONFIGURE_DEPENDS runtime/*_test.cpp)
if(WIN32) # has neither fork() nor users that can be changed to
  list(FILTER runtime_tests EXCLUDE REGEX "/(concurrency|odd_database)_test")
endif()
add_executable(headway_runtime_tests main.cpp ${runtime_tests} reliability/watched_vfs.cpp)
target_compile_features(headway_runtime_tests PRIVATE cxx_std_20)
set_source_files_properties(runtime/apply_test.cpp PROPERTIES COMPILE_DEFINITIONS HEADWAY_TESTS_LACK_SQLITECPP)
target_include_directories(headway_runtime_tests PRIVATE . ../runtime/src "${CMAKE_CURRENT_BINARY_DIR}/headers")
target_link_libraries(headway_runtime_tests PRIVATE headway_testing)
add_executable(headway_allocations runtime/up_to_date_allocates_nothing.cpp)
target_link_libraries(headway_allocations PRIVATE headway_runtime)
add_test(NAME "unit: the runtime's tests" COMMAND headway_runtime_tests)
set_tests_properties("unit: the runtime's tests" PROPERTIES TIMEOUT 1200)
add_test(NAME "unit: up to date allocates nothing" COMMAND headway_allocations)

# A host of the reference history; its table is made by the tool of the machine that builds.
add_migrations(host_migrations DIRECTORY "${PROJECT_SOURCE_DIR}/migrations")
add_executable(headway_host machines/host.cpp)
target_link_libraries(headway_host PRIVATE host_migrations)
add_test(NAME "machines: launches at once, and killed ones" COMMAND sh
  "${CMAKE_CURRENT_SOURCE_DIR}/machines/launches.sh" ${CMAKE_CROSSCOMPILING_EMULATOR} "$<TARGET_FILE:headway_host>")
set_tests_properties("machines: launches at once, and killed ones" PROPERTIES TIMEOUT 600)

# The first program makes wine's directory, for which a second one at the same time does not wait.
set_tests_properties("unit: the runtime's tests" "machines: launches at once, and killed ones" PROPERTIES
  DEPENDS "unit: up to date allocates nothing")
