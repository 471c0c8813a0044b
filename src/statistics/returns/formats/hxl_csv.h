#pragma once

#include <string>

#include "statistics/returns/release_json.h"

namespace homeward::statistics {

/// The figures as CSV with a row of HXL tags under its headings: a line for each group, a column for each sex.
///
/// A hidden figure is an empty field, and its column is named in `hidden` (`#meta+hidden`).
/// source    Humanitarian Exchange Language 1.1, tagging conventions and hashtag dictionary (hxlstandard.org)
std::string hxl_csv(const Release& release);

}  // namespace homeward::statistics
