#pragma once
#include <algorithm>

#include "casework/casework_fixture.h"
#include "casework/children/care.h"
#include "casework/children/child_tasks.h"
#include "casework/children/interests.h"
#include "casework/children/parents.h"
#include "casework/children/tracing.h"
#include "people/documents/kinship.h"

namespace homeward::casework::children {

using access::AccountId;
using access::Actor;
using access::Role;
using access::Work;
namespace papers = people::documents;

/// A child of nine, in the care of the fixture's worker.
struct ChildrenTest : CaseworkFixture {
    Actor psychologist = staff("psychologist", Role::psychologist, "UZ-FA"), elsewhere = staff("supervisor9", Role::supervisor, "UZ-TK");
    people::PersonId child;
    CaseId file;  // of the child, not of the fixture's returnee

    ChildrenTest() {
        people::NewPerson given;
        given.names = {{"Family", "Child", ""}};
        given.region = "UZ-FA";
        given.stage_id = "uz-mehr-5";
        given.assigned_to = worker.id;
        given.born_on = PartialDate::exact({2015, 3, 1});
        child = *act<people::PersonId>(system, [&](Work& work) { return create_person(work, people, given); });
        file = *act<CaseId>(worker, [&](Work& work) { return open_case(work, people, child); });
    }
    void comes_of_age() { now = *Instant::parse("2033-03-02T09:00:00Z"); }

    Result<CareId> begin(const Actor& actor, const std::string& kind, const std::string& carer, Date from, const std::string& ended_for = "", Words words = {}) {
        return act<CareId>(actor, [&](Work& work) { return begin_care(work, file, {kind, carer, from, {}, words}, ended_for); });
    }
    std::vector<Care> care() {
        return *act<std::vector<Care>>(worker, [&](Work& work) { return care_of(work, *get_case(work.db, file)); });
    }
    static Words answers() {
        return {{"wish", "I want to be with my grandmother."}, {"maturity", "Nine; understands well"}, {"ties", "Close to the grandmother"},
                {"safety", "Nobody threatens"}, {"continuity", "Same language and school"}, {"options", "Grandmother, or foster care"},
                {"recommendation", "Guardianship of the grandmother"}, {"participants", "The child, the grandmother, the worker"}};
    }
    ReportId begun(const Actor& actor, const std::string& kind, Words words = answers()) {
        return *act<ReportId>(actor, [&](Work& work) { return begin_report(work, file, {kind, Date{2024, 9, 1}, words}); });
    }
    Done finish(const Actor& actor, ReportId id, std::vector<AccountId> members = {}, int version = 1) {
        return act<void>(actor, [&](Work& work) { return finish_report(work, id, version, members); });
    }
    Done confirm(const Actor& actor, ReportId id) {
        return act<void>(actor, [&](Work& work) { return confirm_seat(work, id); });
    }
    Done answer(const Actor& actor, ReportId id, const char* opinion, const char* reason = "") {
        return act<void>(actor, [&](Work& work) { return answer_panel(work, id, opinion, reason); });
    }
    std::string state(ReportId id) { return text("SELECT state FROM interest_reports WHERE id = '" + id.str() + "'"); }
    Report report_as(const Actor& actor, ReportId id) {
        const auto all = *act<std::vector<Report>>(actor, [&](Work& work) -> Result<std::vector<Report>> { return reports_of(work, TRY(require_child(work, file))); });
        return *std::ranges::find(all, id, &Report::id);
    }
    bool may_open(const Actor& actor) {
        return act<Child>(actor, [&](Work& work) { return require_child(work, file); }).has_value();
    }
    Result<MeasureId> protect(const Actor& actor) {
        return act<MeasureId>(actor, [&](Work& work) { return take_measure(work, file, {"safe_place", work.today(), {{"what", "Sleeps at the centre tonight"}}}); });
    }
    Result<TracingId> sought() {
        return act<TracingId>(worker, [&](Work& work) { return look_for(work, file, "grandmother", {{"name", "A grandmother"}}); });
    }
    Done move(TracingId id, int version, const TracingMove& step) {
        return act<void>(worker, [&](Work& work) { return move_tracing(work, id, version, step); });
    }
    papers::KinshipId kinship(const std::string& conclusion) {
        return *act<papers::KinshipId>(worker, [&](Work& work) {
            return papers::record_kinship(work, child, {"grandparent", "A grandmother", "registry_entry", "Civil registry", conclusion, work.today()});
        });
    }
    Result<ContactPlanId> contact(NewContactPlan plan) {
        return act<ContactPlanId>(worker, [&](Work& work) { return plan_contact(work, file, plan); });
    }
};

}  // namespace homeward::casework::children
