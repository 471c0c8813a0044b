#include "tabular/xlsx_survey.h"

#include <charconv>

#include "tabular/file_reasons.h"
#include "tabular/xml_pull.h"

namespace homeward::tabular {

namespace {

// A spreadsheet program stops at 1,048,576.
constexpr int most_rows = 10'000'000;

class SurveyHandler final : public XmlHandler {
public:
    explicit SurveyHandler(const Limits& limits) : limits_(limits) {}
    XmlPull* pull = nullptr;
    SheetSurvey survey;

    void start(std::string_view name, const XmlAttributes& attributes) override {
        if (name == "row") start_row(attributes.get("r"));
        else if (name == "c") start_cell(attributes.get("r"));
        else if (name == "v" || name == "t") in_value_ = true;
        else if (name == "mergeCell") add_merge(attributes.get("ref"));
    }
    void end(std::string_view name) override {
        if (name == "v" || name == "t") in_value_ = false;
    }
    void text(std::string_view part) override {
        if (!in_value_ || part.empty()) return;
        survey.has_data = true;
        survey.last_row = std::max(survey.last_row, row_);
        survey.last_column = std::max(survey.last_column, column_);
    }
    int row() const override { return row_; }

private:
    void start_row(std::string_view number) {
        int given = row_ + 1;
        std::from_chars(number.data(), number.data() + number.size(), given);
        if (given < 1 || given > most_rows) return pull->fail(refused("damaged", {row_}));
        row_ = given;
        column_ = 0;
    }
    void start_cell(std::string_view reference) {
        const auto place = cell_reference(reference);
        column_ = place ? place->column : column_ + 1;
    }
    void add_merge(std::string_view text) {
        const auto range = cell_range(text);
        if (!range) return pull->fail(refused("damaged"));
        if (range->first.row == range->last.row && range->first.column == range->last.column) return;
        if (survey.merges.size() >= limits_.merges) return pull->fail(over_limit("too_many_merges", limits_.merges));
        survey.merges.push_back(*range);
    }

    const Limits& limits_;
    int row_ = 0;
    int column_ = 0;
    bool in_value_ = false;
};

/// A whole row may be merged, to column 16,384: only the part over the data matters.
void clip(SheetSurvey& survey) {
    std::erase_if(survey.merges, [&](const CellRange& range) {
        return range.first.row > survey.last_row || range.first.column > survey.last_column;
    });
    for (auto& range : survey.merges) {
        range.last.row = std::min(range.last.row, survey.last_row);
        range.last.column = std::min(range.last.column, survey.last_column);
    }
    std::sort(survey.merges.begin(), survey.merges.end(), [](const CellRange& a, const CellRange& b) {
        return a.first.row < b.first.row || (a.first.row == b.first.row && a.first.column < b.first.column);
    });
}

}  // namespace

Result<SheetSurvey> survey_sheet(ZipParts& zip, const std::string& part, const Limits& limits) {
    SurveyHandler handler(limits);
    XmlPull pull(TRY(zip.part(part)), handler, limits);
    handler.pull = &pull;
    TRY(pull.run());
    clip(handler.survey);
    return std::move(handler.survey);
}

}  // namespace homeward::tabular
