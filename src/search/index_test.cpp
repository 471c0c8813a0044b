#include "search/search_fixture.h"

namespace homeward::search {
namespace {

TEST_F(SearchTest, FindsByEveryWordOfTitleOrBody) {
    put(db, entry("a", "Reading circles", "Mothers read with their children."));
    put(db, entry("b", "Reading rooms", "For everybody."));
    EXPECT_EQ(ids("reading"), "a b");
    EXPECT_EQ(ids("READING children"), "a");
    EXPECT_EQ(ids("reading absent"), "");
}

TEST_F(SearchTest, FindsAPhraseOnlyWordAfterWord) {
    put(db, entry("a", "", "best interests of the child"));
    put(db, entry("b", "", "the child has interests, the best"));
    EXPECT_EQ(ids("\"best interests\""), "a");
    EXPECT_EQ(ids("«best interests» child"), "a");
}

TEST_F(SearchTest, TheLastWordMayBeUnfinished) {
    put(db, entry("a", "", "rehabilitation centre"));
    EXPECT_EQ(ids("rehabil"), "a");
    EXPECT_EQ(ids("rehabil centre"), "");
    EXPECT_EQ(ids("rehabil "), "");
    EXPECT_EQ(ids("reh"), "") << "so few letters begin too many words";
    put(db, entry("b", "Rehearsal", ""));
    EXPECT_EQ(ids("reh"), "b") << "but not of titles";
    EXPECT_EQ(ids("r"), "");
}

TEST_F(SearchTest, ReplacesAndRemovesWholly) {
    put(db, entry("a", "Old words", "stand here"));
    put(db, entry("a", "New words", "stand here", "2020-01-01"));
    EXPECT_EQ(ids("old"), "");
    EXPECT_EQ(ids("new"), "a");
    remove(db, "practice", "a");
    remove(db, "practice", "a");
    EXPECT_EQ(ids("new"), "");
    for (const char* table : {"search_entries", "search_passages", "search_words"}) {
        EXPECT_EQ(db.query("SELECT count(*) FROM " + std::string(table)).value<std::int64_t>(), 0) << table;
    }
}

TEST_F(SearchTest, AReaderFindsWhatOneOfTheirWordsAllows) {
    Entry secret = entry("a", "Draft", "");
    secret.audience = {"member:uz", "secretariat"};
    put(db, secret);
    Entry nobody = entry("b", "Draft", "");
    nobody.audience = {};
    put(db, nobody);
    EXPECT_EQ(ids("draft"), "");
    EXPECT_EQ(ids({"draft", {}, "", "", "", {}}), "");
    EXPECT_EQ(ids({"draft", {"all", "member:u"}, "", "", "", {}}), "");
    EXPECT_EQ(ids({"draft", {"all", "member:uz"}, "", "", "", {}}), "a");
}

TEST_F(SearchTest, FiltersByKindStateTopicAndYear) {
    Entry one = entry("a", "Words", "", "2023-12-31"), two = entry("b", "Words", "", "2024-01-01");
    one.state = "uz";
    two.topic = "health";
    two.kind = "paper";
    put(db, one);
    put(db, two);
    EXPECT_EQ(ids({"words", {"all"}, "practice", "", "", {}}), "a");
    EXPECT_EQ(ids({"words", {"all"}, "", "uz", "", {}}), "a");
    EXPECT_EQ(ids({"words", {"all"}, "", "", "health", {}}), "b");
    EXPECT_EQ(ids({"words", {"all"}, "", "", "", 2023}), "a");
    EXPECT_EQ(ids({"words", {"all"}, "paper", "", "", 2023}), "");
}

TEST_F(SearchTest, HostileQuestionsGiveResultsOrAClearError) {
    put(db, entry("a", "Words", "and more"));
    for (const std::string text : {"\"words", "words AND OR NOT NEAR(", "words*", "words:title", "^words", "{words}", "words -more", "wo\"rds",
                                   "🙂 words", "\xff\xfe words", ".words", "=a:all", "words' OR 1=1 --", "((((words"}) {
        EXPECT_TRUE(find(db, asked(text))) << text;
    }
    EXPECT_TRUE(find(db, asked(std::string("words\0more", 10))));
    for (const std::string text : {"", " ", "\"\"", "***", "🙂", "()"}) {
        const auto result = find(db, asked(text));
        ASSERT_FALSE(result) << text;
        EXPECT_EQ(result.error().key, "search.empty");
    }
    EXPECT_EQ(find(db, asked(std::string(10'000, 'a'))).error().key, "search.too_long");
}

TEST_F(SearchTest, ManyEntriesOfOneDayFindTheirPlaces) {
    for (int i = 0; i < 4'200; ++i) put(db, entry(std::to_string(i), "same", ""));
    EXPECT_EQ(db.query("SELECT count(*) FROM search_entries").value<std::int64_t>(), 4'200);
    const auto all = found("same");
    EXPECT_EQ(all.total, 500);
    EXPECT_TRUE(all.more_than);
}

}  // namespace
}  // namespace homeward::search
