#pragma once
// One sheet of an XLSForm by the names of its columns. For the reader only.

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "forms/definition.h"

namespace homeward::forms {

struct XlsRow {
    int number = 0;  ///< as a spreadsheet shows it
    std::map<std::string, std::string> cells;         ///< by column, those that hold something, trimmed
    std::map<std::string, Texts> translated;          ///< by column, then by language; without one, `default_language`

    /// Empty when there is none.
    std::string text(const std::string& column) const;
    Texts texts(const std::string& column) const;
};

struct XlsSheet {
    std::vector<std::string> columns;
    std::vector<XlsRow> rows;
    std::vector<std::string> unknown_languages;  ///< headings of columns in a language that forms do not have
    int last_row = 0;
    bool has(std::string_view column) const;
};

/// Nothing when the workbook has no such sheet, or nothing stands in it.
/// errors    those of tabular; too_large `form.too_many_rows`
Result<std::optional<XlsSheet>> read_sheet(std::string_view bytes, const std::string& name);

}  // namespace homeward::forms
