#include <gtest/gtest.h>

#include "base/text.h"
#include "tabular/read_whole.h"

namespace homeward::tabular {
namespace {

using namespace std::string_literals;
using fixture::read_whole;
using Texts = std::vector<std::string>;

std::string utf16(std::u16string_view text, bool little) {
    std::string bytes;
    for (const char16_t unit : text) {
        const char low = static_cast<char>(unit & 0xFF);
        const char high = static_cast<char>(unit >> 8);
        bytes += little ? low : high;
        bytes += little ? high : low;
    }
    return bytes;
}

TEST(Csv, CountsRecordsAndTheLinesTheyStartOn) {
    const auto table = read_whole("a,b\r\n\"two\nlines\",c\n\nd,\"say \"\"yes\"\"\"\n");
    ASSERT_FALSE(table.error);
    ASSERT_EQ(table.rows.size(), 4u);
    EXPECT_EQ(table.texts(2), (Texts{"two\nlines", "c"}));
    EXPECT_EQ(table.texts(3), (Texts{""}));
    EXPECT_TRUE(table.rows[2].blank());
    EXPECT_EQ(table.texts(4), (Texts{"d", "say \"yes\""}));
    EXPECT_EQ(table.rows[3].line, 5);
}

TEST(Csv, KeepsALineBreakInACellAsOneLineFeed) {
    const auto table = read_whole("\"a\r\nb\";1\r\n\"c\";2\r\n");
    EXPECT_EQ(table.texts(1), (Texts{"a\nb", "1"}));
    EXPECT_EQ(table.rows[1].line, 3);
}

TEST(Csv, TakesALoneCarriageReturnForALineEndOnlyWhereThereIsNoOther) {
    EXPECT_EQ(read_whole("a,b\rc,d").texts(2), (Texts{"c", "d"}));
    EXPECT_EQ(read_whole("a,b\rc,d\n").texts(1), (Texts{"a", "b\rc", "d"}));
}

TEST(Csv, FindsTheSeparatorThatPartsEvenly) {
    EXPECT_EQ(read_whole("n;place\n1;Mosul, Iraq\n2;Raqqa, Syria, camp\n").description.separator, ';');
    EXPECT_EQ(read_whole("n\tplace\n1\tMosul, Iraq; north\n").description.separator, '\t');
    EXPECT_EQ(read_whole("n|place\n1|x\n").description.separator, '|');
    EXPECT_EQ(read_whole("n,place\n1,\"a;b;c;d\"\n2,\"e;f;g;h\"\n").description.separator, ',');
    EXPECT_EQ(read_whole("List of arrivals; 2024\nn,a,b,c\n1,2,3,4\n").description.separator, ',');
}

TEST(Csv, HonoursADeclaredSeparatorAndDoesNotCountItsLine) {
    const auto table = read_whole("sep=|\r\na|b,c;d\r\n");
    EXPECT_EQ(table.description.separator, '|');
    EXPECT_EQ(table.texts(1), (Texts{"a", "b,c;d"}));
    EXPECT_EQ(table.rows[0].line, 2);
}

TEST(Csv, KnowsItsEncodings) {
    const Texts expected = {"имя", "Ғалия"};
    const auto utf8 = read_whole("имя;Ғалия\n");
    EXPECT_EQ(utf8.description.str(), "csv; UTF-8; separator ;");
    EXPECT_EQ(utf8.texts(1), expected);
    const auto marked = read_whole("\xEF\xBB\xBFимя,Ғалия\n");
    EXPECT_EQ(marked.description.str(), "csv; UTF-8 with BOM; separator ,");
    EXPECT_EQ(marked.texts(1), expected);
    const auto little = read_whole(utf16(u"\uFEFFимя\tҒалия\n", true));
    EXPECT_EQ(little.description.str(), "csv; UTF-16LE with BOM; separator tab");
    EXPECT_EQ(little.texts(1), expected);
    const auto big = read_whole(utf16(u"\uFEFFимя|Ғалия\n", false));
    EXPECT_EQ(big.description.str(), "csv; UTF-16BE with BOM; separator |");
    EXPECT_EQ(big.texts(1), expected);
    const auto unmarked = read_whole(utf16(u"имя;2015\n", true));
    EXPECT_EQ(unmarked.description.str(), "csv; UTF-16LE; separator ;");
    EXPECT_EQ(unmarked.texts(1), (Texts{"имя", "2015"}));
}

TEST(Csv, ReadsWindows1251) {
    // "Фамилия;Имя\nКасымова;Айгуль №7\n"
    const auto table = read_whole("\xD4\xE0\xEC\xE8\xEB\xE8\xFF;\xC8\xEC\xFF\n\xCA\xE0\xF1\xFB\xEC\xEE\xE2\xE0;\xC0\xE9\xE3\xF3\xEB\xFC \xB9" "7\n");
    EXPECT_EQ(table.description.str(), "csv; windows-1251; separator ;");
    EXPECT_EQ(table.texts(1), (Texts{"Фамилия", "Имя"}));
    EXPECT_EQ(table.texts(2), (Texts{"Касымова", "Айгуль №7"}));
}

TEST(Csv, ReadsCharactersBeyondTheBasicPlane) {
    EXPECT_EQ(read_whole(utf16(u"\uFEFF\U0001F600,b\n", true)).texts(1), (Texts{"😀", "b"}));
}

TEST(Csv, NamesThePlaceOfInvalidUtf8) {
    const auto table = read_whole("имя,год\nАйша,20\xD0\n");
    EXPECT_EQ(table.reason(), "file.invalid_utf8");
    EXPECT_EQ(table.at("row"), "2");
    EXPECT_EQ(table.at("column"), "2");
    EXPECT_EQ(table.at("line"), "2");
    EXPECT_EQ(read_whole("name,born\nAli,\xFF\xFE\xFA\n").reason(), "file.invalid_utf8");
    EXPECT_EQ(read_whole("\xEF\xBB\xBFname\n\xE0\xE5\xE8\xED\xEE\xF0\xF1\xF2\xEB\xE2\n").reason(), "file.invalid_utf8");
}

TEST(Csv, RefusesHalfCharactersOfUtf16) {
    EXPECT_EQ(read_whole("\xFF\xFE" "a\0b"s).reason(), "file.invalid_utf16");
    EXPECT_EQ(read_whole(utf16(u"\uFEFFa,", true) + "\x00\xD8"s + utf16(u"b", true)).reason(), "file.invalid_utf16");
}

TEST(Csv, NamesWhereAnUnclosedQuoteOpens) {
    const auto table = read_whole("a,b\nc,\"d\ne,f\n");
    EXPECT_EQ(table.reason(), "file.unterminated_quote");
    EXPECT_EQ(table.at("row"), "2");
    EXPECT_EQ(table.at("column"), "2");
    EXPECT_EQ(table.at("line"), "2");
}

TEST(Csv, NamesThePlaceOfANulByte) {
    const auto table = read_whole("a,b\nc,d\0e\n"s);
    EXPECT_EQ(table.reason(), "file.nul_byte");
    EXPECT_EQ(table.at("row"), "2");
    EXPECT_EQ(table.at("column"), "2");
}

TEST(Csv, RefusesWhatIsBeyondTheLimits) {
    Limits limits;
    limits.rows = 3;
    limits.columns = 4;
    limits.cell_bytes = 5;
    limits.row_bytes = 8;
    limits.file_bytes = 60;
    EXPECT_EQ(read_whole("1\n2\n3\n", limits).reason(), "none");
    const auto rows = read_whole("1\n2\n3\n4\n", limits);
    EXPECT_EQ(rows.reason(), "file.too_many_rows");
    EXPECT_EQ(rows.at("limit"), "3");
    EXPECT_EQ(rows.error->code, ErrorCode::too_large);
    const auto columns = read_whole("1,2,3,4\n1,2,3,4,5\n", limits);
    EXPECT_EQ(columns.reason(), "file.too_many_columns");
    EXPECT_EQ(columns.at("row"), "2");
    EXPECT_EQ(columns.at("column"), "5");
    const auto cell = read_whole("1,123456\n", limits);
    EXPECT_EQ(cell.reason(), "file.cell_too_large");
    EXPECT_EQ(cell.at("column"), "2");
    EXPECT_EQ(read_whole("12345,12345\n", limits).reason(), "file.row_too_large");
    EXPECT_EQ(read_whole(std::string(61, 'x'), limits).reason(), "file.too_large");
}

TEST(Csv, NamesOtherKindsOfFiles) {
    EXPECT_EQ(read_whole("").reason(), "file.empty");
    EXPECT_EQ(read_whole("\xEF\xBB\xBF \r\n\r\n").reason(), "file.empty");
    EXPECT_EQ(read_whole("%PDF-1.7\n").reason(), "file.is_pdf");
    EXPECT_EQ(read_whole("<html><table><tr><td>1</td></tr></table></html>").reason(), "file.is_markup");
    EXPECT_EQ(read_whole("<?xml version=\"1.0\"?><Workbook/>").reason(), "file.is_markup");
    EXPECT_EQ(read_whole("\x1F\x8B\x08 more").reason(), "file.is_archive");
    const std::string compound = "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1" + std::string(600, '\0');
    EXPECT_EQ(read_whole(compound + utf16(u"Workbook", true)).reason(), "file.old_excel");
    EXPECT_EQ(read_whole(compound + utf16(u"EncryptedPackage", true)).reason(), "file.encrypted");
}

}  // namespace
}  // namespace homeward::tabular
