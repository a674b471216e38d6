# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
# The lit of the LLVM in use. Its place moves with the version (bin/lit in 22,
# build/utils/lit/lit.py in 19), and LLVM's own CMake files do not name it.
#
#   Lit_FOUND    whether both lit and a Python to run it are here
#   LIT_COMMAND  the command, as a list

find_package(Python3 COMPONENTS Interpreter QUIET)
find_file(LIT_SCRIPT NAMES lit.py llvm-lit lit NO_DEFAULT_PATH
  PATHS
    "${LLVM_TOOLS_BINARY_DIR}"
    "${LLVM_INSTALL_PREFIX}/build/utils/lit"
    "${LLVM_INSTALL_PREFIX}/utils/lit"
  DOC "lit of the LLVM in use")

include(FindPackageHandleStandardArgs)
find_package_handle_standard_args(Lit REQUIRED_VARS LIT_SCRIPT
  Python3_EXECUTABLE)
if(Lit_FOUND)
  set(LIT_COMMAND "${Python3_EXECUTABLE}" "${LIT_SCRIPT}")
endif()
