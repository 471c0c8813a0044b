# Writes OUT: a function `FUNCTION` (homeward::area::name) in NAMESPACE that returns the text of FILE.
include(${CMAKE_CURRENT_LIST_DIR}/text_literal.cmake)
text_literal(${FILE} pieces)
file(WRITE ${OUT} "#include \"${HEADER}\"\n\nnamespace ${NAMESPACE} {\n\nstd::string_view ${FUNCTION}() {\n    return ${pieces};\n}\n\n}\n")
