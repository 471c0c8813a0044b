#pragma once
// A report on its way out, as a file. Only tables that have passed are taken.

#include <map>
#include <string>

#include "statistics/reports/report.h"

namespace homeward::statistics {

/// Codes alone, the same in every language: what the checksum is taken of.
std::string codes_csv(const PassedReport& report);

enum class FileFormat { csv, xlsx, pdf };

/// What a file says beside the codes of the report.
///
/// title       its name; where empty, what is counted by what
/// language    `en` or `ru`, of the headings
/// regions     their names in that language, by id
struct FileWords {
    std::string title;
    std::string language = "en";
    std::map<std::string, std::string> regions = {};
};

/// CSV is `codes_csv`; XLSX has a second sheet, and PDF a foot, with the number of rows and the checksum.
std::string to_file(const PassedReport& report, FileFormat format, const FileWords& words);

}  // namespace homeward::statistics
