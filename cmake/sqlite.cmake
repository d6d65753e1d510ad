# Headway::sqlite, the one SQLite of a program: what Headway::runtime links, and so what links a history. It is the
# target that HEADWAY_SQLITE names, or one that the project has already, or the system's.
# _headway_choose_sqlite(<least version>): sets headway_sqlite to that target, headway_problem to what is wrong, or to
# nothing.
macro(_headway_choose_sqlite version)
  set(headway_problem "")
  set(headway_sqlite "${HEADWAY_SQLITE}")
  if(NOT headway_sqlite)
    _headway_find_sqlite_target(headway_sqlite)
    if(NOT headway_sqlite)
      find_package(SQLite3 ${version} QUIET)
      _headway_find_sqlite_target(headway_sqlite)
    endif()
    if(NOT headway_sqlite)
      set(headway_problem "there is no SQLite ${version} or newer. Install it (Debian: libsqlite3-dev), \
or name the target of the program's own SQLite: set(HEADWAY_SQLITE <target>), before Headway is found or added.")
    endif()
  elseif(NOT TARGET "${headway_sqlite}")
    set(headway_problem "HEADWAY_SQLITE names '${headway_sqlite}', and there is no such target. \
Make the target first, or correct the name.")
  endif()
endmacro()

# The first of the names by which projects and package managers know SQLite. `sqlite3` may also be its shell.
function(_headway_find_sqlite_target result)
  set(${result} "" PARENT_SCOPE)
  foreach(candidate SQLite3::SQLite3 SQLite::SQLite3 unofficial::sqlite3::sqlite3 sqlite3)
    if(TARGET ${candidate})
      get_target_property(type ${candidate} TYPE)
      if(NOT type STREQUAL "EXECUTABLE")
        set(${result} ${candidate} PARENT_SCOPE)
        return()
      endif()
    endif()
  endforeach()
endfunction()

# What links `library`, Headway::runtime or Headway::testing, with the SQLite that the history `target` has for itself,
# instead of Headway::sqlite. `result` becomes what is to be linked before that SQLite.
function(_headway_link_without_sqlite target library result)
  target_include_directories(${target} PUBLIC "$<TARGET_PROPERTY:${library},INTERFACE_INCLUDE_DIRECTORIES>")
  add_dependencies(${target} ${library})
  set(${result} "$<TARGET_FILE:${library}>" PARENT_SCOPE)
endfunction()

# The SQLite of the history `target`: SQLITE of its add_migrations(), or that of the whole build. `result` becomes its
# target.
function(_headway_take_sqlite target sqlite engine result)
  get_property(chosen GLOBAL PROPERTY HEADWAY_SQLITE_CHOSEN)
  if(sqlite AND engine STREQUAL "postgresql")
    message(FATAL_ERROR "add_migrations(${target}): SQLITE is for histories of SQLite. Remove it, or ENGINE.")
  elseif(sqlite AND NOT TARGET "${sqlite}")
    message(FATAL_ERROR "add_migrations(${target}): SQLITE names '${sqlite}', and there is no such target. "
      "Make the target first, or correct the name.")
  elseif(NOT sqlite AND NOT chosen)
    message(FATAL_ERROR "add_migrations(${target}): there is no SQLite of version 3.37 or newer. Install it "
      "(Debian: libsqlite3-dev), or name the target of the program's own: SQLITE <target>.")
  elseif(sqlite)
    set(chosen "${sqlite}")
  endif()
  set(${result} "${chosen}" PARENT_SCOPE)
endfunction()

# Two libraries of SQLite in one program are one too many: the first in the link answers every call, so that an
# encrypting one, for one, encrypts nothing. Warns where a target that links `history` links another, as far as names
# tell; to be called when all targets of the directory are made.
function(_headway_look_for_second_sqlite history chosen)
  get_property(targets DIRECTORY PROPERTY BUILDSYSTEM_TARGETS)
  foreach(target IN LISTS targets)
    get_target_property(libraries ${target} LINK_LIBRARIES)
    if(NOT "${history}" IN_LIST libraries)
      continue()
    endif()
    foreach(library IN LISTS libraries)
      _headway_is_sqlite("${library}" "${chosen}" another)
      if(another)
        message(WARNING "${target} links ${library}, and by ${history} another SQLite, ${chosen}. Only one of them is \
used. Name the program's own: add_migrations(${history} ... SQLITE ${library}), or, before Headway is found or added, \
set(HEADWAY_SQLITE ${library}).")
      endif()
    endforeach()
  endforeach()
endfunction()

# Whether `library`, or what it brings along, is called as libraries of SQLite are, and is not `chosen`.
function(_headway_is_sqlite library chosen result)
  set(${result} FALSE PARENT_SCOPE)
  set(names "${library}")
  set(location "")
  if(TARGET "${chosen}")
    get_target_property(chosen_alias "${chosen}" ALIASED_TARGET)
    get_target_property(location "${chosen}" IMPORTED_LOCATION)
  endif()
  if(TARGET "${library}")
    get_target_property(aliased "${library}" ALIASED_TARGET)
    if("${aliased}" STREQUAL chosen OR "${chosen_alias}" STREQUAL library)
      return()
    endif()
    foreach(property INTERFACE_LINK_LIBRARIES IMPORTED_LOCATION SOURCES)
      get_target_property(more "${library}" ${property})
      list(APPEND names ${more})
    endforeach()
  endif()
  if("${chosen}" IN_LIST names)
    return()
  endif()
  if(location MATCHES "/libsqlite3\\.")
    list(REMOVE_ITEM names sqlite3 -lsqlite3 "${location}")
  endif()
  list(FILTER names INCLUDE REGEX "(^|[/:]|-l|lib)([a-z0-9]*sqlite3?|sqlcipher|SQLCipher|[a-z0-9]*sqlite3mc)([._-][^/]*)?$")
  if(names)
    set(${result} TRUE PARENT_SCOPE)
  endif()
endfunction()
