# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
# Finds one LLVM and the Clang of the same prefix, and describes them to the
# rooms as two INTERFACE targets: pagesplit-llvm for every room, pagesplit-clang
# for the Clang column only.

set(PAGESPLIT_LLVM_MAJOR "" CACHE STRING
  "LLVM major version to build against (19 to 22); empty takes the newest found")
set(PAGESPLIT_LLVM_TESTED 22 21 20 19)

if(PAGESPLIT_LLVM_MAJOR)
  set(_majors ${PAGESPLIT_LLVM_MAJOR})
else()
  set(_majors ${PAGESPLIT_LLVM_TESTED})
endif()

# LLVM's version file accepts only an equal minor version, so the major is
# looked for by directory and checked below.
if(LLVM_DIR)
  find_package(LLVM REQUIRED CONFIG)
else()
  foreach(_major IN LISTS _majors)
    find_package(LLVM QUIET CONFIG NO_DEFAULT_PATH
      PATHS /usr/lib/llvm-${_major} /usr/local/lib/llvm-${_major}
            /usr/lib64/llvm${_major} /opt/llvm-${_major})
    if(LLVM_FOUND)
      break()
    endif()
  endforeach()
endif()
if(NOT LLVM_FOUND)
  message(FATAL_ERROR "no LLVM ${_majors} found: install llvm-22-dev and "
    "libclang-22-dev (or the same of 19), or pass -DLLVM_DIR=")
endif()
if(LLVM_VERSION_MAJOR LESS 19)
  message(FATAL_ERROR "LLVM ${LLVM_VERSION} is older than 19")
endif()
if(PAGESPLIT_LLVM_MAJOR AND
   NOT LLVM_VERSION_MAJOR EQUAL PAGESPLIT_LLVM_MAJOR)
  message(FATAL_ERROR "LLVM ${LLVM_VERSION} found in ${LLVM_INSTALL_PREFIX}, "
    "but PAGESPLIT_LLVM_MAJOR is ${PAGESPLIT_LLVM_MAJOR}")
endif()
if(NOT LLVM_VERSION_MAJOR IN_LIST PAGESPLIT_LLVM_TESTED)
  message(WARNING "LLVM ${LLVM_VERSION} is outside the tested window 19 to 22")
endif()

# The same prefix, so that Clang and LLVM can never be of two versions.
find_package(Clang REQUIRED CONFIG PATHS "${LLVM_INSTALL_PREFIX}/lib/cmake/clang"
  NO_DEFAULT_PATH)
message(STATUS "LLVM ${LLVM_VERSION} in ${LLVM_INSTALL_PREFIX}")

separate_arguments(_llvm_definitions NATIVE_COMMAND "${LLVM_DEFINITIONS}")

add_library(pagesplit-llvm INTERFACE)
target_include_directories(pagesplit-llvm SYSTEM INTERFACE ${LLVM_INCLUDE_DIRS})
target_compile_definitions(pagesplit-llvm INTERFACE ${_llvm_definitions})
# No typeinfo: an LLVM built without RTTI has none for the classes we derive from.
target_compile_options(pagesplit-llvm INTERFACE
  $<$<COMPILE_LANGUAGE:CXX>:-fno-rtti -fno-exceptions>)

add_library(pagesplit-clang INTERFACE)
target_include_directories(pagesplit-clang SYSTEM INTERFACE ${CLANG_INCLUDE_DIRS})
target_link_libraries(pagesplit-clang INTERFACE pagesplit-llvm)

# What executables link; the rooms are static libraries and link neither.
if(LLVM_LINK_LLVM_DYLIB)
  set(PAGESPLIT_LLVM_LIBS LLVM)
else()
  llvm_map_components_to_libnames(PAGESPLIT_LLVM_LIBS support option)
endif()
if(CLANG_LINK_CLANG_DYLIB)
  set(PAGESPLIT_CLANG_LIBS clang-cpp ${PAGESPLIT_LLVM_LIBS})
else()
  set(PAGESPLIT_CLANG_LIBS clangTooling clangFrontend clangDriver clangAST
    clangBasic clangLex ${PAGESPLIT_LLVM_LIBS})
endif()

set(PAGESPLIT_CLANG_RESOURCE_DIR
  "${LLVM_LIBRARY_DIR}/clang/${LLVM_VERSION_MAJOR}")
