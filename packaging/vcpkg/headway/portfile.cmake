# An overlay port of the clone that it lies in: vcpkg install headway --overlay-ports=packaging/vcpkg
get_filename_component(SOURCE_PATH "${CMAKE_CURRENT_LIST_DIR}/../../.." ABSOLUTE)

set(options -DHEADWAY_BUILD_TESTS=OFF -DHEADWAY_INSTALL=ON)
if(NOT "compiler" IN_LIST FEATURES)
  # The runtime alone; its projects name a headway that runs on the machine that builds.
  list(APPEND options -DHEADWAY_COMPILER_EXECUTABLE=${CURRENT_HOST_INSTALLED_DIR}/tools/headway/headway)
endif()
vcpkg_cmake_configure(SOURCE_PATH "${SOURCE_PATH}" OPTIONS ${options})
vcpkg_cmake_install()
vcpkg_cmake_config_fixup(PACKAGE_NAME Headway CONFIG_PATH lib/cmake/Headway)
vcpkg_fixup_pkgconfig()
if("compiler" IN_LIST FEATURES)
  vcpkg_copy_tools(TOOL_NAMES headway AUTO_CLEAN)
endif()

file(REMOVE_RECURSE "${CURRENT_PACKAGES_DIR}/debug/include" "${CURRENT_PACKAGES_DIR}/debug/share")
file(INSTALL "${CMAKE_CURRENT_LIST_DIR}/usage" DESTINATION "${CURRENT_PACKAGES_DIR}/share/${PORT}")
vcpkg_install_copyright(FILE_LIST "${SOURCE_PATH}/LICENSE")
