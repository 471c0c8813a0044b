#pragma once

#include <string_view>

namespace homeward::tabular {

/// Whether a number shown in this format is a day: it names a year, a day or a month in letters.
/// source    ECMA-376 part 1, 18.8.31
bool is_date_format(std::string_view code);
/// The same for the built-in formats, which stand in no file.
/// source    ECMA-376 part 1, 18.8.30
bool is_builtin_date_format(int id);

}  // namespace homeward::tabular
