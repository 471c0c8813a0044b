#pragma once
// A release as a file, for people and in the forms that other systems read. Written of a Release alone, in which hidden figures are not.

#include <string>
#include <string_view>

#include "statistics/returns/release_json.h"

namespace homeward::statistics {

/// The words of `?format=`.
enum class ReleaseFormat { csv, xlsx, pdf, hxl, sdmx, dhis2, dhis2_metadata };

/// errors   invalid `release.no_such_format`, field `format`; an empty word is CSV
Result<ReleaseFormat> release_format(std::string_view word);

struct ReleaseFile {
    std::string name;  ///< `UZ-2024.csv`
    std::string media_type;
    std::string content;
};

/// name       of the file, without its ending
/// language   of words in XLSX and PDF: en, ru; the others hold codes
ReleaseFile release_file(const Release& release, ReleaseFormat format, const std::string& name, const std::string& language = "en");

}  // namespace homeward::statistics
