#include "casework/bodies.h"
#include "casework/casework_fixture.h"

namespace homeward::casework {
namespace {

using access::Actor;
using access::Role;
using access::Work;
using people::CaseStep;

using CaseworkTest = CaseworkFixture;

TEST_F(CaseworkTest, TheStepFollowsWhatWasDone) {
    EXPECT_EQ(step(), CaseStep::opened);
    const Plan plan = submitted_plan();
    EXPECT_EQ(step(), CaseStep::plan_submitted);
    ASSERT_TRUE(act<Plan>(supervisor, [&](Work& work) { return approve_plan(work, people, plan.id, plan.version, ""); }));
    EXPECT_EQ(step(), CaseStep::plan_approved);
    EXPECT_EQ(people.find(person)->step, CaseStep::plan_approved);
    const auto visit = *act<VisitId>(worker, [&](Work& work) { return plan_visit(work, file, work.today()); });
    ASSERT_TRUE(act<void>(worker, [&](Work& work) { return complete_visit(work, people, visit, work.today(), "all well"); }));
    EXPECT_EQ(step(), CaseStep::follow_up);
    const auto closure = proposed_closure(worker);
    EXPECT_EQ(step(), CaseStep::closure_proposed);
    ASSERT_TRUE(act<void>(supervisor, [&](Work& work) { return decide_closure(work, people, closure, true, ""); }));
    EXPECT_EQ(step(), CaseStep::closed);
    ASSERT_TRUE(act<void>(supervisor, [&](Work& work) { return reopen_case(work, people, file, "the family asked for help again"); }));
    EXPECT_EQ(step(), CaseStep::follow_up);
    EXPECT_EQ(act<std::vector<Closure>>(supervisor, [&](Work& work) {
        return closures_of(work, *get_case(work.db, file));
    })->front().reopening, "the family asked for help again");
}

TEST_F(CaseworkTest, APersonHasOneFile) {
    EXPECT_EQ(act<CaseId>(worker, [&](Work& work) { return open_case(work, people, person); }).error().key, "case.exists");
}

TEST_F(CaseworkTest, AColleagueWithoutTheCaseIsRefusedEverything) {
    EXPECT_EQ(assess(other_worker).error().key, "access.not_yours");
    EXPECT_EQ(assess(coordinator).error().key, "access.not_allowed");
    const Plan plan = submitted_plan();
    EXPECT_EQ(act<Plan>(other_worker, [&](Work& work) { return submit_plan(work, people, plan.id, plan.version); }).error().code, ErrorCode::forbidden);
    EXPECT_EQ(act<Plan>(worker, [&](Work& work) { return approve_plan(work, people, plan.id, plan.version, ""); }).error().code, ErrorCode::forbidden);
}

TEST_F(CaseworkTest, ApprovalIsRefusedToTheOneWhoSubmitted) {
    const Plan plan = written_plan();
    const auto submitted = act<Plan>(supervisor, [&](Work& work) { return submit_plan(work, people, plan.id, plan.version); });
    const auto own = act<Plan>(supervisor, [&](Work& work) { return approve_plan(work, people, plan.id, submitted->version, ""); });
    EXPECT_EQ(own.error().key, "plan.own_work");
}

TEST_F(CaseworkTest, AReturnedPlanNeedsACommentAndCanBeSubmittedAgain) {
    const Plan plan = submitted_plan();
    const auto give_back = [&](const char* comment) {
        return act<Plan>(supervisor, [&](Work& work) { return return_plan(work, people, plan.id, plan.version, comment); });
    };
    EXPECT_EQ(give_back(" ").error().key, "plan.comment_needed");
    const auto returned = give_back("add a date");
    EXPECT_EQ(returned->state, PlanState::returned);
    const auto read = act<Plan>(worker, [&](Work& work) { return get_plan(work, plan.id); });
    EXPECT_EQ(read->comment, "add a date");
    EXPECT_EQ(read->goals.at(0).services.at(0).service, "school_enrolment");
    ASSERT_TRUE(act<Plan>(worker, [&](Work& work) { return submit_plan(work, people, plan.id, returned->version); }));
    const auto again = act<Plan>(worker, [&](Work& work) { return get_plan(work, plan.id); });
    EXPECT_EQ(again->comment, "");
    ASSERT_EQ(again->moves.size(), 3u);
    EXPECT_EQ(again->moves[1].kind, PlanState::returned);
    EXPECT_EQ(again->moves[1].by, supervisor.id);
    EXPECT_EQ(again->moves[1].comment, "add a date");
    EXPECT_EQ(again->moves[2].kind, PlanState::submitted);
}

TEST_F(CaseworkTest, ALaterFindingTakesThePlaceOfTheEarlierWhichStays) {
    const auto record = [&](std::vector<NewNeed> needs) {
        now = now.plus_days(1);
        return act<void>(worker, [&](Work& work) { return record_needs(work, people, file, needs); });
    };
    ASSERT_TRUE(record({{NeedDomain::education, NeedLevel::urgent, "no school yet"}, {NeedDomain::documents, NeedLevel::some, ""}}));
    ASSERT_TRUE(record({{NeedDomain::education, NeedLevel::none, "goes to school"}}));
    EXPECT_EQ(record({{NeedDomain::health, NeedLevel::some, ""}, {NeedDomain::health, NeedLevel::urgent, ""}}).error().field, "needs/1/domain");
    EXPECT_EQ(record({}).error().key, "case.needs_empty");
    const auto needs = act<Needs>(worker, [&](Work& work) { return needs_of(work, *get_case(work.db, file)); });
    ASSERT_EQ(needs->current.size(), 2u);
    EXPECT_EQ(needs->current[1].domain, NeedDomain::education);
    EXPECT_EQ(needs->current[1].note, "goes to school");
    ASSERT_EQ(needs->earlier.size(), 1u);
    EXPECT_EQ(needs->earlier[0].level, NeedLevel::urgent);
}

TEST_F(CaseworkTest, ASecondEditorIsTold) {
    const Plan plan = written_plan();
    const auto save = [&] {
        return act<Plan>(worker, [&](Work& work) { return write_plan(work, plan.id, plan.version, plan.goals); });
    };
    EXPECT_TRUE(save());
    EXPECT_EQ(save().error().key, "edit.changed_meanwhile");
}

TEST_F(CaseworkTest, ANewApprovedPlanTakesThePlaceOfTheOld) {
    const Plan first = approved_plan();
    const auto id = *act<PlanId>(worker, [&](Work& work) { return start_plan(work, people, file); });
    EXPECT_EQ(step(), CaseStep::plan_approved);
    auto plan = *act<Plan>(worker, [&](Work& work) { return write_plan(work, id, 1, {{{}, NeedDomain::housing, "A flat", std::nullopt, {}}}); });
    plan = *act<Plan>(worker, [&](Work& work) { return submit_plan(work, people, id, plan.version); });
    ASSERT_TRUE(act<Plan>(supervisor, [&](Work& work) { return approve_plan(work, people, id, plan.version, ""); }));
    EXPECT_EQ(act<Plan>(system, [&](Work& work) { return get_plan(work, first.id); })->state, PlanState::superseded);
}

TEST_F(CaseworkTest, APlanNeedsAnAssessmentAndAGoal) {
    EXPECT_EQ(act<PlanId>(worker, [&](Work& work) { return start_plan(work, people, file); }).error().key, "case.not_assessed");
    ASSERT_TRUE(assess(worker));
    const auto id = *act<PlanId>(worker, [&](Work& work) { return start_plan(work, people, file); });
    EXPECT_EQ(act<Plan>(worker, [&](Work& work) { return submit_plan(work, people, id, 1); }).error().key, "plan.no_goals");
    EXPECT_EQ(act<Plan>(worker, [&](Work& work) {
        return write_plan(work, id, 1, {{{}, NeedDomain::housing, "  ", std::nullopt, {}}});
    }).error().field, "goals/0/text");
    EXPECT_EQ(act<Plan>(worker, [&](Work& work) {
        return write_plan(work, id, 1, {{{}, NeedDomain::housing, "A flat", std::nullopt, {{{}, "housing", "", std::nullopt}, {{}, "castle", "", std::nullopt}}}});
    }).error().field, "goals/0/services/1/service");
}

TEST_F(CaseworkTest, ClosingTakesASecondPersonAndAClosedFileCannotBeWritten) {
    const auto closure = proposed_closure(supervisor);
    const auto decide = [&](const Actor& actor, bool approve, const char* comment) {
        return act<void>(actor, [&](Work& work) { return decide_closure(work, people, closure, approve, comment); });
    };
    EXPECT_EQ(decide(supervisor, true, "").error().key, "closure.own_work");
    EXPECT_EQ(decide(worker, true, "").error().code, ErrorCode::forbidden);
    const Actor second = staff("supervisor2", Role::supervisor, "UZ-FA");
    EXPECT_EQ(decide(second, false, "").error().key, "closure.comment_needed");
    EXPECT_TRUE(decide(second, true, ""));
    EXPECT_EQ(decide(second, true, "").error().key, "case.closed");
    EXPECT_EQ(assess(worker).error().key, "case.closed");
    EXPECT_EQ(act<void>(supervisor, [&](Work& work) { return reopen_case(work, people, file, ""); }).error().key, "closure.reason_needed");
}

TEST_F(CaseworkTest, ARefusedClosureLeavesTheFileOpen) {
    const auto closure = proposed_closure(worker);
    ASSERT_TRUE(act<void>(supervisor, [&](Work& work) { return decide_closure(work, people, closure, false, "one goal is open"); }));
    EXPECT_EQ(step(), CaseStep::opened);
    EXPECT_TRUE(act<ClosureId>(worker, [&](Work& work) { return propose_closure(work, people, file, ClosureReason::moved, ""); }));
}

TEST_F(CaseworkTest, VisitsLieAheadWhenPlannedAndBehindWhenDone) {
    EXPECT_EQ(act<VisitId>(worker, [&](Work& work) { return plan_visit(work, file, work.today().plus_days(-1)); }).error().key, "visit.in_the_past");
    const auto visit = *act<VisitId>(worker, [&](Work& work) { return plan_visit(work, file, work.today().plus_days(3)); });
    EXPECT_EQ(act<void>(worker, [&](Work& work) { return complete_visit(work, people, visit, work.today().plus_days(1), ""); }).error().key, "visit.in_the_future");
    EXPECT_TRUE(act<void>(worker, [&](Work& work) { return complete_visit(work, people, visit, work.today(), ""); }));
    EXPECT_EQ(act<void>(worker, [&](Work& work) { return complete_visit(work, people, visit, work.today(), ""); }).error().key, "visit.done_already");
}

TEST_F(CaseworkTest, AVisitOfThisMorningIsNotInTheFuture) {
    now = *Instant::parse("2024-05-14T20:00:00Z");  // one hour past midnight in Tashkent
    const auto visit = *act<VisitId>(worker, [&](Work& work) { return plan_visit(work, file, {2024, 5, 15}); });
    EXPECT_EQ(act<void>(worker, [&](Work& work) { return complete_visit(work, people, visit, {2024, 5, 16}, ""); }).error().key, "visit.in_the_future");
    EXPECT_TRUE(act<void>(worker, [&](Work& work) { return complete_visit(work, people, visit, {2024, 5, 15}, ""); }));
}

TEST_F(CaseworkTest, TasksWaitForTheRightPerson) {
    const auto tasks = [&](const Actor& actor) {
        return *act<std::vector<Task>>(actor, [](Work& work) -> Result<std::vector<Task>> { return tasks_of(work); });
    };
    ASSERT_EQ(tasks(worker).size(), 1u);
    EXPECT_EQ(tasks(worker)[0].kind, "assess");
    EXPECT_EQ(tasks(worker)[0].due_on, (Date{2024, 5, 21}));
    EXPECT_TRUE(tasks(other_worker).empty());
    submitted_plan();
    EXPECT_TRUE(tasks(worker).empty());
    ASSERT_EQ(tasks(supervisor).size(), 1u);
    EXPECT_EQ(tasks(supervisor)[0].kind, "approve_plan");
}

TEST_F(CaseworkTest, NothingInAClosedFileWaits) {
    const auto tasks = [&](const Actor& actor) {
        return act<std::vector<Task>>(actor, [](Work& work) -> Result<std::vector<Task>> { return tasks_of(work); })->size();
    };
    submitted_plan();
    ASSERT_TRUE(act<VisitId>(worker, [&](Work& work) { return plan_visit(work, file, work.today()); }));
    EXPECT_EQ(tasks(worker), 1u);
    const auto closure = proposed_closure(worker);
    ASSERT_TRUE(act<void>(supervisor, [&](Work& work) { return decide_closure(work, people, closure, true, ""); }));
    EXPECT_EQ(tasks(worker), 0u);
    EXPECT_EQ(tasks(supervisor), 0u);
    ASSERT_TRUE(act<void>(supervisor, [&](Work& work) { return reopen_case(work, people, file, "they came back"); }));
    EXPECT_EQ(tasks(worker), 1u);
    EXPECT_EQ(tasks(supervisor), 1u);
}

TEST_F(CaseworkTest, TheWholeFileIsShownWithWhatItsReaderMayDo) {
    approved_plan();
    const auto visit = *act<VisitId>(worker, [&](Work& work) { return plan_visit(work, file, work.today()); });
    ASSERT_TRUE(act<void>(worker, [&](Work& work) { return complete_visit(work, people, visit, work.today(), "all well"); }));
    const auto shown_to = [&](const Actor& actor) {
        return *act<CaseBody>(actor, [&](Work& work) -> Result<CaseBody> { return case_body(work, TRY(require_case(work, file, access::Permission::read_case))); });
    };
    const CaseBody to_worker = shown_to(worker);
    EXPECT_EQ(to_worker.worker->name, "worker");
    EXPECT_EQ(to_worker.person.region, "UZ-FA");
    EXPECT_EQ(to_worker.plans.at(0).decided_by->name, "supervisor");
    EXPECT_EQ(to_worker.plans.at(0).moves.at(1).by.name, "supervisor");
    EXPECT_EQ(to_worker.visits.at(0).done_by->name, "worker");
    EXPECT_TRUE(to_worker.allows.write && to_worker.allows.start_plan && to_worker.allows.propose_closure);
    EXPECT_FALSE(to_worker.plans.at(0).allows.write || to_worker.allows.reopen);

    const auto closure = proposed_closure(worker);
    EXPECT_FALSE(shown_to(worker).closures.at(0).may_decide);
    EXPECT_TRUE(shown_to(supervisor).closures.at(0).may_decide);
    ASSERT_TRUE(act<void>(supervisor, [&](Work& work) { return decide_closure(work, people, closure, true, ""); }));
    EXPECT_FALSE(shown_to(worker).allows.write || shown_to(worker).allows.plan_visit || shown_to(worker).allows.reopen);
    EXPECT_TRUE(shown_to(supervisor).allows.reopen);
    EXPECT_EQ(shown_to(supervisor).closures.at(0).decided_by->name, "supervisor");
}

TEST_F(CaseworkTest, FreeTextIsSealedAndEveryActIsInTheLog) {
    written_plan();
    works->store().read([&](store::Connection& db) {
        EXPECT_FALSE(db.query("SELECT 1 FROM case_needs WHERE instr(note_sealed, CAST('no school' AS BLOB)) > 0").next());
        EXPECT_FALSE(db.query("SELECT 1 FROM plan_goals WHERE instr(text_sealed, CAST('Back to' AS BLOB)) > 0").next());
        for (const char* action : {"case.opened", "need.recorded", "plan.started", "plan.written"}) {
            EXPECT_TRUE(db.query("SELECT 1 FROM audit_leaves WHERE action = $1 AND person_id = $2", action, person).next()) << action;
        }
    });
}

}  // namespace
}  // namespace homeward::casework
