#pragma once

#include "forms/form.h"

namespace homeward::forms {

constexpr std::size_t kLargestXlsForm = 4u << 20;  ///< bytes

/// A row that could not be taken as it is.
struct LeftOut {
    std::string sheet;  ///< survey, choices, settings, scales
    int row = 0;        ///< as a spreadsheet shows it, from 1
    std::optional<std::string> name;
    std::string key;    ///< `form.left_out.<reason>`, or why an expression cannot be read; its text is kept to be mended
    std::map<std::string, std::string> params;
};

struct ReadXlsForm {
    Definition definition;
    std::vector<LeftOut> left_out;
};

/// Reads a workbook with the sheets survey, choices and settings, and `scales` where it was written by us. What is of no use here,
/// as photos and places, is left out and said; the definition may have problems, to be mended as a draft.
///
/// errors    invalid `form.xlsform.no_survey`, `form.xlsform.no_type`; too_large `form.too_many_rows`, `form.too_many_fields`, …;
///           `file.<reason>` of tabular for what is no workbook, damaged, or a bomb
/// source    XLSForm specification, xlsform.org (2024)
Result<ReadXlsForm> read_xlsform(std::string_view bytes);

/// The same as a workbook. Columns of ours begin with `homeward::`; other programs pass over them, and over the sheet `scales`.
std::string write_xlsform(const Definition& definition);

}  // namespace homeward::forms
