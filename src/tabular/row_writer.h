#pragma once
// Tables going out, CSV or XLSX, appended to a buffer as they grow: a reply streams what is there and clears it.
// Nothing touches the disk, and no cell can run: text stays text.

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"

namespace homeward::tabular {

class RowWriter {
public:
    virtual ~RowWriter() = default;
    virtual void text(std::string_view utf8) = 0;
    virtual void number(std::int64_t value) = 0;
    virtual void number(double value) = 0;
    virtual void date(Date value) = 0;
    virtual void empty() = 0;
    virtual void end_row() = 0;
    /// The last bytes. Nothing may be written after it.
    virtual void finish() = 0;
};

/// separator         between fields; a field that holds it, a quote or a line break is quoted
/// byte_order_mark   so that spreadsheet programs take the file for UTF-8
struct CsvOptions {
    char separator = ',';
    bool byte_order_mark = true;
};

/// CSV of RFC 4180, UTF-8, CR LF. A text that a spreadsheet would run as a formula (it starts with = + - @, a tab or
/// CR, also in full width) gets an apostrophe in front; numbers and dates do not, so -5 stays a number.
///
/// out       what is written is appended here; must outlive the writer
/// source    OWASP, CSV Injection; ASVS 5.0, 1.2.10
std::unique_ptr<RowWriter> csv_writer(std::string& out, CsvOptions options = {});

/// sheet     at most 31 characters of it are used, and none that a spreadsheet refuses in a sheet's name
/// heading   the first row is bold and stays in sight
struct XlsxOptions {
    std::string sheet = "1";
    bool heading = true;
};

/// XLSX, compressed while it is written, in some hundred kilobytes of memory whatever its length. Texts are written as
/// texts, formatted as such; a text longer than 32,767 characters is cut. Throws std::length_error after 1,048,576 rows.
///
/// source    ECMA-376 part 1; APPNOTE.TXT (zip)
std::unique_ptr<RowWriter> xlsx_writer(std::string& out, XlsxOptions options = {});

/// A workbook of several sheets, written one after the other.
class BookWriter : public RowWriter {
public:
    /// Ends this sheet; what follows goes into the next one. Not to be called in the last.
    virtual void next_sheet() = 0;
};

/// sheets    their names, at least one, each as in XlsxOptions; every first row is a heading
std::unique_ptr<BookWriter> xlsx_book_writer(std::string& out, const std::vector<std::string>& sheets);

}  // namespace homeward::tabular
