#include "casework/caseload/caseload.h"
#include "casework/casework_fixture.h"
#include "casework/transfers/transfer.h"
#include "people/hand_over.h"
#include "people/relation.h"

namespace homeward::casework {
namespace {

using access::Actor;
using access::Permission;
using access::Role;
using access::Work;

struct TransfersTest : CaseworkFixture {
    Actor far_worker = staff("far", Role::social_worker, "UZ-BU"), far_supervisor = staff("farsup", Role::supervisor, "UZ-BU");

    Result<TransferId> propose(const Actor& actor, const std::string& region, std::optional<access::AccountId> to = {}, const char* note = "Ask for the grandmother.") {
        return act<TransferId>(actor, [&](Work& work) { return propose_transfer(work, people, file, {region, "", to, note}); });
    }
    Done accept(const Actor& actor, TransferId id, std::optional<access::AccountId> worker_id = {}) {
        return act<void>(actor, [&](Work& work) { return accept_transfer(work, people, id, worker_id); });
    }
    Done read_file(const Actor& actor) {
        return act<void>(actor, [&](Work& work) -> Done { TRY(require_case(work, file, Permission::read_case)); return {}; });
    }
    people::PersonId returnee() {
        people::NewPerson given;
        given.names = {{"Another", std::to_string(number("SELECT count(*) FROM persons")), ""}};
        given.region = "UZ-FA";
        given.stage_id = "uz-mehr-5";
        return *act<people::PersonId>(system, [&](Work& work) { return create_person(work, people, given); });
    }
    Done assign(const Actor& actor, std::vector<people::Assignment> list) {
        return act<void>(actor, [&](Work& work) { return people::assign_persons(work, people, list); });
    }
};

TEST_F(TransfersTest, TheFileMovesWholeWhenItIsAcceptedAndTheOldWorkerReadsItNoMore) {
    approved_plan();
    const auto id = *propose(worker, "UZ-BU");
    EXPECT_TRUE(read_file(worker)) << "until it is accepted it stays where it is";
    EXPECT_EQ(read_file(far_worker).error().key, "access.not_yours");
    EXPECT_TRUE(has_task(far_supervisor, "decide_transfer"));
    EXPECT_EQ(accept(far_supervisor, id).error().key, "transfer.worker_needed");
    EXPECT_EQ(accept(far_supervisor, id, worker.id).error().key, "person.not_assignable");
    ASSERT_TRUE(accept(far_supervisor, id, far_worker.id));
    EXPECT_EQ(read_file(worker).error().key, "access.not_yours");
    EXPECT_EQ(read_file(supervisor).error().key, "access.not_yours");
    ASSERT_TRUE(read_file(far_worker));
    EXPECT_EQ(people.find(person)->region, "UZ-BU");
    EXPECT_EQ(people.find(person)->step, people::CaseStep::plan_approved);
    const auto before = *act<std::vector<Transfer>>(far_worker, [&](Work& work) { return transfers_of(work, *get_case(work.db, file)); });
    ASSERT_EQ(before.size(), 1u);
    EXPECT_EQ(before[0].from_account, worker.id);
    EXPECT_EQ(before[0].note, "Ask for the grandmother.");
    EXPECT_EQ(act<std::vector<Plan>>(far_worker, [&](Work& work) { return plans_of(work, *get_case(work.db, file)); })->size(), 1u);
}

TEST_F(TransfersTest, OnlyWhoReceivesDecides) {
    EXPECT_EQ(propose(other_worker, "UZ-BU").error().key, "access.not_yours");
    EXPECT_EQ(propose(worker, "UZ-FA").error().key, "transfer.nowhere");
    EXPECT_EQ(propose(worker, "UZ-BU", {}, " ").error().key, "transfer.note_needed");
    const auto id = *propose(supervisor, "UZ-FA", other_worker.id);
    EXPECT_EQ(propose(worker, "UZ-BU").error().key, "transfer.waiting");
    EXPECT_EQ(accept(supervisor, id).error().key, "transfer.own_work");
    EXPECT_FALSE(accept(far_supervisor, id));
    EXPECT_FALSE(accept(far_worker, id));
    EXPECT_FALSE(accept(worker, id)) << "the old worker is not the one asked";
    ASSERT_TRUE(accept(other_worker, id));
    EXPECT_EQ(read_file(worker).error().key, "access.not_yours");
    EXPECT_EQ(accept(other_worker, id).error().key, "transfer.decided");
}

TEST_F(TransfersTest, ARefusalSaysWhyAndAProposalCanBeTakenBack) {
    const auto id = *propose(worker, "UZ-BU", far_worker.id);
    const auto refuse = [&](const char* why) { return act<void>(far_worker, [&](Work& work) { return refuse_transfer(work, id, why); }); };
    EXPECT_EQ(refuse("").error().key, "transfer.reason_needed");
    ASSERT_TRUE(refuse("The family has not moved yet."));
    EXPECT_TRUE(read_file(worker));
    const auto again = *propose(worker, "UZ-BU");
    ASSERT_TRUE(act<void>(worker, [&](Work& work) { return withdraw_transfer(work, again); }));
    EXPECT_EQ(accept(far_supervisor, again, far_worker.id).error().code, ErrorCode::forbidden) << "it is theirs to see no more";
}

TEST_F(TransfersTest, WhatWasGivenToSomebodyElseMeanwhileIsNotTakenFromThem) {
    const auto id = *propose(worker, "UZ-BU", far_worker.id);
    ASSERT_TRUE(act<void>(supervisor, [&](Work& work) { return people::assign_person(work, people, person, other_worker.id); }));
    EXPECT_EQ(accept(far_worker, id).error().key, "transfer.other_worker");
    EXPECT_EQ(people.find(person)->assigned_to, other_worker.id);
}

TEST_F(TransfersTest, InAClosedFileNobodyWaitsForADecision) {
    ASSERT_TRUE(propose(worker, "UZ-BU"));
    EXPECT_TRUE(has_task(far_supervisor, "decide_transfer"));
    const auto closure = proposed_closure(worker);
    ASSERT_TRUE(act<void>(supervisor, [&](Work& work) { return decide_closure(work, people, closure, true, ""); }));
    EXPECT_FALSE(has_task(far_supervisor, "decide_transfer"));
}

TEST_F(TransfersTest, AGroupIsGivenToWorkersAllOrNone) {
    const auto first = returnee(), second = returnee();
    EXPECT_EQ(assign(worker, {{first, worker.id}}).error().code, ErrorCode::forbidden);
    EXPECT_EQ(assign(supervisor, {}).error().key, "assignment.none");
    EXPECT_EQ(assign(supervisor, {{first, worker.id}, {first, other_worker.id}}).error().key, "assignment.twice");
    EXPECT_EQ(assign(supervisor, {{first, worker.id}, {second, far_worker.id}}).error().field, "assignments/1");
    EXPECT_EQ(assign(supervisor, {{first, worker.id}, {person, other_worker.id}}).error().key, "assignment.taken");
    EXPECT_FALSE(people.find(first)->assigned_to) << "all or none";
    ASSERT_TRUE(assign(supervisor, {{first, worker.id}, {second, other_worker.id}}));
    EXPECT_EQ(people.find(first)->assigned_to, worker.id);
    EXPECT_EQ(leaves("person.assigned"), 2);
}

TEST_F(TransfersTest, TheListOfWorkersTellsWhoCarriesHowMuch) {
    const auto load = [&](const Actor& actor) { return act<Caseload>(actor, [&](Work& work) { return caseload_of(work, people, ""); }); };
    EXPECT_EQ(load(worker).error().key, "access.not_allowed");
    ASSERT_TRUE(act<VisitId>(worker, [&](Work& work) { return plan_visit(work, file, work.today()); }));
    now = now.plus_days(2);
    const auto here = load(supervisor);
    ASSERT_TRUE(here);
    EXPECT_EQ(here->mark, kUsualMark);
    EXPECT_EQ(here->workers.size(), 3u) << "those of the region";
    EXPECT_EQ(here->workers.front().worker.id, worker.id);
    EXPECT_EQ(here->workers.front().open_cases, 1);
    EXPECT_EQ(here->workers.front().overdue, 1);
    const auto set = [&](const Actor& actor, int mark) { return act<void>(actor, [&](Work& work) { return set_caseload_mark(work, mark, "Order 5"); }); };
    EXPECT_EQ(set(supervisor, 20).error().key, "access.not_allowed");
    EXPECT_EQ(set(coordinator, 0).error().key, "caseload.mark");
    ASSERT_TRUE(set(coordinator, 20));
    EXPECT_EQ(load(supervisor)->mark, 20);
}

TEST_F(TransfersTest, AListTellsWhatWaitsAndWhatOneTookPartIn) {
    const auto list = [&](const Actor& actor, TransfersOf which, int limit = 10, std::optional<TransferId> after = {}) {
        return act<TransferLines>(actor, [&](Work& work) { return my_transfers(work, which, after, limit); });
    };
    const auto first = *propose(worker, "UZ-BU");
    ASSERT_EQ(list(far_supervisor, TransfersOf::waiting)->items.size(), 1u);
    EXPECT_TRUE(list(supervisor, TransfersOf::waiting)->items.empty());
    EXPECT_EQ(list(worker, TransfersOf::taken)->items.at(0).id, first);
    ASSERT_TRUE(act<void>(far_supervisor, [&](Work& work) { return refuse_transfer(work, first, "No place."); }));
    now = now.plus_seconds(1);  // ids of one millisecond have no order
    const auto second = *propose(worker, "UZ-BU");
    ASSERT_TRUE(accept(far_supervisor, second, far_worker.id));
    EXPECT_TRUE(list(far_supervisor, TransfersOf::waiting)->items.empty());
    const auto page = *list(worker, TransfersOf::taken, 1);
    ASSERT_EQ(page.items.size(), 1u);
    EXPECT_EQ(page.items[0].id, second) << "newest first";
    EXPECT_EQ(page.items[0].state, TransferState::accepted);
    ASSERT_EQ(list(worker, TransfersOf::taken, 1, page.next)->items.at(0).id, first);
    EXPECT_EQ(list(far_supervisor, TransfersOf::taken)->items.size(), 2u) << "who decided had a part";
    EXPECT_TRUE(list(other_worker, TransfersOf::taken)->items.empty());
    EXPECT_EQ(list(coordinator, TransfersOf::taken).error().code, ErrorCode::forbidden);
}

}  // namespace
}  // namespace homeward::casework
