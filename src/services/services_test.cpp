#include <fstream>

#include "history/history.h"
#include "people/documents/person_chain.h"
#include "services/services_fixture.h"

namespace homeward::services {
namespace {

TEST_F(ServicesTest, AServiceOfAnApprovedPlanIsOrderedOnceAndDelivered) {
    EXPECT_EQ(people.find(person)->step, people::CaseStep::plan_approved);
    const auto id = order(worker);
    ASSERT_TRUE(id);
    EXPECT_EQ(people.find(person)->step, people::CaseStep::in_service);
    EXPECT_EQ(order(worker).error().key, "order.exists");
    const auto deliver = [&](int version, Date on) {
        return act<void>(worker, [&](Work& work) { return deliver_order(work, *id, version, on, "enrolled"); });
    };
    EXPECT_EQ(deliver(1, {2024, 5, 15}).error().key, "order.in_the_future");
    EXPECT_EQ(deliver(7, {2024, 5, 14}).error().key, "edit.changed_meanwhile");
    EXPECT_TRUE(deliver(1, {2024, 5, 14}));
    EXPECT_EQ(deliver(2, {2024, 5, 14}).error().key, "order.closed");
    works->store().read([&](store::Connection& db) {
        EXPECT_EQ(db.query("SELECT service FROM service_facts WHERE delivered_on = '2024-05-14'").value<std::string>(), "school_enrolment");
        EXPECT_EQ(db.query("SELECT step FROM chain_marks WHERE person_id = $1 AND reached_on = '2024-05-14'", person).value<std::string>(), "school");
    });
}

TEST_F(ServicesTest, ADeliveredEnrolmentLeavesTheDayThatIsNoted) {
    const auto id = *order(worker);
    ASSERT_TRUE(act<void>(worker, [&](Work& work) { return people::documents::reached_by_service(work, person, "school_enrolment", {2024, 4, 2}); }));
    ASSERT_TRUE(act<void>(worker, [&](Work& work) { return people::documents::reached_by_service(work, person, "medical_care", {2024, 4, 3}); }));
    ASSERT_TRUE(act<void>(worker, [&](Work& work) { return deliver_order(work, id, 1, {2024, 5, 14}, ""); }));
    works->store().read([&](store::Connection& db) {
        EXPECT_EQ(db.query("SELECT group_concat(step || reached_on) FROM chain_marks WHERE person_id = $1", person).value<std::string>(), "school2024-04-02");
    });
}

TEST_F(ServicesTest, ARefusalNeedsAKnownReason) {
    const auto id = *order(worker);
    const auto refuse = [&](const char* reason) {
        return act<void>(worker, [&](Work& work) { return refuse_order(work, id, 1, reason, ""); });
    };
    EXPECT_EQ(refuse("because").error().field, "reason");
    EXPECT_TRUE(refuse("no_capacity"));
    const auto services = act<std::vector<PlannedService>>(worker, [&](Work& work) { return services_of(work, *casework::get_case(work.db, file)); });
    EXPECT_EQ(services->at(0).order->refused_reason, "no_capacity");
    EXPECT_FALSE(services->at(1).order);
}

TEST_F(ServicesTest, ARefusedServiceIsOrderedAgainAndTheRefusalStays) {
    const auto id = *order(worker);
    ASSERT_TRUE(act<void>(worker, [&](Work& work) { return refuse_order(work, id, 1, "no_capacity", "full until autumn"); }));
    now = now.plus_days(1);
    const auto second = order(worker);
    ASSERT_TRUE(second);
    EXPECT_EQ(order(worker).error().key, "order.exists");
    const auto services = act<std::vector<PlannedService>>(worker, [&](Work& work) { return services_of(work, *casework::get_case(work.db, file)); });
    ASSERT_EQ(services->size(), 4u);
    EXPECT_EQ(services->at(0).order->id, *second);
    EXPECT_EQ(services->at(0).order->state, "ordered");
    ASSERT_EQ(services->at(0).refused_before.size(), 1u);
    EXPECT_EQ(services->at(0).refused_before[0].note, "full until autumn");
}

TEST_F(ServicesTest, AProviderMustOfferTheServiceAndTheActorHaveTheCase) {
    EXPECT_EQ(order(worker, 1).error().field, "provider_id");
    EXPECT_EQ(act<ProviderId>(system, [&](Work& work) { return create_provider(work, {{}, "School", "state", "XX-1", {"school_enrolment"}}); }).error().field, "region");
    EXPECT_EQ(order(other_worker).error().code, ErrorCode::forbidden);
}

TEST_F(ServicesTest, TasksLeadFromOrderToDelivery) {
    EXPECT_EQ(kinds(worker), (std::vector<std::string>{"order", "order", "order", "order", "survey"}));
    const auto id = *order(worker);
    EXPECT_EQ(kinds(worker), (std::vector<std::string>{"order", "order", "order", "deliver", "survey"}));
    (void)act<void>(worker, [&](Work& work) { return deliver_order(work, id, 1, work.today(), ""); });
    EXPECT_EQ(kinds(worker), (std::vector<std::string>{"order", "order", "order", "survey"}));
    EXPECT_TRUE(kinds(other_worker).empty());
}

TEST_F(ServicesTest, ASurveyIsTakenInItsRoundAndScored) {
    std::map<std::string, std::string> answers;
    for (const auto& question : survey.questions) answers[question.id] = question.options.front().id;
    const auto record = [&](int month) {
        return act<SurveyId>(worker, [&](Work& work) { return record_survey(work, survey, file, month, answers, {}); });
    };
    EXPECT_EQ(record(3).error().key, "survey.not_open");
    EXPECT_EQ(record(5).error().key, "survey.no_such_round");
    ASSERT_TRUE(record(0));
    now = now.plus_days(85);
    ASSERT_TRUE(record(3));
    const auto rounds = *act<std::vector<Round>>(worker, [&](Work& work) -> Result<std::vector<Round>> {
        return rounds_of(work.db, *casework::get_case(work.db, file), work.today());
    });
    EXPECT_EQ(rounds[0].state, "answered");
    EXPECT_DOUBLE_EQ(*rounds[0].scores.total, 1.0);
    EXPECT_EQ(rounds[1].state, "answered");
    EXPECT_EQ(rounds[2].state, "upcoming");
    now = now.plus_days(900);
    EXPECT_EQ(act<std::vector<Round>>(worker, [&](Work& work) -> Result<std::vector<Round>> {
        return rounds_of(work.db, *casework::get_case(work.db, file), work.today());
    })->at(2).state, "missed");
}

TEST_F(ServicesTest, ARoundThatAColleagueAnsweredIsNotOverwrittenUnseen) {
    std::map<std::string, std::string> answers, others;
    for (const auto& question : survey.questions) {
        answers[question.id] = question.options.front().id;
        others[question.id] = question.options.at(1).id;
    }
    const auto record = [&](const Actor& actor, const std::map<std::string, std::string>& given, std::optional<SurveyId> seen) {
        return act<SurveyId>(actor, [&](Work& work) { return record_survey(work, survey, file, 0, given, seen); });
    };
    const auto first = *record(worker, answers, {});
    EXPECT_EQ(record(supervisor, others, {}).error().key, "edit.changed_meanwhile");
    EXPECT_EQ(record(supervisor, others, SurveyId::make(now)).error().key, "edit.changed_meanwhile");
    ASSERT_TRUE(record(supervisor, others, first));
    EXPECT_EQ(record(worker, answers, first).error().key, "edit.changed_meanwhile") << "pressed twice, or by two";
    EXPECT_EQ(number("SELECT count(*) FROM surveys"), 1);
    EXPECT_GT(number("SELECT count(*) FROM field_changes WHERE thing = 'survey'"), 0) << "what was answered before stays to be read";
}

TEST_F(ServicesTest, RoundsGoOnAfterAClosureButNotBeyondADeath) {
    std::map<std::string, std::string> answers;
    for (const auto& question : survey.questions) answers[question.id] = question.options.front().id;
    const auto close = [&](casework::ClosureReason reason) {
        const auto id = *act<casework::ClosureId>(worker, [&](Work& work) { return casework::propose_closure(work, people, file, reason, ""); });
        ASSERT_TRUE(act<void>(supervisor, [&](Work& work) { return casework::decide_closure(work, people, id, true, ""); }));
    };
    const auto record = [&] { return act<SurveyId>(worker, [&](Work& work) { return record_survey(work, survey, file, 0, answers, {}); }); };
    close(casework::ClosureReason::goals_met);
    EXPECT_TRUE(record());
    ASSERT_TRUE(act<void>(supervisor, [&](Work& work) { return casework::reopen_case(work, people, file, "an error"); }));
    close(casework::ClosureReason::died);
    EXPECT_EQ(record().error().key, "survey.ended");
}

TEST(Survey, MeansAreWeightedAndSilenceDoesNotCount) {
    SurveyDefinition survey{"s", 1, {}, {{"economic", 1}, {"social", 3}},
                            {{"a", "economic", 1, {}, {{"yes", 1.0, {}}, {"no", 0.0, {}}}},
                             {"b", "economic", 3, {}, {{"yes", 1.0, {}}, {"no", 0.0, {}}}},
                             {"c", "social", 1, {}, {{"yes", 1.0, {}}, {"silent", std::nullopt, {}}}}}};
    const auto scores = score(survey, {{"a", "yes"}, {"b", "no"}, {"c", "yes"}});
    EXPECT_DOUBLE_EQ(*scores->economic, 0.25);
    EXPECT_DOUBLE_EQ(*scores->total, (0.25 + 3) / 4);
    const auto silent = score(survey, {{"a", "yes"}, {"b", "yes"}, {"c", "silent"}});
    EXPECT_FALSE(silent->social);
    EXPECT_DOUBLE_EQ(*silent->total, 1);
    EXPECT_EQ(score(survey, {{"a", "yes"}, {"b", "no"}}).error().field, "answers/c");
    EXPECT_EQ(score(survey, {{"a", "yes"}, {"b", "no"}, {"c", "maybe"}}).error().key, "survey.unknown_option");
    EXPECT_EQ(score(survey, {{"a", "yes"}, {"b", "no"}, {"c", "yes"}, {"d", "yes"}}).error().key, "survey.unknown_question");
}

TEST(Survey, RoundsMeetWithoutGapOrOverlap) {
    const Date opened{2024, 1, 31};
    for (std::size_t i = 0; i + 1 < std::size(kSurveyMonths); ++i) {
        EXPECT_EQ(time_of_round(opened, kSurveyMonths[i]).closes_on.plus_days(1), time_of_round(opened, kSurveyMonths[i + 1]).opens_on);
    }
    EXPECT_EQ(time_of_round(opened, 0).due_on, (Date{2024, 2, 14}));
    EXPECT_EQ(time_of_round(opened, 3).due_on, (Date{2024, 4, 30}));
}

TEST(Survey, AnInstallationsOwnFileIsCheckedWhole) {
    const FileForTests given(".json");
    const auto load = [&](const char* text) {
        std::ofstream(given.path) << text;
        return load_survey(given.path);
    };
    EXPECT_THROW((void)load("{"), std::runtime_error);
    EXPECT_THROW((void)load(R"({"id":"x","version":1,"note":{},"dimensions":{"danger":1},"questions":[]})"), std::runtime_error);
    const auto own = load(R"({"id":"x","version":2,"note":{},"dimensions":{"social":1},"questions":[{"id":"a","dimension":"social",
        "weight":1,"text":{"en":"?"},"options":[{"id":"y","score":1,"text":{"en":"y"}},{"id":"n","score":0,"text":{"en":"n"}}]}]})");
    EXPECT_EQ(own.name(), "x@2");
}

}  // namespace
}  // namespace homeward::services
