#pragma once
// Sheets of people's making, read a row at a time: CSV and XLSX behind one reader.

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "base/result.h"

namespace homeward::tabular {

/// How much of a file is read before it is refused. The values suit lists of people that a person keeps;
/// together they hold the reader's own memory under 100 MB and its time under some seconds, whatever the file.
struct Limits {
    std::size_t file_bytes = 32u << 20;          ///< the file as it was sent
    std::size_t unpacked_bytes = 128u << 20;     ///< all parts of an XLSX together
    std::size_t unpack_ratio = 150;              ///< unpacked to packed, asked above 8 MB
    std::size_t zip_entries = 2'000;
    std::size_t sheets = 200;
    std::size_t shared_strings = 1'000'000;
    std::size_t shared_string_bytes = 48u << 20;
    std::size_t styles = 70'000;                 ///< cell formats; a spreadsheet program stops at 65,490
    std::size_t merges = 100'000;
    std::size_t markup_bytes = 1u << 20;         ///< one XML tag or comment
    int markup_depth = 32;
    int rows = 200'000;
    int columns = 1'000;
    std::size_t cell_bytes = 64u << 10;          ///< UTF-8; a spreadsheet program stops at 32,767 characters
    std::size_t row_bytes = 512u << 10;
    std::size_t cells = 20'000'000;              ///< of one sheet, filled merged ones included
};

enum class CellKind { empty, text, number, date, boolean, error };

/// text     what a person sees, as written, white space kept; a date as `2015-03-14`, a number in its shortest form,
///          a boolean as `TRUE` or `FALSE`, an error as `#N/A`. CSV knows texts only.
/// number   of kinds number and date: the value in the file (for a date, days since the workbook's epoch)
/// date     of kind date, when the day exists
/// merged   a copy of the first cell of a merged range: what a person sees there, though the file has it once
struct Cell {
    CellKind kind = CellKind::empty;
    std::string text;
    double number = 0;
    std::optional<Date> date;
    bool merged = false;
};

/// number   from 1 as a spreadsheet shows it. In CSV a row is a record, however many lines it takes.
/// line     CSV: the line of the file on which the record starts, from 1; XLSX: 0
/// cells    up to the last one in the file; rows differ in length
struct Row {
    int number = 0;
    int line = 0;
    std::vector<Cell> cells;

    /// No cell of its own holds anything but white space.
    bool blank() const;
};

enum class Format { csv, xlsx };
enum class Encoding { utf8, utf8_bom, utf16le, utf16le_bom, utf16be, utf16be_bom, windows1251 };

/// What the file turned out to be; the name it came under plays no part.
struct Description {
    Format format = Format::csv;
    Encoding encoding = Encoding::utf8;   ///< CSV
    char separator = ',';                 ///< CSV: one of , ; | and tab
    std::string sheet;                    ///< XLSX: the name of the sheet that is read
    std::vector<std::string> other_sheets;
    bool date_1904 = false;               ///< XLSX: day 0 is 1904-01-01

    /// `xlsx`, or as in `csv; windows-1251; separator ;`.
    std::string str() const;
};

/// The day that a spreadsheet stores as a number; nothing for negative ones and for those after the year 9999.
/// The day 1900-02-29, which spreadsheets count and which never was, gives nothing either.
std::optional<Date> date_of_serial(double serial, bool date_1904);

/// Reads one sheet from its first row to its last. Rows come in order; those the file leaves out do not come.
class Reader {
public:
    virtual ~Reader() = default;
    virtual const Description& description() const = 0;
    /// Fills `row` and says true; false after the last row.
    /// errors    as `open`
    virtual Result<bool> next(Row& row) = 0;
};

/// Opens a sheet by its content.
///
/// bytes     must outlive the reader
/// sheet     XLSX: the sheet's name; empty: the first visible one that holds anything
/// errors    invalid and too_large, key `file.<reason>`; params `row`, `column` (both from 1) and `line` (CSV) where
///           known, `limit` where a limit was passed. Reasons: see file_reasons.h
Result<std::unique_ptr<Reader>> open(std::string_view bytes, const Limits& limits = {}, std::string_view sheet = {});

/// Whether the bytes start a CSV or XLSX file at all, without reading further.
bool looks_like_xlsx(std::string_view bytes);

}  // namespace homeward::tabular
