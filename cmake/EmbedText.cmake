# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
# Makes of a text file a literal that a source file includes.
#
#   pagesplit_embed(TARGET FILE...)      FILE.inc for each, next to the objects
#   cmake -DINPUT=f -DOUTPUT=f.inc -P EmbedText.cmake

if(CMAKE_SCRIPT_MODE_FILE)
  file(READ "${INPUT}" _text)
  # A literal has its limits; two beside each other are one.
  string(LENGTH "${_text}" _length)
  set(_literals "")
  set(_at 0)
  while(_at LESS _length)
    string(SUBSTRING "${_text}" ${_at} 8000 _piece)
    string(APPEND _literals "R\"embed(${_piece})embed\"_html\n")
    math(EXPR _at "${_at} + 8000")
  endwhile()
  file(WRITE "${OUTPUT}" "${_literals}")
  return()
endif()

set(_embed_script "${CMAKE_CURRENT_LIST_FILE}")
function(pagesplit_embed target)
  foreach(_file IN LISTS ARGN)
    get_filename_component(_name "${_file}" NAME)
    set(_input "${CMAKE_CURRENT_SOURCE_DIR}/${_file}")
    set(_output "${CMAKE_CURRENT_BINARY_DIR}/${_name}.inc")
    add_custom_command(OUTPUT "${_output}"
      COMMAND "${CMAKE_COMMAND}" "-DINPUT=${_input}" "-DOUTPUT=${_output}"
        -P "${_embed_script}"
      DEPENDS "${_input}" "${_embed_script}" VERBATIM)
    target_sources(${target} PRIVATE "${_output}")
  endforeach()
  target_include_directories(${target} PRIVATE "${CMAKE_CURRENT_BINARY_DIR}")
endfunction()
