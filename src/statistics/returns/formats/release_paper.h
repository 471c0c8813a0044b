#pragma once
// A release for people: as a workbook and on paper, in words.

#include <string>

#include "statistics/returns/release_json.h"

namespace homeward::statistics {

/// Three sheets: what the return is, every figure a line, the definitions. A hidden figure is the word for hidden.
/// language   en, ru
std::string release_xlsx(const Release& release, const std::string& language);

/// Each table with its definition; hidden figures have the sign that the page has, explained on every page's foot.
/// A release that fewer than two people have signed is marked as a draft.
std::string release_pdf(const Release& release, const std::string& language);

}  // namespace homeward::statistics
