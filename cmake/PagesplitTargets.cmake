# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
# How a room, a verb binary and a unit test are declared. Every list of sources
# and links stays in the room's own CMakeLists.txt.

add_library(pagesplit-warnings INTERFACE)
target_compile_options(pagesplit-warnings INTERFACE -Wall -Wextra
  $<$<COMPILE_LANGUAGE:CXX>:-Woverloaded-virtual -Wno-redundant-move>
  $<$<BOOL:${PAGESPLIT_WERROR}>:-Werror>)
if(PAGESPLIT_ASAN)
  add_compile_options(-fsanitize=address,undefined -fno-omit-frame-pointer
    -fno-sanitize=vptr)
  add_link_options(-fsanitize=address,undefined)
endif()

# pagesplit_room(NAME [CLANG] SOURCES ... LINKS rooms...)
function(pagesplit_room name)
  cmake_parse_arguments(ROOM "CLANG" "" "SOURCES;LINKS" ${ARGN})
  add_library(${name} STATIC ${ROOM_SOURCES})
  target_include_directories(${name} PUBLIC "${PROJECT_SOURCE_DIR}/include")
  if(ROOM_CLANG)
    target_link_libraries(${name} PUBLIC pagesplit-clang)
  else()
    target_link_libraries(${name} PUBLIC pagesplit-llvm)
  endif()
  target_link_libraries(${name} PUBLIC ${ROOM_LINKS} PRIVATE pagesplit-warnings)
  if(ROOM_CLANG)
    pagesplit_precompile(${name})
  endif()
endfunction()

# Most of the time that a file with Clang's headers takes goes into these. They
# are compiled once, for the first room that asks.
function(pagesplit_precompile name)
  if(NOT TARGET pagesplit-clang-headers)
    file(WRITE "${PROJECT_BINARY_DIR}/clang-headers.cpp" "")
    add_library(pagesplit-clang-headers OBJECT
      "${PROJECT_BINARY_DIR}/clang-headers.cpp")
    target_include_directories(pagesplit-clang-headers PRIVATE
      "${PROJECT_SOURCE_DIR}/include")
    target_link_libraries(pagesplit-clang-headers PRIVATE pagesplit-clang
      pagesplit-warnings)
    target_precompile_headers(pagesplit-clang-headers PRIVATE
      <clang/AST/ASTContext.h> <clang/AST/ExprCXX.h>
      <clang/AST/RecursiveASTVisitor.h> <clang/Lex/Preprocessor.h>)
  endif()
  target_precompile_headers(${name} REUSE_FROM pagesplit-clang-headers)
endfunction()

# pagesplit_unittest(NAME [CLANG] SOURCES ... LINKS rooms...)
function(pagesplit_unittest name)
  cmake_parse_arguments(UT "CLANG" "" "SOURCES;LINKS" ${ARGN})
  add_executable(${name} ${UT_SOURCES})
  target_link_libraries(${name} PRIVATE ${UT_LINKS} pagesplit-warnings
    GTest::gtest_main)
  if(UT_CLANG)
    target_link_libraries(${name} PRIVATE ${PAGESPLIT_CLANG_LIBS})
  else()
    target_link_libraries(${name} PRIVATE ${PAGESPLIT_LLVM_LIBS})
  endif()
  gtest_discover_tests(${name})
endfunction()
