#pragma once

#include <string>

#include "base/date.h"

namespace homeward::printing {

/// `14 May 2024`, as the language writes it: en, ru, uz, kk, ky, tg, tk, ar. An unknown language reads as English.
std::string long_date(Date date, const std::string& language);
/// `14–16 May 2024`, or with both months and years where they differ. One day is written once.
std::string long_days(Date from, Date to, const std::string& language);

}  // namespace homeward::printing
