#include "tabular/table.h"

#include <cmath>

#include "base/text.h"
#include "tabular/csv_reader.h"
#include "tabular/file_reasons.h"
#include "tabular/sniff.h"
#include "tabular/xlsx_reader.h"

namespace homeward::tabular {

namespace {

std::string_view name_of(Encoding encoding) {
    switch (encoding) {
        case Encoding::utf8: return "UTF-8";
        case Encoding::utf8_bom: return "UTF-8 with BOM";
        case Encoding::utf16le: return "UTF-16LE";
        case Encoding::utf16le_bom: return "UTF-16LE with BOM";
        case Encoding::utf16be: return "UTF-16BE";
        case Encoding::utf16be_bom: return "UTF-16BE with BOM";
        case Encoding::windows1251: return "windows-1251";
    }
    return {};
}

}  // namespace

bool Row::blank() const {
    return std::all_of(cells.begin(), cells.end(), [](const Cell& cell) {
        return cell.kind == CellKind::empty || cell.merged || trim(cell.text).empty();
    });
}

std::string Description::str() const {
    if (format == Format::xlsx) return "xlsx";
    const std::string written = separator == '\t' ? "tab" : std::string(1, separator);
    return "csv; " + std::string(name_of(encoding)) + "; separator " + written;
}

std::optional<Date> date_of_serial(double serial, bool date_1904) {
    constexpr double end_of_9999 = 2'958'466;
    if (!(serial >= 0) || serial >= end_of_9999) return std::nullopt;
    auto day = static_cast<std::int64_t>(std::floor(serial));
    if (date_1904) {
        if (day + 1'462 >= static_cast<std::int64_t>(end_of_9999)) return std::nullopt;
        return Date{1904, 1, 1}.plus_days(day);
    }
    // Day 1 is 1900-01-01, and day 60 a 29 February that 1900 did not have.
    if (day == 0 || day == 60) return std::nullopt;
    if (day > 60) --day;
    return Date{1899, 12, 31}.plus_days(day);
}

Result<std::unique_ptr<Reader>> open(std::string_view bytes, const Limits& limits, std::string_view sheet) {
    if (bytes.size() > limits.file_bytes) return over_limit("too_large", limits.file_bytes);
    const Format format = TRY(sniff(bytes));
    if (format == Format::xlsx) return open_xlsx(bytes, limits, sheet);
    return open_csv(bytes, limits);
}

}  // namespace homeward::tabular
