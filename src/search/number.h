#pragma once
// Numbers of entries and places of words in them.

#include <algorithm>
#include <cstdint>

#include "base/date.h"

namespace homeward::search {

constexpr std::int64_t kPlacesOfDay = 4096;

/// The first number of a day; before 1900 that of 1900, after 2300 that of 2300.
inline std::int64_t first_number_of(Date date) {
    const Date begin{1900, 1, 1}, end{2300, 1, 1};
    return (std::clamp(date, begin, end).days() - begin.days()) * kPlacesOfDay;
}

/// Where a word of a body stands, `first_word` below 2^31.
inline std::int64_t place_of(std::int64_t number, std::int64_t first_word) { return (number << 31) | first_word; }

}  // namespace homeward::search
