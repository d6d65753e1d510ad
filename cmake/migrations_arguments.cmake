# What add_migrations() is told: whether it makes sense, and as options of the tool.
include_guard(GLOBAL)

# Stops if an argument is unknown or lacks its value; the known ones follow.
function(_headway_check_arguments target unknown valueless)
  if(NOT "${unknown}" STREQUAL "")
    list(GET unknown 0 first)
    list(JOIN ARGN ", " known)
    message(FATAL_ERROR
      "add_migrations(${target}): '${first}' is not an argument. Remove it, or use one of ${known}.")
  endif()
  if(NOT "${valueless}" STREQUAL "")
    list(GET valueless 0 first)
    message(FATAL_ERROR "add_migrations(${target}): ${first} lacks its value. Write it behind ${first}.")
  endif()
  if(TARGET "${target}")
    message(FATAL_ERROR "add_migrations(${target}): there is a target named ${target} already. "
      "Choose another name for one of them.")
  endif()
endfunction()

# Stops if there is no such layout.
function(_headway_check_layout target layout)
  set(known headway atlas dbmate diesel drizzle flyway golang-migrate goose liquibase mojo numbered prisma refinery
    sqitch sqldelight sqlx)
  if(NOT "${layout}" STREQUAL "" AND NOT "${layout}" IN_LIST known)
    list(JOIN known ", " known)
    message(FATAL_ERROR
      "add_migrations(${target}): there is no LAYOUT '${layout}'. Use one of ${known}, or leave it out.")
  endif()
endfunction()

# Stops if what is said of the image of a new database makes no sense.
function(_headway_check_image target without limit)
  if(limit AND without)
    message(FATAL_ERROR "add_migrations(${target}): NO_IMAGE and IMAGE_LIMIT exclude each other. Remove one of them.")
  elseif(limit AND NOT limit MATCHES "^[1-9][0-9]*$")
    message(FATAL_ERROR "add_migrations(${target}): IMAGE_LIMIT '${limit}' is no number of bytes. "
      "Write it like 4000000, or use NO_IMAGE.")
  endif()
endfunction()

# The absolute path of DIRECTORY.
function(_headway_find_directory target directory result)
  if("${directory}" STREQUAL "")
    message(FATAL_ERROR
      "add_migrations(${target}): DIRECTORY is missing. Add DIRECTORY and where the .sql files are.")
  endif()
  cmake_path(ABSOLUTE_PATH directory NORMALIZE)
  if(NOT IS_DIRECTORY "${directory}")
    message(FATAL_ERROR
      "add_migrations(${target}): there is no directory '${directory}'. Create it, or correct DIRECTORY.")
  endif()
  _headway_check_paths("${target}" "${directory}")
  set(${result} "${directory}" PARENT_SCOPE)
endfunction()

# What the tool is told as it stands in the arguments of add_migrations(), whose variables this sees. An option has the
# name of its argument; one that may come several times names one of them.
macro(_headway_add_options options)
  foreach(argument IN ITEMS MULTIPLE_HEADS MULTIPLE_BASES NO_IMAGE KEEP_USER_VERSION)
    if(arg_${argument})
      _headway_name_option("${argument}" option)
      list(APPEND ${options} ${option})
    endif()
  endforeach()
  foreach(argument IN ITEMS ENGINE LAYOUT ADOPT_QUERY BASELINE PROOF MINIMUM_SQLITE STATEMENT_LIMIT IMAGE_LIMIT
      IGNORE RULES FUNCTIONS COLLATIONS TOKENIZERS ADOPT VARIABLES PATTERN PROOF_SERVER ROLES)
    string(REGEX REPLACE "S$" "" option "${argument}")
    _headway_name_option("${option}" option)
    foreach(value IN LISTS arg_${argument})
      list(APPEND ${options} ${option} "${value}")
    endforeach()
  endforeach()
endmacro()

# `--like-this` for LIKE_THIS.
function(_headway_name_option argument result)
  string(TOLOWER "--${argument}" option)
  string(REPLACE "_" "-" option "${option}")
  set(${result} "${option}" PARENT_SCOPE)
endfunction()

# The files that the tool is told of, from the same variables. Relative paths are of the current source directory.
macro(_headway_add_files options)
  set(extensions)
  foreach(extension IN LISTS arg_EXTENSIONS)
    _headway_find_extension("${target}" "${extension}" extension)
    list(APPEND extensions "${extension}")
    list(APPEND ${options} --extension "${extension}")
  endforeach()
  set(fixtures)
  if(arg_FIXTURES)
    cmake_path(ABSOLUTE_PATH arg_FIXTURES NORMALIZE OUTPUT_VARIABLE fixtures)
    if(NOT IS_DIRECTORY "${fixtures}")
      message(FATAL_ERROR
        "add_migrations(${target}): there is no directory '${fixtures}'. Create it, or correct FIXTURES.")
    endif()
    _headway_check_paths("${target}" "${fixtures}")
    list(APPEND ${options} --fixtures "${fixtures}")
  endif()
  set(schema)
  if(arg_SCHEMA)
    cmake_path(ABSOLUTE_PATH arg_SCHEMA NORMALIZE OUTPUT_VARIABLE schema)
    if(NOT EXISTS "${schema}" OR IS_DIRECTORY "${schema}")
      message(FATAL_ERROR "add_migrations(${target}): there is no file '${schema}'. "
        "Write it with `headway schema -o <file>`, or correct SCHEMA.")
    endif()
    list(APPEND ${options} --schema "${schema}")
  endif()
endmacro()

# The file of an extension: that of a target, one that is there, or a library of the system; its name may lack `.so`, as
# for SQLite.
function(_headway_find_extension target extension result)
  if(TARGET "${extension}")
    set(extension "$<TARGET_FILE:${extension}>")
  elseif(NOT extension MATCHES "\\$<")
    if(NOT extension MATCHES "/")
      find_library(library NAMES "${extension}" "${extension}.so" NO_CACHE NO_CMAKE_FIND_ROOT_PATH)
    endif()
    cmake_path(ABSOLUTE_PATH extension NORMALIZE)
    if(NOT EXISTS "${extension}" AND EXISTS "${extension}.so")
      string(APPEND extension ".so")
    elseif(NOT EXISTS "${extension}" AND library)
      set(extension "${library}")
    elseif(NOT EXISTS "${extension}" OR IS_DIRECTORY "${extension}")
      message(FATAL_ERROR "add_migrations(${target}): there is no extension '${extension}'. "
        "Correct EXTENSIONS; one that this project builds is named by its target.")
    endif()
  endif()
  set(${result} "${extension}" PARENT_SCOPE)
endfunction()
