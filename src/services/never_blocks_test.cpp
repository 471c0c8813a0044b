#include "access/program_for_tests.h"
#include "casework/plan.h"
#include "history/history.h"
#include "people/consents/consents.h"
#include "people/create_person.h"
#include "people/documents/nationality.h"
#include "services/order.h"
#include "services/provider.h"
#include "services/routes.h"

namespace homeward::services {
namespace {

using access::Actor;
using access::Role;
using access::Work;

/// Neither a refusal to share nor a missing citizenship stands before help.
struct NeverBlocksTest : access::ProgramTest {
    people::Register people{"UZ"};
    Actor worker, supervisor;
    people::PersonId person;
    casework::CaseId file;

    NeverBlocksTest()
        : ProgramTest(*Instant::parse("2024-05-14T09:00:00Z"), {vault::schema(), history::schema(), people::schema(), casework::schema(), schema()},
                      access::Holds::records) {
        people.load(*store, vault);
        worker = staff("worker", Role::social_worker, "UZ-FA");
        supervisor = staff("supervisor", Role::supervisor, "UZ-FA");
        people::NewPerson returnee;
        returnee.names = {{"Family", "Given", ""}};
        returnee.region = "UZ-FA";
        returnee.stage_id = "uz-mehr-5";
        returnee.assigned_to = worker.id;
        person = *act<people::PersonId>(system, [&](Work& work) { return create_person(work, people, returnee); });
        file = *act<casework::CaseId>(worker, [&](Work& work) { return casework::open_case(work, people, person); });
    }
    /// From needs to the delivered service, as any other file goes.
    Result<OrderId> served() {
        TRY(act<void>(worker, [&](Work& work) {
            return casework::record_needs(work, people, file, {{casework::NeedDomain::education, casework::NeedLevel::some, ""}});
        }));
        const auto id = TRY(act<casework::PlanId>(worker, [&](Work& work) { return casework::start_plan(work, people, file); }));
        auto plan = TRY(act<casework::Plan>(worker, [&](Work& work) {
            return casework::write_plan(work, id, 1, {{{}, casework::NeedDomain::education, "Back to school", std::nullopt, {{{}, "school_enrolment", "", std::nullopt}}}});
        }));
        plan = TRY(act<casework::Plan>(worker, [&](Work& work) { return casework::submit_plan(work, people, id, plan.version); }));
        plan = TRY(act<casework::Plan>(supervisor, [&](Work& work) { return casework::approve_plan(work, people, id, plan.version, ""); }));
        const auto school = TRY(act<ProviderId>(system, [&](Work& work) {
            return create_provider(work, {{}, "School No. 1", "municipal", "UZ-FA", {"school_enrolment"}});
        }));
        const auto order = TRY(act<OrderId>(worker, [&](Work& work) {
            return order_service(work, people, plan.goals.front().services.front().id, school, work.today().plus_days(7));
        }));
        TRY(act<void>(worker, [&](Work& work) { return deliver_order(work, order, 1, work.today(), ""); }));
        return order;
    }
};

TEST_F(NeverBlocksTest, AServiceIsGivenWithEveryConsentRefused) {
    using people::consents::Purpose;
    for (const auto purpose : {Purpose::services, Purpose::referral, Purpose::reporting, Purpose::tracing, Purpose::letters}) {
        people::consents::NewConsent refusal;
        refusal.purpose = purpose;
        refusal.answer = "refused";
        refusal.source = "individual";
        refusal.how = "spoken";
        refusal.given_on = Date::of(now);
        ASSERT_TRUE(act<people::consents::ConsentId>(worker, [&](Work& work) { return record_consent(work, person, refusal); }));
        EXPECT_EQ(act<people::consents::Permit>(worker, [&](Work& work) { return require_sharing(work, person, purpose, {{}, "School No. 1"}); }).error().key,
                  "consent.refused");
    }
    const auto order = served();
    EXPECT_TRUE(order) << order.error().key;
    EXPECT_EQ(number("SELECT count(*) FROM disclosures"), 0);
}

TEST_F(NeverBlocksTest, AServiceIsGivenWhereStatelessnessIsFeared) {
    ASSERT_TRUE(act<people::documents::NationalityId>(worker, [&](Work& work) {
        return people::documents::record_nationality(work, person, {"statelessness_feared", "not_known", "", "", work.today()}, std::nullopt);
    }));
    const auto order = served();
    EXPECT_TRUE(order) << order.error().key;
}

}  // namespace
}  // namespace homeward::services
