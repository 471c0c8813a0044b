// Files that mean harm: each is refused as a value, in bounded memory. How long it takes is for ./bench.

#include <gtest/gtest.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <fstream>
#include <random>

#include "tabular/read_whole.h"
#include "tabular/xlsx_fixture.h"

namespace homeward::tabular {
namespace {

using namespace std::string_literals;
using fixture::one_sheet;
using fixture::read_whole;

constexpr long most_extra_kb = 80 * 1024;

#if defined(__SANITIZE_ADDRESS__)
constexpr bool measured = false;
#elif defined(__has_feature)
#if __has_feature(address_sanitizer)
constexpr bool measured = false;
#else
constexpr bool measured = true;
#endif
#else
constexpr bool measured = true;
#endif

std::string repeated(std::string_view text, std::size_t times) {
    std::string all;
    all.reserve(text.size() * times);
    for (std::size_t at = 0; at < times; ++at) all += text;
    return all;
}

template <class Work>
long peak_kb(Work work) {
    const pid_t child = fork();
    if (child == 0) {
        work();
        _exit(0);
    }
    rusage usage{};
    int status = 0;
    wait4(child, &status, 0, &usage);
    EXPECT_EQ(status, 0) << "the reader died";
    return usage.ru_maxrss;
}

/// Reads without keeping rows: what an importer that streams needs.
std::string reason_of(std::string_view bytes) {
    auto opened = open(bytes);
    if (!opened) return opened.error().key;
    Row row;
    for (;;) {
        const auto more = (*opened)->next(row);
        if (!more) return more.error().key;
        if (!*more) return "none";
    }
}

/// Expects a refusal for this reason, and bounded memory beyond that of the file.
void expect_refused(const std::string& bytes, const std::string& reason) {
    EXPECT_EQ(reason_of(bytes), reason);
    if (!measured) return;
    const long baseline = peak_kb([] {});
    const long peak = peak_kb([&] { reason_of(bytes); });
    EXPECT_LT(peak - baseline, most_extra_kb) << reason;
}

std::string uzbek_list() {
    std::ifstream in(HOMEWARD_ROOT "/tests/data/arrivals/uz_mehr_arrivals.xlsx", std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

TEST(Hostile, ZipBombsAreRefusedByWhatTheyDeclareAndByWhatComesOut) {
    const std::string bomb = one_sheet("<sheetData>" + repeated("<row/>", 10u << 20) + "</sheetData>");
    expect_refused(bomb, "file.zip_bomb");
    // The same with sizes that lie: 1 MB in the directory.
    std::string lying = bomb;
    const auto entry = lying.find("PK\x01\x02"s);
    ASSERT_NE(entry, std::string::npos);
    for (auto at = entry; at != std::string::npos; at = lying.find("PK\x01\x02"s, at + 4)) {
        if (lying.compare(at + 46, 9, "xl/worksh") == 0) lying.replace(at + 24, 4, "\x00\x00\x10\x00"s);
    }
    const auto reason = read_whole(lying).reason();
    EXPECT_TRUE(reason == "file.zip_bomb" || reason == "file.damaged") << reason;
}

TEST(Hostile, ManySmallPartsThatAddUpAreABombToo) {
    std::vector<std::pair<std::string, std::string>> parts;
    std::mt19937 random(7);
    std::string noise(100u << 10, '\0');
    for (auto& c : noise) c = static_cast<char>('a' + random() % 2);
    for (int at = 0; at < 30; ++at) parts.emplace_back("xl/media/" + std::to_string(at), noise);
    parts.emplace_back("xl/workbook.xml", "<workbook/>");
    const std::string bytes = fixture::zip_of(parts);
    Limits limits;
    limits.unpacked_bytes = 2u << 20;
    EXPECT_EQ(read_whole(bytes, limits).reason(), "file.zip_bomb");
}

TEST(Hostile, DocumentTypesAndTheirEntitiesAreRefusedEverywhere) {
    const std::string laughs = "<?xml version=\"1.0\"?><!DOCTYPE x [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\">]>";
    const std::string outside = "<?xml version=\"1.0\"?><!DOCTYPE x SYSTEM \"file:///etc/passwd\">";
    for (const auto& prolog : {laughs, outside}) {
        fixture::Workbook workbook;
        workbook.sheets = {{"List", "<sheetData><row r=\"1\"><c r=\"A1\" t=\"str\"><v>&b;</v></c></row></sheetData>"}};
        workbook.prolog = prolog;
        expect_refused(bytes_of(workbook), "file.doctype");
    }
    expect_refused(fixture::zip_of({{"_rels/.rels", outside + "<Relationships/>"}, {"xl/workbook.xml", "<workbook/>"}}), "file.doctype");
    expect_refused(one_sheet("<sheetData><row r=\"1\"><c r=\"A1\"><v>&undefined;</v></c></row></sheetData>"), "file.damaged");
}

TEST(Hostile, MarkupThatDoesNotEndIsRefused) {
    expect_refused(one_sheet("<sheetData><row r=\"1\" x=\"" + std::string(5u << 20, 'x')), "file.markup_too_large");
    expect_refused(one_sheet("<!--" + repeated("0123456789 -", 400'000)), "file.markup_too_large");
    expect_refused(one_sheet(repeated("<a>", 100'000)), "file.markup_too_large");
}

TEST(Hostile, GiantCellsAreRefusedWithTheirPlace) {
    const std::string giant(5u << 20, 'x');
    const auto csv = read_whole("a,b\nc," + giant + "\n");
    EXPECT_EQ(csv.reason(), "file.cell_too_large");
    EXPECT_EQ(csv.at("row"), "2");
    EXPECT_EQ(csv.at("column"), "2");
    const auto in_place = read_whole(one_sheet("<sheetData><row r=\"7\"><c r=\"C7\" t=\"inlineStr\"><is><t>" + giant + "</t></is></c></row></sheetData>"));
    EXPECT_EQ(in_place.reason(), "file.cell_too_large");
    EXPECT_EQ(in_place.at("row"), "7");
    EXPECT_EQ(in_place.at("column"), "3");
    expect_refused(one_sheet("<sheetData><row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c></row></sheetData>", "<si><t>" + giant + "</t></si>"), "file.cell_too_large");
}

TEST(Hostile, OneLargeStringInEveryCellIsRefused) {
    std::string cells;
    for (int at = 0; at < 900; ++at) cells += "<c t=\"s\"><v>0</v></c>";
    const auto table = read_whole(one_sheet("<sheetData><row r=\"1\">" + cells + "</row></sheetData>", "<si><t>" + std::string(60'000, 'x') + "</t></si>"));
    EXPECT_EQ(table.reason(), "file.row_too_large");
    EXPECT_EQ(table.at("row"), "1");
}

TEST(Hostile, AMillionColumnsAreRefused) {
    expect_refused("a," + repeated(",", 1'000'000) + "\n", "file.too_many_columns");
    expect_refused(one_sheet("<sheetData><row r=\"1\">" + repeated("<c><v>1</v></c>", 500'000) + "</row></sheetData>"), "file.too_many_columns");
    const auto table = read_whole(one_sheet("<sheetData><row r=\"2\"><c r=\"XFD2\"><v>1</v></c></row></sheetData>"));
    EXPECT_EQ(table.reason(), "file.too_many_columns");
    EXPECT_EQ(table.at("row"), "2");
    EXPECT_EQ(table.at("column"), "16384");
}

TEST(Hostile, AMillionRowsAreRefused) {
    expect_refused(repeated("1,2,3\n", 1'000'000), "file.too_many_rows");
    std::string rows = "<sheetData>";
    for (int at = 1; at <= 1'000'000; ++at) rows += "<row r=\"" + std::to_string(at) + "\"><c><v>1</v></c></row>";
    expect_refused(one_sheet(rows + "</sheetData>"), "file.too_many_rows");
}

TEST(Hostile, AMillionSharedStringsAreRefused) {
    expect_refused(one_sheet("<sheetData><row r=\"1\"><c><v>1</v></c></row></sheetData>", repeated("<si/>", 1'100'000)), "file.too_many_strings");
}

TEST(Hostile, RowsAndCellsThatCannotBeAreDamage) {
    const auto row = [](const std::string& rows) { return read_whole(one_sheet("<sheetData>" + rows + "</sheetData>")).reason(); };
    EXPECT_EQ(row("<row r=\"2\"><c><v>1</v></c></row><row r=\"1\"><c><v>1</v></c></row>"), "file.rows_out_of_order");
    EXPECT_EQ(row("<row r=\"0\"><c><v>1</v></c></row>"), "file.damaged");
    EXPECT_EQ(row("<row r=\"-5\"><c><v>1</v></c></row>"), "file.damaged");
    EXPECT_EQ(row("<row r=\"2147483647\"><c><v>1</v></c></row><row><c><v>1</v></c></row>"), "file.damaged");
    EXPECT_EQ(row("<row r=\"99999999999999\"><c><v>1</v></c></row>"), "file.damaged");
    EXPECT_EQ(row("<row r=\"1\"><c r=\"B2\"><v>1</v></c></row>"), "file.damaged");
    EXPECT_EQ(row("<row r=\"1\"><c r=\"ZZZZZZZZZ1\"><v>1</v></c></row>"), "file.damaged");
    EXPECT_EQ(row("<row r=\"1\"><c t=\"s\"><v>5</v></c></row>"), "file.damaged");
    EXPECT_EQ(row("<row r=\"1\"><c t=\"s\"><v>-1</v></c></row>"), "file.damaged");
    EXPECT_EQ(row("<row r=\"1\"><c><v>1e999</v></c></row>"), "file.damaged");
    EXPECT_EQ(row("<row r=\"1\"><c><v>none</v></c></row>"), "file.damaged");
    EXPECT_EQ(row("<row r=\"1\"><c><v>1\0</v></c></row>"s), "file.damaged");
}

TEST(Hostile, MergedRangesCannotFillMemory) {
    std::string merges = "<mergeCells>";
    for (int at = 0; at < 90'000; ++at) merges += "<mergeCell ref=\"A1:XFD200000\"/>";
    expect_refused(one_sheet("<sheetData><row r=\"1\"><c t=\"s\"><v>0</v></c></row><row r=\"2\"><c r=\"CV2\"><v>1</v></c></row></sheetData>" + merges + "</mergeCells>",
                             "<si><t>" + std::string(60'000, 'x') + "</t></si>"), "file.overlapping_merges");
    expect_refused(one_sheet("<sheetData><row r=\"1\"><c t=\"s\"><v>0</v></c></row><row r=\"2\"><c r=\"CV2\"><v>1</v></c></row></sheetData><mergeCells><mergeCell ref=\"A1:XFD200000\"/></mergeCells>",
                             "<si><t>" + std::string(60'000, 'x') + "</t></si>"), "file.row_too_large");
    expect_refused(one_sheet("<sheetData><row r=\"1\"><c><v>1</v></c></row></sheetData><mergeCells>" + repeated("<mergeCell ref=\"A1:B2\"/>", 100'001)), "file.too_many_merges");
    EXPECT_EQ(read_whole(one_sheet("<sheetData><row r=\"1\"><c><v>1</v></c></row></sheetData><mergeCells><mergeCell ref=\"B2:A1\"/></mergeCells>")).reason(), "file.damaged");
}

TEST(Hostile, OtherZipFilesAreNamed) {
    const std::string inner = uzbek_list();
    EXPECT_EQ(read_whole(fixture::zip_of({{"list.xlsx", inner}})).reason(), "file.not_a_spreadsheet");
    EXPECT_EQ(read_whole(fixture::zip_of({{"word/document.xml", "<a/>"}, {"_rels/.rels", "<Relationships/>"}})).reason(), "file.not_a_spreadsheet");
    EXPECT_EQ(read_whole(fixture::zip_of({{"mimetype", "application/vnd.oasis.opendocument.spreadsheet"}, {"content.xml", "<a/>"}})).reason(), "file.is_opendocument");
    EXPECT_EQ(read_whole(fixture::zip_of({{"xl/workbook.bin", "x"}})).reason(), "file.is_binary_workbook");
    EXPECT_EQ(read_whole("PK\x03\x04 and no more").reason(), "file.damaged");
    std::vector<std::pair<std::string, std::string>> many;
    for (int at = 0; at < 2'100; ++at) many.emplace_back(std::to_string(at), "");
    EXPECT_EQ(read_whole(fixture::zip_of(many)).reason(), "file.too_many_parts");
}

TEST(Hostile, ATruncatedListIsRefusedWhereverItEnds) {
    const std::string whole = uzbek_list();
    ASSERT_EQ(reason_of(whole), "none");
    for (std::size_t size = 4; size < whole.size(); size += 97) EXPECT_EQ(reason_of(whole.substr(0, size)), "file.damaged") << size;
}

TEST(Hostile, FlippedBytesNeverBreakTheReader) {
    std::mt19937 random(20240514);
    const std::string whole = uzbek_list();
    for (int round = 0; round < 1'500; ++round) {
        std::string bytes = whole;
        for (int flips = 1 + static_cast<int>(random() % 8); flips > 0; --flips) bytes[random() % bytes.size()] = static_cast<char>(random());
        reason_of(bytes);
    }
    const std::string csv = "№;имя;год\n1;\"Али \"\"А\"\";2016\r\n2;Айша;2015\n";
    for (int round = 0; round < 5'000; ++round) {
        std::string bytes = csv;
        for (int flips = 1 + static_cast<int>(random() % 4); flips > 0; --flips) bytes[random() % bytes.size()] = static_cast<char>(random());
        reason_of(bytes);
    }
}

TEST(Hostile, ALargeHonestSheetTakesLittleMemory) {
    std::string rows = "<sheetData>";
    for (int at = 1; at <= 30'000; ++at) {
        rows += "<row r=\"" + std::to_string(at) + "\">";
        for (int column = 0; column < 16; ++column) rows += "<c t=\"inlineStr\"><is><t>text " + std::to_string(at * column) + "</t></is></c>";
        rows += "</row>";
    }
    const std::string bytes = one_sheet(rows + "</sheetData>");
    rows = {};
    EXPECT_EQ(reason_of(bytes), "none");
    if (!measured) return;
    const long baseline = peak_kb([] {});
    EXPECT_LT(peak_kb([&] { reason_of(bytes); }) - baseline, 60 * 1024);
}

}  // namespace
}  // namespace homeward::tabular
