#include "council/commitments/commitment.h"

#include "council/commitments/initiative.h"
#include "council/council_fixture.h"
#include "council/members/body.h"

namespace homeward::council {
namespace {

using access::Actor;
using access::Role;
using access::Work;

struct CommitmentTest : CouncilTest {
    Actor kg = account("focal.kg", Role::focal_point, "kg"), uz = account("focal.uz", Role::focal_point, "uz"), observer = account("observer", Role::observer);
    CommitmentDocumentId plan = *save(secretariat, a_document());

    CommitmentTest() {
        EXPECT_TRUE(act<bool>(system, [&](Work& work) -> Result<bool> {
            know_states(work, *exchange);
            return true;
        }));
    }
    static CommitmentDocument a_document(const char* state = "") {
        return {{}, "joint_plan", "Joint Plan of Action", "Совместный план действий", state, *PartialDate::parse("2022-03"), std::nullopt, "", "A public source", true, 0};
    }
    Result<CommitmentDocumentId> save(const Actor& actor, const CommitmentDocument& document) {
        return act<CommitmentDocumentId>(actor, [&](Work& work) { return save_document(work, members, document); });
    }
    Result<CommitmentId> clause(const Actor& actor, const char* number, std::optional<CommitmentDocumentId> document = {}) {
        return act<CommitmentId>(actor, [&](Work& work) {
            return save_commitment(work, {{}, document.value_or(plan), number, "Share what helps families.", "", "rights", "family", 0});
        });
    }
    Result<NationalActionId> report(const Actor& actor, CommitmentId id, const char* state, const char* status = "under_way", const char* link = "") {
        now.ms += 1;
        return act<NationalActionId>(actor, [&](Work& work) {
            return report_national_action(work, members, {{}, id, state, status, "A working group was formed.", "Order No. 1", link, {}});
        });
    }
    template <class T>
    static std::string key(const Result<T>& result) { return result ? "" : result.error().key; }
};

TEST_F(CommitmentTest, TheNewestWordOfEachStateStandsAndTheOthersAreItsHistory) {
    const auto id = *clause(secretariat, "1");
    ASSERT_TRUE(report(kg, id, "kg", "planned"));
    ASSERT_TRUE(report(kg, id, "kg", "done"));
    ASSERT_TRUE(report(uz, id, "uz", "under_way"));
    store->read([&](store::Connection& db) {
        const auto current = current_actions(db, id);
        ASSERT_EQ(current.size(), 2u);
        EXPECT_EQ(current[0].state + current[0].status, "kgdone");
        EXPECT_EQ(current[1].state + current[1].status, "uzunder_way");
        const auto history = history_of(db, id, "kg");
        ASSERT_EQ(history.size(), 2u);
        EXPECT_EQ(history[1].status, "planned");
    });
}

TEST_F(CommitmentTest, AStateSpeaksForItselfOnly) {
    const auto id = *clause(secretariat, "1");
    EXPECT_EQ(key(report(kg, id, "uz")), "law.not_your_state");
    EXPECT_EQ(key(report(observer, id, "kg")), "access.not_allowed");
    EXPECT_EQ(key(clause(kg, "2")), "law.not_your_state") << "a clause of all States is the secretariat's to write";
    const auto national = *save(kg, a_document("kg"));
    const auto own = *clause(kg, "1", national);
    EXPECT_EQ(key(report(uz, own, "uz")), "commitment.not_for_state");
    EXPECT_EQ(key(save(kg, a_document("uz"))), "law.not_your_state");
}

TEST_F(CommitmentTest, ClausesStandInTheirOrder) {
    for (const char* number : {"10", "2", "II.1", "2.1", "1"}) ASSERT_TRUE(clause(secretariat, number));
    EXPECT_EQ(key(clause(secretariat, "2")), "commitment.clause_exists");
    store->read([&](store::Connection& db) {
        std::string order;
        for (const auto& each : list_commitments(db, plan)) order += each.clause + " ";
        EXPECT_EQ(order, "1 2 2.1 10 II.1 ");
    });
}

TEST_F(CommitmentTest, WhatIsNotPublicHidesItsClausesToo) {
    const auto id = *clause(secretariat, "1");
    auto closed = a_document();
    closed.id = plan;
    closed.version = 1;
    closed.is_public = false;
    ASSERT_TRUE(save(secretariat, closed));
    EXPECT_EQ(key(save(secretariat, closed)), "commitment.changed");
    const auto sees = [&](const Actor& actor) { return works->read<Commitment>(actor, [&](Work& work) { return get_commitment(work, id); }).has_value(); };
    EXPECT_TRUE(sees(observer));
    EXPECT_FALSE(sees(Actor::guest()));
    EXPECT_EQ(text("SELECT word FROM audiences WHERE kind = 'commitment'"), "signed_in");
}

TEST_F(CommitmentTest, WhatCannotBeIsRefused) {
    const auto id = *clause(secretariat, "1");
    EXPECT_EQ(key(report(kg, id, "xx")), "law.state");
    EXPECT_EQ(key(report(kg, id, "kg", "soon")), "commitment.status");
    EXPECT_EQ(key(report(kg, id, "kg", "done", "ftp://x")), "council.link");
    EXPECT_EQ(key(report(kg, CommitmentId::make(now), "kg")), "commitment.not_found");
    auto wrong = a_document();
    wrong.kind = "poem";
    EXPECT_EQ(key(save(secretariat, wrong)), "commitment.kind");
    wrong = a_document();
    wrong.expires_on = Date{2021, 1, 1};
    EXPECT_EQ(key(save(secretariat, wrong)), "commitment.dates");
}

TEST_F(CommitmentTest, InitiativesShowWhatIsUnderWayOnADay) {
    const auto start = [&](const Actor& actor, const char* state, const char* from, std::optional<Date> to) {
        return act<InitiativeId>(actor, [&](Work& work) {
            return save_initiative(work, members, {{}, "Catch-up classes", "", "uz", state, "", *PartialDate::parse(from), to, "conditions", "education", "", "A source", true, 0});
        });
    };
    ASSERT_TRUE(start(secretariat, "", "2022", Date{2023, 12, 31}));
    ASSERT_TRUE(start(kg, "kg", "2024-02-01", std::nullopt));
    EXPECT_EQ(key(start(kg, "uz", "2024", std::nullopt)), "law.not_your_state");
    EXPECT_EQ(key(start(kg, "", "2024", std::nullopt)), "law.not_your_state");
    EXPECT_EQ(key(start(secretariat, "kg", "2024", Date{2023, 1, 1})), "initiative.dates");
    const auto on = [&](Date day) {
        return works->read<std::vector<Initiative>>(observer, [&](Work& work) -> Result<std::vector<Initiative>> { return list_initiatives(work, day); })->size();
    };
    EXPECT_EQ(on({2022, 1, 1}), 1u);
    EXPECT_EQ(on({2024, 3, 1}), 1u);
    EXPECT_EQ(on({2021, 12, 31}), 0u);
}

}  // namespace
}  // namespace homeward::council
