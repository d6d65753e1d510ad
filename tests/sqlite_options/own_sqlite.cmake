# Included by the project (CMAKE_PROJECT_Headway_INCLUDE): the target `amalgamation`, the newest SQLite as npm brings it,
# for HEADWAY_SQLITE to name. HEADWAY_AMALGAMATION says where it is, or else is to be.
enable_language(C)
if(NOT HEADWAY_AMALGAMATION)
  set(HEADWAY_AMALGAMATION "${CMAKE_CURRENT_BINARY_DIR}/amalgamation")
endif()
execute_process(COMMAND sh "${CMAKE_CURRENT_LIST_DIR}/amalgamation.sh" better-sqlite3@12 "${HEADWAY_AMALGAMATION}"
  COMMAND_ERROR_IS_FATAL ANY)
add_library(amalgamation STATIC "${HEADWAY_AMALGAMATION}/sqlite3.c")
target_include_directories(amalgamation SYSTEM PUBLIC "${HEADWAY_AMALGAMATION}")
target_compile_definitions(amalgamation PRIVATE SQLITE_ENABLE_FTS3 SQLITE_ENABLE_FTS4 SQLITE_ENABLE_FTS5
  SQLITE_ENABLE_RTREE SQLITE_ENABLE_DBSTAT_VTAB SQLITE_ENABLE_COLUMN_METADATA)
target_compile_options(amalgamation PRIVATE -O2 -w)
find_package(Threads REQUIRED)
target_link_libraries(amalgamation PUBLIC Threads::Threads ${CMAKE_DL_LIBS} $<$<NOT:$<PLATFORM_ID:Windows>>:m>)
