# What a build from nothing costs, and what a rebuild: tests/bench/build_time.sh measures both.

# The headers of others that most files of a target include are read once. Linters that take the compiler's place cannot
# read what it precompiled.
function(headway_precompile target header)
  if(NOT CMAKE_CXX_CLANG_TIDY AND NOT CMAKE_CXX_INCLUDE_WHAT_YOU_USE)
    target_precompile_headers(${target} PRIVATE ${header})
  endif()
endfunction()

# Who works on Headway compiles each file by itself, as editors and linters look at it.
set(headway_joins ON)
if(HEADWAY_BUILD_TESTS OR CMAKE_CXX_CLANG_TIDY)
  set(headway_joins OFF)
endif()
option(HEADWAY_JOIN_FILES "Compile the files of the tool's rooms in groups" ${headway_joins})

# headway_join_as(NAME FILE...): files that include one of the largest libraries, which is compiled once for all of them.
function(headway_join_as name)
  set_source_files_properties(${ARGN} PROPERTIES UNITY_GROUP ${name})
endfunction()

# Of the others those of one room are joined up to so many bytes, so that what they instantiate is compiled once: few,
# since the rebuild after an edit is to take no longer than it takes with each by itself and nothing precompiled.
set(HEADWAY_JOINED_BYTES 18500 CACHE STRING "Up to how many bytes of a room's files are compiled at once")
mark_as_advanced(HEADWAY_JOINED_BYTES)

function(headway_join_files target)
  get_target_property(sources ${target} SOURCES)
  foreach(source IN LISTS sources)
    get_source_file_property(joined ${source} UNITY_GROUP)
    if(joined)
      continue()
    endif()
    cmake_path(ABSOLUTE_PATH source OUTPUT_VARIABLE file)
    cmake_path(RELATIVE_PATH file BASE_DIRECTORY "${CMAKE_CURRENT_SOURCE_DIR}" OUTPUT_VARIABLE room)
    cmake_path(GET room PARENT_PATH room)
    string(MAKE_C_IDENTIFIER "${room}" room)
    if(NOT DEFINED group_${room})
      set(group_${room} 0)
      set(bytes_${room} 0)
    endif()
    file(SIZE "${file}" bytes)
    math(EXPR bytes_${room} "${bytes_${room}} + ${bytes}")
    if(bytes_${room} GREATER HEADWAY_JOINED_BYTES)
      math(EXPR group_${room} "${group_${room}} + 1")
      set(bytes_${room} ${bytes})
    endif()
    set_source_files_properties(${source} PROPERTIES UNITY_GROUP ${room}_${group_${room}})
  endforeach()
  set_target_properties(${target} PROPERTIES UNITY_BUILD ${HEADWAY_JOIN_FILES} UNITY_BUILD_MODE GROUP)
endfunction()
