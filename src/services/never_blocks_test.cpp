#include "casework/casework_fixture.h"
#include "casework/catalogue.h"
#include "people/consents/consents.h"
#include "people/documents/nationality.h"
#include "services/catalogue/terms.h"
#include "services/order.h"
#include "services/provider.h"
#include "services/routes.h"

namespace homeward::services {
namespace {

using access::Actor;
using access::Role;
using access::Work;

/// Neither a refusal to share nor a missing citizenship stands before help.
struct NeverBlocksTest : casework::CaseworkFixture {
    NeverBlocksTest() : CaseworkFixture(services::schema()) {}

    /// Every service of the catalogue in one approved plan.
    Result<casework::Plan> plan_of_all() {
        TRY(act<void>(worker, [&](Work& work) {
            return casework::record_needs(work, people, file, {{casework::NeedDomain::education, casework::NeedLevel::some, ""}});
        }));
        const auto id = TRY(act<casework::PlanId>(worker, [&](Work& work) { return casework::start_plan(work, people, file); }));
        casework::Goal goal{{}, casework::NeedDomain::education, "Settled", std::nullopt, {}};
        for (const auto service : casework::catalogue()) goal.services.push_back({{}, std::string(service), "", std::nullopt});
        auto plan = TRY(act<casework::Plan>(worker, [&](Work& work) { return casework::write_plan(work, id, 1, {goal}); }));
        plan = TRY(act<casework::Plan>(worker, [&](Work& work) { return casework::submit_plan(work, people, id, plan.version); }));
        return act<casework::Plan>(supervisor, [&](Work& work) { return casework::approve_plan(work, people, id, plan.version, ""); });
    }
    /// One planned service, to its delivery; what a supervisor decides on first is approved first.
    Done served(const casework::PlanService& planned, ProviderId provider) {
        const auto order = TRY(act<OrderId>(worker, [&](Work& work) {
            return order_service(work, people, planned.id, provider, work.today().plus_days(7), {.asked_by_person = true});
        }));
        int version = 1;
        const auto terms = TRY(act<ServiceTerms>(worker, [&](Work& work) -> Result<ServiceTerms> { return terms_of(work.db, planned.service); }));
        if (terms.needs_approval) TRY(act<void>(supervisor, [&](Work& work) { return decide_order(work, people, order, version++, true, ""); }));
        return act<void>(worker, [&](Work& work) { return deliver_order(work, order, version, work.today(), ""); });
    }
    /// From needs to every service delivered, as any other file goes. Gives those that were.
    std::vector<std::string> served_all() {
        std::vector<std::string> offered(casework::catalogue().begin(), casework::catalogue().end());
        const auto plan = plan_of_all();
        EXPECT_TRUE(plan) << plan.error().key;
        const auto house = act<ProviderId>(system, [&](Work& work) { return create_provider(work, {{}, "House of services", "municipal", "UZ-FA", offered}); });
        EXPECT_TRUE(house) << house.error().key;
        std::vector<std::string> given;
        if (!plan || !house) return given;
        for (const auto& each : plan->goals.front().services) {
            const auto done = served(each, *house);
            EXPECT_TRUE(done) << each.service << ": " << done.error().key;
            if (done) given.push_back(each.service);
        }
        return given;
    }
};

TEST_F(NeverBlocksTest, EveryServiceOfTheCatalogueIsGivenWithEveryConsentRefused) {
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
    EXPECT_EQ(served_all().size(), casework::catalogue().size());
    EXPECT_EQ(number("SELECT count(*) FROM disclosures"), 0);
}

TEST_F(NeverBlocksTest, EveryServiceIsGivenWhereStatelessnessIsFeared) {
    ASSERT_TRUE(act<people::documents::NationalityId>(worker, [&](Work& work) {
        return people::documents::record_nationality(work, person, {"statelessness_feared", "not_known", "", "", work.today()}, std::nullopt);
    }));
    EXPECT_EQ(served_all().size(), casework::catalogue().size());
}

}  // namespace
}  // namespace homeward::services
