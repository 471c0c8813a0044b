#pragma once
// The rows of a worksheet part, one at a time, without what merging adds.

#include "tabular/file_reasons.h"
#include "tabular/xlsx_strings.h"
#include "tabular/xml_pull.h"

namespace homeward::tabular {

class SheetRows final : private XmlHandler {
public:
    /// The strings, styles and limits must outlive this.
    /// last_row  the last one that is read: behind the last value a sheet may go on for a million formatted rows
    SheetRows(ZipPart part, const SharedStrings& strings, const std::vector<bool>& date_styles, bool date_1904,
              int last_row, const Limits& limits)
        : strings_(strings), date_styles_(date_styles), date_1904_(date_1904), last_row_(last_row), limits_(limits),
          pull_(std::move(part), *this, limits) {}

    /// The next row of the file, with gaps between its cells filled by empty ones; false after the last.
    /// errors    file.rows_out_of_order, file.too_many_rows, _columns, _cells, file.cell_too_large, file.row_too_large,
    ///           file.damaged and the others of XML
    Result<bool> next(Row& row);

private:
    void start(std::string_view name, const XmlAttributes& attributes) override;
    void end(std::string_view name) override;
    void text(std::string_view part) override;
    int row() const override { return number_; }

    void start_row(const XmlAttributes& attributes);
    void start_cell(const XmlAttributes& attributes);
    void finish_cell();
    bool fill(Cell& cell);
    bool fill_number(Cell& cell);
    bool fill_shared(Cell& cell);
    Place place() const { return {number_, column_, 0}; }

    const SharedStrings& strings_;
    const std::vector<bool>& date_styles_;
    bool date_1904_;
    int last_row_;
    const Limits& limits_;

    Row current_;
    int number_ = 0;
    int column_ = 0;
    std::string type_;
    std::size_t style_ = 0;
    std::string value_;
    bool in_value_ = false;
    bool in_hint_ = false;
    bool in_rows_ = false;
    bool done_ = false;
    std::size_t row_bytes_ = 0;
    std::size_t cells_ = 0;

    XmlPull pull_;  // last: it calls back into the members above
};

}  // namespace homeward::tabular
