#include "casework/caseload/caseload.h"
#include "casework/casework_fixture.h"

namespace homeward::casework {
namespace {

using access::Work;

struct CaseloadTest : CaseworkFixture {
    int overdue_of(const access::Actor& account) {
        const auto load = act<Caseload>(supervisor, [&](Work& work) { return caseload_of(work, people, ""); });
        return std::ranges::find_if(load->workers, [&](const Load& each) { return each.worker.id == account.id; })->overdue;
    }
};

TEST_F(CaseloadTest, OverdueAreVisitsAndReviewsWhoseDayHasPassed) {
    approved_plan();
    ASSERT_TRUE(act<VisitId>(worker, [&](Work& work) { return plan_visit(work, file, work.today().plus_days(3)); }));
    now = now.plus_days(3);
    EXPECT_EQ(overdue_of(worker), 0) << "on its day nothing is late";
    now = now.plus_days(1);
    EXPECT_EQ(overdue_of(worker), 1) << "the visit";
    now = now.plus_days(90);
    EXPECT_EQ(overdue_of(worker), 2) << "the plan too";
    EXPECT_EQ(overdue_of(other_worker), 0);
}

TEST_F(CaseloadTest, NothingIsOverdueInAClosedFile) {
    approved_plan();
    ASSERT_TRUE(act<VisitId>(worker, [&](Work& work) { return plan_visit(work, file, work.today()); }));
    now = now.plus_days(100);
    ASSERT_EQ(overdue_of(worker), 2);
    const auto closure = proposed_closure(worker);
    ASSERT_TRUE(act<void>(supervisor, [&](Work& work) { return decide_closure(work, people, closure, true, ""); }));
    EXPECT_EQ(overdue_of(worker), 0);
}

}  // namespace
}  // namespace homeward::casework
