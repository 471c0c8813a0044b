#include <expat.h>
#include <gtest/gtest.h>

#include <map>

#include "printing/document.h"
#include "tabular/zip_parts.h"

namespace homeward::printing {
namespace {

const Instant made_at = *Instant::parse("2026-11-22T05:00:00Z");

/// A part of a package, unpacked.
std::string part_of(const std::string& docx, const std::string& name) {
    auto zip = tabular::ZipParts::open(docx, {});
    EXPECT_TRUE(zip);
    auto part = (*zip)->part(name);
    if (!part) return {};
    std::string out;
    char bytes[4096];
    for (;;) {
        const auto read = part->read(bytes, sizeof bytes);
        if (!read || *read == 0) return out;
        out.append(bytes, *read);
    }
}
bool is_well_formed(const std::string& xml) {
    XML_Parser parser = XML_ParserCreateNS(nullptr, ' ');
    const bool good = XML_Parse(parser, xml.data(), static_cast<int>(xml.size()), 1) == XML_STATUS_OK;
    XML_ParserFree(parser);
    return good;
}
bool has(const std::string& text, std::string_view part) { return text.find(part) != std::string::npos; }

const std::vector<std::string> text_parts{"[Content_Types].xml", "_rels/.rels", "docProps/core.xml", "word/document.xml",
    "word/_rels/document.xml.rels", "word/styles.xml", "word/settings.xml", "word/numbering.xml", "word/header1.xml", "word/footer1.xml"};

Document sample() {
    return {.title = "Годовой отчёт", .language = "ru", .header = "TLP:GREEN", .footer = "Footer <&>", .blocks = {
        Heading{1, "Раздел"}, Heading{2, "Часть"}, Paragraph{"First line\nsecond & <third>, https://example.org/a?b=1&c=2."},
        Bullets{{"one"}, true}, Bullets{{"two"}, true}, Bullets{{"point"}, false}, Facts{{{"Place", "Tashkent"}}},
        Table{"Caption", {{"State"}, {"Count", true}}, {{"UZ", "3"}}}, SideBySide{{{"English", "a"}, {"Русский", "б"}}},
        Chart{Chart::Kind::bars, "Chart", {"UZ", "KZ"}, {{"n", {3, std::nullopt}}}, "Source"}, QrCode{"https://example.org", "code"}, PageBreak{}}};
}

TEST(Docx, EveryPartIsWellFormed) {
    const std::string docx = to_docx(sample(), made_at);
    for (const auto& name : text_parts) EXPECT_TRUE(is_well_formed(part_of(docx, name))) << name;
    EXPECT_EQ(part_of(docx, "word/media/picture1.png").substr(1, 3), "PNG");
    EXPECT_EQ(part_of(docx, "word/media/picture2.png").substr(1, 3), "PNG");
}

TEST(Docx, SaysBlocksInTheWordsOfAWordProcessor) {
    const std::string docx = to_docx(sample(), made_at);
    const std::string text = part_of(docx, "word/document.xml");
    EXPECT_TRUE(has(text, "<w:pStyle w:val=\"Heading1\"/>"));
    EXPECT_TRUE(has(text, "First line</w:t><w:br/><w:t xml:space=\"preserve\">second &amp; &lt;third&gt;, "));
    EXPECT_TRUE(has(text, "<w:tblHeader/>"));
    EXPECT_TRUE(has(text, "descr=\"Chart. UZ: n 3. KZ: n скрыто\""));
    EXPECT_TRUE(has(text, "<w:numId w:val=\"2\"/>") && has(text, "<w:numId w:val=\"3\"/>"));
    EXPECT_TRUE(has(part_of(docx, "word/numbering.xml"), "<w:num w:numId=\"3\">"));
    EXPECT_TRUE(has(part_of(docx, "word/_rels/document.xml.rels"), "Target=\"https://example.org/a?b=1&amp;c=2\" TargetMode=\"External\""));
    EXPECT_TRUE(has(part_of(docx, "word/footer1.xml"), "Footer &lt;&amp;&gt;"));
    EXPECT_TRUE(has(part_of(docx, "word/footer1.xml"), "NUMPAGES"));
    EXPECT_TRUE(has(part_of(docx, "word/header1.xml"), "TLP:GREEN"));
    EXPECT_TRUE(has(part_of(docx, "docProps/core.xml"), "<dc:title>Годовой отчёт</dc:title>"));
}

TEST(Docx, IsTheSameForTheSameDocument) {
    EXPECT_EQ(to_docx(sample(), made_at), to_docx(sample(), made_at));
}

TEST(Docx, RunsFromRightToLeftInArabic) {
    Document document = sample();
    document.language = "ar";
    const std::string text = part_of(to_docx(document, made_at), "word/document.xml");
    EXPECT_TRUE(has(text, "<w:bidi/>") && has(text, "<w:rtl/>") && has(text, "<w:bidiVisual/>"));
}

TEST(Docx, CarriesHostileTexts) {
    const std::string bells = std::string("a\x01\x02\0b", 5) + "\xff]]><w:p>\xEF\xBF\xBF";
    Document document{.title = bells, .header = bells, .footer = bells, .blocks = {Heading{9, bells}, Paragraph{bells},
        Bullets{{bells}}, Table{bells, {{bells}}, {{bells}, {}, {bells, bells}}}, Table{}, Chart{}, SideBySide{}, Facts{}}};
    document.language = "e\"n<";
    const std::string docx = to_docx(document, made_at);
    for (const auto& name : text_parts) EXPECT_TRUE(is_well_formed(part_of(docx, name))) << name;
}

}  // namespace
}  // namespace homeward::printing
