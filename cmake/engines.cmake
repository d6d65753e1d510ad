# Whose SQL the migrations of add_migrations() are.

# `runtime` becomes the library that applies histories of an engine, `type` what those are in C++.
function(_headway_choose_engine target engine runtime type)
  if("${engine}" STREQUAL "" OR engine STREQUAL "sqlite")
    set(${runtime} Headway::runtime PARENT_SCOPE)
    set(${type} history PARENT_SCOPE)
    return()
  elseif(NOT engine STREQUAL "postgresql")
    message(FATAL_ERROR "add_migrations(${target}): there is no ENGINE '${engine}'. Use sqlite or postgresql.")
  elseif(NOT TARGET Headway::postgresql)
    message(FATAL_ERROR "add_migrations(${target}): ENGINE postgresql needs the component postgresql. "
      "Write find_package(Headway COMPONENTS postgresql), and install libpq (Debian: libpq-dev).")
  endif()
  set(${runtime} Headway::postgresql PARENT_SCOPE)
  set(${type} postgresql_history PARENT_SCOPE)
endfunction()
