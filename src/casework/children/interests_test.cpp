#include "casework/children/children_fixture.h"
#include "people/circle.h"

namespace homeward::casework::children {
namespace {

struct InterestsTest : ChildrenTest {};

TEST_F(InterestsTest, AnAssessmentIsFinishedWhenEveryQuestionIsAnswered) {
    for (const char* question : {"wish", "maturity", "ties", "safety", "continuity", "recommendation"}) {
        Words words = answers();
        words.erase(question);
        const auto refused = finish(worker, begun(worker, "short", words));
        EXPECT_EQ(refused.error().key, "child.word_missing");
        EXPECT_EQ(refused.error().field, question);
    }
    Words brief = answers();
    brief.erase("options");
    brief.erase("participants");
    const auto id = begun(worker, "short", brief);
    ASSERT_TRUE(finish(worker, id));
    EXPECT_EQ(state(id), "done");
    EXPECT_EQ(finish(worker, id).error().key, "interests.finished");
    EXPECT_EQ(finish(worker, begun(worker, "comprehensive", brief)).error().key, "child.word_missing");
}

TEST_F(InterestsTest, ItIsLookedAtAgainOnItsDay) {
    const auto id = begun(worker, "short");
    ASSERT_TRUE(act<void>(worker, [&](Work& work) { return change_report(work, id, 1, {{}, std::nullopt, answers()}); }));
    EXPECT_EQ(act<void>(worker, [&](Work& work) { return finish_report(work, id, 2, {}); }).error().key, "interests.review_missing");
    ASSERT_TRUE(act<void>(worker, [&](Work& work) { return change_report(work, id, 2, {{}, Date{2024, 6, 14}, answers()}); }));
    ASSERT_TRUE(act<void>(worker, [&](Work& work) { return finish_report(work, id, 3, {}); }));
    EXPECT_FALSE(has_task(worker, "review_interests"));
    now = now.plus_days(20);
    EXPECT_TRUE(has_task(worker, "review_interests"));
    ASSERT_TRUE(finish(worker, begun(worker, "review")));
    EXPECT_FALSE(has_task(worker, "review_interests"));
}

TEST_F(InterestsTest, APanelIsTwoOrMoreBesidesTheWriter) {
    const auto id = begun(supervisor, "panel");
    EXPECT_EQ(finish(supervisor, id, {}).error().key, "panel.least");
    EXPECT_EQ(finish(supervisor, id, {psychologist.id}).error().key, "panel.least");
    EXPECT_EQ(finish(supervisor, id, {psychologist.id, supervisor.id}).error().key, "panel.not_nameable") << "the writer";
    EXPECT_EQ(finish(supervisor, id, {psychologist.id, psychologist.id}).error().key, "panel.not_nameable") << "twice the same";
    EXPECT_EQ(finish(supervisor, id, {psychologist.id, other_worker.id}).error().key, "panel.not_nameable") << "without the right";
    EXPECT_EQ(finish(supervisor, id, {psychologist.id, elsewhere.id}).error().key, "panel.not_nameable") << "of another region";
    EXPECT_EQ(state(id), "draft");
}

TEST_F(InterestsTest, WhoeverWroteInAReportSitsOnItsPanelNoMore) {
    const auto id = begun(worker, "panel");
    ASSERT_TRUE(act<void>(supervisor, [&](Work& work) { return change_report(work, id, 1, {{}, Date{2024, 6, 14}, answers()}); }));
    EXPECT_EQ(finish(worker, id, {psychologist.id, supervisor.id}, 2).error().key, "panel.not_nameable");
    EXPECT_EQ(state(id), "draft");
}

TEST_F(InterestsTest, ThePanelDecidesAndNeverTheWriter) {
    const auto id = begun(worker, "panel");
    ASSERT_TRUE(finish(worker, id, {psychologist.id, supervisor.id}));
    EXPECT_EQ(state(id), "before_panel");
    EXPECT_TRUE(has_task(psychologist, "sit_on_panel"));
    EXPECT_EQ(answer(worker, id, "agree").error().key, "panel.not_seated");
    EXPECT_EQ(answer(psychologist, id, "agree").error().key, "panel.confirm_first");
    ASSERT_TRUE(confirm(psychologist, id));
    ASSERT_TRUE(answer(psychologist, id, "agree"));
    EXPECT_EQ(answer(psychologist, id, "agree").error().key, "panel.answered");
    EXPECT_EQ(state(id), "before_panel") << "one answer decides nothing";
    ASSERT_TRUE(confirm(supervisor, id));
    EXPECT_EQ(answer(supervisor, id, "dissent", " ").error().key, "panel.reason_missing");
    ASSERT_TRUE(answer(supervisor, id, "agree"));
    EXPECT_EQ(state(id), "agreed");
    EXPECT_FALSE(has_task(supervisor, "sit_on_panel"));
    EXPECT_EQ(leaves("panel.decided"), 1);
}

TEST_F(InterestsTest, WhereHalfDissentsItIsNotAgreed) {
    const auto id = begun(worker, "panel");
    ASSERT_TRUE(finish(worker, id, {psychologist.id, supervisor.id}));
    ASSERT_TRUE(confirm(psychologist, id) && confirm(supervisor, id));
    ASSERT_TRUE(answer(psychologist, id, "agree"));
    ASSERT_TRUE(answer(supervisor, id, "dissent", "Ask the aunt first"));
    EXPECT_EQ(state(id), "not_agreed");
    EXPECT_EQ(report_as(worker, id).seats.size(), 2U);
}

TEST_F(InterestsTest, AMemberReadsNothingBeforeThePromise) {
    const auto id = begun(worker, "panel");
    ASSERT_TRUE(finish(worker, id, {psychologist.id, supervisor.id}));
    const auto words = [&](const Actor& actor) { return act<Seated>(actor, [&](Work& work) { return read_as_member(work, id); }); };
    EXPECT_TRUE(words(psychologist)->report.words.empty());
    ASSERT_TRUE(confirm(psychologist, id));
    EXPECT_EQ(words(psychologist)->report.words.at("wish"), "I want to be with my grandmother.");
    EXPECT_EQ(words(elsewhere).error().key, "panel.not_seated");
}

TEST_F(InterestsTest, APendingPanelNeverDelaysUrgentProtection) {
    const auto id = begun(worker, "panel");
    ASSERT_TRUE(finish(worker, id, {psychologist.id, supervisor.id}));
    EXPECT_TRUE(protect(worker));
    EXPECT_TRUE(protect(supervisor));
    EXPECT_EQ(protect(psychologist).error().code, ErrorCode::forbidden) << "before the psychologist works with the child";
    ASSERT_TRUE(act<people::NamingId>(supervisor, [&](Work& work) { return people::name_in_circle(work, child, psychologist.id, people::CirclePart::psychologist); }));
    EXPECT_TRUE(protect(psychologist));
    EXPECT_EQ(state(id), "before_panel");
    ASSERT_TRUE(act<ClosureId>(worker, [&](Work& work) { return propose_closure(work, people, file, ClosureReason::moved, "moved"); }));
    ASSERT_TRUE(act<void>(supervisor, [&](Work& work) { return decide_closure(work, people, closures_of(work, *get_case(work.db, file))->front().id, true, ""); }));
    EXPECT_TRUE(protect(worker)) << "a closed file does not stand in the way";
    EXPECT_EQ(begin(worker, "parent", "mother", {2024, 5, 1}).error().key, "case.closed");
}

}  // namespace
}  // namespace homeward::casework::children
