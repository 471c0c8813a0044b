#include "casework/intervals/intervals.h"

#include "casework/casework_fixture.h"
#include "casework/children/care.h"

namespace homeward::casework {
namespace {

using access::Work;

struct IntervalsTest : CaseworkFixture {
    Done set(const access::Actor& actor, const char* name, int value, int version, const char* source = "Order 12 of the Ministry") {
        return act<void>(actor, [&](Work& work) { return set_interval(work, name, value, source, version); });
    }
    int now_is(const char* name) {
        return *act<int>(worker, [&](Work& work) -> Result<int> { return interval(work.db, name); });
    }
};

TEST_F(IntervalsTest, AreAsShippedUntilACoordinatorSetsThem) {
    for (const auto& rule : interval_rules()) {
        EXPECT_EQ(now_is(std::string(rule.name).c_str()), rule.usual) << rule.name;
        EXPECT_TRUE(rule.least <= rule.usual && rule.usual <= rule.most) << rule.name;
    }
    EXPECT_EQ(set(worker, "visit_hard_days", 5, 0).error().key, "access.not_allowed");
    EXPECT_EQ(set(supervisor, "visit_hard_days", 5, 0).error().key, "access.not_allowed") << "of one region";
    EXPECT_EQ(set(coordinator, "visit_hard_days", 0, 0).error().key, "interval.value");
    EXPECT_EQ(set(coordinator, "visit_hard_days", 5, 0, " ").error().key, "interval.source_needed");
    EXPECT_EQ(set(coordinator, "visit_soft_days", 5, 0).error().key, "interval.not_found");
    ASSERT_TRUE(set(coordinator, "visit_hard_days", 5, 0));
    now = now.plus_seconds(1);
    EXPECT_EQ(set(coordinator, "visit_hard_days", 4, 0).error().key, "edit.changed_meanwhile");
    ASSERT_TRUE(set(coordinator, "visit_hard_days", 4, 1));
    EXPECT_EQ(leaves("interval.set"), 2);
    const auto all = *act<std::vector<Interval>>(worker, [&](Work& work) -> Result<std::vector<Interval>> { return all_intervals(work.db); });
    const auto hard = *std::ranges::find_if(all, [](const Interval& each) { return each.rule.name == "visit_hard_days"; });
    EXPECT_EQ(hard.value, 4);
    EXPECT_EQ(hard.version, 2);
    EXPECT_EQ(hard.set_by, coordinator.id);
}

TEST_F(IntervalsTest, HoldForVisitsPlansAndResidentialCare) {
    ASSERT_TRUE(set(coordinator, "visit_hard_days", 5, 0));
    ASSERT_TRUE(set(coordinator, "plan_review_days", 60, 0));
    ASSERT_TRUE(set(coordinator, "residential_review_months", 1, 0));
    VisitNote note;
    note.done_on = Date::of(now);
    note.wellbeing = Wellbeing::hard;
    const auto rule = *act<NextVisitRule>(worker, [](Work& work) -> Result<NextVisitRule> { return next_visit_rule(work.db); });
    EXPECT_EQ(next_visit(note, note.done_on.plus_days(-200), rule), note.done_on.plus_days(5));
    EXPECT_EQ(approved_plan().review_on, Date::of(now).plus_days(60));
    EXPECT_EQ(*act<int>(worker, [](Work& work) -> Result<int> { return children::review_months(work.db); }), 1);
}

}  // namespace
}  // namespace homeward::casework
