include(CMakePackageConfigHelpers)
set(package "${CMAKE_INSTALL_LIBDIR}/cmake/Headway")

# Two exports, since a cross build has the runtime without the tool.
install(TARGETS headway_runtime EXPORT HeadwayRuntime FILE_SET HEADERS)
install(EXPORT HeadwayRuntime NAMESPACE Headway:: DESTINATION "${package}")
if(TARGET headway)
  install(TARGETS headway EXPORT HeadwayCompiler)
  install(EXPORT HeadwayCompiler NAMESPACE Headway:: DESTINATION "${package}")
  set(documents "${CMAKE_CURRENT_BINARY_DIR}/compiler/headway")
  install(FILES "${documents}.1" DESTINATION "${CMAKE_INSTALL_MANDIR}/man1" OPTIONAL)
  install(FILES "${documents}.bash" RENAME headway DESTINATION "${CMAKE_INSTALL_DATADIR}/bash-completion/completions" OPTIONAL)
  install(FILES "${documents}.zsh" RENAME _headway DESTINATION "${CMAKE_INSTALL_DATADIR}/zsh/site-functions" OPTIONAL)
  install(FILES "${documents}.fish" DESTINATION "${CMAKE_INSTALL_DATADIR}/fish/vendor_completions.d" OPTIONAL)
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
  cmake/host_compiler.cmake
  cmake/migrations.hpp.in
  DESTINATION "${package}")
