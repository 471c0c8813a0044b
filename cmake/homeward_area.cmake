# One area of src/ as a target `homeward_<name>`, and its *_test.cpp files as `<name>_tests`.
# schema/*.sql of the area is compiled in, in the order of the file names.

add_library(homeward_flags INTERFACE)
target_compile_options(homeward_flags INTERFACE
  -Wall -Wextra -Wpedantic -Wnon-virtual-dtor -Werror
  -Wno-gnu-statement-expression -Wno-gnu-zero-variadic-macro-arguments
  -Xclang -fno-pch-timestamp)
target_compile_definitions(homeward_flags INTERFACE
  BOOST_ASIO_SEPARATE_COMPILATION BOOST_BEAST_SEPARATE_COMPILATION BOOST_ASIO_NO_DEPRECATED
  SPDLOG_COMPILED_LIB SPDLOG_FMT_EXTERNAL)
target_include_directories(homeward_flags INTERFACE ${CMAKE_SOURCE_DIR}/src)
target_link_options(homeward_flags INTERFACE -fuse-ld=lld-19)
if(HOMEWARD_SANITIZE)
  target_compile_options(homeward_flags INTERFACE
    -fsanitize=address,undefined -fno-sanitize-recover=undefined -fno-omit-frame-pointer -g1
    -fno-inline-functions)  # a quarter less to compile
  target_link_options(homeward_flags INTERFACE -fsanitize=address,undefined)
endif()

# One precompiled header for all areas: the standard library, and the JSON that only .cpp files see.
file(WRITE ${CMAKE_BINARY_DIR}/pch/pch.cpp "")
add_library(homeward_pch STATIC ${CMAKE_BINARY_DIR}/pch/pch.cpp)
target_link_libraries(homeward_pch PUBLIC homeward_flags)
target_precompile_headers(homeward_pch PRIVATE
  <algorithm> <array> <chrono> <cstdint> <functional> <map> <memory> <mutex> <optional> <set> <span>
  <string> <string_view> <unordered_map> <utility> <variant> <vector>
  <boost/describe.hpp> <boost/json.hpp>)

function(homeward_area name)
  cmake_parse_arguments(AREA "" "" "USES;LIBS" ${ARGN})
  set(dir ${CMAKE_SOURCE_DIR}/src/${name})
  file(GLOB_RECURSE sources CONFIGURE_DEPENDS ${dir}/*.cpp)
  set(tests ${sources})
  list(FILTER sources EXCLUDE REGEX "_test\\.cpp$")
  list(FILTER tests INCLUDE REGEX "_test\\.cpp$")

  file(GLOB migrations CONFIGURE_DEPENDS ${dir}/schema/*.sql)
  if(migrations)
    list(SORT migrations)
    set(generated ${CMAKE_BINARY_DIR}/schema/${name}_schema.cpp)
    add_custom_command(OUTPUT ${generated}
      COMMAND ${CMAKE_COMMAND} -DNAME=${name} "-DFILES=${migrations}" -DOUT=${generated}
              -P ${CMAKE_SOURCE_DIR}/cmake/embed_schema.cmake
      DEPENDS ${migrations} ${CMAKE_SOURCE_DIR}/cmake/embed_schema.cmake VERBATIM)
    list(APPEND sources ${generated})
  endif()
  if(NOT sources)
    set(empty ${CMAKE_BINARY_DIR}/pch/${name}.cpp)
    file(WRITE ${empty} "")
    list(APPEND sources ${empty})
  endif()

  add_library(homeward_${name} STATIC ${sources})
  list(TRANSFORM AREA_USES PREPEND homeward_)
  target_link_libraries(homeward_${name} PUBLIC homeward_flags ${AREA_USES} ${AREA_LIBS} Threads::Threads)
  target_precompile_headers(homeward_${name} REUSE_FROM homeward_pch)

  if(tests)
    add_executable(${name}_tests ${tests})
    target_link_libraries(${name}_tests PRIVATE homeward_${name} GTest::gtest GTest::gtest_main)
    target_compile_definitions(${name}_tests PRIVATE HOMEWARD_ROOT="${CMAKE_SOURCE_DIR}")
    target_precompile_headers(${name}_tests REUSE_FROM homeward_pch)
    # A test runs once: it need not be fast, only soon there. A quarter less to compile.
    target_compile_options(${name}_tests PRIVATE $<$<CONFIG:Release>:-O1> -fno-inline-functions)
    add_test(NAME ${name}_tests COMMAND ${name}_tests)
  endif()
endfunction()
