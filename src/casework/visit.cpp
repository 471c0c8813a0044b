#include "casework/visit.h"

#include "casework/visits/visit_codes.h"

namespace homeward::casework {

using access::Permission;
using access::Work;

Result<VisitId> plan_visit(Work& work, CaseId id, Date due_on, VisitKind kind, VisitPurpose purpose) {
    const CaseFile file = TRY(require_open_case(work, id, Permission::record_visit));
    if (due_on < work.today()) return invalid("visit.in_the_past", "due_on");
    const auto visit = VisitId::make(work.now);
    work.db.run("INSERT INTO case_visits (id, case_id, due_on, planned_by, planned_at, kind, purpose) VALUES ($1, $2, $3, $4, $5, $6, $7)", visit, id, due_on,
                work.actor.id, work.now, json::name_of(kind), json::name_of(purpose));
    work.record({"visit.planned", "case_visit", visit.str(), file.person_id.str(), {{"due_on", due_on.str()}, {"kind", std::string(json::name_of(kind))}}});
    return visit;
}

Done complete_visit(Work& work, people::Register& people, VisitId id, Date done_on, const std::string& note) {
    auto query = work.db.query("SELECT case_id, done_on FROM case_visits WHERE id = $1", id);
    if (!query.next()) return not_found("visit.not_found");
    const auto case_id = query.row().get<CaseId>(0);
    const CaseFile file = TRY(require_open_case(work, case_id, Permission::record_visit));
    if (!query.row().is_null(1)) return conflict("visit.done_already");
    if (work.latest_today() < done_on) return invalid("visit.in_the_future", "done_on");
    TRY(check_text(note, "note"));
    work.db.run("UPDATE case_visits SET done_on = $2, done_by = $3, note_sealed = $4, version = version + 1 WHERE id = $1", id, done_on, work.actor.id,
                TRY(sealed(work, file.person_id, {"case_visits", "note_sealed", id.str()}, note)));
    work.record({"visit.done", "case_visit", id.str(), file.person_id.str(), {{"done_on", done_on.str()}}});
    step_may_have_moved(work, people, case_id);
    return {};
}

Result<std::vector<Visit>> visits_of(Work& work, const CaseFile& file) {
    const auto key = TRY(work.vault().key_of(work.db, file.person_id.uuid));
    std::vector<Visit> visits;
    for (const auto row : work.db.query("SELECT id, due_on, done_on, done_by, note_sealed, kind, purpose, met, wellbeing, plan_fit, support, version"
                                        " FROM case_visits WHERE case_id = $1 ORDER BY due_on DESC, id", file.id)) {
        Visit visit{row.get<VisitId>(0), row.get<Date>(1), row.get<std::optional<Date>>(2), row.get<std::optional<access::AccountId>>(3), {},
                    code<VisitKind>(row.text(5)), code<VisitPurpose>(row.text(6)), met_from(row.text(7)), code_if_any<Wellbeing>(row, 8),
                    code_if_any<PlanFit>(row, 9), code_if_any<Support>(row, 10), row.get<int>(11)};
        if (!row.blob(4).empty()) visit.note = key.open({"case_visits", "note_sealed", visit.id.str()}, row.blob(4));
        visits.push_back(std::move(visit));
    }
    return visits;
}

}  // namespace homeward::casework
