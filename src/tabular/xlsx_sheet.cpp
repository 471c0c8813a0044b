#include "tabular/xlsx_sheet.h"

#include <charconv>
#include <cmath>

#include "tabular/cell_reference.h"

namespace homeward::tabular {

namespace {

std::string shortest(double number) {
    char digits[40];
    const bool whole = std::abs(number) < 1e15 && number == std::floor(number);
    const auto end = whole ? std::to_chars(digits, digits + sizeof digits, static_cast<long long>(number)).ptr
                           : std::to_chars(digits, digits + sizeof digits, number).ptr;
    return {digits, end};
}

std::size_t as_size(int limit) { return static_cast<std::size_t>(limit); }

}  // namespace

Result<bool> SheetRows::next(Row& row) {
    if (done_ || !TRY(pull_.run()) || done_) return false;
    std::swap(row, current_);
    return true;
}

void SheetRows::start(std::string_view name, const XmlAttributes& attributes) {
    if (name == "sheetData") in_rows_ = true;
    if (!in_rows_) return;
    if (name == "row") start_row(attributes);
    else if (name == "c") start_cell(attributes);
    else if (name == "rPh") in_hint_ = true;
    else if (name == "v" || (name == "t" && !in_hint_)) in_value_ = true;
}

void SheetRows::end(std::string_view name) {
    if (!in_rows_) return;
    if (name == "v" || name == "t") in_value_ = false;
    else if (name == "rPh") in_hint_ = false;
    else if (name == "c") finish_cell();
    else if (name == "row") pull_.pause();
    else if (name == "sheetData") in_rows_ = false;
}

void SheetRows::text(std::string_view part) {
    if (!in_value_) return;
    value_ += part;
    if (value_.size() > limits_.cell_bytes) pull_.fail(over_limit("cell_too_large", limits_.cell_bytes, place()));
}

void SheetRows::start_row(const XmlAttributes& attributes) {
    const auto given = attributes.get("r");
    int number = number_ + 1;
    if (!given.empty()) {
        const auto [end, failed] = std::from_chars(given.data(), given.data() + given.size(), number);
        if (failed != std::errc() || end != given.data() + given.size()) return pull_.fail(refused("damaged", {number_}));
    }
    if (number <= number_) return pull_.fail(refused("rows_out_of_order", {number_}));
    if (number > last_row_) {
        done_ = true;
        return pull_.pause();
    }
    if (number > limits_.rows) return pull_.fail(over_limit("too_many_rows", as_size(limits_.rows), {number}));
    number_ = number;
    column_ = 0;
    row_bytes_ = 0;
    current_.number = number;
    current_.line = 0;
    current_.cells.clear();
}

void SheetRows::start_cell(const XmlAttributes& attributes) {
    const auto given = attributes.get("r");
    const auto reference = cell_reference(given);
    if (!given.empty() && (!reference || reference->row != number_)) return pull_.fail(refused("damaged", {number_}));
    column_ = reference ? reference->column : column_ + 1;
    if (column_ > limits_.columns) return pull_.fail(over_limit("too_many_columns", as_size(limits_.columns), place()));
    if (++cells_ > limits_.cells) return pull_.fail(over_limit("too_many_cells", limits_.cells, place()));
    type_ = attributes.get("t");
    const auto style = attributes.get("s");
    style_ = 0;
    std::from_chars(style.data(), style.data() + style.size(), style_);
    value_.clear();
}

void SheetRows::finish_cell() {
    if (column_ < 1) return;
    auto& cells = current_.cells;
    if (cells.size() < as_size(column_)) cells.resize(as_size(column_));
    Cell& cell = cells[as_size(column_) - 1];
    cell = {};
    if (value_.empty()) return;
    if (!fill(cell)) return pull_.fail(refused("damaged", place()));
    row_bytes_ += cell.text.size();
    if (row_bytes_ > limits_.row_bytes) pull_.fail(over_limit("row_too_large", limits_.row_bytes, place()));
}

/// Makes a cell of a value by its type. False when the value is none of that type.
bool SheetRows::fill(Cell& cell) {
    if (type_ == "s") return fill_shared(cell);
    if (type_.empty() || type_ == "n") return fill_number(cell);
    cell.kind = CellKind::text;
    if (type_ == "b") {
        cell.kind = CellKind::boolean;
        cell.text = value_ == "1" || value_ == "true" ? "TRUE" : "FALSE";
    } else if (type_ == "e") {
        cell.kind = CellKind::error;
        cell.text = value_;
    } else if (type_ == "d") {
        cell.date = Date::parse(std::string_view(value_).substr(0, 10));
        cell.kind = cell.date ? CellKind::date : CellKind::text;
        cell.text = cell.date ? cell.date->str() : value_;
    } else {
        cell.text = unescaped(value_);
    }
    return true;
}

bool SheetRows::fill_number(Cell& cell) {
    const char* const last = value_.data() + value_.size();
    const auto [end, failed] = std::from_chars(value_.data(), last, cell.number);
    if (failed != std::errc() || end != last || !std::isfinite(cell.number)) return false;
    cell.kind = CellKind::number;
    cell.text = shortest(cell.number);
    if (style_ >= date_styles_.size() || !date_styles_[style_]) return true;
    cell.date = date_of_serial(cell.number, date_1904_);
    if (!cell.date) return true;
    cell.kind = CellKind::date;
    cell.text = cell.date->str();
    return true;
}

bool SheetRows::fill_shared(Cell& cell) {
    std::size_t number = 0;
    const char* const last = value_.data() + value_.size();
    const auto [end, failed] = std::from_chars(value_.data(), last, number);
    if (failed != std::errc() || end != last || number >= strings_.size()) return false;
    cell.text = strings_.at(number);
    if (!cell.text.empty()) cell.kind = CellKind::text;
    return true;
}

}  // namespace homeward::tabular
