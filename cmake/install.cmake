# What `cmake --install` installs, in two components: runtime, what a program is built with, and compiler, the tool.
include(CMakePackageConfigHelpers)
set(package "${CMAKE_INSTALL_LIBDIR}/cmake/Headway")

# Two exports, since a cross build has the runtime without the tool.
install(TARGETS headway_runtime headway_testing headway_sqlite EXPORT HeadwayRuntime FILE_SET HEADERS COMPONENT runtime
  ARCHIVE COMPONENT runtime LIBRARY COMPONENT runtime RUNTIME COMPONENT runtime)
if(TARGET headway_postgresql)
  install(TARGETS headway_postgresql EXPORT HeadwayPostgresql FILE_SET HEADERS COMPONENT runtime
    ARCHIVE COMPONENT runtime)
  install(EXPORT HeadwayPostgresql NAMESPACE Headway:: DESTINATION "${package}" COMPONENT runtime)
endif()
install(EXPORT HeadwayRuntime NAMESPACE Headway:: DESTINATION "${package}" COMPONENT runtime)
if(TARGET headway)
  install(TARGETS headway EXPORT HeadwayCompiler RUNTIME COMPONENT compiler)
  install(EXPORT HeadwayCompiler NAMESPACE Headway:: DESTINATION "${package}" COMPONENT compiler)
  set(documents "${CMAKE_CURRENT_BINARY_DIR}/compiler/headway")
  install(FILES "${documents}.1" DESTINATION "${CMAKE_INSTALL_MANDIR}/man1" COMPONENT compiler OPTIONAL)
  install(FILES "${documents}.bash" RENAME headway DESTINATION "${CMAKE_INSTALL_DATADIR}/bash-completion/completions"
    COMPONENT compiler OPTIONAL)
  install(FILES "${documents}.zsh" RENAME _headway DESTINATION "${CMAKE_INSTALL_DATADIR}/zsh/site-functions"
    COMPONENT compiler OPTIONAL)
  install(FILES "${documents}.fish" DESTINATION "${CMAKE_INSTALL_DATADIR}/fish/vendor_completions.d"
    COMPONENT compiler OPTIONAL)
endif()

configure_package_config_file(cmake/HeadwayConfig.cmake.in cmake/HeadwayConfig.cmake
  INSTALL_DESTINATION "${package}" NO_SET_AND_CHECK_MACRO)
# Before 1.0 a minor version may change what the tool emits and the runtime reads.
write_basic_package_version_file("${CMAKE_CURRENT_BINARY_DIR}/cmake/HeadwayConfigVersion.cmake"
  COMPATIBILITY SameMinorVersion)
install(FILES
  "${CMAKE_CURRENT_BINARY_DIR}/cmake/HeadwayConfig.cmake"
  "${CMAKE_CURRENT_BINARY_DIR}/cmake/HeadwayConfigVersion.cmake"
  cmake/add_migrations.cmake
  cmake/add_migrations_test.cmake
  cmake/engines.cmake
  cmake/host_compiler.cmake
  cmake/inputs.cmake
  cmake/migrations.hpp.in
  cmake/migrations_arguments.cmake
  cmake/migrations_test.cpp.in
  cmake/sqlite.cmake
  DESTINATION "${package}" COMPONENT runtime)
file(RELATIVE_PATH HEADWAY_UP "/${CMAKE_INSTALL_LIBDIR}/pkgconfig" "/")
configure_file(cmake/headway.pc.in cmake/headway.pc @ONLY)
install(FILES "${CMAKE_CURRENT_BINARY_DIR}/cmake/headway.pc" DESTINATION "${CMAKE_INSTALL_LIBDIR}/pkgconfig"
  COMPONENT runtime)
install(FILES LICENSE DESTINATION "${CMAKE_INSTALL_DATADIR}/doc/libheadway-dev" RENAME copyright COMPONENT runtime)
install(FILES LICENSE DESTINATION "${CMAKE_INSTALL_DATADIR}/doc/headway" RENAME copyright COMPONENT compiler)

# `cpack -G DEB` makes libheadway-dev and headway.
set(CPACK_PACKAGE_NAME headway)
set(CPACK_PACKAGE_CONTACT "The Headway authors")
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_DEB_COMPONENT_INSTALL ON)
set(CPACK_DEBIAN_RUNTIME_PACKAGE_NAME libheadway-dev)
set(CPACK_DEBIAN_RUNTIME_PACKAGE_SECTION libdevel)
set(CPACK_DEBIAN_RUNTIME_PACKAGE_DEPENDS "libsqlite3-dev (>= ${HEADWAY_SQLITE_VERSION}), headway (= ${PROJECT_VERSION})")
if(TARGET headway_postgresql)
  set(CPACK_DEBIAN_RUNTIME_PACKAGE_SUGGESTS libpq-dev)
endif()
set(CPACK_DEBIAN_COMPILER_PACKAGE_NAME headway)
set(CPACK_DEBIAN_COMPILER_PACKAGE_SECTION devel)
set(CPACK_DEBIAN_COMPILER_PACKAGE_SHLIBDEPS ON)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_COMPONENTS_ALL runtime compiler)
include(CPack)
