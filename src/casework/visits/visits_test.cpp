#include "casework/casework_fixture.h"
#include "casework/visits/visit_note.h"

namespace homeward::casework {
namespace {

using access::Work;

using VisitsTest = CaseworkFixture;

TEST_F(VisitsTest, AVisitSaysHowItWentAndTheNextIsPlanned) {
    const auto planned = *act<VisitId>(worker, [&](Work& work) { return plan_visit(work, file, {2024, 5, 20}); });
    VisitNote note;
    note.request_id = request();
    note.visit_id = planned;
    note.done_on = {2024, 5, 14};
    note.kind = VisitKind::school;
    note.met = {"teacher", "child"};
    note.wellbeing = Wellbeing::mixed;
    note.note = "The class is friendly.";
    note.next_on = Date{2024, 5, 28};
    ASSERT_TRUE(act<NotedVisit>(worker, [&](Work& work) { return note_visit(work, people, file, note); }));
    const auto visits = *act<std::vector<Visit>>(worker, [&](Work& work) { return visits_of(work, *get_case(work.db, file)); });
    ASSERT_EQ(visits.size(), 2u);
    EXPECT_EQ(visits[1].id, planned);
    EXPECT_EQ(visits[1].met, (std::vector<std::string>{"child", "teacher"}));
    EXPECT_EQ(visits[1].wellbeing, Wellbeing::mixed);
    EXPECT_EQ(visits[1].note, "The class is friendly.");
    note.request_id = request();
    EXPECT_EQ(act<NotedVisit>(worker, [&](Work& work) { return note_visit(work, people, file, note); }).error().key, "visit.done_already");
    note.met = {"inspector"};
    EXPECT_EQ(act<NotedVisit>(worker, [&](Work& work) { return note_visit(work, people, file, note); }).error().key, "visit.met_unknown");
}

TEST_F(VisitsTest, WhatIsSentTwiceCountsOnce) {
    VisitNote visit;
    visit.request_id = request();
    visit.done_on = {2024, 5, 14};
    visit.next_on = Date{2024, 5, 28};
    const auto noted = [&] { return act<NotedVisit>(worker, [&](Work& work) { return note_visit(work, people, file, visit); }); };
    const auto first = *noted(), second = *noted();
    EXPECT_EQ(first.visit_id, second.visit_id);
    EXPECT_EQ(first.next_visit_id, second.next_visit_id);
    EXPECT_EQ(number("SELECT count(*) FROM case_visits"), 2);
}

TEST_F(VisitsTest, TheNearestReasonDecidesOnTheNextVisit) {
    VisitNote note;
    note.done_on = {2024, 5, 14};
    const Date long_ago{2023, 1, 1};
    EXPECT_EQ(next_visit(note, long_ago), (Date{2024, 6, 13}));
    EXPECT_EQ(next_visit(note, {2024, 5, 1}), (Date{2024, 5, 28}));
    note.wellbeing = Wellbeing::hard;
    EXPECT_EQ(next_visit(note, long_ago), (Date{2024, 5, 21}));
    note.support = Support::soon;
    EXPECT_EQ(next_visit(note, long_ago), (Date{2024, 5, 17}));
    note = {};
    note.done_on = {2024, 5, 14};
    note.met = {"nobody"};
    EXPECT_EQ(next_visit(note, long_ago), (Date{2024, 5, 21}));
}

TEST_F(VisitsTest, APlannedVisitIsPutOffOrFallsOutWithAReason) {
    const auto visit = *act<VisitId>(worker, [&](Work& work) { return plan_visit(work, file, {2024, 5, 20}); });
    const auto move = [&](int version, Date to, VisitReason reason, const char* why) {
        return act<void>(worker, [&](Work& work) { return move_visit(work, visit, version, to, reason, why); });
    };
    EXPECT_EQ(move(1, {2024, 5, 13}, VisitReason::road, "").error().key, "visit.in_the_past");
    EXPECT_EQ(move(1, {2024, 5, 20}, VisitReason::road, "").error().key, "visit.same_day");
    EXPECT_EQ(move(1, {2024, 5, 22}, VisitReason::other, " ").error().key, "visit.why_needed");
    ASSERT_TRUE(move(1, {2024, 5, 22}, VisitReason::family_asked, "A wedding."));
    EXPECT_EQ(move(1, {2024, 5, 23}, VisitReason::road, "").error().key, "edit.changed_meanwhile");
    EXPECT_TRUE(has_task(worker, "visit"));
    ASSERT_TRUE(act<void>(worker, [&](Work& work) { return cancel_visit(work, visit, 2, VisitReason::plan_changed, ""); }));
    EXPECT_FALSE(has_task(worker, "visit"));
    const auto changes = *act<std::vector<VisitChange>>(worker, [&](Work& work) { return visit_changes(work, *get_case(work.db, file)); });
    ASSERT_EQ(changes.size(), 2u);
    const auto& moved = changes[0].to ? changes[0] : changes[1];
    EXPECT_EQ(moved.why, "A wedding.");
    EXPECT_EQ(moved.from, (Date{2024, 5, 20}));
}

}  // namespace
}  // namespace homeward::casework
