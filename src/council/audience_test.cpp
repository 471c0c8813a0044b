#include "council/audience.h"

#include "council/council_fixture.h"

namespace homeward::council {
namespace {

using access::Actor;
using access::Role;

struct AudienceTest : CouncilTest {
    Actor guest = Actor::guest(), kg = account("focal.kg", Role::focal_point, "kg"), uz = account("focal.uz", Role::focal_point, "uz"),
          expert = account("expert", Role::expert), observer = account("observer", Role::observer, "osce"), admin = account("admin", Role::admin);

    /// Who of secretariat, kg, uz, expert, observer, admin, guest may see it, as letters.
    std::string readers(Marking marking, const std::vector<std::string>& addressees) {
        const auto said = act<bool>(system, [&](access::Work& work) -> Result<bool> {
            set_audience(work, "notice", "1", audience_of(marking, addressees));
            return true;
        });
        EXPECT_TRUE(said.has_value());
        std::string letters;
        const std::pair<const Actor*, char> all[] = {{&secretariat, 's'}, {&kg, 'k'}, {&uz, 'u'}, {&expert, 'e'}, {&observer, 'o'}, {&admin, 'a'}, {&guest, 'g'}};
        for (const auto& [actor, letter] : all) {
            const bool sees = *works->read<bool>(*actor, [](access::Work& work) -> Result<bool> { return may_see(work, "notice", "1"); });
            // A list must say the same as a single page.
            const bool listed = *works->read<bool>(*actor, [&](access::Work& work) -> Result<bool> {
                return work.db.query("SELECT 1 WHERE " + visible_sql("notice", "'1'", "$1"), json_words(work.actor)).next();
            });
            EXPECT_EQ(sees, listed) << letter;
            if (sees) letters += letter;
        }
        return letters;
    }
};

TEST_F(AudienceTest, EachMarkingReachesItsReadersAndNobodyElse) {
    EXPECT_EQ(readers(Marking::clear, {}), "skueoag");
    EXPECT_EQ(readers(Marking::green, {}), "skueo");
    EXPECT_EQ(readers(Marking::amber, {}), "sku");
    EXPECT_EQ(readers(Marking::amber, {"osce"}), "skuo");
    EXPECT_EQ(readers(Marking::amber_strict, {"kg"}), "k");
    EXPECT_EQ(readers(Marking::amber_strict, {"kg", "osce", "council"}), "sko");
    EXPECT_EQ(readers(Marking::red, {"kg", "osce"}), "k");
    EXPECT_EQ(readers(Marking::red, {}), "");
}

TEST_F(AudienceTest, WhatIsSaidLaterTakesThePlaceOfWhatWasSaid) {
    EXPECT_EQ(readers(Marking::clear, {}), "skueoag");
    EXPECT_EQ(readers(Marking::red, {"uz"}), "u");
}

TEST(Markings, HaveNamesThatReadBack) {
    for (const auto marking : {Marking::clear, Marking::green, Marking::amber, Marking::amber_strict, Marking::red}) {
        EXPECT_EQ(marking_from(name_of(marking)), marking);
    }
    EXPECT_FALSE(marking_from("white"));
}

}  // namespace
}  // namespace homeward::council
