# What a history is compiled from, as the generator learns of it.
include_guard(GLOBAL)

# _headway_glob(<result> "<options of file()>" <directory> <pattern>...): the files of `directory`, whose own path is no
# pattern, whatever it is made of.
function(_headway_glob result options directory)
  string(REGEX REPLACE "([][*?])" "[\\1]" directory "${directory}")
  list(TRANSFORM ARGN PREPEND "${directory}/" OUTPUT_VARIABLE patterns)
  file(${options} ${patterns})
  set(${result} "${found}" PARENT_SCOPE)
endfunction()

# The files below `directory` that a history, of whatever tool, is compiled from.
function(_headway_find_inputs result options directory)
  _headway_glob(found "GLOB_RECURSE;found;${options}" "${directory}" "*.sql" "*.cpp" "*.sqm" "*.toml" "*.conf"
    "_journal.json" "atlas.sum" "sqitch.plan" "headway.lock")
  set(${result} "${found}" PARENT_SCOPE)
endfunction()

# Stops at a path in `directory` that lists of CMake or the generator's files cannot hold.
function(_headway_check_paths target directory)
  set(unnamed "[|\"\\]")
  if(CMAKE_GENERATOR MATCHES "Makefiles")
    set(unnamed "[|\"\\:]")
  endif()
  set(paths "${directory}" "${directory}")
  list(LENGTH paths number)
  if(number EQUAL 2)
    _headway_find_inputs(files "" "${directory}")
    list(APPEND paths ${files})
  endif()
  foreach(path IN LISTS paths)
    # What a list has taken apart is no file.
    if(path MATCHES "${unnamed}" OR NOT (EXISTS "${path}" OR IS_SYMLINK "${path}"))
      message(FATAL_ERROR "add_migrations(${target}): '${path}' is or belongs to a path that builds cannot name. "
        "Rename it without any of ; | \" \\, an unpaired [ or ], and for Make a colon.")
    endif()
  endforeach()
endfunction()

# The inputs of a command that writes `depfile`, as arguments of add_custom_command().
#
# Ninja learns the files and the directory from the depfile. Makefiles of CMake 3.25 forget a depfile when CMake runs,
# and never forget a file that a depfile once named; and there are paths that no depfile spells for Ninja, which would
# then run the command each time. For them CMake looks which files there are before each build.
function(_headway_list_inputs directory fixtures schema extensions depfile result)
  set(unspelt [=[['&$`^*?<>]]=])
  list(FILTER extensions EXCLUDE REGEX "\\$<")
  set(paths "${depfile}" "${schema}" ${extensions})
  foreach(place IN ITEMS "${directory}" "${fixtures}")
    if(place)
      _headway_glob(unspelt_files "GLOB_RECURSE;found;CONFIGURE_DEPENDS;LIST_DIRECTORIES;true" "${place}" "*${unspelt}*")
      list(APPEND paths "${place}" ${unspelt_files})
    endif()
  endforeach()
  if(NOT CMAKE_GENERATOR MATCHES "Makefiles" AND NOT "${paths}" MATCHES "${unspelt}")
    set(${result} DEPFILE "${depfile}" PARENT_SCOPE)
    return()
  endif()
  _headway_find_inputs(files CONFIGURE_DEPENDS "${directory}")
  set(inputs "${directory}" ${files} ${schema})
  if(fixtures)
    _headway_glob(files "GLOB;found;CONFIGURE_DEPENDS" "${fixtures}" "*.sql")
    list(APPEND inputs "${fixtures}" ${files})
  endif()
  set(${result} DEPENDS ${inputs} PARENT_SCOPE)
endfunction()
