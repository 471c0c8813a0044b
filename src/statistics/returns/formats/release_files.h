#pragma once
// A release as a file, in the forms that other systems read. Written of a Release alone, in which hidden figures are not.

#include <string>
#include <string_view>

#include "statistics/returns/release_json.h"

namespace homeward::statistics {

/// The words of `?format=`.
enum class ReleaseFormat { csv, hxl, sdmx, dhis2, dhis2_metadata };

/// errors   invalid `release.no_such_format`, field `format`; an empty word is CSV
Result<ReleaseFormat> release_format(std::string_view word);

struct ReleaseFile {
    std::string name;  ///< `UZ-2024.csv`
    std::string media_type;
    std::string content;
};

/// name   of the file, without its ending
ReleaseFile release_file(const Release& release, ReleaseFormat format, const std::string& name);

}  // namespace homeward::statistics
