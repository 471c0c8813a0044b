# Writes OUT: a function `FUNCTION` (homeward::area::name) in NAMESPACE that returns the text of FILE.
file(READ ${FILE} text)
# A string literal has an upper length; pieces of it are joined by the compiler.
string(LENGTH "${text}" length)
set(pieces "")
set(at 0)
while(at LESS length)
  string(SUBSTRING "${text}" ${at} 4000 piece)
  string(APPEND pieces "R\"text(${piece})text\"\n")
  math(EXPR at "${at} + 4000")
endwhile()
file(WRITE ${OUT} "#include \"${HEADER}\"\n\nnamespace ${NAMESPACE} {\n\nstd::string_view ${FUNCTION}() {\n    return ${pieces};\n}\n\n}\n")
