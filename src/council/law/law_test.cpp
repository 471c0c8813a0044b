#include "council/law/law.h"

#include "council/council_fixture.h"

namespace homeward::council {
namespace {

using access::Actor;
using access::Role;
using access::Work;

struct LawTest : CouncilTest {
    Actor kg = account("focal.kg", Role::focal_point, "kg"), observer = account("observer", Role::observer), expert = account("expert", Role::expert);

    static LawEntry entry(const char* state = "kg") {
        return {{}, state, "children", "law", "Law on children's social rehabilitation, No. 1", "Article 3", "Who is responsible.", "Кто отвечает.", true,
                Date{2020, 1, 1}, std::nullopt, "https://law.example/1", "A public source", true, 0};
    }
    Result<LawId> save(const Actor& actor, const LawEntry& given) {
        return act<LawId>(actor, [&](Work& work) { return save_law(work, members, given); });
    }
    std::vector<LawEntry> seen(const Actor& actor, const LawFilter& filter = {}) {
        return *works->read<std::vector<LawEntry>>(actor, [&](Work& work) -> Result<std::vector<LawEntry>> { return list_law(work, filter); });
    }
    template <class T>
    static std::string key(const Result<T>& result) { return result ? "" : result.error().key; }
};

TEST_F(LawTest, ShowsWhatWasInForceOnADay) {
    auto old = entry();
    old.instrument = "The law before it";
    old.in_force_from = Date{2010, 1, 1};
    old.in_force_to = Date{2019, 12, 31};
    ASSERT_TRUE(save(secretariat, old));
    ASSERT_TRUE(save(secretariat, entry()));
    auto undated = entry("uz");
    undated.in_force_from.reset();
    ASSERT_TRUE(save(secretariat, undated));
    const auto names = [&](Date on) {
        std::string all;
        for (const auto& each : seen(observer, {on, "children", "kg"})) all += each.instrument + ";";
        return all;
    };
    EXPECT_EQ(names({2019, 12, 31}), "The law before it;");
    EXPECT_EQ(names({2020, 1, 1}), entry().instrument + ";");
    EXPECT_EQ(names({2009, 12, 31}), "");
    EXPECT_EQ(seen(observer, {Date{1990, 1, 1}, "", ""}).size(), 1u) << "a beginning that is not known hides nothing";
    EXPECT_EQ(seen(observer).size(), 3u);
}

TEST_F(LawTest, AStateWritesItsOwnLawAndTheSecretariatAll) {
    ASSERT_TRUE(save(kg, entry("kg")));
    EXPECT_EQ(key(save(kg, entry("uz"))), "law.not_your_state");
    EXPECT_EQ(key(save(expert, entry())), "access.not_allowed");
    EXPECT_EQ(key(save(observer, entry())), "access.not_allowed");
    ASSERT_TRUE(save(secretariat, entry("uz")));
    // What is another's cannot be taken over by giving it another State.
    auto theirs = seen(kg, {{}, "", "uz"})[0];
    theirs.state = "kg";
    EXPECT_EQ(key(save(kg, theirs)), "law.not_your_state");
}

TEST_F(LawTest, NobodyOverwritesAColleague) {
    auto given = entry();
    given.id = *save(secretariat, given);
    given.version = 1;
    given.article = "Article 4";
    ASSERT_TRUE(save(kg, given));
    EXPECT_EQ(key(save(secretariat, given)), "law.changed");
    EXPECT_EQ(seen(kg)[0].article, "Article 4");
}

TEST_F(LawTest, WhatWasEnteredByMistakeIsShownNoMore) {
    const auto id = *save(secretariat, entry());
    EXPECT_EQ(key(act<void>(secretariat, [&](Work& work) { return withdraw_law(work, id, ""); })), "council.text_missing");
    ASSERT_TRUE(act<void>(secretariat, [&](Work& work) { return withdraw_law(work, id, "Wrong State."); }));
    EXPECT_TRUE(seen(secretariat).empty());
    EXPECT_EQ(key(act<void>(secretariat, [&](Work& work) { return withdraw_law(work, id, "again"); })), "law.not_found");
    EXPECT_EQ(number("SELECT COUNT(*) FROM search_entries WHERE kind = 'law'"), 0);
}

TEST_F(LawTest, WhatIsNotPublicIsForWhoeverIsSignedIn) {
    auto closed = entry();
    closed.is_public = false;
    ASSERT_TRUE(save(secretariat, closed));
    EXPECT_EQ(seen(observer).size(), 1u);
    EXPECT_TRUE(seen(Actor::guest()).empty());
}

TEST_F(LawTest, WhatCannotBeIsRefused) {
    const auto refused = [&](auto change) {
        auto given = entry();
        change(given);
        return key(save(secretariat, given));
    };
    EXPECT_EQ(refused([](LawEntry& e) { e.state = "xx"; }), "law.state");
    EXPECT_EQ(refused([](LawEntry& e) { e.state = "council"; }), "law.state");
    EXPECT_EQ(refused([](LawEntry& e) { e.topic = "danger"; }), "council.topic");
    EXPECT_EQ(refused([](LawEntry& e) { e.kind = "rumour"; }), "law.kind");
    EXPECT_EQ(refused([](LawEntry& e) { e.in_force_to = Date{2019, 1, 1}; }), "law.dates");
    EXPECT_EQ(refused([](LawEntry& e) { e.official_link = "javascript:alert(1)"; }), "council.link");
    EXPECT_EQ(refused([](LawEntry& e) { e.official_link = "https://a b"; }), "council.link");
    EXPECT_EQ(refused([](LawEntry& e) { e.summary_en = " "; }), "council.text_missing");
    EXPECT_EQ(refused([](LawEntry& e) { e.source = ""; }), "council.text_missing");
}

}  // namespace
}  // namespace homeward::council
