#include "casework/incidents/incident_codes.h"
#include "history/history.h"

namespace homeward::casework {
namespace {

using access::Permission;
using access::Work;

Done check(const Work& work, const NewIncident& incident) {
    if (trim(incident.what).empty()) return invalid("incident.empty", "what");
    TRY(check_text(incident.what, "what"));
    TRY(check_text(incident.done, "done"));
    if (work.latest_today() < incident.happened_on) return invalid("incident.in_the_future", "happened_on");
    if (incident.follow_up_on < work.today()) return invalid("incident.follow_up_past", "follow_up_on");
    return {};
}

history::Fields fields_of(const Incident& incident) {
    return {{"place", std::string(json::name_of(incident.place))}, {"kind", std::string(json::name_of(incident.kind))},
            {"happened_on", incident.happened_on.str()}, {"what", incident.what}, {"done", incident.done},
            {"follow_up_on", incident.outcome ? "" : incident.follow_up_on.str()}, {"outcome", name_if_any(incident.outcome).value_or("")}};
}

Result<Bytes> seal(Work& work, const CaseFile& file, const char* column, IncidentId id, const std::string& text) {
    return sealed(work, file.person_id, {"incidents", column, id.str()}, text);
}

/// An open incident in the version that the actor saw, in a file that is open to them.
Result<Incident> open_incident(Work& work, IncidentId id, int version) {
    Incident incident = TRY(read_incident(work, id));
    TRY(require_open_case(work, incident.case_id, Permission::log_incident));
    if (incident.outcome) return conflict("incident.closed");
    if (incident.version != version) return conflict("edit.changed_meanwhile");
    return incident;
}

Result<Incident> saved(Work& work, const Incident& before, const Incident& after, const char* action) {
    const CaseFile file = TRY(get_case(work.db, after.case_id));
    const bool closes = after.outcome.has_value();
    work.db.run("UPDATE incidents SET place = $2, kind = $3, happened_on = $4, what_sealed = $5, done_sealed = $6, follow_up_on = $7, outcome = $8,"
                " closed_by = $9, closed_at = $10, version = version + 1 WHERE id = $1",
                after.id, json::name_of(after.place), json::name_of(after.kind), after.happened_on, TRY(seal(work, file, "what_sealed", after.id, after.what)),
                TRY(seal(work, file, "done_sealed", after.id, after.done)), closes ? std::nullopt : std::optional(after.follow_up_on), name_if_any(after.outcome),
                closes ? std::optional(work.actor.id) : std::nullopt, closes ? std::optional(work.now) : std::nullopt);
    TRY(history::note(work, file.person_id.uuid, {"incident", after.id.str()}, fields_of(before), fields_of(after)));
    work.record({action, "incident", after.id.str(), file.person_id.str(), {{"version", std::to_string(after.version + 1)}}});
    return read_incident(work, after.id);
}

}  // namespace

Result<IncidentId> log_incident(Work& work, CaseId id, const std::string& request_id, const NewIncident& incident) {
    const CaseFile file = TRY(require_open_case(work, id, Permission::log_incident));
    TRY(check(work, incident));
    if (!parse_uuid(request_id)) return invalid("incident.request", "request_id");
    auto before = work.db.query("SELECT id, case_id, logged_by FROM incidents WHERE request_id = $1", request_id);
    if (before.next()) {
        if (before.row().get<CaseId>(1) != id || before.row().get<access::AccountId>(2) != work.actor.id) return conflict("incident.request_used");
        return before.row().get<IncidentId>(0);
    }
    const auto made = IncidentId::make(work.now);
    work.db.run("INSERT INTO incidents (id, case_id, place, kind, happened_on, what_sealed, done_sealed, follow_up_on, logged_by, logged_at, version, request_id)"
                " VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, 1, $11)",
                made, id, json::name_of(incident.place), json::name_of(incident.kind), incident.happened_on, TRY(seal(work, file, "what_sealed", made, incident.what)),
                TRY(seal(work, file, "done_sealed", made, incident.done)), incident.follow_up_on, work.actor.id, work.now, request_id);
    work.record({"incident.logged", "incident", made.str(), file.person_id.str(),
                 {{"place", std::string(json::name_of(incident.place))}, {"kind", std::string(json::name_of(incident.kind))}}});
    return made;
}

Result<Incident> change_incident(Work& work, IncidentId id, int version, const NewIncident& incident) {
    const Incident before = TRY(open_incident(work, id, version));
    TRY(check(work, incident));
    Incident after = before;
    static_cast<NewIncident&>(after) = incident;
    return saved(work, before, after, "incident.changed");
}

Result<Incident> follow_incident(Work& work, IncidentId id, int version, Date done_on, const std::string& text, std::optional<Date> follow_up_on,
                                 std::optional<IncidentOutcome> outcome) {
    const Incident before = TRY(open_incident(work, id, version));
    if (trim(text).empty()) return invalid("incident.step_empty", "text");
    TRY(check_text(text, "text"));
    if (work.latest_today() < done_on) return invalid("incident.in_the_future", "done_on");
    if (follow_up_on.has_value() == outcome.has_value()) return invalid("incident.follow_up_missing", "follow_up_on");
    if (follow_up_on && *follow_up_on < work.today()) return invalid("incident.follow_up_past", "follow_up_on");
    const CaseFile file = TRY(get_case(work.db, before.case_id));
    const auto step = IncidentStepId::make(work.now);
    work.db.run("INSERT INTO incident_steps (id, incident_id, done_on, text_sealed, noted_by, noted_at) VALUES ($1, $2, $3, $4, $5, $6)", step, id, done_on,
                TRY(sealed(work, file.person_id, {"incident_steps", "text_sealed", step.str()}, text)), work.actor.id, work.now);
    Incident after = before;
    if (follow_up_on) after.follow_up_on = *follow_up_on;
    after.outcome = outcome;
    return saved(work, before, after, outcome ? "incident.closed" : "incident.followed");
}

}  // namespace homeward::casework
