# What a build from nothing costs, and what a rebuild: tests/bench/build_time.sh measures both.

# The headers of others that most files of a target include are read once. Linters that take the compiler's place cannot
# read what it precompiled.
function(headway_precompile target header)
  if(NOT CMAKE_CXX_CLANG_TIDY AND NOT CMAKE_CXX_INCLUDE_WHAT_YOU_USE)
    target_precompile_headers(${target} PRIVATE ${header})
  endif()
endfunction()

# Who uses Headway compiles it once, by rooms. Who works on it compiles each file by itself, as editors and linters look
# at it, and is to wait no longer after an edit than without any of this.
set(headway_joins ON)
if(HEADWAY_BUILD_TESTS OR CMAKE_CXX_CLANG_TIDY)
  set(headway_joins OFF)
endif()
option(HEADWAY_JOIN_FILES "Compile all files of one of the tool's rooms at once" ${headway_joins})

# headway_join_as(NAME FILE...): files that include one of the largest libraries, which is compiled once for all of them.
function(headway_join_as name)
  set_source_files_properties(${ARGN} PROPERTIES UNITY_GROUP ${name})
endfunction()

# The others are joined by rooms, so that what they instantiate is compiled once.
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
    set_source_files_properties(${source} PROPERTIES UNITY_GROUP room_${room})
  endforeach()
  set_target_properties(${target} PROPERTIES UNITY_BUILD ${HEADWAY_JOIN_FILES} UNITY_BUILD_MODE GROUP)
endfunction()
