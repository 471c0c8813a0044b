#pragma once
// Why a file is refused, each with its translation key `file.<reason>`.
//
//   empty               nothing in it
//   too_large           more bytes than `file_bytes`
//   old_excel           XLS of before 2007: save it as XLSX
//   encrypted           a spreadsheet under a password
//   is_pdf, is_markup, is_archive, is_binary   another kind of file (is_markup: HTML or plain XML)
//   is_opendocument, is_binary_workbook        ODS and XLSB: save as XLSX
//   not_a_spreadsheet   a zip file without a workbook
//   damaged             truncated or contradicting itself
//   zip_bomb            unpacks to more than the limits allow
//   doctype             XML with a document type: entities have no place in a sheet
//   markup_too_large    a tag or comment, or nesting, beyond the limits
//   no_such_sheet       the sheet asked for is not there
//   no_data             no sheet holds anything
//   rows_out_of_order   XLSX rows that do not rise
//   overlapping_merges  merged ranges that share cells
//   too_many_rows, too_many_columns, too_many_cells, too_many_sheets, too_many_parts, too_many_strings,
//   too_many_styles, too_many_merges, cell_too_large, row_too_large
//   nul_byte, invalid_utf8, invalid_utf16, unterminated_quote   CSV
//   cannot_write        no room for a file that we write

#include <string_view>

#include "base/result.h"

namespace homeward::tabular {

/// A place in a file; 0 where unknown. Rows and columns from 1 as a spreadsheet shows them.
struct Place {
    int row = 0;
    int column = 0;
    int line = 0;
};

/// invalid `file.<reason>` with the place in `params`.
Error refused(std::string_view reason, Place place = {});
/// too_large `file.<reason>` with the place and the limit in `params`.
Error over_limit(std::string_view reason, std::size_t limit, Place place = {});

}  // namespace homeward::tabular
