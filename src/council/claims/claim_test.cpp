#include "council/council_fixture.h"

namespace homeward::council {
namespace {

using access::Work;

struct ClaimTest : CouncilTest {
    std::vector<Claim> standing() {
        return get<std::vector<Claim>>([](store::Connection& db) -> Result<std::vector<Claim>> { return list_claims(db); });
    }
    ClaimId published(const Claim& claim) {
        const auto id = publish(claim);
        EXPECT_TRUE(id) << id.error().key;
        return *id;
    }
    Claim said_by(Claim claim, const char* source, const char* as_of) {
        claim.source = source;
        claim.as_of = *PartialDate::parse(as_of);
        return claim;
    }
    /// The figures that one source gave for four States.
    void the_four_states() {
        for (const auto& [about, value] : std::initializer_list<std::pair<const char*, int>>{{"kz", 754}, {"kg", 511}, {"tj", 381}, {"uz", 531}}) {
            published(a_claim(about, value));
        }
    }
};

TEST_F(ClaimTest, FourStatesOfOneSourceAddUp) {
    the_four_states();
    const auto sum = sum_of(standing(), "returned");
    ASSERT_TRUE(sum);
    EXPECT_EQ(sum->value, 754 + 511 + 381 + 531);
    EXPECT_EQ(sum->value, 2177);
    EXPECT_EQ(sum->parts.size(), 4u);
    EXPECT_EQ(sum->source, "Source one");
}

TEST_F(ClaimTest, SourcesThatDisagreeStandSideBySideAndOutsideOfTheSum) {
    the_four_states();
    published(said_by(a_claim("kg", 517), "Source two", "2024-05-12"));
    published(said_by(a_claim("kg", 544), "Source three", "2024-04"));
    Claim region = said_by(a_claim("region", 2100), "Source four", "2024-05-14");
    region.qualifier = "more_than";
    published(region);
    std::vector<std::int64_t> of_kyrgyzstan;
    for (const auto& claim : standing()) {
        if (claim.about == "kg") of_kyrgyzstan.push_back(claim.value);
    }
    EXPECT_EQ(of_kyrgyzstan, (std::vector<std::int64_t>{511, 517, 544}));
    EXPECT_EQ(sum_of(standing(), "returned")->value, 2177);
}

TEST_F(ClaimTest, OneSourceThatSpeaksOfOneStateGivesNoSum) {
    published(a_claim("kz", 754));
    published(said_by(a_claim("kg", 511), "Source two", "2024-05-13"));
    EXPECT_FALSE(sum_of(standing(), "returned"));
}

TEST_F(ClaimTest, FiguresOfTwoDefinitionsAreNotAddedUp) {
    published(a_claim("kz", 754));
    Claim other = a_claim("kg", 511);
    other.definition = "Children alone";
    published(other);
    EXPECT_FALSE(sum_of(standing(), "returned"));
}

TEST_F(ClaimTest, OfTwoSourcesThatSpeakOfAsManyStatesTheNewerIsAddedUp) {
    published(said_by(a_claim("kz", 725), "Z", "2023-03"));
    published(said_by(a_claim("uz", 500), "Z", "2023-03"));
    published(said_by(a_claim("kz", 754), "A", "2024-05-13"));
    published(said_by(a_claim("uz", 531), "A", "2024-05-13"));
    EXPECT_EQ(sum_of(standing(), "returned")->value, 754 + 531);
}

TEST_F(ClaimTest, AWithdrawnClaimIsShownNoMoreAndStaysInTheDatabase) {
    the_four_states();
    const auto wrong = published(said_by(a_claim("tm", 1), "Source two", "2024-05-13"));
    const auto withdraw = [&] { return act<void>(secretariat, [&](Work& work) { return withdraw_claim(work, wrong); }); };
    EXPECT_TRUE(withdraw());
    EXPECT_EQ(withdraw().error().key, "claim.not_found");
    EXPECT_EQ(standing().size(), 4u);
    EXPECT_EQ(number("SELECT count(*) FROM claims WHERE withdrawn_at IS NOT NULL"), 1);
}

TEST_F(ClaimTest, ACorrectionWaitsUntilTheFirstFigureIsWithdrawn) {
    const auto first = published(a_claim("kg", 115));
    EXPECT_EQ(publish(a_claim("kg", 511)).error().key, "claim.exists");
    ASSERT_TRUE(act<void>(secretariat, [&](Work& work) { return withdraw_claim(work, first); }));
    EXPECT_TRUE(publish(a_claim("kg", 511)));
}

TEST_F(ClaimTest, ADefinitionInRussianStandsBesideTheOtherAndMayBeLacking) {
    Claim both = a_claim("kg", 511);
    both.definition_ru = "Граждане, возвращённые в ходе операций";
    published(both);
    published(a_claim("kz", 754));
    const auto claims = standing();
    ASSERT_EQ(claims.size(), 2u);
    EXPECT_EQ(claims[0].definition_ru, both.definition_ru);
    EXPECT_EQ(claims[0].definition, both.definition);
    EXPECT_EQ(claims[1].definition_ru, "");
    Claim longer = a_claim("tj", 381);
    longer.definition_ru = std::string(1001, 'x');
    EXPECT_EQ(publish(longer).error().key, "council.text_long");
}

TEST_F(ClaimTest, WhatIsNoPublicFigureIsRefused) {
    const auto with = [&](auto change) {
        Claim claim = a_claim("kg", 511);
        change(claim);
        return publish(claim).error().key;
    };
    EXPECT_EQ(with([](Claim& c) { c.figure = "fighters"; }), "claim.figure");
    EXPECT_EQ(with([](Claim& c) { c.about = "xx"; }), "claim.about");
    EXPECT_EQ(with([](Claim& c) { c.qualifier = "perhaps"; }), "claim.qualifier");
    EXPECT_EQ(with([](Claim& c) { c.value = -1; }), "claim.value");
    EXPECT_EQ(with([](Claim& c) { c.source = ""; }), "council.text_missing");
    EXPECT_EQ(with([](Claim& c) { c.definition = " "; }), "council.text_missing");
    EXPECT_EQ(with([](Claim& c) { c.source_url = "javascript:alert(1)"; }), "council.link");
    EXPECT_EQ(with([](Claim& c) { c.as_of = *PartialDate::parse("2024-05-15"); }), "claim.as_of");
    EXPECT_EQ(with([](Claim& c) { c.as_of = *PartialDate::parse("2025"); }), "claim.as_of");
    EXPECT_TRUE(standing().empty());
}

}  // namespace
}  // namespace homeward::council
