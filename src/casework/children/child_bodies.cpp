#include "casework/children/child_bodies.h"

#include <algorithm>

#include "people/person.h"
#include "people/relation.h"

namespace homeward::casework::children {
namespace {

using access::Work;

std::optional<std::string> if_any(const std::string& text) { return text.empty() ? std::nullopt : std::optional(text); }

CareBody care_body(Work& work, const Care& care) {
    CareBody body{care.id, care.kind, care.carer, care.from_on, care.to_on, care.decided_on, if_any(care.ended_for), care.words,
                  staff_body(work.db, care.recorded_by), care.version, {}, {}};
    if (const auto clock = clock_of(work, care)) body.clock = CareClockBody{clock->days, clock->review_due, clock->overdue};
    for (const auto& each : care.reviews) body.reviews.push_back({each.id, each.done_on, each.outcome, each.words, staff_body(work.db, each.by)});
    return body;
}

ReportBody report_body(Work& work, const Report& report) {
    ReportBody body{report.id, report.kind, report.state, report.review_on, report.words, report.words.empty() && report.state != "draft",
                    staff_body(work.db, report.written_by), report.written_at, report.finished_at, report.decided_at, report.version, {}, {}};
    for (const auto& seat : report.seats) {
        body.seats.push_back({staff_body(work.db, seat.account_id), seat.confirmed_at.has_value(), if_any(seat.opinion), if_any(seat.reason)});
    }
    return body;
}

std::vector<StaffBody> candidates(Work& work, const people::PersonCard& card, ReportId id) {
    std::vector<StaffBody> bodies;
    for (const auto& each : panel_candidates(work, card.region, id)) bodies.push_back(staff_body(work.db, each.id));
    return bodies;
}

ContactPlanBody plan_body(Work& work, const ContactPlan& plan) {
    ContactPlanBody body{plan.id, plan.whom, plan.way, plan.every_days, plan.safety, plan.next_on, plan.ended_on, plan.words, plan.version, {}};
    for (const auto& each : plan.contacts) body.contacts.push_back({each.id, each.held_on, each.took_place, each.words, staff_body(work.db, each.by)});
    return body;
}

Done add_family(Work& work, const CaseFile& file, ChildBody& body) {
    if (const auto separation = TRY(separation_of(work, file))) {
        body.separation = SeparationBody{separation->circumstance, separation->since, separation->words, separation->version};
    }
    for (const auto& each : TRY(tracings_of(work, file))) {
        body.tracing.push_back({each.id, each.sought, each.state, each.kinship_id, each.reunified_on, each.words, staff_body(work.db, each.asked_by), each.asked_at, each.version});
    }
    for (const auto& each : TRY(people::documents::kinship_of(work, file.person_id))) {
        body.evidence.push_back({each.id, each.relation, each.relative, each.method, each.authority, each.conclusion, each.on});
    }
    for (const auto& each : TRY(parent_answers_of(work, file))) {
        body.parent_answers.push_back({each.id, each.parent, each.whereabouts, each.about, each.asked_how, each.answer, each.asked_on, each.words, staff_body(work.db, each.by)});
    }
    for (const auto& each : TRY(contact_plans_of(work, file))) body.contact_plans.push_back(plan_body(work, each));
    return {};
}

}  // namespace

Result<ChildBody> child_body(Work& work, CaseId id) {
    const Child child = TRY(require_child(work, id));
    const auto card = TRY(people::person_card(work, child.file.person_id));
    ChildBody body{id, child.file.person_id, child.of_age, review_months(work.db), {}, {}, {}, {}, {}, {}, {}, {},
                   {may_write(work, child), may_take_measure(work, child)}};
    for (const auto& care : TRY(care_of(work, child.file))) body.care.push_back(care_body(work, care));
    for (const auto& report : TRY(reports_of(work, child))) {
        body.reports.push_back(report_body(work, report));
        if (body.allows.write && (report.state == "before_panel" || report.state == "draft")) body.reports.back().candidates = candidates(work, card, report.id);
    }
    for (const auto& each : TRY(measures_of(work, child.file))) body.measures.push_back({each.id, each.measure, each.taken_on, each.words, staff_body(work.db, each.by)});
    TRY(add_family(work, child.file, body));
    work.record({"child.read", "case_file", id.str(), child.file.person_id.str()});
    return body;
}

Result<PanelBody> panel_body(Work& work, ReportId id) {
    const auto [report, file] = TRY(read_as_member(work, id));
    const auto card = TRY(people::person_card(work, file.person_id));
    const auto seat = std::ranges::find(report.seats, work.actor.id, &Seat::account_id);
    const bool confirmed = seat->confirmed_at.has_value();
    PanelBody body{id, card.code, {}, {}, confirmed, seat->opinion, report_body(work, report)};
    body.report.closed = !confirmed;
    if (confirmed) body.name = card.name;
    if (confirmed && card.born_on) body.age = age_on(*card.born_on, work.today());
    return body;
}

}  // namespace homeward::casework::children
