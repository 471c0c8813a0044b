#include <gtest/gtest.h>

#include "tabular/read_whole.h"
#include "tabular/row_writer.h"

namespace homeward::tabular {
namespace {

using fixture::read_whole;
using Texts = std::vector<std::string>;

TEST(CsvWriter, QuotesAndEndsLinesAsSpreadsheetsDo) {
    std::string out;
    const auto writer = csv_writer(out, {';', false});
    writer->text("a;b");
    writer->text("say \"yes\"");
    writer->empty();
    writer->number(std::int64_t{-5});
    writer->number(0.5);
    writer->date({2024, 5, 14});
    writer->text("two\nlines");
    writer->end_row();
    writer->text("x");
    writer->end_row();
    writer->finish();
    EXPECT_EQ(out, "\"a;b\";\"say \"\"yes\"\"\";;-5;0.5;2024-05-14;\"two\nlines\"\r\nx\r\n");
}

TEST(CsvWriter, TakesTheForceFromFormulas) {
    for (const std::string text : {"=1+1", "+998", "-", "@SUM(A1)", "\tx", "\rx", "＝1+1"}) {
        std::string out;
        const auto writer = csv_writer(out);
        writer->text(text);
        writer->end_row();
        const auto table = read_whole(out);
        EXPECT_EQ(table.texts(1), (Texts{"'" + text})) << text;
        EXPECT_TRUE(out.starts_with("\xEF\xBB\xBF"));
    }
    std::string plain;
    csv_writer(plain, {',', false})->text("a=b");
    EXPECT_EQ(plain, "a=b");
}

TEST(XlsxWriter, IsReadBackAsWritten) {
    std::string out;
    const auto writer = xlsx_writer(out, {"People: [all]", true});
    writer->text("Name");
    writer->text("Born");
    writer->text("Visits");
    writer->end_row();
    writer->text("=HYPERLINK(\"http://x\")");
    writer->date({2015, 3, 14});
    writer->number(std::int64_t{-3});
    writer->number(2.5);
    writer->empty();
    writer->text("a\n<b> & _x000D_ \x01");
    writer->end_row();
    writer->finish();
    const auto table = read_whole(out);
    ASSERT_FALSE(table.error) << table.reason();
    EXPECT_EQ(table.description.sheet, "People   all");
    EXPECT_EQ(table.texts(1), (Texts{"Name", "Born", "Visits"}));
    EXPECT_EQ(table.texts(2), (Texts{"=HYPERLINK(\"http://x\")", "2015-03-14", "-3", "2.5", "", "a\n<b> & _x000D_ \x01"}));
    EXPECT_EQ(table.rows[1].cells[0].kind, CellKind::text);
    EXPECT_EQ(table.rows[1].cells[1].kind, CellKind::date);
    EXPECT_EQ(table.rows[1].cells[2].kind, CellKind::number);
    EXPECT_EQ(out.find("<f>"), std::string::npos);
}

TEST(XlsxWriter, StreamsInLittleMemory) {
    std::string out;
    std::string whole;
    std::size_t most = 0;
    const auto writer = xlsx_writer(out);
    for (int row = 0; row < 20'000; ++row) {
        for (int column = 0; column < 10; ++column) writer->text("cell " + std::to_string(row * column));
        writer->end_row();
        most = std::max(most, out.size());
        whole += out;
        out.clear();
    }
    writer->finish();
    whole += out;
    EXPECT_LT(most, 256u * 1024);
    const auto table = read_whole(whole);
    ASSERT_FALSE(table.error) << table.reason();
    ASSERT_EQ(table.rows.size(), 20'000u);
    EXPECT_EQ(table.texts(20'000)[9], "cell 179991");
}

TEST(XlsxWriter, RefusesARowTooMany) {
    std::string out;
    const auto writer = xlsx_writer(out);
    for (int row = 0; row < 1'048'576; ++row) writer->end_row();
    EXPECT_THROW(writer->end_row(), std::length_error);
}

}  // namespace
}  // namespace homeward::tabular
