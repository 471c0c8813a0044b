#include "casework/children/children_fixture.h"
#include "casework/course/closed_changes.h"
#include "people/circle.h"
#include "people/consents/consents.h"

namespace homeward::casework::children {
namespace {

// Care

TEST_F(ChildrenTest, OneArrangementStandsAndTheOneBeforeEndsWithAReason) {
    ASSERT_TRUE(begin(worker, "residential", "staff", {2024, 2, 1}));
    EXPECT_EQ(begin(worker, "guardianship", "grandmother", {2024, 5, 1}).error().key, "care.ended_for");
    EXPECT_EQ(begin(worker, "guardianship", "grandmother", {2024, 1, 1}, "reunified").error().key, "care.before_standing");
    EXPECT_EQ(begin(worker, "guardianship", "grandmother", {2024, 5, 1}, "bored").error().key, "child.code");
    ASSERT_TRUE(begin(worker, "guardianship", "grandmother", {2024, 5, 1}, "reunified", {{"name", "N"}, {"ended", "Found her"}}));
    const auto all = care();
    ASSERT_EQ(all.size(), 2U);
    EXPECT_EQ(all[0].kind, "guardianship");
    EXPECT_FALSE(all[0].words.contains("ended"));
    EXPECT_EQ(all[1].to_on, (Date{2024, 5, 1}));
    EXPECT_EQ(all[1].words.at("ended"), "Found her");
    EXPECT_EQ(number("SELECT count(*) FROM care_arrangements WHERE to_on IS NULL"), 1);
}

TEST_F(ChildrenTest, AFirstArrangementEndsNothingAndNoneBeginsTomorrow) {
    EXPECT_EQ(begin(worker, "parent", "mother", {2024, 5, 1}, "planned").error().key, "care.ended_for");
    EXPECT_EQ(begin(worker, "parent", "mother", {2024, 5, 16}).error().key, "child.in_future");
    EXPECT_EQ(begin(worker, "hotel", "staff", {2024, 5, 1}).error().key, "child.code");
    EXPECT_EQ(begin(worker, "parent", "mother", {2024, 5, 1}, "", {{"salary", "1"}}).error().key, "child.word_unknown");
    EXPECT_EQ(begin(other_worker, "parent", "mother", {2024, 5, 1}).error().key, "access.not_yours");
    EXPECT_EQ(begin(psychologist, "parent", "mother", {2024, 5, 1}).error().code, ErrorCode::forbidden);
}

TEST_F(ChildrenTest, AnOlderVersionIsNotSavedOverANewer) {
    const auto id = *begin(worker, "kinship", "grandmother", {2024, 5, 1});
    const auto change = [&](int version) {
        return act<void>(worker, [&](Work& work) { return change_care(work, id, version, {"kinship", "aunt_uncle", Date{2024, 5, 1}, {}, {}}); });
    };
    EXPECT_TRUE(change(1));
    EXPECT_EQ(change(1).error().key, "edit.changed_meanwhile");
    const auto changes = *act<std::vector<history::Change>>(worker, [&](Work& work) {
        const history::Compartment open[] = {history::Compartment::record};
        return history::changes_of(work, child.uuid, open, id.str(), {}, 20);
    });
    EXPECT_TRUE(std::ranges::any_of(changes, [](const auto& each) { return each.field == "carer" && each.before == "grandmother" && each.after == "aunt_uncle"; }));
}

TEST_F(ChildrenTest, ResidentialCareIsLookedAtEveryThreeMonthsAndTheClockSaysWhenItIsLate) {
    const auto id = *begin(worker, "residential", "staff", {2024, 2, 10});
    const auto clock = [&] { return *act<std::optional<CareClock>>(worker, [&](Work& work) -> Result<std::optional<CareClock>> { return clock_of(work, TRY(care_of(work, *get_case(work.db, file))).front()); }); };
    EXPECT_EQ(clock()->days, 94);
    EXPECT_EQ(clock()->review_due, (Date{2024, 5, 10}));
    EXPECT_TRUE(clock()->overdue);
    EXPECT_TRUE(has_task(worker, "review_residential"));
    const auto review = [&](Date on, const char* found) {
        return act<void>(worker, [&](Work& work) { return review_care(work, id, on, "family_sought", {{"found", found}}); });
    };
    EXPECT_EQ(review({2024, 5, 14}, " ").error().key, "child.word_missing");
    EXPECT_EQ(review({2024, 2, 1}, "before").error().key, "care.before_standing");
    ASSERT_TRUE(review({2024, 5, 14}, "An aunt was found"));
    EXPECT_EQ(clock()->review_due, (Date{2024, 8, 14}));
    EXPECT_FALSE(clock()->overdue);
    EXPECT_FALSE(has_task(worker, "review_residential"));
    run("INSERT INTO work_intervals (id, name, value, source) VALUES ('x', 'residential_review_months', 1, 'an order')");
    EXPECT_EQ(clock()->review_due, (Date{2024, 6, 14}));
}

TEST_F(ChildrenTest, OnlyResidentialCareHasAClock) {
    const auto id = *begin(worker, "foster", "not_related", {2023, 2, 10});
    EXPECT_FALSE(has_task(worker, "review_residential"));
    EXPECT_EQ(act<void>(worker, [&](Work& work) { return review_care(work, id, {2024, 5, 14}, "stays", {{"found", "well"}}); }).error().key, "care.not_residential");
}

TEST_F(ChildrenTest, CareIsCountedWithoutANameOrAText) {
    ASSERT_TRUE(begin(worker, "residential", "staff", {2024, 2, 1}, "", {{"name", "A house"}}));
    EXPECT_EQ(text("SELECT region || kind FROM care_facts"), "UZ-FAresidential");
    EXPECT_EQ(text("SELECT group_concat(name) FROM pragma_table_info('care_facts')"), "region,kind,carer,from_on,to_on,ended_for,decided_on,last_review_on");
    EXPECT_EQ(number("SELECT count(*) FROM care_arrangements WHERE instr(words_sealed, 'house') > 0"), 0);
}

// Separation and reunification

TEST_F(ChildrenTest, ASeparationIsOneRecordInVersions) {
    const auto write = [&](int version) {
        return act<void>(worker, [&](Work& work) { return write_separation(work, file, version, {"detention", PartialDate::parse("2019~"), {{"how", "On the road"}}}); });
    };
    EXPECT_TRUE(write(0));
    EXPECT_EQ(write(0).error().key, "edit.changed_meanwhile");
    EXPECT_TRUE(write(1));
    EXPECT_EQ(number("SELECT count(*) FROM separations"), 1);
}

TEST_F(ChildrenTest, TracingGoesStepByStep) {
    const auto id = *sought();
    EXPECT_EQ(move(id, 1, {"verified", {}, kinship("confirmed"), {}}).error().key, "tracing.step");
    EXPECT_EQ(move(id, 1, {"open", {}, {}, {}}).error().key, "tracing.step");
    ASSERT_TRUE(move(id, 1, {"in_progress", {}, {}, {}}));
    EXPECT_EQ(move(id, 1, {"closed", {}, {}, {{"closing", "no"}}}).error().key, "edit.changed_meanwhile");
    EXPECT_EQ(move(id, 2, {"verified", {}, {}, {}}).error().key, "tracing.evidence");
    EXPECT_EQ(move(id, 2, {"verified", {}, kinship("inconclusive"), {}}).error().key, "tracing.evidence");
    ASSERT_TRUE(move(id, 2, {"verified", {}, kinship("confirmed"), {}}));
    const Words prepared{{"child_prepared", "Visited three times"}, {"family_prepared", "A room and a school"}};
    EXPECT_EQ(move(id, 3, {"reunified", {}, {}, prepared}).error().key, "tracing.day_missing");
    EXPECT_EQ(move(id, 3, {"reunified", Date{2024, 5, 14}, {}, {{"child_prepared", "Visited"}}}).error().field, "family_prepared");
    ASSERT_TRUE(move(id, 3, {"reunified", Date{2024, 5, 14}, {}, prepared}));
    EXPECT_EQ(move(id, 4, {"closed", {}, {}, {}}).error().key, "child.word_missing");
    ASSERT_TRUE(move(id, 4, {"closed", {}, {}, {{"closing", "Together for good"}}}));
    EXPECT_EQ(move(id, 5, {"closed", {}, {}, {{"closing", "again"}}}).error().key, "tracing.step");
}

TEST_F(ChildrenTest, VisitsAfterAReunificationArePlannedByRule) {
    EXPECT_EQ(visits_after({2024, 5, 31}), (std::vector<Date>{{2024, 6, 7}, {2024, 6, 30}, {2024, 8, 31}, {2024, 11, 30}}));
    const auto id = *sought();
    ASSERT_TRUE(move(id, 1, {"in_progress", {}, {}, {}}) && move(id, 2, {"verified", {}, kinship("confirmed"), {}}));
    ASSERT_TRUE(move(id, 3, {"reunified", Date{2024, 5, 1}, {}, {{"child_prepared", "y"}, {"family_prepared", "y"}}}));
    EXPECT_EQ(text("SELECT group_concat(due_on) FROM (SELECT due_on FROM case_visits WHERE case_id = '" + file.str() + "' ORDER BY due_on)"),
              "2024-05-14,2024-06-01,2024-08-01,2024-11-01") << "what would lie behind is due today";
    EXPECT_TRUE(has_task(worker, "visit"));
}

// Parents and contact

TEST_F(ChildrenTest, AnAnswerThatWasPassedOnNamesTheAuthority) {
    const auto record = [&](const char* how, const char* answer, Words words) {
        return act<ParentAnswerId>(worker, [&](Work& work) { return record_parent_answer(work, file, {"mother", "imprisoned", "return", how, answer, work.today(), words}); });
    };
    EXPECT_TRUE(record("letter", "not_reached", {}));
    EXPECT_EQ(record("authority", "given", {}).error().field, "authority");
    EXPECT_EQ(record("consulate", "refused", {}).error().field, "authority");
    EXPECT_TRUE(record("consulate", "given", {{"authority", "Consulate"}, {"document", "Letter 12"}}));
    EXPECT_EQ(record("rumour", "given", {}).error().key, "child.code");
    EXPECT_EQ(record("letter", "maybe", {}).error().key, "child.code");
}

TEST_F(ChildrenTest, ContactFallsDueOnlyWhereItIsSafe) {
    EXPECT_EQ(contact({"mother", "calls", 14, "safe", {}, {}}).error().key, "contact.next_missing");
    EXPECT_EQ(contact({"mother", "calls", 0, "safe", Date{2024, 5, 20}, {}}).error().key, "contact.every");
    EXPECT_EQ(contact({"father", "visits", 30, "not_safe", {}, {}}).error().field, "why");
    const auto unsafe = *contact({"father", "visits", 30, "not_safe", Date{2024, 5, 20}, {{"why", "The child is afraid"}}});
    EXPECT_FALSE(has_task(worker, "child_contact"));
    const auto held = [&](ContactPlanId id) {
        return act<void>(worker, [&](Work& work) { return note_contact(work, id, work.today(), true, {{"said", "Glad"}}); });
    };
    EXPECT_EQ(held(unsafe).error().key, "contact.not_safe");
    const auto safe = *contact({"mother", "calls", 30, "safe", Date{2024, 5, 20}, {}});
    EXPECT_TRUE(has_task(worker, "child_contact"));
    ASSERT_TRUE(held(safe));
    EXPECT_EQ(text("SELECT next_on FROM contact_plans WHERE id = '" + safe.str() + "'"), "2024-06-13");
    EXPECT_FALSE(has_task(worker, "child_contact")) << "a month ahead waits for nobody";
    ASSERT_TRUE(act<void>(worker, [&](Work& work) { return end_contact(work, safe, 2); }));
    EXPECT_EQ(held(safe).error().key, "contact.ended");
}

// Turning 18

TEST_F(ChildrenTest, AtEighteenThePageIsReadByTwoAndChangedByNobody) {
    ASSERT_TRUE(act<people::NamingId>(supervisor, [&](Work& work) { return people::name_in_circle(work, child, psychologist.id, people::CirclePart::psychologist); }));
    EXPECT_TRUE(may_open(psychologist));
    comes_of_age();
    EXPECT_FALSE(may_open(psychologist));
    EXPECT_FALSE(may_open(elsewhere));
    EXPECT_TRUE(may_open(worker));
    EXPECT_TRUE(may_open(supervisor));
    EXPECT_EQ(begin(worker, "parent", "mother", {2024, 5, 1}).error().key, "child.of_age");
    EXPECT_EQ(begin(supervisor, "parent", "mother", {2024, 5, 1}).error().key, "child.of_age");
    EXPECT_EQ(protect(worker).error().key, "child.of_age");
    EXPECT_EQ(sought().error().key, "child.of_age");
}

TEST_F(ChildrenTest, AtEighteenAPanelsPapersAreOpenToTheWritersSupervisorAlone) {
    const auto assessment = begun(worker, "short"), id = begun(worker, "panel");
    ASSERT_TRUE(finish(worker, assessment) && finish(worker, id, {psychologist.id, supervisor.id}));
    ASSERT_TRUE(confirm(psychologist, id));
    EXPECT_FALSE(report_as(worker, id).words.empty());
    comes_of_age();
    EXPECT_TRUE(report_as(worker, id).words.empty());
    EXPECT_FALSE(report_as(supervisor, id).words.empty());
    EXPECT_FALSE(report_as(worker, assessment).words.empty()) << "not a panel's";
    EXPECT_EQ(act<Seated>(psychologist, [&](Work& work) { return read_as_member(work, id); }).error().key, "child.of_age");
    EXPECT_EQ(answer(psychologist, id, "agree").error().key, "child.of_age");
    EXPECT_FALSE(has_task(psychologist, "sit_on_panel"));
}

TEST_F(ChildrenTest, AtEighteenTheHistoryOpensNothingThatThePagesClose) {
    const auto assessment = begun(worker, "short"), panel = begun(worker, "panel");
    ASSERT_TRUE(finish(worker, assessment) && finish(worker, panel, {psychologist.id, supervisor.id}));
    ASSERT_TRUE(confirm(psychologist, panel));
    ASSERT_TRUE(answer(psychologist, panel, "dissent", "The uncle was not heard."));
    people::consents::NewConsent spoken;
    spoken.answer = "given";
    spoken.source = "caregiver";
    spoken.who = "Her grandmother";
    spoken.how = "spoken";
    spoken.given_on = Date::of(now);
    ASSERT_TRUE(act<people::consents::ConsentId>(worker, [&](Work& work) { return people::consents::record_consent(work, child, spoken); }));
    const auto told = [&](const Actor& actor) {
        return *act<std::set<std::string>>(actor, [&](Work& work) -> Result<std::set<std::string>> {
            const auto closed = TRY(ClosedChanges::of(work, TRY(get_case(work.db, file))));
            std::set<std::string> found;
            for (const auto& change : TRY(history::changes_of(work, child.uuid, std::vector{history::Compartment::record}, "", {}, 200))) {
                if (!closed.hides(change)) found.insert((change.thing_id == panel.str() ? "panel" : change.thing) + "." + change.field);
            }
            return found;
        });
    };
    for (const auto& field : {"panel.wish", "panel.reason", "consent.who"}) EXPECT_TRUE(told(worker).contains(field)) << field;
    comes_of_age();
    for (const auto& field : {"panel.wish", "panel.reason", "panel.opinion", "consent.who"}) EXPECT_FALSE(told(worker).contains(field)) << field;
    EXPECT_TRUE(told(worker).contains("interest_report.wish")) << "not a panel's";
    EXPECT_TRUE(told(worker).contains("consent.answer"));
    EXPECT_TRUE(told(supervisor).contains("panel.wish"));
}

TEST_F(ChildrenTest, WhoeverIsOfUnknownAgeIsTreatedAsAChild) {
    EXPECT_TRUE(act<CareId>(worker, [&](Work& work) { return begin_care(work, CaseworkFixture::file, {"kinship", "grandmother", Date{2024, 5, 1}, {}, {}}, ""); }));
}

}  // namespace
}  // namespace homeward::casework::children
