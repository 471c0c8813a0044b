# Texts that are compiled in, so that a program needs no file beside it.

# homeward_text(people shipped_chain people/documents/shipped_chain.h FILE PART documents)
#   makes `std::string_view shipped_chain()`, declared in the header, in homeward::people::documents; without PART in homeward::people
# homeward_texts(forms shipped_forms forms/shipped.h FILE...)
#   the same for several, in their order: `std::vector<std::string_view> shipped_forms()`
function(homeward_text area function header file)
  cmake_parse_arguments(TEXT "" "PART" "" ${ARGN})
  _homeward_embed(${area} ${function} ${header} "${TEXT_PART}" embed_text.cmake "-DFILE=${file}" "${file}")
endfunction()

function(homeward_texts area function header)
  _homeward_embed(${area} ${function} ${header} "" embed_texts.cmake "-DFILES=${ARGN}" "${ARGN}")
endfunction()

function(_homeward_embed area function header part script given files)
  set(namespace homeward::${area})
  if(part)
    string(APPEND namespace ::${part})
  endif()
  set(shipped ${CMAKE_BINARY_DIR}/config/${function}.cpp)
  add_custom_command(OUTPUT ${shipped}
    COMMAND ${CMAKE_COMMAND} "${given}" -DOUT=${shipped} -DHEADER=${header} -DNAMESPACE=${namespace} -DFUNCTION=${function}
            -P ${CMAKE_SOURCE_DIR}/cmake/${script}
    DEPENDS ${files} ${CMAKE_SOURCE_DIR}/cmake/${script} ${CMAKE_SOURCE_DIR}/cmake/text_literal.cmake VERBATIM)
  target_sources(homeward_${area} PRIVATE ${shipped})
endfunction()
