#include "people/arrival_list.h"

#include <array>

#include "people/arrival_columns.h"
#include "people/arrival_duplicates.h"
#include "people/arrival_families.h"
#include "people/arrival_rows.h"
#include "people/arrival_totals.h"
#include "tabular/file_reasons.h"
#include "tabular/table.h"

namespace homeward::people {

namespace {

constexpr int rows_before_header = 60;

// A list of one arrival: a hundred times the largest there was, and its verdict takes some 100 MB.
tabular::Limits list_limits() {
    tabular::Limits limits;
    limits.rows = 50'000;
    return limits;
}

Date today_utc() { return Date::of(Instant::system_now()); }

/// Reads a list row by row into a verdict.
class ListReader {
public:
    ListReader(tabular::Reader& reader, const ArrivalOptions& options)
        : reader_(reader), options_(options),
          context_{options.as_of, options.today.value_or(today_utc()), reader.description().date_1904} {}

    Result<ArrivalVerdict> read() {
        TRY(find_header());
        TRY(correct_columns(verdict_.columns, options_.corrections));
        const ColumnMap columns(verdict_.columns);
        for (const auto& row : held_) take(row, columns);
        held_.clear();
        tabular::Row row;
        while (TRY(reader_.next(row))) take(row, columns);
        if (readings_.empty()) return tabular::refused("no_people");
        judge(columns);
        return std::move(verdict_);
    }

private:
    /// Reads ahead to the row that names the most columns; what stands before it describes nobody.
    Done find_header() {
        double best = 0;
        tabular::Row row;
        while (held_.size() < rows_before_header && TRY(reader_.next(row))) {
            const bool asked = options_.header_row == row.number;
            const double score = options_.header_row ? (asked ? 1 : 0) : header_score(row);
            if (score > best) {
                best = score;
                verdict_.header_row = row.number;
                verdict_.columns = read_columns(row);
            }
            held_.push_back(std::move(row));
            row = {};
        }
        if (best <= 0) return tabular::refused("no_header");
        for (const auto& below : held_) {
            if (below.number == verdict_.header_row + 1 && join_second_line(verdict_.columns, below)) second_header_row_ = below.number;
        }
        return {};
    }

    void take(const tabular::Row& row, const ColumnMap& columns) {
        for (int left_out = last_row_ + 1; left_out < row.number; ++left_out) other(left_out, OtherRowKind::empty);
        last_row_ = row.number;
        if (row.number == verdict_.header_row) return;
        if (row.number == second_header_row_) return other(row.number, OtherRowKind::repeated_header);
        if (row.number < verdict_.header_row) return other(row.number, row.blank() ? OtherRowKind::empty : OtherRowKind::title);
        if (const auto kind = other_kind(row, verdict_.columns, columns, context_)) return other(row.number, *kind);
        if (readings_.empty()) verdict_.first_data_row = row.number;
        readings_.push_back(read_row(row, columns, context_));
    }

    void other(int row, OtherRowKind kind) { verdict_.other_rows.push_back({row, kind}); }

    /// What can be said only when all rows are read.
    void judge(const ColumnMap& columns) {
        gather_rows();
        verdict_.families = link_families(verdict_.rows);
        auto duplicates = find_duplicates(verdict_.rows);
        verdict_.duplicate_pairs = std::move(duplicates.pairs);
        verdict_.duplicates_complete = duplicates.complete;
        refuse_document_conflicts(verdict_.rows, columns.column(ColumnMeaning::document_number));
        for (auto& row : verdict_.rows) settle(row);
        count();
    }

    void gather_rows() {
        verdict_.rows.reserve(readings_.size());
        std::vector<std::optional<int>> year_hints;
        for (auto& reading : readings_) {
            year_hints.push_back(reading.year_hint);
            verdict_.rows.push_back(std::move(reading.row));
        }
        readings_.clear();
        fill_family_numbers(verdict_.rows);
        place_by_age(verdict_.rows, year_hints, options_.as_of);
    }

    void settle(ArrivalRow& row) {
        if (!row.refusals.empty()) {
            row.status = RowStatus::refused;
            row.warnings.clear();  // they are for what is imported
            ++verdict_.refused;
            return;
        }
        row.status = row.warnings.empty() ? RowStatus::accepted : RowStatus::accepted_with_warning;
        ++(row.warnings.empty() ? verdict_.accepted : verdict_.accepted_with_warning);
        std::sort(row.warnings.begin(), row.warnings.end(), [](const RowRemark& a, const RowRemark& b) { return a.reason < b.reason; });
        if (options_.register_matches) row.register_matches = options_.register_matches(row);
    }

    void count() {
        std::set<int> all;
        std::set<int> accepted;
        for (const auto& row : verdict_.rows) {
            all.insert(row.row);
            if (row.status != RowStatus::refused) accepted.insert(row.row);
        }
        verdict_.distinct_people = static_cast<int>(distinct_rows(all, verdict_.duplicate_pairs).size());
        verdict_.as_listed = totals_of(verdict_.rows, all);
        verdict_.accepted_rows = totals_of(verdict_.rows, accepted);
        verdict_.accepted_distinct_people = totals_of(verdict_.rows, distinct_rows(accepted, verdict_.duplicate_pairs));
    }

    tabular::Reader& reader_;
    const ArrivalOptions& options_;
    RowContext context_;
    ArrivalVerdict verdict_;
    std::vector<tabular::Row> held_;
    std::vector<RowReading> readings_;
    int last_row_ = 0;
    int second_header_row_ = 0;
};

Result<ArrivalVerdict> read_sheet(std::string_view bytes, const ArrivalOptions& options, std::string_view sheet) {
    const auto reader = TRY(tabular::open(bytes, list_limits(), sheet));
    ArrivalVerdict verdict = TRY(ListReader(*reader, options).read());
    verdict.format = reader->description().str();
    verdict.sheet = reader->description().sheet;
    verdict.other_sheets = reader->description().other_sheets;
    return verdict;
}

/// Another sheet that holds a list, when the first with data holds none: a cover page, say.
Result<ArrivalVerdict> read_other_sheets(std::string_view bytes, const ArrivalOptions& options, Error first) {
    const auto opened = tabular::open(bytes, list_limits());
    if (!opened) return first;
    for (const auto& sheet : (*opened)->description().other_sheets) {
        auto verdict = read_sheet(bytes, options, sheet);
        if (verdict) return verdict;
    }
    return first;
}

constexpr std::array<std::string_view, 19> meaning_names = {
    "ignored", "number", "family_name", "given_name", "patronymic", "full_name", "sex", "born_on", "age", "birth_place",
    "citizenship", "document", "document_number", "family_number", "relationship", "region", "district", "phone", "note"};

}  // namespace

std::string_view to_string(ColumnMeaning meaning) { return meaning_names[static_cast<std::size_t>(meaning)]; }

std::optional<ColumnMeaning> column_meaning_from(std::string_view name) {
    const auto found = std::find(meaning_names.begin(), meaning_names.end(), name);
    if (found == meaning_names.end()) return std::nullopt;
    return static_cast<ColumnMeaning>(found - meaning_names.begin());
}

std::string_view to_string(RowStatus status) {
    switch (status) {
        case RowStatus::accepted: return "accepted";
        case RowStatus::accepted_with_warning: return "warning";
        case RowStatus::refused: return "refused";
    }
    return {};
}

std::string_view to_string(OtherRowKind kind) {
    switch (kind) {
        case OtherRowKind::title: return "title";
        case OtherRowKind::empty: return "empty";
        case OtherRowKind::repeated_header: return "repeated_header";
        case OtherRowKind::total: return "total";
    }
    return {};
}

Result<ArrivalVerdict> read_arrival_list(std::string_view file, std::string_view bytes, const ArrivalOptions& options) {
    auto verdict = read_sheet(bytes, options, options.sheet);
    if (!verdict && verdict.error().key == "file.no_header" && options.sheet.empty()) {
        verdict = read_other_sheets(bytes, options, verdict.error());
    }
    if (!verdict) return verdict;
    verdict->file = file;
    verdict->as_of = options.as_of;
    return verdict;
}

FileError file_error(std::string_view file, const Error& error) {
    const auto number = [&](const std::string& param) {
        const auto found = error.params.find(param);
        return found == error.params.end() ? 0 : std::atoi(found->second.c_str());
    };
    const std::string_view key = error.key;
    return {std::string(file), number("row"), number("column"), std::string(key.substr(key.find('.') + 1))};
}

}  // namespace homeward::people
