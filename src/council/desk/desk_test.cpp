#include "council/desk/desk.h"
#include "council/meetings/registration.h"

#include "council/practices/practice_fixture.h"

namespace homeward::council {
namespace {

struct DeskTest : PracticeTest {
    /// Kinds and titles of what waits for somebody: "practice_to_clear Family visits…".
    std::vector<std::string> desk(const Actor& actor) {
        const auto items = *works->read<DeskItems>(actor, [&](Work& work) -> Result<DeskItems> { return desk_of(work, region, "en"); });
        std::vector<std::string> lines;
        for (const auto& item : items) lines.push_back(item.kind + " " + item.title);
        return lines;
    }
    using Lines = std::vector<std::string>;
    const std::string visits = "Family visits in the first month";
};

TEST_F(DeskTest, IsEmptyWhereNothingWaits) {
    for (const auto* actor : {&secretariat, &uz, &kg, &expert, &observer}) EXPECT_EQ(desk(*actor), Lines{}) << actor->username;
}

TEST_F(DeskTest, APracticeStandsOnTheDeskOfWhoeverHasToActOnIt) {
    const auto id = written();
    ASSERT_TRUE(submit(uz, id));
    EXPECT_EQ(desk(uz_alternate), (Lines{"practice_to_clear " + visits}));
    EXPECT_EQ(desk(uz), Lines{}) << "who wrote it does not clear it";
    EXPECT_EQ(desk(secretariat), Lines{});

    ASSERT_TRUE(clear(uz_alternate, id));
    EXPECT_EQ(desk(uz_alternate), Lines{});
    EXPECT_EQ(desk(kg), (Lines{"practice_call " + visits}));
    EXPECT_EQ(desk(expert), (Lines{"practice_call " + visits}));
    EXPECT_EQ(desk(observer), Lines{});

    const auto of_kg = *take_up(kg, id);
    EXPECT_EQ(desk(kg), (Lines{"practice_to_review " + visits}));
    ASSERT_TRUE(give(kg, of_kg));
    EXPECT_EQ(desk(kg), Lines{});
    ASSERT_TRUE(give(kz, *take_up(kz, id)));
    ASSERT_TRUE(give(expert, *ask(expert, id), a_verdict("changes")));
    EXPECT_EQ(desk(secretariat), (Lines{"practice_reviewed " + visits}));
    ASSERT_TRUE(give_back(secretariat, id));
    EXPECT_EQ(desk(uz), (Lines{"practice_returned " + visits}));
    EXPECT_EQ(desk(uz_alternate), (Lines{"practice_returned " + visits}));
    EXPECT_EQ(desk(kg), Lines{});
}

TEST_F(DeskTest, APracticeWhoseReviewDateHasPassedWaitsForTheSecretariat) {
    published();
    EXPECT_EQ(desk(secretariat), Lines{});
    now = now.plus_days(731);
    EXPECT_EQ(desk(secretariat), (Lines{"practice_review_due " + visits}));
    EXPECT_EQ(desk(uz), Lines{});
}

TEST_F(DeskTest, ADecisionUnderSilenceWaitsForTheStatesUntilItsLastDay) {
    const auto id = DecisionId::make(now).str();
    ASSERT_TRUE(act<void>(system, [&](Work& work) -> Done {
        work.db.run("INSERT INTO decisions (id, state, way, title, languages, commitment_id, open_to_all, version, ends_on, sorted_on, created_by, created_at)"
                    " VALUES ($1, 'silence', 'silence', 'A shared survey', 'en', '', 0, 1, '2024-05-20', '2024-05-14', 'secretariat', $2)", id, work.now);
        set_audience(work, "decision", id, {"focal_points", "secretariat"});
        return {};
    }));
    EXPECT_EQ(desk(kg), (Lines{"decision_silence A shared survey"}));
    EXPECT_EQ(desk(secretariat), (Lines{"decision_silence A shared survey"}));
    EXPECT_EQ(desk(expert), Lines{});
    EXPECT_EQ(desk(observer), Lines{});
    now = *Instant::parse("2024-05-20T23:59:59Z");
    EXPECT_EQ(desk(kg).size(), 1u) << "until the end of its last day";
    now = *Instant::parse("2024-05-21T00:00:00Z");
    EXPECT_EQ(desk(kg), Lines{});
}

TEST_F(DeskTest, ActionsWaitForTheirOwnerAndOverdueOnesForTheSecretariat) {
    const auto action = [&](const char* owner, const char* title, const char* due_on) {
        ASSERT_TRUE(act<void>(system, [&](Work& work) -> Done {
            const auto id = actions::ActionId::make(work.now);
            work.db.run("INSERT INTO action_items (id, owner, title, body, due_on, decision, session, state, created_at)"
                        " VALUES ($1, $2, $3, '', $4, '', '', 'open', $5)", id, owner, title, due_on, work.now);
            set_audience(work, "action", id.str(), {"signed_in"});
            return {};
        }));
    };
    action("kg", "Report on the survey", "2024-05-01");
    action("kg", "Send the figures", "2024-09-01");
    action("uz", "Hold a workshop", "2024-09-01");
    EXPECT_EQ(desk(kg), (Lines{"action_mine Report on the survey", "action_mine Send the figures"}));
    EXPECT_EQ(desk(uz), (Lines{"action_mine Hold a workshop"}));
    EXPECT_EQ(desk(secretariat), (Lines{"action_overdue Report on the survey"}));
    EXPECT_EQ(desk(observer), Lines{});
}

TEST_F(DeskTest, AnInvitedDelegationIsAskedToRegisterAndToCommentOnMinutes) {
    const auto session = SessionId::make(now);
    ASSERT_TRUE(act<void>(system, [&](Work& work) -> Done {
        work.db.run("INSERT INTO council_sessions (id, kind, title, host, place, starts_on, ends_on, created_by, created_at, register_until)"
                    " VALUES ($1, 'plenary', 'A plenary', 'uz', 'Tashkent', '2024-06-10', '2024-06-11', 'secretariat', $2, '2024-06-01')", session, work.now);
        for (const char* body : {"kg", "kz"}) {
            work.db.run("INSERT INTO session_invitations (id, session_id, body, answer, note, invited_by, invited_at) VALUES ($1, $2, $3, 'none', '', 'secretariat', $4)",
                        SessionInvitationId::make(work.now), session, body, work.now);
        }
        set_audience(work, "session", session.str(), {"signed_in"});
        work.db.run("UPDATE session_invitations SET answer = 'declined' WHERE body = 'kz'");
        return {};
    }));
    EXPECT_EQ(desk(kg), (Lines{"registration A plenary"}));
    EXPECT_EQ(desk(kz), Lines{}) << "it has declined";
    EXPECT_EQ(desk(uz), Lines{}) << "it was not invited";
    now = *Instant::parse("2024-06-20T09:00:00Z");
    EXPECT_EQ(desk(kg), Lines{});
    ASSERT_TRUE(act<void>(system, [&](Work& work) -> Done {
        work.db.run("INSERT INTO session_minutes (session_id, state, text_en, text_ru, comments_until, version) VALUES ($1, 'comments', 'Text', '', '2024-06-30', 1)", session);
        work.db.run("INSERT INTO minutes_readers (session_id, body) VALUES ($1, 'kg')", session);
        set_audience(work, "minutes", session.str(), {"secretariat", "member:kg"});
        return {};
    }));
    EXPECT_EQ(desk(kg), (Lines{"minutes_to_comment A plenary"}));
    EXPECT_EQ(desk(kz), Lines{});
    EXPECT_EQ(desk(secretariat), Lines{});
    now = *Instant::parse("2024-07-01T00:00:00Z");
    EXPECT_EQ(desk(kg), Lines{});
    EXPECT_EQ(desk(secretariat), (Lines{"minutes_to_approve A plenary"}));
}

TEST_F(DeskTest, WhatMayNotBeReadIsNotNamed) {
    const auto id = written();
    ASSERT_TRUE(submit(uz, id));
    ASSERT_TRUE(act<void>(system, [&](Work& work) -> Done {
        set_audience(work, "practice", id.str(), {"secretariat"});
        return {};
    }));
    EXPECT_EQ(desk(uz_alternate), Lines{});
}

}  // namespace
}  // namespace homeward::council
