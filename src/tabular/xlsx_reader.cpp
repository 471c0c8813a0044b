#include "tabular/xlsx_reader.h"

#include "tabular/file_reasons.h"
#include "tabular/xlsx_sheet.h"
#include "tabular/xlsx_survey.h"
#include "tabular/xlsx_workbook.h"

namespace homeward::tabular {

namespace {

/// Gives the cells of a merged range what its first cell holds.
class MergeFiller {
public:
    MergeFiller(std::vector<CellRange> merges, const Limits& limits) : merges_(std::move(merges)), limits_(limits) {}

    Done fill(Row& row) {
        std::erase_if(open_, [&](const Open& open) { return open.range.last.row < row.number; });
        int width = 0;
        for (const auto& open : open_) width += width_of(open.range);
        for (; next_ < merges_.size() && merges_[next_].first.row <= row.number; ++next_) {
            const CellRange& range = merges_[next_];
            if (range.last.row < row.number) continue;
            // Ranges that share no cell fit side by side.
            width += width_of(range);
            if (width > limits_.columns) return refused("overlapping_merges", {row.number, range.first.column});
            open_.push_back({range, cell_at(row, range.first)});
        }
        for (const auto& open : open_) TRY(copy(open, row));
        return {};
    }

private:
    struct Open {
        CellRange range;
        Cell first;
    };

    static int width_of(const CellRange& range) { return range.last.column - range.first.column + 1; }

    /// The range's first cell, when this is its row; a range that starts in a row left out of the file is empty.
    static Cell cell_at(const Row& row, CellReference place) {
        const auto column = static_cast<std::size_t>(place.column);
        return place.row == row.number && column <= row.cells.size() ? row.cells[column - 1] : Cell{};
    }

    Done copy(const Open& open, Row& row) {
        if (open.first.kind == CellKind::empty) return {};
        const auto last = static_cast<std::size_t>(open.range.last.column);
        if (row.cells.size() < last) row.cells.resize(last);
        for (auto column = open.range.first.column; column <= open.range.last.column; ++column) {
            if (row.number == open.range.first.row && column == open.range.first.column) continue;
            if (++cells_ > limits_.cells) return over_limit("too_many_cells", limits_.cells, {row.number, column});
            bytes_in_row_ = row.number == counted_row_ ? bytes_in_row_ + open.first.text.size() : open.first.text.size();
            counted_row_ = row.number;
            if (bytes_in_row_ > limits_.row_bytes) return over_limit("row_too_large", limits_.row_bytes, {row.number, column});
            Cell& cell = row.cells[static_cast<std::size_t>(column) - 1];
            cell = open.first;
            cell.merged = true;
        }
        return {};
    }

    std::vector<CellRange> merges_;
    const Limits& limits_;
    std::size_t next_ = 0;
    std::vector<Open> open_;
    std::size_t cells_ = 0;
    std::size_t bytes_in_row_ = 0;
    int counted_row_ = 0;
};

class XlsxReader final : public Reader {
public:
    XlsxReader(std::unique_ptr<ZipParts> zip, const Limits& limits) : zip_(std::move(zip)), limits_(limits) {}

    /// Chooses the sheet and makes ready to read it.
    Done choose(std::string_view wanted) {
        const Workbook workbook = TRY(read_workbook(*zip_, limits_));
        const auto [sheet, survey] = TRY(find_sheet(workbook, wanted));
        description_.format = Format::xlsx;
        description_.sheet = sheet.name;
        description_.date_1904 = workbook.date_1904;
        for (const auto& other : workbook.sheets) {
            if (other.part != sheet.part) description_.other_sheets.push_back(other.name);
        }
        date_styles_ = TRY(read_date_styles(*zip_, workbook.styles_part, limits_));
        strings_ = TRY(SharedStrings::read(*zip_, workbook.strings_part, limits_));
        merges_ = std::make_unique<MergeFiller>(survey.merges, limits_);
        rows_ = std::make_unique<SheetRows>(TRY(zip_->part(sheet.part)), strings_, date_styles_, workbook.date_1904,
                                            survey.last_row, limits_);
        return {};
    }

    const Description& description() const override { return description_; }

    Result<bool> next(Row& row) override {
        if (!TRY(rows_->next(row))) return false;
        TRY(merges_->fill(row));
        return true;
    }

private:
    struct Found {
        SheetPart sheet;
        SheetSurvey survey;
    };

    Result<Found> find_sheet(const Workbook& workbook, std::string_view wanted) {
        for (const auto& sheet : workbook.sheets) {
            if (wanted.empty() ? sheet.hidden : sheet.name != wanted) continue;
            SheetSurvey survey = TRY(survey_sheet(*zip_, sheet.part, limits_));
            if (survey.has_data) return Found{sheet, std::move(survey)};
        }
        if (wanted.empty()) return refused("no_data");
        const bool there = std::any_of(workbook.sheets.begin(), workbook.sheets.end(),
                                       [&](const SheetPart& sheet) { return sheet.name == wanted; });
        return refused(there ? "no_data" : "no_such_sheet");
    }

    std::unique_ptr<ZipParts> zip_;
    Limits limits_;
    Description description_;
    std::vector<bool> date_styles_;
    SharedStrings strings_;
    std::unique_ptr<MergeFiller> merges_;
    std::unique_ptr<SheetRows> rows_;
};

}  // namespace

Result<std::unique_ptr<Reader>> open_xlsx(std::string_view bytes, const Limits& limits, std::string_view sheet) {
    auto reader = std::make_unique<XlsxReader>(TRY(ZipParts::open(bytes, limits)), limits);
    TRY(reader->choose(sheet));
    return std::unique_ptr<Reader>(std::move(reader));
}

}  // namespace homeward::tabular
