# The tool in one file, which can be carried to other machines. The C library stays outside, since extensions are loaded;
# so does libpq, of which there is no archive that links by itself.
option(HEADWAY_STATIC "Link all libraries but the C library into the tool, to carry it to other machines" OFF)
set(headway_fmt fmt::fmt)
set(headway_toml tomlplusplus::tomlplusplus)
if(HEADWAY_STATIC)
  set(CMAKE_FIND_LIBRARY_SUFFIXES .a)
  set(OPENSSL_USE_STATIC_LIBS ON)
  set(CMAKE_DISABLE_FIND_PACKAGE_PostgreSQL ON)
  # Distributions have no archives of these; as headers they are everywhere.
  set(headway_fmt fmt::fmt-header-only)
  set(headway_toml headway_toml)
  add_library(headway_toml INTERFACE)
  target_compile_definitions(headway_toml INTERFACE TOML_HEADER_ONLY=1)
  target_include_directories(headway_toml SYSTEM INTERFACE
    $<TARGET_PROPERTY:tomlplusplus::tomlplusplus,INTERFACE_INCLUDE_DIRECTORIES>)
endif()
