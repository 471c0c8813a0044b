#include "casework/visits/visit_note.h"

#include <algorithm>

#include "casework/visits/visit_codes.h"

namespace homeward::casework {
namespace {

using access::Permission;
using access::Work;

Done check(const Work& work, const VisitNote& note) {
    if (!parse_uuid(note.request_id)) return invalid("visit.request", "request_id");
    if (work.latest_today() < note.done_on) return invalid("visit.in_the_future", "done_on");
    for (const auto& code : note.met) {
        if (std::ranges::find(met_codes(), code) == met_codes().end()) return invalid("visit.met_unknown", "met");
    }
    if (note.next_on && *note.next_on < work.today()) return invalid("visit.in_the_past", "next_on");
    return check_text(note.note, "note");
}

std::string joined(const std::vector<std::string>& codes) {
    std::string column;
    for (const auto& code : std::set<std::string>(codes.begin(), codes.end())) column += (column.empty() ? "" : " ") + code;
    return column;
}

/// What an earlier sending of the same note brought.
Result<std::optional<NotedVisit>> noted_before(Work& work, CaseId id, const std::string& request) {
    auto query = work.db.query("SELECT id, next_visit_id, case_id, done_by FROM case_visits WHERE request_id = $1", request);
    if (!query.next()) return std::optional<NotedVisit>();
    const auto row = query.row();
    if (row.get<CaseId>(2) != id || row.get<access::AccountId>(3) != work.actor.id) return conflict("visit.request_used");
    return std::optional(NotedVisit{row.get<VisitId>(0), row.get<std::optional<VisitId>>(1)});
}

/// The planned visit that this was, or a new row for one that nobody planned.
Result<VisitId> visit_for(Work& work, CaseId id, const VisitNote& note) {
    if (note.visit_id) {
        auto query = work.db.query("SELECT done_on FROM case_visits WHERE id = $1 AND case_id = $2", *note.visit_id, id);
        if (!query.next()) return not_found("visit.not_found");
        if (!query.row().is_null(0)) return conflict("visit.done_already");
        return *note.visit_id;
    }
    const auto visit = VisitId::make(work.now);
    work.db.run("INSERT INTO case_visits (id, case_id, due_on, planned_by, planned_at) VALUES ($1, $2, $3, $4, $5)", visit, id, note.done_on, work.actor.id,
                work.now);
    return visit;
}

}  // namespace

const std::vector<std::string_view>& met_codes() {
    static const std::vector<std::string_view> kCodes{"returnee", "child", "caregiver", "relative", "teacher", "other", "nobody"};
    return kCodes;
}

std::vector<std::string> met_from(std::string_view column) {
    std::vector<std::string> codes;
    for (const auto code : split(column, ' ')) if (!code.empty()) codes.emplace_back(code);
    return codes;
}

Date next_visit(const VisitNote& note, Date opened_on, const NextVisitRule& rule) {
    int days = note.done_on < opened_on.plus_days(kFirstMonthsDays) ? rule.first_months : rule.usual;
    const auto at_most = [&](bool applies, int within) { if (applies) days = std::min(days, within); };
    at_most(note.wellbeing == Wellbeing::mixed, rule.mixed);
    at_most(note.wellbeing == Wellbeing::hard, rule.hard);
    at_most(note.plan_fit == PlanFit::change, rule.change);
    at_most(note.support == Support::something_new, rule.something_new);
    at_most(note.support == Support::soon, rule.soon);
    at_most(note.met == std::vector<std::string>{"nobody"}, rule.nobody);
    return note.done_on.plus_days(days);
}

Result<NotedVisit> note_visit(Work& work, people::Register& people, CaseId id, const VisitNote& note) {
    const CaseFile file = TRY(require_open_case(work, id, Permission::record_visit));
    TRY(check(work, note));
    if (const auto before = TRY(noted_before(work, id, note.request_id))) return *before;
    NotedVisit noted{TRY(visit_for(work, id, note)), {}};
    if (note.next_on) noted.next_visit_id = TRY(plan_visit(work, id, *note.next_on, note.next_kind, note.purpose));
    work.db.run("UPDATE case_visits SET done_on = $2, done_by = $3, note_sealed = $4, kind = $5, purpose = $6, met = $7, wellbeing = $8, plan_fit = $9,"
                " support = $10, request_id = $11, next_visit_id = $12, version = version + 1 WHERE id = $1",
                noted.visit_id, note.done_on, work.actor.id, TRY(sealed(work, file.person_id, {"case_visits", "note_sealed", noted.visit_id.str()}, note.note)),
                json::name_of(note.kind), json::name_of(note.purpose), joined(note.met), name_if_any(note.wellbeing), name_if_any(note.plan_fit),
                name_if_any(note.support), note.request_id, noted.next_visit_id);
    work.record({"visit.done", "case_visit", noted.visit_id.str(), file.person_id.str(),
                 {{"done_on", note.done_on.str()}, {"kind", std::string(json::name_of(note.kind))}}});
    step_may_have_moved(work, people, id);
    return noted;
}

}  // namespace homeward::casework
