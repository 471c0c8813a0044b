#include "access/program_for_tests.h"
#include "casework/approvals/needs_approval.h"
#include "casework/bodies.h"
#include "casework/casework_fixture.h"

namespace homeward::casework {
namespace {

using access::Actor;
using access::Role;
using access::Work;
using people::CaseStep;

struct ApprovalsTest : CaseworkFixture {
    /// The supervisor with the right to decide on their own work, which an administrator gave.
    Actor trusted() {
        const Actor admin = staff("admin", Role::admin);
        EXPECT_TRUE(act<void>(admin, [&](Work& work) { return access::set_approves_own_work(work, supervisor.id, true); }));
        return get<Actor>([&](store::Connection& db) { return access::get_account(db, supervisor.id); });
    }
    Result<NeedsApprovalId> submit(const Actor& actor) {
        return act<NeedsApprovalId>(actor, [&](Work& work) { return submit_needs(work, file); });
    }
    Done decide(const Actor& actor, NeedsApprovalId id, bool approve, const char* comment = "") {
        return act<void>(actor, [&](Work& work) { return decide_needs(work, id, approve, comment); });
    }
    /// A plan that the supervisor handed over.
    Plan own_plan() {
        const Plan plan = written_plan();
        return *act<Plan>(supervisor, [&](Work& work) { return submit_plan(work, people, plan.id, plan.version); });
    }
};

TEST_F(ApprovalsTest, NobodyDecidesOnTheirOwnWorkByAnyRoad) {
    const Plan plan = own_plan();
    EXPECT_EQ(act<Plan>(supervisor, [&](Work& work) { return approve_plan(work, people, plan.id, plan.version, ""); }).error().key, "plan.own_work");
    EXPECT_EQ(act<Plan>(supervisor, [&](Work& work) { return return_plan(work, people, plan.id, plan.version, "once more"); }).error().key, "plan.own_work");
    EXPECT_EQ(decide(supervisor, *submit(supervisor), true).error().key, "needs.own_work");
    const auto closure = proposed_closure(supervisor);
    EXPECT_EQ(act<void>(supervisor, [&](Work& work) { return decide_closure(work, people, closure, true, ""); }).error().key, "closure.own_work");
    // Nor by a road around the actions: the tables refuse what is not marked.
    const std::string me = "'" + supervisor.id.str() + "'";
    EXPECT_ANY_THROW(run("UPDATE case_plans SET state = 'approved', decided_by = " + me));
    EXPECT_ANY_THROW(run("UPDATE case_closures SET decision = 'approved', decided_by = " + me));
    EXPECT_ANY_THROW(run("UPDATE needs_approvals SET decision = 'approved', decided_by = " + me));
}

TEST_F(ApprovalsTest, WithTheRightTheRowAndTheLogSayThatItWasOnesOwn) {
    const Actor alone = trusted();
    const Plan plan = own_plan();
    const auto approved = act<Plan>(alone, [&](Work& work) { return approve_plan(work, people, plan.id, plan.version, ""); });
    ASSERT_TRUE(approved) << approved.error().key;
    EXPECT_TRUE(approved->own_work);
    EXPECT_TRUE(approved->moves.back().own_work);
    ASSERT_TRUE(decide(alone, *submit(supervisor), true));
    const auto closure = proposed_closure(supervisor);
    ASSERT_TRUE(act<void>(alone, [&](Work& work) { return decide_closure(work, people, closure, true, ""); }));
    EXPECT_EQ(number("SELECT (SELECT sum(own_work) FROM case_plans) + (SELECT sum(own_work) FROM case_closures) + (SELECT sum(own_work) FROM needs_approvals)"), 3);
    EXPECT_EQ(number("SELECT count(*) FROM audit_leaves WHERE details LIKE '%own_work%' AND action IN ('plan.approved', 'closure.approved', 'needs.approved')"), 3);
}

TEST_F(ApprovalsTest, FindingsAreApprovedAsTheyWereHandedOver) {
    EXPECT_EQ(submit(worker).error().key, "case.not_assessed");
    ASSERT_TRUE(assess(worker));
    EXPECT_EQ(submit(other_worker).error().key, "access.not_yours");
    const auto first = *submit(worker);
    EXPECT_EQ(submit(worker).error().key, "needs.waiting");
    EXPECT_EQ(decide(worker, first, true).error().code, ErrorCode::forbidden);
    EXPECT_EQ(decide(supervisor, first, false).error().key, "needs.comment_needed");
    now = now.plus_seconds(60);
    ASSERT_TRUE(assess(worker));
    EXPECT_EQ(decide(supervisor, first, true).error().key, "edit.changed_meanwhile") << "nobody else has seen what came after";
    ASSERT_TRUE(decide(supervisor, first, false, "ask about health"));
    now = now.plus_seconds(60);
    const auto second = *submit(worker);
    ASSERT_TRUE(decide(supervisor, second, true));
    EXPECT_EQ(decide(supervisor, second, true).error().key, "needs.decided");
    EXPECT_EQ(submit(worker).error().key, "needs.approved_already");
    const auto all = *act<std::vector<NeedsApproval>>(worker, [&](Work& work) { return needs_approvals_of(work, *get_case(work.db, file)); });
    ASSERT_EQ(all.size(), 2u);
    EXPECT_EQ(all[1].comment, "ask about health");
}

TEST_F(ApprovalsTest, AWaitingApprovalIsATaskOfTheSupervisorAndAReturnedOneOfTheWorker) {
    ASSERT_TRUE(assess(worker));
    const auto id = *submit(worker);
    EXPECT_TRUE(has_task(supervisor, "approve_needs"));
    EXPECT_FALSE(has_task(worker, "mend_needs"));
    ASSERT_TRUE(decide(supervisor, id, false, "ask about health"));
    EXPECT_TRUE(has_task(worker, "mend_needs"));
    EXPECT_FALSE(has_task(supervisor, "approve_needs"));
}

TEST_F(ApprovalsTest, AnApprovedPlanIsLookedAtAgain) {
    const Plan plan = approved_plan();
    EXPECT_EQ(plan.review_on, Date::of(now).plus_days(kReviewAfterDays));
    EXPECT_FALSE(has_task(worker, "review_plan"));
    now = now.plus_days(80);
    EXPECT_TRUE(has_task(worker, "review_plan"));
    const auto review = [&](const Actor& actor, int version, Date next) {
        return act<PlanReviewId>(actor, [&](Work& work) { return review_plan(work, people, plan.id, version, ReviewOutcome::goes_on, next, "school goes well"); });
    };
    EXPECT_EQ(review(other_worker, plan.version, Date::of(now).plus_days(60)).error().key, "access.not_yours");
    EXPECT_EQ(review(worker, plan.version, Date::of(now)).error().key, "plan.review_day");
    EXPECT_EQ(review(worker, plan.version - 1, Date::of(now).plus_days(60)).error().key, "edit.changed_meanwhile");
    ASSERT_TRUE(review(worker, plan.version, Date::of(now).plus_days(60)));
    EXPECT_EQ(step(), CaseStep::follow_up);
    EXPECT_FALSE(has_task(worker, "review_plan"));
    const auto all = *act<std::vector<PlanReview>>(worker, [&](Work& work) { return reviews_of(work, *get_case(work.db, file)); });
    ASSERT_EQ(all.size(), 1u);
    EXPECT_EQ(all[0].note, "school goes well");
}

TEST_F(ApprovalsTest, WhoRecordsNeedsIsToldOfAColleague) {
    ASSERT_TRUE(assess(worker));
    const auto seen = act<Needs>(worker, [&](Work& work) { return needs_of(work, *get_case(work.db, file)); })->current.at(0).id;
    now = now.plus_seconds(60);
    ASSERT_TRUE(assess(supervisor));
    const auto save = [&](NeedDomain domain) {
        return act<void>(worker, [&](Work& work) {
            return record_needs(work, people, file, {{domain, NeedLevel::some, "later"}}, std::vector{seen});
        });
    };
    const auto clash = save(NeedDomain::education);
    EXPECT_EQ(clash.error().key, "edit.changed_meanwhile");
    EXPECT_EQ(clash.error().params.at("domain"), "education");
    EXPECT_TRUE(save(NeedDomain::health)) << "another domain is nobody's collision";
}

TEST_F(ApprovalsTest, TheHistoryTellsOfGoalsNeedsAndClosures) {
    approved_plan();
    const auto closure = proposed_closure(worker);
    now = now.plus_seconds(60);
    ASSERT_TRUE(act<void>(supervisor, [&](Work& work) { return decide_closure(work, people, closure, false, "one goal is open"); }));
    const auto changes = *act<std::vector<history::Change>>(worker, [&](Work& work) {
        return history::changes_of(work, person.uuid, std::vector{history::Compartment::record}, "", {}, 100);
    });
    const auto find = [&](std::string_view thing, std::string_view field) {
        const auto found = std::ranges::find_if(changes, [&](const auto& each) { return each.thing == thing && each.field == field; });
        return found == changes.end() ? std::string("nothing") : found->before + " > " + found->after;
    };
    EXPECT_EQ(find("need", "education"), " > urgent");
    EXPECT_EQ(find("case_plan", "goals"), " > Back to school\n  – school_enrolment (2024-06-01)");
    EXPECT_EQ(find("case_closure", "decision"), "waiting > refused");
}

}  // namespace
}  // namespace homeward::casework
