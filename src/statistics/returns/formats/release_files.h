#pragma once
// A release as a file, for people and in the forms that other systems read. Only what has passed becomes one.

#include <string>
#include <string_view>

#include "statistics/returns/passed_release.h"

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
/// table      the key of the one table that is asked for; empty for all
struct FileAsked {
    std::string name;
    std::string language = "en";
    std::string table = {};
};

/// errors     not_found `release.no_such_table`
Result<ReleaseFile> release_file(const PassedRelease& passed, ReleaseFormat format, const FileAsked& asked);

}  // namespace homeward::statistics
