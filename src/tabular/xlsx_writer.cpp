#include <charconv>
#include <cmath>
#include <stdexcept>

#include "base/text.h"
#include "tabular/row_writer.h"
#include "tabular/zip_stream.h"

namespace homeward::tabular {

namespace {

constexpr int most_rows = 1'048'576;
constexpr std::size_t most_characters = 32'767;
constexpr std::size_t flush_bytes = 64 * 1024;

#define XML_HEAD "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
#define MAIN_NS "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
#define REL_NS "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
#define PACKAGE_NS "http://schemas.openxmlformats.org/package/2006/"

constexpr std::string_view content_types = XML_HEAD
    "<Types xmlns=\"" PACKAGE_NS "content-types\">"
    "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
    "<Default Extension=\"xml\" ContentType=\"application/xml\"/>"
    "<Override PartName=\"/xl/workbook.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml\"/>"
    "<Override PartName=\"/xl/styles.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml\"/>";
constexpr std::string_view package_relationships = XML_HEAD
    "<Relationships xmlns=\"" PACKAGE_NS "relationships\">"
    "<Relationship Id=\"rId1\" Type=\"" REL_NS "/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>";
// Cell formats: 0 plain, 1 text, 2 heading (bold text), 3 date.
constexpr std::string_view styles = XML_HEAD
    "<styleSheet xmlns=\"" MAIN_NS "\">"
    "<numFmts count=\"1\"><numFmt numFmtId=\"164\" formatCode=\"yyyy\\-mm\\-dd\"/></numFmts>"
    "<fonts count=\"2\"><font><sz val=\"11\"/><name val=\"Calibri\"/></font>"
    "<font><b/><sz val=\"11\"/><name val=\"Calibri\"/></font></fonts>"
    "<fills count=\"2\"><fill><patternFill patternType=\"none\"/></fill><fill><patternFill patternType=\"gray125\"/></fill></fills>"
    "<borders count=\"1\"><border><left/><right/><top/><bottom/><diagonal/></border></borders>"
    "<cellStyleXfs count=\"1\"><xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\"/></cellStyleXfs>"
    "<cellXfs count=\"4\"><xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\"/>"
    "<xf numFmtId=\"49\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\" applyNumberFormat=\"1\"/>"
    "<xf numFmtId=\"49\" fontId=\"1\" fillId=\"0\" borderId=\"0\" xfId=\"0\" applyNumberFormat=\"1\" applyFont=\"1\"/>"
    "<xf numFmtId=\"164\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\" applyNumberFormat=\"1\"/></cellXfs>"
    "<cellStyles count=\"1\"><cellStyle name=\"Normal\" xfId=\"0\" builtinId=\"0\"/></cellStyles></styleSheet>";

/// Text for XML 1.0 in a cell: characters that XML cannot hold as `_xHHHH_`, and what looks like that escaped.
void append_escaped(std::string& out, std::string_view utf8) {
    constexpr char hex[] = "0123456789ABCDEF";
    while (!utf8.empty()) {
        const bool looks_escaped = utf8.size() >= 7 && utf8.starts_with("_x") && utf8[6] == '_';
        const char32_t c = next_code_point(utf8);
        if (c == U'&') out += "&amp;";
        else if (c == U'<') out += "&lt;";
        else if (c == U'>') out += "&gt;";
        else if (c == U'"') out += "&quot;";
        else if (looks_escaped) out += "_x005F_";
        else if (c < 0x20 && c != U'\n' && c != U'\t') out.append("_x00").append({hex[c >> 4], hex[c & 15], '_'});
        else append_utf8(out, c == 0xFFFE || c == 0xFFFF ? U'\uFFFD' : c);
    }
}

std::string sheet_name(std::string_view wanted) {
    std::string name;
    for (std::size_t characters = 0; !wanted.empty() && characters < 31; ++characters) {
        const char32_t c = next_code_point(wanted);
        append_utf8(name, c < 0x20 || std::u32string_view(U"[]:*?/\\'").find(c) != std::u32string_view::npos ? U' ' : c);
    }
    return trim(name).empty() ? "1" : std::string(trim(name));
}

std::string column_name(int column) {
    std::string name;
    for (; column > 0; column = (column - 1) / 26) name.insert(name.begin(), static_cast<char>('A' + (column - 1) % 26));
    return name;
}

/// The number that a spreadsheet keeps for a day; 0 for those before 1900-03-01, where programs disagree.
std::int64_t serial_of(Date date) {
    const auto serial = date.days() - Date{1899, 12, 30}.days();
    return serial > 60 ? serial : 0;
}

class XlsxWriter final : public BookWriter {
public:
    XlsxWriter(std::string& out, const std::vector<std::string>& sheets, bool heading) : zip_(out), heading_(heading) {
        std::string types(content_types), workbook = XML_HEAD "<workbook xmlns=\"" MAIN_NS "\" xmlns:r=\"" REL_NS "\"><sheets>";
        std::string relationships = XML_HEAD "<Relationships xmlns=\"" PACKAGE_NS "relationships\">";
        for (std::size_t i = 0; i < sheets.size(); ++i) {
            const std::string number = std::to_string(i + 1);
            types += "<Override PartName=\"/xl/worksheets/sheet" + number +
                     ".xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml\"/>";
            relationships += "<Relationship Id=\"rId" + number + "\" Type=\"" REL_NS "/worksheet\" Target=\"worksheets/sheet" + number + ".xml\"/>";
            workbook += "<sheet name=\"";
            append_escaped(workbook, sheet_name(sheets[i]));
            workbook += "\" sheetId=\"" + number + "\" r:id=\"rId" + number + "\"/>";
        }
        zip_.add("[Content_Types].xml", types + "</Types>");
        zip_.add("_rels/.rels", package_relationships);
        zip_.add("xl/_rels/workbook.xml.rels", relationships + "<Relationship Id=\"rId" + std::to_string(sheets.size() + 1) +
                                                   "\" Type=\"" REL_NS "/styles\" Target=\"styles.xml\"/></Relationships>");
        zip_.add("xl/styles.xml", styles);
        zip_.add("xl/workbook.xml", workbook + "</sheets></workbook>");
        begin_sheet();
    }

    void next_sheet() override {
        end_sheet();
        begin_sheet();
    }
    void text(std::string_view utf8) override {
        if (utf8.empty()) return empty();
        open_cell(heading_ && row_ == 0 ? 2 : 1, " t=\"inlineStr\"");
        sheet_ += "<is><t xml:space=\"preserve\">";
        append_escaped(sheet_, shortened(utf8, most_characters - 1));
        sheet_ += "</t></is></c>";
    }
    void number(std::int64_t value) override { value_cell(0, value); }
    void number(double value) override {
        if (std::isfinite(value)) value_cell(0, value); else empty();
    }
    void date(Date value) override {
        if (const auto serial = serial_of(value)) value_cell(3, serial); else text(value.str());
    }
    void empty() override {
        open_row();
        ++column_;
    }
    void end_row() override {
        open_row();
        sheet_ += "</row>";
        ++row_;
        column_ = 0;
        row_open_ = false;
        if (sheet_.size() >= flush_bytes) flush();
    }
    void finish() override {
        end_sheet();
        zip_.finish();
    }

private:
    void begin_sheet() {
        zip_.begin("xl/worksheets/sheet" + std::to_string(++sheet_number_) + ".xml");
        sheet_ = XML_HEAD "<worksheet xmlns=\"" MAIN_NS "\"><sheetViews><sheetView workbookViewId=\"0\">";
        if (heading_) sheet_ += "<pane ySplit=\"1\" topLeftCell=\"A2\" activePane=\"bottomLeft\" state=\"frozen\"/>";
        sheet_ += "</sheetView></sheetViews><sheetFormatPr defaultColWidth=\"18\" defaultRowHeight=\"15\"/><sheetData>";
        row_ = column_ = 0;
    }
    void end_sheet() {
        sheet_ += "</sheetData></worksheet>";
        flush();
        zip_.end();
    }
    void open_row() {
        if (row_open_) return;
        if (row_ >= most_rows) throw std::length_error("a sheet holds 1,048,576 rows");
        sheet_ += "<row r=\"" + std::to_string(row_ + 1) + "\">";
        row_open_ = true;
    }
    void open_cell(int style, std::string_view type) {
        open_row();
        ++column_;
        sheet_.append("<c r=\"").append(column_name(column_)).append(std::to_string(row_ + 1)).append("\"");
        if (style) sheet_.append(" s=\"").append(std::to_string(style)).append("\"");
        sheet_.append(type).append(">");
    }
    template <class Number>
    void value_cell(int style, Number value) {
        open_cell(style, "");
        char digits[40];
        sheet_.append("<v>").append(digits, std::to_chars(digits, digits + sizeof digits, value).ptr).append("</v></c>");
    }
    void flush() {
        zip_.write(sheet_);
        sheet_.clear();
    }

    ZipStream zip_;
    bool heading_;
    std::string sheet_;
    int sheet_number_ = 0;
    int row_ = 0;
    int column_ = 0;
    bool row_open_ = false;
};

}  // namespace

std::unique_ptr<RowWriter> xlsx_writer(std::string& out, XlsxOptions options) {
    return std::make_unique<XlsxWriter>(out, std::vector{options.sheet}, options.heading);
}

std::unique_ptr<BookWriter> xlsx_book_writer(std::string& out, const std::vector<std::string>& sheets) {
    return std::make_unique<XlsxWriter>(out, sheets, true);
}

}  // namespace homeward::tabular
