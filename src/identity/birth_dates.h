#pragma once

#include "base/date.h"

namespace homeward::identity {

enum class BirthDates {
    equal,       ///< the same day, and nobody estimated it
    compatible,  ///< may be one day, as far as both are known; an estimate reaches two years either way
    near,        ///< two days as one slip of the pen makes them: day and month exchanged, or one number wrong
    different,
};

/// How two statements of a birth date agree. 1 January stands for "some day of that year" in many documents, so it
/// agrees with every day of its year.
BirthDates compare_births(const PartialDate& a, const PartialDate& b);

}  // namespace homeward::identity
