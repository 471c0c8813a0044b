#include "base/text.h"
#include "search/search_fixture.h"

namespace homeward::search {
namespace {

/// UTF-16 units of a text, as a browser cuts it.
std::u16string units(std::string_view utf8) {
    std::u16string out;
    while (!utf8.empty()) {
        const char32_t c = next_code_point(utf8);
        if (c < 0x10000) out += static_cast<char16_t>(c);
        else out += {static_cast<char16_t>(0xd800 + ((c - 0x10000) >> 10)), static_cast<char16_t>(0xdc00 + ((c - 0x10000) & 0x3ff))};
    }
    return out;
}

std::string shown(const std::string& text, const std::vector<std::pair<int, int>>& marks) {
    std::string out;
    for (const auto& [begin, end] : marks) {
        std::string part;
        for (const char16_t unit : units(text).substr(static_cast<std::size_t>(begin), static_cast<std::size_t>(end - begin))) append_utf8(part, unit);
        out += "[" + part + "]";
    }
    return out;
}

struct FindTest : SearchTest {
    std::string title_marks(std::string text) {
        const auto all = found(std::move(text));
        return all.hits.empty() ? "nothing" : shown(all.hits[0].title, all.hits[0].title_marks);
    }
    std::string snippet_marks(std::string text) {
        const auto all = found(std::move(text));
        return all.hits.empty() ? "nothing" : shown(all.hits[0].snippet, all.hits[0].snippet_marks);
    }
};

TEST_F(FindTest, FormsAndScriptsFindAndMarkEachOther) {
    put(db, entry("a", "Реабилитация детей", "Центры реабилитации 🙂 для детей и женщин."));
    EXPECT_EQ(title_marks("реабилитацию"), "[Реабилитация]");
    EXPECT_EQ(snippet_marks("реабилитацию дети"), "[реабилитации][детей]");
    put(db, entry("b", "Bolalar huquqlari", "Oʻzbekiston oilalariga yordam."));
    EXPECT_EQ(title_marks("болаларнинг ҳуқуқи"), "[Bolalar][huquqlari]");
    EXPECT_EQ(snippet_marks("ўзбекистон оила"), "[Oʻzbekiston][oilalariga]");
    EXPECT_EQ(snippet_marks("o'zbek"), "[Oʻzbekiston]");
}

TEST_F(FindTest, APhraseIsMarkedWhole) {
    put(db, entry("a", "", "The child has interests. The best interests of the child stand first."));
    EXPECT_EQ(snippet_marks("\"best interests of the child\""), "[best interests of the child]");
    EXPECT_EQ(ids("\"best interest of the child\""), "") << "a phrase is exact";
}

TEST_F(FindTest, ASnippetIsTakenFromWhereTheWordsStandTogether) {
    std::string body;
    for (int i = 0; i < 20'000; ++i) body += i == 5'000 ? "needle " : "straw straw, ";
    body += "needle and thread. ";
    for (int i = 0; i < 1'000; ++i) body += "straw ";
    put(db, entry("a", "Book", body));
    EXPECT_EQ(snippet_marks("needle"), "[needle]");
    EXPECT_EQ(snippet_marks("thread needle"), "[needle][thread]");
    const auto hit = found("thread").hits[0];
    EXPECT_TRUE(hit.snippet.starts_with("… ")) << hit.snippet;
    EXPECT_TRUE(hit.snippet.ends_with(" …"));
    EXPECT_LT(length_of(hit.snippet), 260u);
}

TEST_F(FindTest, ASnippetAtTheEndOfAPassageSaysThatTheTextGoesOn) {
    std::string body;
    for (int i = 0; i < 600; ++i) body += "w" + std::to_string(i) + " ";
    put(db, entry("a", "Book", body));
    for (int i = 0; i < 600; ++i) {
        const auto hit = found("w" + std::to_string(i) + " ").hits[0];
        EXPECT_EQ(hit.snippet.starts_with("… "), !hit.snippet.starts_with("w0 ")) << hit.snippet;
        EXPECT_EQ(hit.snippet.ends_with(" …"), !hit.snippet.ends_with("w599")) << hit.snippet;
        ASSERT_EQ(shown(hit.snippet, hit.snippet_marks), "[w" + std::to_string(i) + "]");
    }
}

TEST_F(FindTest, ASnippetWithoutAFindIsTheBeginning) {
    put(db, entry("a", "Thread", "The first line.\n\n   The second\tline."));
    const auto hit = found("thread").hits[0];
    EXPECT_EQ(hit.snippet, "The first line. The second line.");
    EXPECT_TRUE(hit.snippet_marks.empty());
}

TEST_F(FindTest, TheTitleCountsMoreThanTheBodyAndOftenMoreThanOnce) {
    put(db, entry("once", "Other", "school and more words than that", "2024-05-03"));
    put(db, entry("often", "Other", "school, school, school, school", "2024-05-02"));
    put(db, entry("title", "School", "and more words than that", "2024-05-01"));
    EXPECT_EQ(ids("school"), "title often once");
}

TEST_F(FindTest, ARareWordCountsMoreThanACommonOne) {
    for (int i = 0; i < 50; ++i) put(db, entry("x" + std::to_string(i), "", "programme of the year"));
    put(db, entry("a", "", "programme programme programme midwife with some words"));
    put(db, entry("b", "", "programme midwife midwife midwife with some words"));
    EXPECT_EQ(ids("programme midwife"), "b a");
}

TEST_F(FindTest, AnOldTitleIsNotLostBehindManyNewTexts) {
    put(db, entry("old", "School meals", "", "2001-01-01"));
    for (int i = 0; i < 600; ++i) put(db, entry(std::to_string(i), "Note", "about a school", "2024-01-01"));
    const auto all = found("school");
    EXPECT_EQ(all.hits[0].id, "old");
    EXPECT_TRUE(all.more_than);
    EXPECT_EQ(all.total, 500);
}

TEST_F(FindTest, PagesGoOnWhereTheLastEnded) {
    for (int i = 0; i < 45; ++i) put(db, entry(std::to_string(i), "same", "", Date::from_days(19'000 + i).str().c_str()));
    std::set<std::string> seen;
    for (int offset = 0; offset < 60; offset += 20) {
        for (const auto& hit : found({"same", {"all"}, "", "", "", {}, offset, 20}).hits) EXPECT_TRUE(seen.insert(hit.id).second);
    }
    EXPECT_EQ(seen.size(), 45u);
    EXPECT_TRUE(found({"same", {"all"}, "", "", "", {}, -5, 1000}).hits.size() == 45);
}

TEST_F(FindTest, CountsWhatWasFoundByKind) {
    for (int i = 0; i < 5; ++i) {
        Entry each = entry(std::to_string(i), "same", "");
        each.kind = i < 2 ? "law" : "paper";
        put(db, each);
    }
    const auto all = found("same");
    ASSERT_EQ(all.kinds.size(), 2u);
    EXPECT_EQ(all.kinds[0].kind + std::to_string(all.kinds[0].count) + all.kinds[1].kind + std::to_string(all.kinds[1].count), "law2paper3");
    EXPECT_TRUE(found({"same", {"all"}, "law", "", "", {}}).kinds.empty());
}

TEST_F(FindTest, TidyingChangesNoAnswerAndComesToAnEnd) {
    for (int i = 0; i < 200; ++i) put(db, entry(std::to_string(i), "same", "word" + std::to_string(i % 20)));
    for (int i = 0; i < 200; i += 3) remove(db, "practice", std::to_string(i));
    const auto before = ids("word7 same");
    EXPECT_TRUE(tidy(db));
    int steps = 1;
    while (tidy(db) && steps < 100) ++steps;
    EXPECT_LT(steps, 100);
    EXPECT_EQ(ids("word7 same"), before);
    db.run("INSERT INTO search_words (search_words) VALUES ('integrity-check')");
}

TEST_F(FindTest, SmallWordsNeedNotStandThere) {
    put(db, entry("a", "", "rights of children"));
    EXPECT_EQ(ids("the rights of a child"), "a");
    EXPECT_EQ(ids("of "), "a");
    EXPECT_EQ(ids("\"of children\" the"), "a");
}

TEST_F(FindTest, LongQuestionsAreLookedAtAsFarAsTheirTwentiethWord) {
    put(db, entry("a", "", "x1 x2 x3 x4 x5 x6 x7 x8 x9 x10 x11 x12 x13 x14 x15 x16 x17 x18 x19 x20"));
    std::string all;
    for (int i = 1; i <= 40; ++i) all += "x" + std::to_string(i) + " ";
    EXPECT_EQ(ids(all), "a");
    std::string phrases;
    for (int i = 1; i <= 25; ++i) phrases += "\"x1 x2\"";
    EXPECT_EQ(ids(phrases), "a");
}

}  // namespace
}  // namespace homeward::search
