#include <gtest/gtest.h>

#include "tabular/read_whole.h"
#include "tabular/xlsx_fixture.h"

namespace homeward::tabular {
namespace {

using fixture::one_sheet;
using fixture::read_whole;
using Texts = std::vector<std::string>;

const std::string date_styles =
    "<numFmts><numFmt numFmtId=\"164\" formatCode=\"dd\\.mm\\.yyyy;@\"/><numFmt numFmtId=\"165\" formatCode=\"0.00&quot; days&quot;\"/></numFmts>"
    "<cellStyleXfs><xf numFmtId=\"14\"/></cellStyleXfs>"
    "<cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/><xf numFmtId=\"164\"/><xf numFmtId=\"165\"/></cellXfs>";

TEST(Xlsx, ReadsEveryKindOfCell) {
    const auto table = read_whole(one_sheet(
        "<sheetData><row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"B1\"><v>2016</v></c><c r=\"C1\" s=\"1\"><v>42429</v></c>"
        "<c r=\"D1\" s=\"2\"><v>30149.5</v></c><c r=\"E1\" t=\"b\"><v>1</v></c><c r=\"F1\" t=\"e\"><v>#N/A</v></c>"
        "<c r=\"G1\" t=\"str\"><f>A1</f><v>shown</v></c><c r=\"H1\" t=\"inlineStr\"><is><r><t>in</t></r><r><t xml:space=\"preserve\"> line</t></r></is></c>"
        "<c r=\"I1\" s=\"3\"><v>1.25</v></c><c r=\"J1\" t=\"d\"><v>2015-03-14T00:00:00</v></c></row></sheetData>",
        "<si><r><rPr><b/></rPr><t>bold</t></r><r><t xml:space=\"preserve\"> plain</t></r><rPh sb=\"0\" eb=\"1\"><t>hint</t></rPh></si>",
        date_styles));
    ASSERT_FALSE(table.error) << table.reason();
    ASSERT_EQ(table.rows.size(), 1u);
    EXPECT_EQ(table.description.str(), "xlsx");
    EXPECT_EQ(table.texts(1), (Texts{"bold plain", "2016", "2016-02-29", "1982-07-17", "TRUE", "#N/A", "shown", "in line", "1.25", "2015-03-14"}));
    const auto& cells = table.rows[0].cells;
    EXPECT_EQ(cells[1].kind, CellKind::number);
    EXPECT_EQ(cells[2].kind, CellKind::date);
    EXPECT_EQ(cells[2].date, (Date{2016, 2, 29}));
    EXPECT_EQ(cells[4].kind, CellKind::boolean);
    EXPECT_EQ(cells[5].kind, CellKind::error);
    EXPECT_EQ(cells[8].kind, CellKind::number);
}

TEST(Xlsx, PutsCellsAndRowsWhereTheyBelong) {
    const auto table = read_whole(one_sheet(
        "<sheetData><row r=\"3\"><c r=\"D3\"><v>4</v></c><c r=\"B3\"><v>2</v></c></row><row><c><v>1</v></c><c><v>2</v></c></row></sheetData>"));
    ASSERT_EQ(table.rows.size(), 2u);
    EXPECT_EQ(table.texts(3), (Texts{"", "2", "", "4"}));
    EXPECT_EQ(table.texts(4), (Texts{"1", "2"}));
}

TEST(Xlsx, FillsMergedCellsAndMarksThem) {
    const auto table = read_whole(one_sheet(
        "<sheetData><row r=\"1\"><c r=\"A1\"><v>9</v></c></row><row r=\"2\"><c r=\"A2\"><v>7</v></c><c r=\"B2\"><v>1</v></c></row>"
        "<row r=\"3\"><c r=\"B3\"><v>2</v></c></row><row r=\"4\"><c r=\"B4\"><v>3</v></c></row></sheetData>"
        "<mergeCells><mergeCell ref=\"A2:A3\"/><mergeCell ref=\"A1:XFD1\"/></mergeCells>"));
    EXPECT_EQ(table.texts(1), (Texts{"9", "9"})) << "clipped to the columns in use";
    EXPECT_EQ(table.texts(3), (Texts{"7", "2"}));
    EXPECT_TRUE(table.rows[2].cells[0].merged);
    EXPECT_FALSE(table.rows[1].cells[0].merged);
    EXPECT_EQ(table.texts(4), (Texts{"", "3"}));
}

TEST(Xlsx, ChoosesTheFirstVisibleSheetWithDataAndListsTheOthers) {
    fixture::Workbook workbook;
    const std::string data = "<sheetData><row r=\"1\"><c r=\"A1\"><v>1</v></c></row></sheetData>";
    workbook.sheets = {{"Secret", data}, {"Blank", "<sheetData><row r=\"1\"><c r=\"A1\" s=\"1\"/></row></sheetData>"},
                       {"People", data}, {"Legend", "<sheetData><row r=\"1\"><c r=\"A1\"><v>2</v></c></row></sheetData>"}};
    workbook.hidden_sheet = "Secret";
    const std::string bytes = bytes_of(workbook);
    const auto table = read_whole(bytes);
    EXPECT_EQ(table.description.sheet, "People");
    EXPECT_EQ(table.description.other_sheets, (Texts{"Secret", "Blank", "Legend"}));
    EXPECT_EQ(read_whole(bytes, {}, "Legend").texts(1), (Texts{"2"}));
    EXPECT_EQ(read_whole(bytes, {}, "Elsewhere").reason(), "file.no_such_sheet");
    EXPECT_EQ(read_whole(bytes, {}, "Blank").reason(), "file.no_data");
}

TEST(Xlsx, CountsDaysFrom1904WhereTheWorkbookDoes) {
    fixture::Workbook workbook;
    workbook.workbook_attributes = "date1904=\"1\"";
    workbook.sheets = {{"List", "<sheetData><row r=\"1\"><c r=\"A1\" s=\"1\"><v>40967</v></c></row></sheetData>"}};
    workbook.styles = date_styles;
    const auto table = read_whole(bytes_of(workbook));
    EXPECT_TRUE(table.description.date_1904);
    EXPECT_EQ(table.texts(1), (Texts{"2016-02-29"}));
}

TEST(Xlsx, KnowsTheDayThat1900DidNotHave) {
    EXPECT_EQ(date_of_serial(1, false), (Date{1900, 1, 1}));
    EXPECT_EQ(date_of_serial(59, false), (Date{1900, 2, 28}));
    EXPECT_EQ(date_of_serial(60, false), std::nullopt);
    EXPECT_EQ(date_of_serial(61, false), (Date{1900, 3, 1}));
    EXPECT_EQ(date_of_serial(0, true), (Date{1904, 1, 1}));
    EXPECT_EQ(date_of_serial(-1, false), std::nullopt);
    EXPECT_EQ(date_of_serial(2'958'465, false), (Date{9999, 12, 31}));
    EXPECT_EQ(date_of_serial(2'958'466, false), std::nullopt);
}

TEST(Xlsx, StopsBehindTheLastValueOfAFormattedSheet) {
    const auto table = read_whole(one_sheet(
        "<sheetData><row r=\"1\"><c r=\"A1\"><v>1</v></c></row><row r=\"2\"><c r=\"A2\" s=\"1\"/></row><row r=\"1048576\"/></sheetData>"));
    ASSERT_FALSE(table.error) << table.reason();
    EXPECT_EQ(table.rows.size(), 1u);
}

TEST(Xlsx, WritesOutEscapedCharacters) {
    const auto table = read_whole(one_sheet("<sheetData><row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"B1\" t=\"str\"><v>_x005F_x000D_</v></c></row></sheetData>",
                                            "<si><t>a_x000A_b_x0</t></si>"));
    EXPECT_EQ(table.texts(1), (Texts{"a\nb_x0", "_x000D_"}));
}

TEST(Xlsx, ReadsPrefixedAndStrictMarkup) {
    auto parts = std::vector<std::pair<std::string, std::string>>{
        {"_rels/.rels", "<r:Relationships xmlns:r=\"p\"><r:Relationship Id=\"1\" Type=\"http://purl.oclc.org/ooxml/officeDocument/relationships/officeDocument\" Target=\"/xl/workbook.xml\"/></r:Relationships>"},
        {"xl/_rels/workbook.xml.rels", "<Relationships xmlns=\"p\"><Relationship Id=\"a\" Type=\"x/worksheet\" Target=\"../xl/./sheets/one.xml\"/></Relationships>"},
        {"xl/workbook.xml", "<x:workbook xmlns:x=\"http://purl.oclc.org/ooxml/spreadsheetml/main\" xmlns:q=\"rel\"><x:sheets><x:sheet name=\"L\" sheetId=\"1\" q:id=\"a\"/></x:sheets></x:workbook>"},
        {"xl/sheets/one.xml", "<x:worksheet xmlns:x=\"m\"><x:sheetData><x:row r=\"1\"><x:c r=\"A1\" t=\"inlineStr\"><x:is><x:t>ok</x:t></x:is></x:c></x:row></x:sheetData></x:worksheet>"}};
    EXPECT_EQ(read_whole(fixture::zip_of(parts)).texts(1), (Texts{"ok"}));
}

}  // namespace
}  // namespace homeward::tabular
