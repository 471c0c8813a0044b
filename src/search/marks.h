#pragma once
// Marks: what an entry is filtered by, as tokens of the index.

#include <string>
#include <string_view>

namespace homeward::search {

constexpr std::string_view audience_mark = "=a:", kind_mark = "=k:", state_mark = "=s:", topic_mark = "=t:", year_mark = "=y:";
constexpr std::string_view title_mark = "^", exact_mark = ".";

/// One token for any value: letters other than a–z and digits are written in hexadecimal.
std::string mark(std::string_view which, std::string_view value);

}  // namespace homeward::search
