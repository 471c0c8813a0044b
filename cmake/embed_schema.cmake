# Writes OUT: a function `<NAME>::schema()` that returns the area's migrations.
set(body "")
foreach(file ${FILES})
  get_filename_component(id ${file} NAME_WE)
  file(READ ${file} sql)
  string(APPEND body "        {\"${NAME}/${id}\", R\"sql(${sql})sql\"},\n")
endforeach()
file(WRITE ${OUT} "#include \"store/migrate.h\"\n\nnamespace homeward::${NAME} {\n\nstd::vector<store::Migration> schema() {\n    return {\n${body}    };\n}\n\n}  // namespace homeward::${NAME}\n")
