# Writes OUT: a function `FUNCTION` (homeward::area::name) in NAMESPACE that returns the text of FILE.
file(READ ${FILE} text)
# A string literal has an upper length; pieces of it are joined by the compiler.
string(LENGTH "${text}" length)
set(pieces "")
set(at 0)
while(at LESS length)
  string(SUBSTRING "${text}" ${at} 4000 piece)
  # Cut behind a line, since a cut may not go through a letter of more than one byte.
  string(FIND "${piece}" "\n" line_end REVERSE)
  if(NOT line_end EQUAL -1)
    math(EXPR line_end "${line_end} + 1")
    string(SUBSTRING "${piece}" 0 ${line_end} piece)
  endif()
  string(APPEND pieces "R\"text(${piece})text\"\n")
  string(LENGTH "${piece}" taken)
  math(EXPR at "${at} + ${taken}")
endwhile()
file(WRITE ${OUT} "#include \"${HEADER}\"\n\nnamespace ${NAMESPACE} {\n\nstd::string_view ${FUNCTION}() {\n    return ${pieces};\n}\n\n}\n")
