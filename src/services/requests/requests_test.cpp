#include "services/catalogue/terms.h"
#include "services/requests/waiting.h"
#include "services/services_fixture.h"

namespace homeward::services {
namespace {

TEST_F(ServicesTest, WhatNeedsApprovalWaitsForASupervisorWhoDidNotAskForIt) {
    const auto id = *order_of_office(worker, 1);
    EXPECT_EQ(service(1).order->state, "requested");
    EXPECT_EQ(kinds(supervisor), (std::vector<std::string>{"approve_order"}));
    EXPECT_EQ(act<void>(worker, [&](Work& work) { return deliver_order(work, id, 1, work.today(), ""); }).error().key, "order.not_ordered");
    EXPECT_EQ(decide(worker, id, 1, true).error().code, ErrorCode::forbidden);
    EXPECT_EQ(decide(supervisor, id, 1, false).error().field, "comment");
    now = now.plus_days(2);
    ASSERT_TRUE(decide(supervisor, id, 1, true));
    EXPECT_EQ(decide(supervisor, id, 2, true).error().key, "order.not_requested");
    EXPECT_EQ(service(1).order->state, "ordered");
    EXPECT_EQ(people.find(person)->step, people::CaseStep::in_service);
}

TEST_F(ServicesTest, NobodyApprovesWhatTheyAskedForUnlessGivenThatRight) {
    const auto id = *order_of_office(supervisor, 1);
    EXPECT_EQ(decide(supervisor, id, 1, true).error().key, "order.own_request");
    Actor alone = supervisor;
    alone.approves_own_work = true;
    EXPECT_TRUE(decide(alone, id, 1, true));
    EXPECT_EQ(number("SELECT count(*) FROM audit_leaves WHERE action = 'service.approved' AND instr(details, 'own_work') > 0"), 1) << "the right marks what it did";
}

TEST_F(ServicesTest, ARequestInAClosedFileWaitsForNobody) {
    ASSERT_TRUE(order_of_office(worker, 1));
    EXPECT_TRUE(waits_for(supervisor, "approve_order"));
    const auto closure = *act<casework::ClosureId>(worker, [&](Work& work) { return casework::propose_closure(work, people, file, casework::ClosureReason::moved, ""); });
    ASSERT_TRUE(act<void>(supervisor, [&](Work& work) { return casework::decide_closure(work, people, closure, true, ""); }));
    EXPECT_FALSE(waits_for(supervisor, "approve_order"));
}

TEST_F(ServicesTest, ARefusedRequestSaysWhyAndMayBeAskedAgain) {
    const auto id = *order_of_office(worker, 1);
    ASSERT_TRUE(decide(supervisor, id, 1, false, "A house of relatives is free."));
    EXPECT_EQ(service(1).order->refused_reason, "not_approved");
    EXPECT_EQ(service(1).order->comment, "A house of relatives is free.");
    EXPECT_TRUE(order_of_office(worker, 1));
}

TEST_F(ServicesTest, CounsellingIsGivenOnlyToWhoAskedForIt) {
    EXPECT_EQ(order_of_office(worker, 3).error().field, "asked_by_person");
    ASSERT_TRUE(order_of_office(worker, 3, {.asked_by_person = true}));
    EXPECT_TRUE(service(3).order->asked_by_person);
}

TEST_F(ServicesTest, AFullProviderSaysSoAndKeepsAWaitingList) {
    auto full = *act<Provider>(system, [&](Work& work) { return get_provider(work.db, school, work.today()); });
    full.places = {{"school_enrolment", 0, "at_once"}};
    ASSERT_TRUE(act<void>(system, [&](Work& work) { return change_provider(work, full); }));
    EXPECT_EQ(order(worker).error().key, "order.provider_full");
    const auto waits = act<OrderId>(worker, [&](Work& work) { return order_service(work, people, planned(0), school, work.today().plus_days(9), {.wait = true}); });
    ASSERT_TRUE(waits);
    const auto place = [&] { return act<void>(worker, [&](Work& work) { return place_order(work, people, *waits, 1); }); };
    EXPECT_EQ(place().error().key, "order.provider_full");
    full.version = 2;
    full.places[0].places = 1;
    ASSERT_TRUE(act<void>(system, [&](Work& work) { return change_provider(work, full); }));
    EXPECT_TRUE(place());
    EXPECT_EQ(service(0).order->state, "ordered");
    EXPECT_EQ(*act<Provider>(system, [&](Work& work) { return get_provider(work.db, school, work.today()); })->places.at(0).free, 0);
}

TEST_F(ServicesTest, AProvidersEntryKeepsItsVersionsAndRefusesALateSave) {
    auto entry = *act<Provider>(system, [&](Work& work) { return get_provider(work.db, school, work.today()); });
    entry.hours = "Monday to Friday, 9 to 5";
    entry.languages = {"uz", "ru"};
    ASSERT_TRUE(act<void>(system, [&](Work& work) { return change_provider(work, entry); }));
    EXPECT_EQ(act<void>(system, [&](Work& work) { return change_provider(work, entry); }).error().key, "edit.changed_meanwhile");
    works->store().read([&](store::Connection& db) {
        EXPECT_EQ(versions_of(db, school).size(), 2u);
        EXPECT_EQ(list_providers(db, {.service = "", .region = "", .language = "ru"}, Date::of(now)).items.size(), 1u);
        EXPECT_EQ(list_providers(db, {.service = "housing", .region = "", .language = ""}, Date::of(now)).items.size(), 1u);
    });
    EXPECT_EQ(act<void>(worker, [&](Work& work) { return change_provider(work, entry); }).error().code, ErrorCode::forbidden);
    ASSERT_TRUE(act<void>(system, [&](Work& work) { return end_provider(work, school, 2); }));
    EXPECT_EQ(order(worker).error().field, "provider_id");
}

TEST_F(ServicesTest, TheWorkerIsToldToAskWhatCameOfIt) {
    const auto id = *order(worker);
    ASSERT_TRUE(act<void>(worker, [&](Work& work) { return deliver_order(work, id, 1, work.today(), ""); }));
    const auto outcome = [&](int version, const char* what) {
        return act<void>(worker, [&](Work& work) { return note_outcome(work, id, version, what, work.today(), "Goes every day."); });
    };
    EXPECT_FALSE(waits_for(worker, "outcome"));
    now = now.plus_days(80);
    EXPECT_TRUE(waits_for(worker, "outcome"));
    EXPECT_EQ(outcome(2, "harmless").error().field, "outcome");
    ASSERT_TRUE(outcome(2, "helped_partly"));
    EXPECT_EQ(service(0).order->outcome_note, "Goes every day.");
    EXPECT_FALSE(waits_for(worker, "outcome"));
    EXPECT_TRUE(outcome(3, "helped"));
}

TEST_F(ServicesTest, WaitingTimesNeverTellOfFewerThanThree) {
    const auto id = *order(worker);
    now = now.plus_days(4);
    ASSERT_TRUE(act<void>(worker, [&](Work& work) { return deliver_order(work, id, 1, work.today(), ""); }));
    const auto times = [&](const Actor& actor) { return act<std::vector<Waiting>>(actor, [](Work& work) { return waiting_times(work, true); }); };
    EXPECT_EQ(times(worker).error().code, ErrorCode::forbidden);
    ASSERT_EQ(times(supervisor)->size(), 1u);
    EXPECT_FALSE(times(supervisor)->at(0).orders);
    EXPECT_FALSE(times(supervisor)->at(0).all_days);
    // Four in all: of two, four, four and nine days.
    for (const int days : {2, 4, 9}) {
        run("INSERT INTO plan_services SELECT 'p" + std::to_string(days) + "', plan_id, goal_id, 9, service, note_sealed, due_on FROM plan_services WHERE id = '" + planned(0).str() + "'");
        run("INSERT INTO service_orders (id, plan_service_id, case_id, person_id, service, provider_id, due_on, state, ordered_by, ordered_at, placed_at, delivered_on, version)"
            " SELECT 'o" + std::to_string(days) + "', 'p" + std::to_string(days) + "', case_id, person_id, service, provider_id, due_on, 'delivered', ordered_by, ordered_at,"
            " placed_at, date(ordered_at, '+" + std::to_string(days) + " days'), 1 FROM service_orders WHERE id = '" + id.str() + "'");
    }
    EXPECT_EQ(times(supervisor)->at(0).orders, 4);
    EXPECT_DOUBLE_EQ(*times(supervisor)->at(0).all_days, 4);
    EXPECT_FALSE(times(supervisor)->at(0).approval_days);
    EXPECT_EQ(number("SELECT count(*) FROM pragma_table_info('service_waiting') WHERE name LIKE '%person%' OR name LIKE '%case%'"), 0);
}

TEST_F(ServicesTest, TheTermsOfAServiceAreAnInstallationsToChangeButHoldNoOrigin) {
    auto terms = *act<ServiceTerms>(system, [&](Work& work) -> Result<ServiceTerms> { return terms_of(work.db, "school_enrolment"); });
    terms.fields = {"name", "origin"};
    const auto set = [&](const Actor& actor) { return act<void>(actor, [&](Work& work) { return set_terms(work, terms); }); };
    EXPECT_EQ(set(system).error().field, "fields");
    terms.fields = {"name"};
    EXPECT_EQ(set(worker).error().code, ErrorCode::forbidden);
    ASSERT_TRUE(set(system));
    EXPECT_EQ(set(system).error().key, "edit.changed_meanwhile");
}

}  // namespace
}  // namespace homeward::services
