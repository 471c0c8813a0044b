#include "statistics/problems/number_rows.h"

#include <algorithm>
#include <charconv>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "base/text.h"
#include "tabular/table.h"

namespace homeward::statistics {
namespace {

constexpr std::size_t most_bytes = 128u << 20;
constexpr int most_digits = 15, most_decimals = 9;
constexpr std::int64_t most_scaled = 100'000'000'000'000'000;

tabular::Limits limits() {
    tabular::Limits limits;
    limits.file_bytes = most_bytes;
    limits.rows = 8'000'000;
    limits.columns = 100;
    limits.cell_bytes = 1'000;
    limits.cells = 64'000'000;
    return limits;
}

Error in_file(Error error, const std::string& file) {
    error.params["file"] = file;
    return error;
}

/// Visits each record that is not blank, the heading first.
template <class Visit>
Done each_record(const std::string& file, Visit visit) {
    const std::string bytes = TRY(read_whole_file(file));
    auto reader = tabular::open(bytes, limits());
    if (!reader) return in_file(reader.error(), file);
    tabular::Row row;
    for (;;) {
        const auto more = (*reader)->next(row);
        if (!more) return in_file(more.error(), file);
        if (!*more) return {};
        if (row.blank()) continue;
        TextRow texts{row.line, {}};
        for (const auto& cell : row.cells) texts.fields.emplace_back(trim(cell.text));
        TRY(visit(std::move(texts)));
    }
}

Result<std::vector<std::size_t>> places_of(const std::vector<std::string>& columns, const TextRow& heading, const std::string& file) {
    std::vector<std::size_t> places;
    for (const auto& column : columns) {
        if (std::ranges::count(heading.fields, column) != 1) return invalid("statistics.no_such_column", {}, {{"file", file}, {"column", column}});
        places.push_back(static_cast<std::size_t>(std::ranges::find(heading.fields, column) - heading.fields.begin()));
    }
    return places;
}

}  // namespace

Result<std::vector<TextRow>> read_columns(const std::string& file, const std::vector<std::string>& columns) {
    std::vector<TextRow> rows;
    std::vector<std::size_t> places;
    std::size_t width = 0;
    TRY(each_record(file, [&](TextRow row) -> Done {
        if (width == 0) {
            width = row.fields.size();
            places = TRY(places_of(columns, row, file));
            return {};
        }
        if (row.fields.size() != width) return about_line(file, row.line);
        TextRow chosen{row.line, {}};
        for (const std::size_t place : places) chosen.fields.push_back(std::move(row.fields[place]));
        rows.push_back(std::move(chosen));
        return {};
    }));
    if (width == 0) return invalid("file.empty", {}, {{"file", file}});
    return rows;
}

Result<std::vector<TextRow>> read_all_columns(const std::string& file) {
    std::vector<TextRow> rows;
    TRY(each_record(file, [&](TextRow row) -> Done {
        rows.push_back(std::move(row));
        return {};
    }));
    if (!rows.empty()) rows.erase(rows.begin());
    return rows;
}

std::optional<std::int64_t> whole_number(std::string_view text) {
    const auto number = decimal_number(text);
    return number && number->decimals == 0 ? std::optional(number->digits) : std::nullopt;
}

std::optional<Decimal> decimal_number(std::string_view text) {
    const bool negative = text.starts_with('-');
    if (negative) text.remove_prefix(1);
    const std::size_t point = text.find('.');
    std::string digits(text.substr(0, point));
    const std::string_view behind = point == std::string_view::npos ? std::string_view() : text.substr(point + 1);
    if (digits.empty() || (point != std::string_view::npos && behind.empty())) return std::nullopt;
    digits += behind;
    if (digits.size() > most_digits || behind.size() > most_decimals) return std::nullopt;
    if (!std::ranges::all_of(digits, [](char c) { return c >= '0' && c <= '9'; })) return std::nullopt;
    Decimal number{0, static_cast<int>(behind.size())};
    std::from_chars(digits.data(), digits.data() + digits.size(), number.digits);
    if (negative) number.digits = -number.digits;
    return number;
}

std::optional<std::int64_t> scaled(const Decimal& number, int decimals) {
    std::int64_t units = number.digits;
    for (int d = number.decimals; d < decimals; ++d) {
        units *= 10;
        if (units > most_scaled || units < -most_scaled) return std::nullopt;
    }
    return units;
}

Error about_line(const std::string& file, int line, const std::string& key) { return invalid(key, {}, {{"file", file}, {"line", std::to_string(line)}}); }

Result<std::string> read_whole_file(const std::string& file) {
    std::error_code failed;
    const bool regular = std::filesystem::is_regular_file(file, failed);
    std::ifstream in(file, std::ios::binary);
    if (!regular || !in) return Error{ErrorCode::not_found, "statistics.no_such_file", {}, {{"file", file}}};
    if (std::filesystem::file_size(file, failed) > most_bytes) return too_large("file.too_large", {{"file", file}, {"limit", std::to_string(most_bytes)}});
    std::ostringstream bytes;
    bytes << in.rdbuf();
    return std::move(bytes).str();
}

bool file_exists(const std::string& file) {
    std::error_code failed;
    return std::filesystem::exists(file, failed);
}

}  // namespace homeward::statistics
