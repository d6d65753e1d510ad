# add_migrations_test(<target> [SOURCES <file> ...] [FIXTURES <dir>] [DATABASES <dir>] [LINK <library> ...])
#
# Makes the program <target>_test and the CTest test of that name, which prove the history of <target>, a target of
# add_migrations(), where the program runs: with its own SQLite, its functions, collations and tokenizers, and its
# migrations in C++. SOURCES define `void headway_setup(sqlite3*)`, which gives each connection what the program gives
# its own; LINK is what they need. The files <revision>.sql of FIXTURES hold rows that are there from their revision on.
# Copies of the files *.db of DATABASES, which released versions have left, are upgraded and looked at; <name>.expect
# states their numbers of rows.
include_guard(GLOBAL)

function(add_migrations_test target)
  cmake_parse_arguments(PARSE_ARGV 1 arg "" "FIXTURES;DATABASES" "SOURCES;LINK")
  _headway_check_test("${target}" "${arg_UNPARSED_ARGUMENTS}" "${arg_KEYWORDS_MISSING_VALUES}")
  get_target_property(HEADWAY_NAME ${target} HEADWAY_NAME)
  get_target_property(directory ${target} HEADWAY_DIRECTORY)
  set(arguments --directory "${directory}")
  foreach(argument IN ITEMS FIXTURES DATABASES)
    if(arg_${argument})
      cmake_path(ABSOLUTE_PATH arg_${argument} NORMALIZE)
      if(NOT IS_DIRECTORY "${arg_${argument}}")
        message(FATAL_ERROR "add_migrations_test(${target}): there is no directory '${arg_${argument}}'. "
          "Create it, or correct ${argument}.")
      endif()
      string(TOLOWER "--${argument}" option)
      list(APPEND arguments ${option} "${arg_${argument}}")
    endif()
  endforeach()
  set(HEADWAY_SETUP nullptr)
  if(arg_SOURCES)
    set(HEADWAY_SETUP headway_setup)
  endif()
  set(main "${CMAKE_CURRENT_BINARY_DIR}/${target}_headway/${target}_test.cpp")
  configure_file("${CMAKE_CURRENT_FUNCTION_LIST_DIR}/migrations_test.cpp.in" "${main}" @ONLY)
  add_executable(${target}_test "${main}" ${arg_SOURCES})
  set(testing Headway::testing)
  get_target_property(has_own_sqlite ${target} HEADWAY_HAS_OWN_SQLITE)
  if(has_own_sqlite)
    _headway_link_without_sqlite(${target}_test Headway::testing testing)
  endif()
  target_link_libraries(${target}_test PRIVATE ${testing} ${target} ${arg_LINK})
  add_test(NAME ${target}_test COMMAND ${target}_test ${arguments})
endfunction()

# Stops if an argument is unknown or lacks its value, or if there is no history.
function(_headway_check_test target unknown valueless)
  if(NOT "${unknown}" STREQUAL "")
    list(GET unknown 0 first)
    message(FATAL_ERROR "add_migrations_test(${target}): '${first}' is not an argument. "
      "Remove it, or use one of SOURCES, FIXTURES, DATABASES, LINK.")
  elseif(NOT "${valueless}" STREQUAL "")
    list(GET valueless 0 first)
    message(FATAL_ERROR "add_migrations_test(${target}): ${first} lacks its value. Write it behind ${first}.")
  endif()
  set(name "")
  if(TARGET "${target}")
    get_target_property(name ${target} HEADWAY_NAME)
  endif()
  if(NOT name)
    message(FATAL_ERROR "add_migrations_test(${target}): ${target} is no target of add_migrations(). "
      "Call that first, or correct the name.")
  endif()
  get_target_property(type ${target} HEADWAY_TYPE)
  if(NOT type STREQUAL "history")
    message(FATAL_ERROR "add_migrations_test(${target}): this history is for PostgreSQL, and the test is for SQLite. "
      "The build proves it on a server.")
  endif()
endfunction()
