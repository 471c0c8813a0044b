#include "council/practices/practice_fixture.h"
#include "council/practices/practice_json.h"

namespace homeward::council {
namespace {

using PracticeReviews = PracticeTest;

TEST_F(PracticeReviews, AreCalledForFromOtherStatesAndExperts) {
    const auto id = cleared();
    ASSERT_EQ(calls(kg).size(), 1u);
    EXPECT_EQ(calls(kg)[0].states, 2);
    EXPECT_EQ(calls(expert)[0].experts, 1);
    EXPECT_EQ(calls(observer).size(), 0u);
    EXPECT_FALSE(sees(kg, id)) << "the call does not open the text";
    ASSERT_TRUE(take_up(expert, id));
    EXPECT_EQ(calls(expert).size(), 0u) << "no place for an expert is left";
    ASSERT_TRUE(take_up(kg, id));
    ASSERT_TRUE(take_up(kz, id));
    EXPECT_EQ(calls(tj).size(), 0u);
}

TEST_F(PracticeReviews, AreGivenByTwoOtherStatesAndOneExpertAlone) {
    const auto id = cleared();
    EXPECT_EQ(key_of(take_up(uz_alternate, id)), "practice.reviewer_own_state");
    EXPECT_EQ(key_of(take_up(observer, id)), "access.not_allowed");
    EXPECT_EQ(key_of(ask(secretariat, id)), "practice.reviewer_role");
    const auto kg_two = account("alternate.kg", Role::focal_point, "kg");
    const auto osce = account("focal.osce", Role::focal_point, "osce");
    EXPECT_EQ(key_of(take_up(osce, id)), "practice.reviewer_role") << "a body is no State";
    ASSERT_TRUE(take_up(kg, id));
    EXPECT_EQ(key_of(take_up(kg_two, id)), "practice.reviewer_state_taken");
    ASSERT_TRUE(take_up(expert, id));
    EXPECT_EQ(key_of(ask(other_expert, id)), "practice.reviewer_no_place");
    ASSERT_TRUE(ask(tj, id));
    EXPECT_EQ(key_of(ask(kz, id)), "practice.reviewer_no_place");
    EXPECT_EQ(key_of(take_up(kz, id)), "practice.not_found") << "nobody is called any more";
}

TEST_F(PracticeReviews, AreNotGivenByWhoWroteOrEditedIt) {
    const auto id = *write(expert, a_practice());
    ASSERT_TRUE(submit(expert, id));
    ASSERT_TRUE(clear(uz, id));
    EXPECT_EQ(key_of(take_up(expert, id)), "practice.reviewer_wrote");
    EXPECT_TRUE(take_up(other_expert, id));
}

TEST_F(PracticeReviews, AnExpertWithAConflictOfInterestStandsBackForGood) {
    const auto id = cleared();
    const auto review = *ask(expert, id);
    const auto declare = [&](const Actor& actor, const char* words) {
        return act<void>(actor, [&](Work& work) { return declare_conflict(work, review, words); });
    };
    EXPECT_EQ(key_of(declare(other_expert, "Mine")), "practice.review_not_found");
    EXPECT_EQ(key_of(declare(expert, " ")), "council.text_missing");
    ASSERT_TRUE(declare(expert, "I advised the centre on it."));
    EXPECT_FALSE(sees(expert, id));
    EXPECT_EQ(key_of(give(expert, review)), "practice.review_given");
    EXPECT_EQ(key_of(ask(expert, id)), "practice.reviewer_conflict");
    EXPECT_TRUE(ask(other_expert, id));
}

TEST_F(PracticeReviews, AnswerEachCriterionAndSayWhy) {
    const auto id = cleared();
    const auto review = *take_up(kg, id);
    const auto with = [&](auto change) {
        auto verdict = a_verdict();
        change(verdict);
        const auto refused = give(kg, review, verdict);
        return refused ? std::string() : refused.error().key + " " + refused.error().field;
    };
    EXPECT_EQ(with([](auto& v) { v.marks.pop_back(); }), "practice.marks marks");
    EXPECT_EQ(with([](auto& v) { v.marks[2].verdict = "perhaps"; }), "practice.marks marks/2/verdict");
    EXPECT_EQ(with([](auto& v) { v.marks[1].verdict = "partly"; }), "practice.mark_comment marks/1/comment");
    EXPECT_EQ(with([](auto& v) { v.overall = "maybe"; }), "practice.overall overall");
    EXPECT_EQ(with([](auto& v) { v.marks[4] = {"rights", "not_met", "Nobody was asked."}; }), "practice.review_inconsistent overall");
    EXPECT_EQ(with([](auto& v) { v.overall = "changes", v.comment = ""; }), "council.text_missing comment");
    EXPECT_EQ(key_of(give(kz, review)), "practice.review_not_found");
    EXPECT_EQ(with([](auto& v) { v.marks[4] = {"rights", "not_met", "Nobody was asked."}, v.overall = "changes"; }), "");
    EXPECT_EQ(key_of(give(kg, review)), "practice.review_given");
}

TEST_F(PracticeReviews, AreReadByTheOthersOnlyOnceAllAreIn) {
    const auto id = cleared();
    const auto of_kg = *take_up(kg, id), of_kz = *take_up(kz, id), of_expert = *ask(expert, id);
    ASSERT_TRUE(give(kg, of_kg));
    EXPECT_TRUE(sees_review(kg, of_kg));
    EXPECT_TRUE(sees_review(secretariat, of_kg));
    EXPECT_FALSE(sees_review(kz, of_kg));
    EXPECT_FALSE(sees_review(uz, of_kg));
    ASSERT_TRUE(give(kz, of_kz));
    ASSERT_TRUE(give(expert, of_expert));
    for (const auto* actor : {&kg, &kz, &expert, &uz, &uz_alternate, &secretariat}) EXPECT_TRUE(sees_review(*actor, of_kg)) << actor->username;
    ASSERT_TRUE(publish(secretariat, id));
    for (const auto* actor : {&guest, &observer, &tj, &other_expert}) EXPECT_FALSE(sees_review(*actor, of_kg));
}

TEST_F(PracticeReviews, ThatWantChangesBringItBackWithTheirCommentsForAnotherRound) {
    const auto id = cleared();
    review_all(id, "changes");
    EXPECT_EQ(key_of(publish(secretariat, id)), "practice.not_recommended");
    EXPECT_EQ(key_of(give_back(uz, id)), "access.not_allowed");
    ASSERT_TRUE(give_back(secretariat, id, "The expert asks who pays."));
    EXPECT_EQ(stage(id), PracticeStage::draft);
    ASSERT_TRUE(submit(uz, id));
    ASSERT_TRUE(clear(uz_alternate, id));
    EXPECT_EQ(practice(id).round, 2);
    EXPECT_FALSE(sees(kg, id)) << "the reviewers of the first round are asked anew";
    review_all(id);
    EXPECT_TRUE(publish(secretariat, id));
    EXPECT_EQ(number("SELECT count(*) FROM practice_reviews WHERE round = 1"), 3);
}

TEST_F(PracticeReviews, AreSummedUpForEverybodyAndNamedToTheSignedIn) {
    const auto id = published();
    const auto body = [&](const Actor& actor) {
        return *works->read<PracticeBody>(actor, [&](Work& work) -> Result<PracticeBody> { return practice_body(work, region, TRY(see_practice(work, id))); });
    };
    const auto open = body(guest);
    ASSERT_TRUE(open.reviewed_by);
    EXPECT_EQ(open.reviewed_by->states, 2);
    EXPECT_EQ(open.reviewed_by->experts, 1);
    EXPECT_TRUE(open.reviewed_by->members.empty());
    EXPECT_EQ(open.reviewed_by->criteria[0].met, 3);
    EXPECT_TRUE(open.reviews.empty());
    EXPECT_EQ(open.steps.size(), 1u) << "published, and nothing of the way there";
    EXPECT_EQ(open.steps[0].by, "");
    EXPECT_EQ(body(observer).reviewed_by->members, (std::vector<std::string>{"kg", "kz"}));
    EXPECT_EQ(body(uz).reviews.size(), 3u);
    EXPECT_FALSE(body(uz).reviews[0].reviewer) << "its State hears which State, not who";
    EXPECT_TRUE(body(secretariat).reviews[0].reviewer);
}

}  // namespace
}  // namespace homeward::council
