# SPDX-License-Identifier: GPL-2.0-only OR MIT
#
# What other projects find: headers, two libraries, for each a pkg-config file,
# and the CMake package memdesc with the targets memdesc::overlay and
# memdesc::split.

include(CMakePackageConfigHelpers)

set(memdesc_cmake_dir "${CMAKE_INSTALL_LIBDIR}/cmake/memdesc")
install(DIRECTORY include/memdesc DESTINATION "${CMAKE_INSTALL_INCLUDEDIR}"
  COMPONENT memdesc)
install(TARGETS memdesc-overlay memdesc-split EXPORT memdesc-targets
  ARCHIVE DESTINATION "${CMAKE_INSTALL_LIBDIR}" COMPONENT memdesc)
install(EXPORT memdesc-targets NAMESPACE memdesc::
  DESTINATION "${memdesc_cmake_dir}" COMPONENT memdesc)

configure_package_config_file(cmake/memdesc-config.cmake.in
  memdesc-config.cmake INSTALL_DESTINATION "${memdesc_cmake_dir}")
write_basic_package_version_file(memdesc-config-version.cmake
  COMPATIBILITY SameMinorVersion)
install(FILES "${CMAKE_CURRENT_BINARY_DIR}/memdesc-config.cmake"
  "${CMAKE_CURRENT_BINARY_DIR}/memdesc-config-version.cmake"
  DESTINATION "${memdesc_cmake_dir}" COMPONENT memdesc)

string(TOUPPER "${MEMDESC_NUMBERING}" memdesc_numbering)
foreach(layout overlay split)
  string(TOUPPER "${layout}" memdesc_layout)
  set(memdesc_name memdesc-${layout})
  configure_file(cmake/memdesc.pc.in ${memdesc_name}.pc @ONLY)
  install(FILES "${CMAKE_CURRENT_BINARY_DIR}/${memdesc_name}.pc"
    DESTINATION "${CMAKE_INSTALL_LIBDIR}/pkgconfig" COMPONENT memdesc)
endforeach()
