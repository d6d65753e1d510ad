# Headway::compiler as the executable that HEADWAY_COMPILER_EXECUTABLE names, for builds that cannot run, or
# need not build, a headway of their own. Sets headway_problem to what is wrong, or to nothing.
set(headway_problem "")
if(NOT HEADWAY_COMPILER_EXECUTABLE)
  set(headway_problem "a cross build runs the headway tool on this machine. \
Build Headway for this machine first, then pass -DHEADWAY_COMPILER_EXECUTABLE=<path of that headway>.")
elseif(NOT EXISTS "${HEADWAY_COMPILER_EXECUTABLE}")
  set(headway_problem "there is no '${HEADWAY_COMPILER_EXECUTABLE}'. \
Correct -DHEADWAY_COMPILER_EXECUTABLE=<path of a headway that runs on this machine>.")
elseif(NOT TARGET Headway::compiler)
  add_executable(Headway::compiler IMPORTED GLOBAL)
  set_target_properties(Headway::compiler PROPERTIES IMPORTED_LOCATION "${HEADWAY_COMPILER_EXECUTABLE}")
endif()
