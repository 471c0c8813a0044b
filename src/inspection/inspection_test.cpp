#include <gtest/gtest.h>

#include "inspection/look.h"
#include "inspection/made_files.h"

namespace homeward::inspection {
namespace {

/// The reason of the refusal, or the kind that was taken.
std::string said(std::string_view bytes, std::string_view ending) {
    const auto found = look_into(bytes, ending);
    return found ? found->kind : found.error().key.substr(5);
}

TEST(Inspection, TakesWhatIsWhatItSays) {
    EXPECT_EQ(said(fixture("plain.pdf"), "pdf"), "pdf");
    EXPECT_EQ(said(a_packed_pdf("", "null"), "pdf"), "pdf");
    EXPECT_EQ(said(a_docx(), "docx"), "docx");
    EXPECT_EQ(said(an_xlsx(), "xlsx"), "xlsx");
    EXPECT_EQ(said(a_png(4, 3, grey(4, 3)), "png"), "png");
    EXPECT_EQ(said(fixture("picture.jpeg"), "jpg"), "jpeg");
    EXPECT_EQ(said("Семья прежде всего.\r\n\tFamily first.", "txt"), "text");
}

TEST(Inspection, RefusesByKindWhatItDoesNotTake) {
    EXPECT_EQ(said("<svg xmlns=\"http://www.w3.org/2000/svg\"/>", "svg"), "kind");
    EXPECT_EQ(said("<html></html>", "html"), "kind");
    EXPECT_EQ(said("MZ\x90", "exe"), "kind");
    EXPECT_EQ(said(zip_of({{"a.txt", "a"}}), "zip"), "kind");
    EXPECT_EQ(said(a_docx(), "docm"), "kind");
}

TEST(Inspection, RefusesANameThatLies) {
    EXPECT_EQ(said(fixture("plain.pdf"), "docx"), "not_what_it_says");
    EXPECT_EQ(said(a_docx(), "pdf"), "not_what_it_says");
    EXPECT_EQ(said(a_docx(), "xlsx"), "not_what_it_says");
    EXPECT_EQ(said(fixture("picture.jpeg"), "png"), "not_what_it_says");
    EXPECT_EQ(said("\x7F" "ELF\x02\x01\x01"sv, "pdf"), "not_what_it_says");
    EXPECT_EQ(said(zip_of({{"a.txt", "a"}}), "docx"), "not_what_it_says");
    for (const auto bytes : {"<!doctype html><p>"sv, "<svg onload='x()'/>"sv, "\xEF\xBB\xBF <script>"sv, "#!/bin/sh\n"sv, "MZ\x90\0\x03"sv}) {
        EXPECT_EQ(said(bytes, "txt"), "not_what_it_says") << bytes;
    }
    EXPECT_EQ(said("\xD1\xE5\xEC\xFC\xFF", "txt"), "not_utf8");
}

TEST(Inspection, RefusesAFileThatIsTwoAtOnce) {
    const auto archive = zip_of({{"inside.exe", "MZ"}});
    EXPECT_EQ(said(fixture("plain.pdf") + archive, "pdf"), "not_what_it_says");
    EXPECT_EQ(said("text\n" + archive, "txt"), "not_what_it_says");
    EXPECT_EQ(said("a,b\n%PDF-1.4\n", "csv"), "not_what_it_says");
    // An archive whose end has a comment: another file.
    auto commented = a_docx();
    commented[commented.size() - 2] = 9;
    EXPECT_EQ(said(commented + "%%EOF\n\n\n\n", "docx"), "not_what_it_says");
    EXPECT_EQ(said("%PDF-1.4\n" + a_docx(), "docx"), "not_what_it_says");
}

TEST(Inspection, ReadsWhateverWasChangedInAFileWithoutHarm) {
    const std::pair<std::string, const char*> files[] = {
        {fixture("plain.pdf"), "pdf"}, {a_packed_pdf("/OpenAction [3 0 R /Fit]", "<< /A [1 2 (text)] >>"), "pdf"}, {a_docx(), "docx"}, {an_xlsx("<c><f>SUM(A1)</f></c>"), "xlsx"},
        {a_photo(), "jpg"}, {a_png(40, 30, grey(40, 30)), "png"}, {"Семья прежде всего", "txt"},
    };
    std::uint32_t state = 2'463'534'242;
    const auto random = [&state] { state ^= state << 13, state ^= state >> 17, state ^= state << 5; return state; };
    for (const auto& [whole, ending] : files) {
        int taken = 0, refused = 0;
        for (int n = 0; n < 400; ++n) {
            auto changed = whole;
            for (auto times = 1 + random() % 4; times > 0; --times) changed[random() % changed.size()] = static_cast<char>(random());
            if (random() % 4 == 0) changed.erase(random() % changed.size(), random() % 20);
            const auto found = look_into(changed, ending);
            ++(found ? taken : refused);
            // What is kept anew must itself be taken, as it is.
            if (found && found->content) {
                const auto again = look_into(*found->content, ending);
                EXPECT_TRUE(again && (!again->content || *again->content == *found->content)) << ending << " " << n;
            }
        }
        EXPECT_GT(refused, 0) << ending;
    }
}

// --- PDF ---------------------------------------------------------------------------------------------------

TEST(Pdf, IsRefusedWhenItWouldDoMoreThanShow) {
    struct Case { const char* what; std::string file; const char* reason; };
    const std::string script = "<< /S /JavaScript /JS (app.alert\\(1\\)) >>";
    const Case cases[] = {
        {"a script by name", a_pdf("/Names << /JavaScript << /Names [(a) 4 0 R] >> >>", {script}), "script"},
        {"a script in an object stream", a_packed_pdf("/OpenAction 4 0 R", script), "script"},
        {"a script nobody refers to", a_packed_pdf("", script), "script"},
        {"a script whose name is written in numbers", a_pdf("", {"<< /S /J#61vaScript /#4aS (x) >>"}), "script"},
        {"a script in a stream", a_pdf("", {"<< /S /Other /JS 5 0 R >>", stream_of("", "app.alert(1)")}), "script"},
        {"what opens with it", a_pdf("/OpenAction << /S /URI /URI (http://x.example) >>"), "script"},
        {"what a page does by itself", a_pdf("", {}, "/AA << /O << /S /URI /URI (http://x.example) >> >>"), "script"},
        {"a program", a_pdf("", {"<< /Type /Action /S /Launch /F (cmd.exe) >>"}), "script"},
        {"a link that is a program", a_pdf("", {"<< /S /URI /URI (JavaScript:x) >>"}), "external"},
        {"a file elsewhere", a_pdf("", {"<< /S /GoToR /F (\\\\\\\\server\\\\a.pdf) >>"}), "external"},
        {"a form that is sent", a_pdf("", {"<< /S /SubmitForm /F (http://x.example) >>"}), "external"},
        {"a stream that lies elsewhere", a_pdf("", {stream_of("/F (other.bin)", "")}), "external"},
        {"a file in it", a_pdf("/Names << /EmbeddedFiles << /Names [(a) << /EF << /F 4 0 R >> >>] >> >>", {stream_of("/Type /EmbeddedFile", "MZ")}), "script"},
        {"a form of programs", a_pdf("/AcroForm << /XFA [(a) 4 0 R] >>", {stream_of("", "<xdp/>")}), "script"},
        {"a film", a_pdf("", {}, "/Annots [<< /Type /Annot /Subtype /RichMedia >>]"), "script"},
        {"an annotation with a file", a_pdf("", {}, "/Annots [<< /Type /Annot /Subtype /FileAttachment >>]"), "script"},
        {"a password", fixture("encrypted.pdf"), "encrypted"},
        {"more than there is room for", fixture("bomb.pdf"), "unpacks_too_large"},
        {"a picture of too many points", a_pdf("", {stream_of("/Subtype /Image /Width 40000 /Height 40000 /Filter /FlateDecode", deflated("x"))}), "unpacks_too_large"},
        {"no page", "%PDF-1.4\n1 0 obj\n<< /Type /Catalog >>\nendobj\ntrailer\n<< /Root 1 0 R >>\n%%EOF\n", "damaged"},
    };
    for (const auto& [what, file, reason] : cases) EXPECT_EQ(said(file, "pdf"), reason) << what;
}

TEST(Pdf, IsTakenWithWhatReadersNeed) {
    EXPECT_EQ(said(a_pdf("/OpenAction [3 0 R /Fit]"), "pdf"), "pdf");
    EXPECT_EQ(said(a_pdf("/OpenAction << /S /GoTo /D [3 0 R /Fit] >>"), "pdf"), "pdf");
    EXPECT_EQ(said(a_pdf("", {}, "/Annots [<< /Subtype /Link /A << /S /URI /URI (https://example.org) >> >>]"), "pdf"), "pdf");
    EXPECT_EQ(said(a_pdf("/Names << /EmbeddedFiles << /Names [] >> >>"), "pdf"), "pdf");
    // A font that somebody named like the actions of a page.
    EXPECT_EQ(said(a_pdf("", {}, "/Resources << /Font << /AA << /Type /Font /Subtype /Type1 /BaseFont /Times-Roman >> >> >>"), "pdf"), "pdf");
}

TEST(Pdf, IsKeptAsItCameUnlessOthersMightReadItDifferently) {
    EXPECT_FALSE(look_into(fixture("plain.pdf"), "pdf")->content);
    EXPECT_FALSE(look_into(a_packed_pdf("", "null"), "pdf")->content);

    // Its table points nowhere; readers search for objects, each in a way of its own.
    auto broken = fixture("plain.pdf");
    broken.replace(broken.find("startxref\n") + 10, 3, "999");
    const auto found = look_into(broken, "pdf");
    ASSERT_TRUE(found) << found.error().key;
    ASSERT_TRUE(found->content);
    EXPECT_FALSE(look_into(*found->content, "pdf")->content);

    const auto tailed = look_into(fixture("plain.pdf") + "<script>behind the end</script>", "pdf");
    ASSERT_TRUE(tailed && tailed->content);
    EXPECT_EQ(tailed->content->find("<script>"), std::string::npos);
}

TEST(Pdf, IsRefusedWhereverItWasCutOff) {
    const auto whole = fixture("plain.pdf");
    for (std::size_t size = 8; size < whole.size() - 6; size += 20) EXPECT_EQ(said(whole.substr(0, size), "pdf"), "damaged") << size;
}

// --- office files ------------------------------------------------------------------------------------------

TEST(Office, SaysItsWords) {
    EXPECT_EQ(look_into(a_docx("<w:p><w:r><w:t>Family</w:t></w:r><w:r><w:tab/><w:t>unity</w:t></w:r></w:p><w:p><w:r><w:t>first</w:t></w:r><w:r><w:delText>never</w:delText></w:r></w:p>"), "docx")->text,
              "Family unity\nfirst\n");
    EXPECT_EQ(look_into(an_xlsx("<c t=\"inlineStr\"><is><t>Health</t></is></c>"), "xlsx")->text, "Housing\nEducation\nHealth\n");
    const auto slide = [](const char* words) { return "<p:sld xmlns:p=\"urn:p\" xmlns:a=\"urn:a\"><a:p><a:r><a:t>" + std::string(words) + "</a:t></a:r></a:p></p:sld>"; };
    EXPECT_EQ(look_into(zip_of({{"[Content_Types].xml", content_types("presentationml.presentation")}, {"ppt/slides/slide10.xml", slide("ten")}, {"ppt/slides/slide2.xml", slide("two")}}), "pptx")->text,
              "two\nten\n");
}

TEST(Office, IsRefusedWhenItWouldDoMoreThanShow) {
    struct Case { const char* what; std::string file; const char* reason; };
    const auto field = [](const std::string& code) { return "<w:p><w:r><w:fldChar w:fldCharType=\"begin\"/><w:instrText>" + code + "</w:instrText><w:fldChar w:fldCharType=\"end\"/></w:r></w:p>"; };
    const auto related = [](const std::string& one) { return a_docx("", {{"word/_rels/document.xml.rels", relations(one)}}); };
    const Case cases[] = {
        {"a macro", a_docx("", {{"word/vbaProject.bin", "\xD0\xCF\x11\xE0"}}), "script"},
        {"a macro under another name", a_docx("", {{"word/fine.bin", "\xD0\xCF\x11\xE0"}}), "script"},
        {"a macro by its type", a_docx("", {}, "<Default Extension=\"bin\" ContentType=\"application/vnd.ms-office.vbaProject\"/>"), "script"},
        {"a macro by its relation", related(relation("vbaProject", "fine.xml", false)), "script"},
        {"a document for macros", zip_of({{"[Content_Types].xml", "<Types><Override PartName=\"/word/document.xml\" ContentType=\"application/vnd.ms-word.document.macroEnabled.main+xml\"/></Types>"}}), "script"},
        {"an object of another program", a_docx("", {{"word/embeddings/oleObject1.bin", "\xD0\xCF\x11\xE0"}}), "script"},
        {"a program in it", a_docx("", {{"word/media/picture.exe", "MZ"}}), "script"},
        {"a control", a_docx("", {{"word/activeX/activeX1.xml", "<a/>"}}), "script"},
        {"another file as its part", related(relation("aFChunk", "part.html", false)), "script"},
        {"a document in a document in a document", a_docx("", {{"word/embeddings/a.docx", a_docx("", {{"word/embeddings/b.docx", a_docx()}})}}), "script"},
        {"a macro in the sheet behind a chart", a_docx("", {{"word/embeddings/a.xlsx", an_xlsx("", {{"xl/vbaProject.bin", "x"}})}}), "script"},
        {"a field that starts a program", a_docx(field("DDEAUTO c:\\\\windows\\\\cmd.exe")), "script"},
        {"a field in pieces", a_docx("<w:p><w:fldChar w:fldCharType=\"begin\"/><w:instrText> DD</w:instrText><w:instrText>E x</w:instrText><w:fldChar w:fldCharType=\"separate\"/></w:p>"), "script"},
        {"a field of numbers", a_docx(field("QUOTE 68 68 69 65 85 84 79")), "script"},
        {"a picture from elsewhere", a_docx(field("INCLUDEPICTURE \"http://x.example/a.png\"")), "external"},
        {"a simple field", a_docx("<w:fldSimple w:instr=\"INCLUDETEXT http://x.example\"/>"), "external"},
        {"a template from elsewhere", related(relation("attachedTemplate", "http://x.example/t.dotm", true)), "external"},
        {"a picture by its relation", related(relation("image", "http://x.example/a.png", true)), "external"},
        {"a link to a share", related(relation("hyperlink", "file://server/share", true)), "external"},
        {"a sheet elsewhere", an_xlsx("", {{"xl/externalLinks/externalLink1.xml", "<externalLink/>"}}), "external"},
        {"a formula that asks elsewhere", an_xlsx("<c><f>WEBSERVICE(\"http://x.example\")</f></c>"), "external"},
        {"a connection", an_xlsx("", {{"xl/connections.xml", "<connections/>"}}), "external"},
        {"a document type", a_docx("", {{"customXml/item1.xml", "<!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/passwd\">]><a>&b;</a>"}}), "external"},
        {"one name twice", a_docx("", {{"word/Document.xml", "<a/>"}}), "damaged"},
        {"a way out", a_docx("", {{"../../etc/cron.d/a.xml", "<a/>"}}), "damaged"},
        {"broken markup", a_docx("<w:p>"), "damaged"},
    };
    for (const auto& [what, file, reason] : cases) {
        const auto ending = file.find("xl/worksheets/") != std::string::npos && file.find("word/document") == std::string::npos ? "xlsx" : "docx";
        EXPECT_EQ(said(file, ending), reason) << what;
    }
}

TEST(Office, IsTakenWithWhatReadersNeed) {
    const auto related = relations(relation("hyperlink", "https://example.org/", true));
    EXPECT_EQ(said(a_docx("", {{"word/_rels/document.xml.rels", related}}), "docx"), "docx");
    EXPECT_EQ(said(a_docx("", {{"word/embeddings/Sheet1.xlsx", an_xlsx()}, {"word/media/image1.png", a_png(1, 1, grey(1, 1))}}), "docx"), "docx");
    EXPECT_EQ(said(an_xlsx("", {{"xl/printerSettings/printerSettings1.bin", "\x01\x02"}}), "xlsx"), "xlsx");
}

TEST(Office, IsRefusedWhenItUnpacksToTooMuch) {
    EXPECT_EQ(said(a_docx("", {{"word/media/a.png", std::string(64u << 20, 'a')}}), "docx"), "unpacks_too_large");
    Parts many;
    for (int i = 0; i < 5'001; ++i) many.emplace_back("word/" + std::to_string(i) + ".xml", "<a/>");
    EXPECT_EQ(said(a_docx("", many), "docx"), "unpacks_too_large");
    EXPECT_EQ(said(a_docx(std::string(300 * 5, ' ') + [] { std::string deep; for (int i = 0; i < 300; ++i) deep += "<w:p>"; for (int i = 0; i < 300; ++i) deep += "</w:p>"; return deep; }()), "docx"),
              "unpacks_too_large");
}

TEST(Office, IsRefusedWhereverItWasCutOff) {
    const auto whole = a_docx();
    for (std::size_t size = 30; size < whole.size(); size += 37) EXPECT_EQ(said(whole.substr(0, size), "docx"), "damaged") << size;
}

TEST(Office, UnderAPasswordIsSaidToBe) {
    std::string name;
    for (const char c : "EncryptedPackage"sv) name += {c, '\0'};
    EXPECT_EQ(said("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1" + std::string(600, '\0') + name, "docx"), "encrypted");
    EXPECT_EQ(said("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1" + std::string(600, '\0'), "docx"), "not_what_it_says");
}

// --- pictures ----------------------------------------------------------------------------------------------

TEST(Jpeg, LosesPlaceTimeAndCameraAndKeepsHowItLooks) {
    const auto photo = a_photo();
    ASSERT_NE(photo.find("SOMECAMERA"), std::string::npos);
    const auto found = look_into(photo, "jpg");
    ASSERT_TRUE(found) << found.error().key;
    for (const auto secret : {"SOMECAMERA", "41.311", "taken at the shelter", "behind the end"}) EXPECT_EQ(found->content->find(secret), std::string::npos) << secret;
    EXPECT_EQ(found->content->find("\x25\x88"), std::string::npos);
    EXPECT_NE(found->content->find("ICC_PROFILE"), std::string::npos);
    // Turned as the camera said: tag 0x0112, a short, once, 6.
    EXPECT_NE(found->content->find("\x01\x12\0\x03\0\0\0\x01\0\x06\0\0"sv), std::string::npos);
    // What is left is the picture that came and that one word.
    const auto plain = fixture("picture.jpeg");
    EXPECT_EQ(found->content->size(), plain.size() + 36);
    EXPECT_EQ(found->content->substr(found->content->size() - 400), plain.substr(plain.size() - 400));
    EXPECT_EQ(look_into(*found->content, "jpg")->content, found->content);
    EXPECT_EQ(look_into(a_photo(1), "jpg")->content, plain);
    EXPECT_EQ(look_into(a_photo(99), "jpg")->content, plain);
}

TEST(Jpeg, IsRefusedWhenItIsNotWholeOrTooLarge) {
    const auto whole = fixture("picture.jpeg");
    for (std::size_t size = 4; size < whole.size(); size += 17) EXPECT_EQ(said(whole.substr(0, size), "jpg"), "damaged") << size;
    auto large = whole;
    const auto frame = large.find("\xFF\xC0");
    large.replace(frame + 5, 4, "\xFF\xFF\xFF\xFF");
    EXPECT_EQ(said(large, "jpg"), "unpacks_too_large");
    auto empty = whole;
    empty.replace(frame + 5, 4, std::string(4, '\0'));
    EXPECT_EQ(said(empty, "jpg"), "damaged");
}

TEST(Png, LosesItsTextsAndKeepsHowItLooks) {
    const auto found = look_into(a_png(4, 3, grey(4, 3), chunk("gAMA", four(45455)) + chunk("tEXt", std::string("Comment\0at the shelter"sv)) + chunk("eXIf", "II*") + chunk("tIME", "1234567"), "PK behind"), "png");
    ASSERT_TRUE(found) << found.error().key;
    EXPECT_EQ(*found->content, a_png(4, 3, grey(4, 3), chunk("gAMA", four(45455))));
}

TEST(Png, IsRefusedWhenItIsNotWholeOrTooLarge) {
    const auto whole = a_png(40, 30, grey(40, 30));
    for (std::size_t size = 8; size < whole.size(); size += 5) EXPECT_EQ(said(whole.substr(0, size), "png"), "damaged") << size;
    EXPECT_EQ(said(a_png(100'000, 100'000, "x"), "png"), "unpacks_too_large");
    EXPECT_EQ(said(a_png(4, 3, std::string(50u << 20, '\0')), "png"), "unpacks_too_large");
    EXPECT_EQ(said(a_png(4, 3, grey(4, 2)), "png"), "damaged");
    auto changed = whole;
    changed[50] = static_cast<char>(changed[50] ^ 1);
    EXPECT_EQ(said(changed, "png"), "damaged");
    EXPECT_EQ(said(a_png(4, 3, grey(4, 3), chunk("ABCD", "x")), "png"), "damaged");
}

}  // namespace
}  // namespace homeward::inspection
