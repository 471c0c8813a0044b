#pragma once

#include "tabular/cell_reference.h"
#include "tabular/zip_parts.h"

namespace homeward::tabular {

/// What must be known of a sheet before its rows are read: merged ranges stand behind them in the file.
struct SheetSurvey {
    bool has_data = false;
    int last_column = 0;  ///< the last one with a value, from 1
    int last_row = 0;     ///< the last one with a value, from 1
    std::vector<CellRange> merges;  ///< of more than one cell, by first row; inside last_row and last_column
};

/// errors    file.too_many_merges, file.damaged and the others of XML
Result<SheetSurvey> survey_sheet(ZipParts& zip, const std::string& part, const Limits& limits);

}  // namespace homeward::tabular
