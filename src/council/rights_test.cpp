#include "council/rights.h"

#include "council/council_fixture.h"

namespace homeward::council {
namespace {

using access::Actor;
using access::Role;

struct RightsTest : CouncilTest {
    Actor kg = account("focal.kg", Role::focal_point, "kg"), nobodys = account("focal", Role::focal_point, ""), observer = account("observer", Role::observer, "osce");
};

TEST_F(RightsTest, AFocalPointSpeaksAndWritesForTheOwnStateAlone) {
    EXPECT_TRUE(speaks_for(kg, "kg"));
    EXPECT_FALSE(speaks_for(kg, "uz"));
    EXPECT_FALSE(speaks_for(observer, "osce"));
    EXPECT_TRUE(may_edit_for(kg, "kg"));
    EXPECT_EQ(require_to_edit_for(kg, "uz").error().key, "law.not_your_state");
    EXPECT_EQ(require_to_edit_for(observer, "osce").error().key, "access.not_allowed");
    EXPECT_EQ(states_to_edit(kg, *exchange), std::vector<std::string>{"kg"});
    EXPECT_EQ(states_to_edit(secretariat, *exchange), (std::vector<std::string>{"kg", "uz"}));
    EXPECT_TRUE(states_to_edit(Actor::guest(), *exchange).empty());
}

TEST_F(RightsTest, WhatConcernsAllStatesIsTheSecretariatsAndWhoHasNoStateSpeaksForNone) {
    EXPECT_TRUE(may_edit_for(secretariat, ""));
    EXPECT_FALSE(may_edit_for(kg, ""));
    EXPECT_FALSE(may_edit_for(nobodys, "")) << "an account without a State is not of all of them";
    EXPECT_FALSE(speaks_for(nobodys, ""));
    EXPECT_EQ(side_of(nobodys), "");
}

}  // namespace
}  // namespace homeward::council
