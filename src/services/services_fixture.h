#pragma once

#include "casework/casework_fixture.h"
#include "services/order.h"
#include "services/provider.h"
#include "services/routes.h"
#include "services/survey.h"
#include "services/tasks.h"

namespace homeward::services {

using access::Actor;
using access::Role;
using access::Work;
using casework::CaseId;
using casework::Plan;

/// A returnee with a case file and an approved plan; a worker, a supervisor, a school and an office.
struct ServicesTest : casework::CaseworkFixture {
    SurveyDefinition survey = load_survey({});
    ProviderId school, office;  // the office gives everything that the school does not
    Plan plan;

    ServicesTest() : CaseworkFixture(services::schema()) {
        school = *act<ProviderId>(system, [&](Work& work) {
            return create_provider(work, {{}, "School No. 1", "municipal", "UZ-FA", {"school_enrolment", "catch_up_classes"}});
        });
        office = *act<ProviderId>(system, [&](Work& work) {
            return create_provider(work, {{}, "Social service centre", "municipal", "", {"housing", "low_interest_loan", "family_counselling"}});
        });
        plan = approved_plan();
    }
    Plan approved_plan() {
        (void)act<void>(worker, [&](Work& work) {
            return casework::record_needs(work, people, file, {{casework::NeedDomain::education, casework::NeedLevel::some, ""}});
        });
        const auto id = *act<casework::PlanId>(worker, [&](Work& work) { return casework::start_plan(work, people, file); });
        Plan written = *act<Plan>(worker, [&](Work& work) {
            return casework::write_plan(work, id, 1, {{{}, casework::NeedDomain::education, "Back to school", std::nullopt,
                                                      {{{}, "school_enrolment", "", std::nullopt}, {{}, "housing", "", std::nullopt},
                                                       {{}, "low_interest_loan", "", std::nullopt}, {{}, "family_counselling", "", std::nullopt}}}});
        });
        written = *act<Plan>(worker, [&](Work& work) { return casework::submit_plan(work, people, id, written.version); });
        (void)act<Plan>(supervisor, [&](Work& work) { return casework::approve_plan(work, people, id, written.version, ""); });
        return *act<Plan>(worker, [&](Work& work) { return casework::get_plan(work, id); });
    }
    casework::PlanServiceId planned(std::size_t i) { return plan.goals.at(0).services.at(i).id; }
    Result<OrderId> order(const Actor& actor, std::size_t i = 0) {
        return act<OrderId>(actor, [&](Work& work) { return order_service(work, people, planned(i), school, work.today().plus_days(10)); });
    }
    /// An order of the office for what it gives: 1 housing, 2 a loan, 3 counselling.
    Result<OrderId> order_of_office(const Actor& actor, std::size_t i, OrderWish wish = {}) {
        return act<OrderId>(actor, [&](Work& work) { return order_service(work, people, planned(i), office, work.today().plus_days(10), wish); });
    }
    PlannedService service(std::size_t i) {
        auto services = act<std::vector<PlannedService>>(worker, [&](Work& work) { return services_of(work, *casework::get_case(work.db, file)); });
        return services->at(i);
    }
    Result<void> decide(const Actor& actor, OrderId id, int version, bool approve, const std::string& comment = "") {
        return act<void>(actor, [&](Work& work) { return decide_order(work, people, id, version, approve, comment); });
    }
    std::vector<std::string> kinds(const Actor& actor) {
        const auto tasks = act<std::vector<casework::Task>>(actor, [](Work& work) -> Result<std::vector<casework::Task>> {
            auto both = casework::tasks_of(work);
            for (auto& task : tasks_of_services(work)) both.push_back(std::move(task));
            return both;
        });
        std::vector<std::string> found;
        for (const auto& task : *tasks) found.push_back(task.kind);
        return found;
    }
    bool waits_for(const Actor& actor, const char* kind) {
        const auto waiting = kinds(actor);
        return std::ranges::find(waiting, kind) != waiting.end();
    }
};

}  // namespace homeward::services
