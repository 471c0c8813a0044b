#pragma once
// What stands around the sheets of an XLSX file: their names and parts, cell formats, shared strings.

#include "tabular/zip_parts.h"

namespace homeward::tabular {

struct SheetPart {
    std::string name;
    std::string part;  ///< its path in the zip file
    bool hidden = false;
};

struct Workbook {
    std::vector<SheetPart> sheets;
    std::string styles_part;   ///< empty when there is none
    std::string strings_part;  ///< empty when there is none
    bool date_1904 = false;
};

/// errors    file.not_a_spreadsheet, file.is_opendocument, file.is_binary_workbook, file.too_many_sheets, file.damaged
Result<Workbook> read_workbook(ZipParts& zip, const Limits& limits);

/// For each cell format, whether it shows a day.
Result<std::vector<bool>> read_date_styles(ZipParts& zip, const std::string& part, const Limits& limits);

}  // namespace homeward::tabular
