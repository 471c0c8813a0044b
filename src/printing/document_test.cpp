#include <qpdf/qpdf-c.h>

#include <cstdio>
#include <fstream>
#include <regex>

#include "base/file_for_tests.h"
#include "printing/document.h"

namespace homeward::printing {
namespace {

const Instant made_at = *Instant::parse("2026-11-22T05:00:00Z");

/// What another program reads in a PDF: `pdftotext`, `pdfinfo` with `options`.
std::string read_by(const std::string& program, const std::string& pdf) {
    const FileForTests file(".pdf");
    std::ofstream(file.path, std::ios::binary) << pdf;
    const std::string command = program + " '" + file.path + "'" + (program.starts_with("pdftotext") ? " -" : "");
    FILE* pipe = popen(command.c_str(), "r");
    std::string out;
    char part[4096];
    for (std::size_t n; (n = fread(part, 1, sizeof part, pipe)) > 0;) out.append(part, n);
    EXPECT_EQ(pclose(pipe), 0) << command;
    return out;
}

std::string text_of(const Document& document) { return read_by("pdftotext -layout", to_pdf(document, made_at)); }
int pages_of(const Document& document) {
    std::smatch found;
    const std::string info = read_by("pdfinfo", to_pdf(document, made_at));
    return std::regex_search(info, found, std::regex("Pages: +(\\d+)")) ? std::stoi(found[1]) : 0;
}

Document with(std::vector<Block> blocks, std::string language = "en") {
    return {.title = "A title", .language = std::move(language), .blocks = std::move(blocks)};
}

std::size_t count_of(const std::string& part, const std::string& text) {
    std::size_t count = 0;
    for (auto at = text.find(part); at != std::string::npos; at = text.find(part, at + part.size())) ++count;
    return count;
}

/// The PDF with its objects and streams in clear.
std::string unpacked(const std::string& pdf) {
    qpdf_data file = qpdf_init();
    EXPECT_EQ(qpdf_read_memory(file, "test", pdf.data(), pdf.size(), nullptr), 0);
    qpdf_init_write_memory(file);
    qpdf_set_qdf_mode(file, QPDF_TRUE);
    qpdf_set_object_stream_mode(file, qpdf_o_disable);
    EXPECT_EQ(qpdf_write(file), 0);
    std::string out(reinterpret_cast<const char*>(qpdf_get_buffer(file)), qpdf_get_buffer_length(file));
    qpdf_cleanup(&file);
    return out;
}

TEST(Pdf, HoldsTheLettersOfAllOurLanguages) {
    const std::vector<std::pair<std::string, std::string>> samples{
        {"ru", "Возвращение и объединение семьи, ещё ёлка"}, {"kk", "Қазақстан: әіңғүұқөһ"}, {"ky", "Кыргызстан: ңөү"},
        {"tg", "Тоҷикистон: ғӣқӯҳҷ"}, {"uz", "Oʻzbekiston: oʻ gʻ sh ch"}, {"tk", "Türkmenistan: äçňöşüýž"}};
    for (const auto& [language, text] : samples) {
        EXPECT_NE(text_of(with({Paragraph{text}}, language)).find(text), std::string::npos) << language;
    }
}

TEST(Pdf, SetsArabicFromRightToLeft) {
    const Document document = with({Paragraph{"العودة إلى الوطن"}}, "ar");
    EXPECT_NE(text_of(document).find("العودة"), std::string::npos);
    // The first word stands at the right edge of the text, which ends 56.7 points before the paper's.
    const std::string page = read_by("pdftotext -bbox-layout", to_pdf(document, made_at));
    const std::regex word("<word [^>]*xMax=\"([0-9.]+)\"[^>]*>([^<]*)");
    double right = 0;
    std::string first;
    for (std::sregex_iterator at(page.begin(), page.end(), word), end; at != end; ++at) {
        if (const double edge = std::stod((*at)[1]); edge > right) right = edge, first = (*at)[2];
    }
    EXPECT_NEAR(right, 595.276 - 56.7, 2);
    EXPECT_TRUE(first == "العودة" || first == "ا") << first;
}

TEST(Pdf, IsTheSameForTheSameDocument) {
    const Document document = with({Heading{1, "One"}, Paragraph{"Text, see https://example.org/a."}, QrCode{"https://example.org", ""}});
    EXPECT_EQ(to_pdf(document, made_at), to_pdf(document, made_at));
    EXPECT_NE(to_pdf(document, made_at), to_pdf(document, made_at.plus_days(1)));
}

TEST(Pdf, SaysItsTitleLanguageAndDay) {
    const std::string pdf = to_pdf(with({Paragraph{"x"}}, "kk"), made_at);
    const std::string info = read_by("pdfinfo -isodates", pdf);
    EXPECT_NE(info.find("A title"), std::string::npos);
    EXPECT_NE(info.find("2026-11-22T05:00:00"), std::string::npos);
    EXPECT_NE(unpacked(pdf).find("/Lang (kk)"), std::string::npos);
}

TEST(Pdf, NumbersItsPagesAndRepeatsHeaderFooterAndTableHead) {
    Table table{"Actions", {{"State", false, 3}, {"Overdue", true, 1}}, {}};
    for (int i = 0; i < 120; ++i) table.rows.push_back({"Row " + std::to_string(i), std::to_string(i)});
    Document document = with({table});
    document.header = "TLP:AMBER";
    document.footer = "The footer";
    const auto pages = static_cast<std::size_t>(pages_of(document));
    const std::string text = text_of(document);
    ASSERT_GE(pages, 3u);
    EXPECT_EQ(count_of("TLP:AMBER", text), pages);
    EXPECT_EQ(count_of("The footer", text), pages);
    EXPECT_EQ(count_of("Overdue", text), pages);
    // pdftotext leaves out spaces as narrow as these.
    EXPECT_EQ(count_of(" 2/" + std::to_string(pages) + "\n", text), 1u);
    for (int i = 0; i < 120; ++i) EXPECT_EQ(count_of("Row " + std::to_string(i) + " ", text), 1u) << i;
}

TEST(Pdf, KeepsARowOnOnePageWhereItFits) {
    Table table{"", {{"Text"}}, {}};
    for (int i = 0; i < 30; ++i) {
        const std::string n = std::to_string(i);
        table.rows.push_back({"first" + n + "\nsecond\nthird\nlast" + n});
    }
    const std::string text = text_of(with({table}));
    for (int i = 0; i < 30; ++i) {
        const std::string n = std::to_string(i);
        const auto from = text.find("first" + n + "\n"), to = text.find("last" + n + "\n");
        ASSERT_TRUE(from != std::string::npos && to != std::string::npos) << i;
        EXPECT_EQ(text.substr(from, to - from).find('\f'), std::string::npos) << i;
    }
}

TEST(Pdf, FlowsTextsSideBySideOverPages) {
    std::string english, russian;
    for (int i = 0; i < 400; ++i) english += "word" + std::to_string(i) + " ", russian += "слово" + std::to_string(i) + " ";
    const Document document = with({SideBySide{{{"English", english}, {"Русский", russian + russian}}}});
    const std::string text = text_of(document);
    EXPECT_EQ(pages_of(document), 4);
    EXPECT_EQ(count_of("Русский", text), 4u);
    EXPECT_EQ(count_of("word399", text), 1u);
    EXPECT_EQ(count_of("слово399", text), 2u);
}

TEST(Pdf, WritesNumbersBesideMarksAndHiddenOnesAsHidden) {
    const Chart chart{Chart::Kind::bars, "Returns", {"KZ", "UZ"}, {{"2024", {41, std::nullopt}}, {"2025", {12345, 7}}}, "A register"};
    const std::string text = text_of(with({chart}));
    for (const std::string part : {"Returns", "KZ", "UZ", "2024", "2025", "41", "12 345", "hidden", "Source: A register"}) {
        EXPECT_NE(text.find(part), std::string::npos) << part;
    }
}

TEST(Pdf, LeavesNoHeadingBehindThatItsChartDoesNotFollow) {
    for (int lines = 20; lines < 44; ++lines) {
        std::string filling;
        for (int i = 0; i < lines; ++i) filling += "line " + std::to_string(i) + "\n";
        Chart chart{Chart::Kind::bars, "The chart", {}, {{"n", {}}}, "Source"};
        for (int i = 0; i < 9; ++i) chart.labels.push_back("label"), chart.series[0].values.emplace_back(i);
        const std::string text = text_of(with({Paragraph{filling}, Heading{2, "Section"}, Heading{3, "Part"}, chart, Paragraph{"What it counts.", Paragraph::Style::small}}));
        const auto from = text.find("Section"), to = text.find("What it counts.");
        ASSERT_TRUE(from != std::string::npos && to != std::string::npos);
        EXPECT_EQ(text.substr(from, to - from).find('\f'), std::string::npos) << lines;
    }
}

TEST(Pdf, MarksEachPageAboveAndBelow) {
    Document document = with({Paragraph{"text"}, PageBreak{}, Paragraph{"text"}});
    document.header = "TLP:AMBER+STRICT · Draft";
    document.footer = "TLP:AMBER+STRICT";
    EXPECT_EQ(count_of("TLP:AMBER+STRICT", text_of(document)), 4u);
    EXPECT_EQ(count_of("Draft", text_of(document)), 2u);
}

TEST(Pdf, HasAnOutlineAndLinks) {
    const std::string pdf = to_pdf(with({Heading{1, "Part"}, Heading{2, "Section"}, Paragraph{"See https://example.org/x?a=1. Then"}}), made_at);
    const std::string objects = unpacked(pdf);
    EXPECT_NE(objects.find("(https://example.org/x?a=1)"), std::string::npos);
    EXPECT_NE(objects.find("/Title (Section)"), std::string::npos);
    EXPECT_NE(objects.find("/Lang (en)"), std::string::npos);
}

TEST(Pdf, ACertificateIsOnePageWhateverItsLength) {
    std::string long_name;
    for (int i = 0; i < 60; ++i) long_name += "A very long name of a course ";
    Document document = with({Paragraph{long_name, Paragraph::Style::large_centred}, QrCode{"https://example.org", "code"}});
    document.framed = document.landscape = true;
    EXPECT_EQ(pages_of(document), 1);
}

TEST(Pdf, CarriesHostileTexts) {
    const std::string bells = std::string("a\x01\x02\x07\x1b[31mb\0c", 11) + "\xff\xfe" "d\u202Eevil";
    const std::string text = text_of(with({Heading{1, bells}, Table{"", {{bells}}, {{bells}, {}}}, Bullets{{bells}, true}, Facts{{{bells, bells}}}}));
    EXPECT_NE(text.find("a[31mb"), std::string::npos);
    EXPECT_EQ(text.find('\x07'), std::string::npos);
    EXPECT_NE(text.find("evil"), std::string::npos);
    EXPECT_EQ(pages_of(with({})), 1);
    EXPECT_EQ(pages_of(with({Table{}, Table{"c", {{"x"}}, {}}, Chart{}, Bullets{}, Facts{}, SideBySide{}, SideBySide{{{"", ""}}}})), 1);
    EXPECT_THROW(to_pdf(with({QrCode{std::string(5000, 'x'), ""}}), made_at), std::length_error);
}

TEST(Pdf, CarriesLongTextsAndTables) {
    std::string letters(100'000, 'x'), words;
    for (int i = 0; i < 20'000; ++i) words += "word" + std::to_string(i) + " ";
    Table table{"", {{"a"}, {"b"}, {"c", true}, {"d"}}, {}};
    for (int i = 0; i < 10'000; ++i) table.rows.push_back({"Row " + std::to_string(i), "text", std::to_string(i), "more of it"});
    const auto begun = std::chrono::steady_clock::now();
    const std::string text = text_of(with({Paragraph{letters}, Paragraph{words}, table}));
    EXPECT_LT(std::chrono::steady_clock::now() - begun, std::chrono::seconds(30));
    EXPECT_EQ(static_cast<std::size_t>(std::count(text.begin(), text.end(), 'x')), 100'000u + 10'000);
    EXPECT_EQ(count_of("word19999", text), 1u);
    EXPECT_EQ(count_of("Row 9999 ", text), 1u);
}

}  // namespace
}  // namespace homeward::printing
