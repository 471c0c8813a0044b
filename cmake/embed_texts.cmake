# Writes OUT: a function `FUNCTION` (homeward::area::name) in NAMESPACE that returns the texts of FILES, as a list.
include(${CMAKE_CURRENT_LIST_DIR}/text_literal.cmake)
set(all "")
foreach(file ${FILES})
  text_literal(${file} pieces)
  string(APPEND all "        ${pieces},\n")
endforeach()
file(WRITE ${OUT} "#include \"${HEADER}\"\n\nnamespace ${NAMESPACE} {\n\nstd::vector<std::string_view> ${FUNCTION}() {\n    return {\n${all}    };\n}\n\n}\n")
