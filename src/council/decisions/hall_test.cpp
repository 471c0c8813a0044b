// What a session may decide in its hall.
#include "council/decisions/hall.h"

#include "council/council_fixture.h"
#include "council/decisions/decision_list.h"

namespace homeward::council {
namespace {

using access::Actor;
using access::Role;
using access::Work;

struct HallTest : CouncilTest {
    Actor uz = account("focal.uz", Role::focal_point, "uz"), kg = account("focal.kg", Role::focal_point, "kg");
    Actor observer = account("observer", Role::observer, "un");
    Done change(const Actor& actor, std::function<Done(Work&)> job) { return act<void>(actor, job); }
};

TEST_F(HallTest, ASessionDecidesOnlyWhereTwoMemberStatesSatInItsHall) {
    const auto session = *open("2024-05-13", "2024-05-15");
    const auto on = [&](const char* day) {
        return act<DecisionId>(secretariat, [&](Work& work) {
            return record_decision(work, *exchange, {session, std::nullopt, {{"en", "The members share more."}}, *Date::parse(day)});
        });
    };
    const auto days = [&] {
        return get<std::vector<Date>>([&](store::Connection& db) -> Result<std::vector<Date>> { return hall_days(db, *exchange, TRY(get_session(db, session)), now); });
    };
    const Date first{2024, 5, 13}, second{2024, 5, 14};
    ASSERT_TRUE(seat(session, "kg", {first, second}));
    ASSERT_TRUE(seat(session, "kg", {first, second}, "head"));
    ASSERT_TRUE(seat(session, "uz", {second}));
    ASSERT_TRUE(seat(session, "uz", {first}, "interpreter"));
    EXPECT_EQ(on("2024-05-14").error().key, "decision.hall_not_held");
    EXPECT_TRUE(days().empty());
    ASSERT_TRUE(hold(session));
    EXPECT_EQ(on("2024-05-12").error().key, "decision.date");
    EXPECT_EQ(on("2024-05-15").error().key, "decision.not_yet");
    // Two of one State are one State; an interpreter decides nothing.
    EXPECT_EQ(on("2024-05-13").error().key, "decision.too_few_states");
    EXPECT_EQ(days(), std::vector<Date>{second});
    EXPECT_TRUE(on("2024-05-14"));
    EXPECT_EQ(number("SELECT count(*) FROM decisions"), 1);
}

TEST_F(HallTest, OtherKindsOfSessionsAndCancelledOnesDecideNothing) {
    for (const char* kind : {"side_event", "briefing", "workshop", "site_visit"}) {
        Session other = a_session();
        other.kind = kind;
        const auto id = *act<SessionId>(secretariat, [&](Work& work) { return open_session(work, members, other); });
        EXPECT_EQ(decide(id, "2024-05-14").error().key, "decision.no_hall") << kind;
    }
    const auto cancelled = *open();
    for (const char* state : {"kg", "uz"}) ASSERT_TRUE(seat(cancelled, state, {{2024, 5, 14}}));
    ASSERT_TRUE(change(secretariat, [&](Work& work) { return cancel_session(work, cancelled, get_session(work.db, cancelled)->version, "Nobody could travel."); }));
    EXPECT_EQ(decide(cancelled, "2024-05-14").error().key, "decision.hall_cancelled");
    EXPECT_EQ(number("SELECT count(*) FROM decisions"), 0);
}

TEST_F(HallTest, WhatAHallDecidedIsToldToEveryFocalPoint) {
    for (const auto& actor : {uz, kg, observer}) {
        ASSERT_TRUE(change(system, [&](Work& work) { return mail::set_address(work, actor.id, actor.username + "@council.example"); }));
    }
    ASSERT_TRUE(decide(*open(), "2024-05-14"));
    EXPECT_EQ(text("SELECT group_concat(username) FROM (SELECT a.username FROM mail_letters l JOIN accounts a ON a.id = l.account_id"
                   " WHERE l.kind = 'decision_adopted' ORDER BY a.username)"), "focal.kg,focal.uz");
}

}  // namespace
}  // namespace homeward::council
