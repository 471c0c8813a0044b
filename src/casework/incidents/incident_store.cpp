#include "casework/incidents/incident_codes.h"

namespace homeward::casework {
namespace {

using access::AccountId;
using access::Permission;
using access::Work;

constexpr const char* kColumns = "SELECT id, case_id, place, kind, happened_on, what_sealed, done_sealed, follow_up_on, outcome, logged_by, logged_at, closed_by,"
                                 " closed_at, version FROM incidents";

Incident incident_of(const store::Row& row, const vault::PersonKey& key) {
    Incident incident;
    incident.id = row.get<IncidentId>(0);
    incident.case_id = row.get<CaseId>(1);
    incident.place = code<IncidentPlace>(row.text(2));
    incident.kind = code<IncidentKind>(row.text(3));
    incident.happened_on = row.get<Date>(4);
    const auto opened = [&](const char* column, int at) {
        return row.blob(at).empty() ? std::string() : key.open({"incidents", column, incident.id.str()}, row.blob(at));
    };
    incident.what = opened("what_sealed", 5);
    incident.done = opened("done_sealed", 6);
    if (const auto day = row.get<std::optional<Date>>(7)) incident.follow_up_on = *day;
    incident.outcome = code_if_any<IncidentOutcome>(row, 8);
    incident.logged_by = row.get<AccountId>(9);
    incident.logged_at = row.get<Instant>(10);
    incident.closed_by = row.get<std::optional<AccountId>>(11);
    incident.closed_at = row.get<std::optional<Instant>>(12);
    incident.version = row.get<int>(13);
    return incident;
}

void read_steps(Work& work, Incident& incident, const vault::PersonKey& key) {
    for (const auto row : work.db.query("SELECT id, done_on, text_sealed, noted_by, noted_at FROM incident_steps WHERE incident_id = $1 ORDER BY id", incident.id)) {
        IncidentStep step{row.get<IncidentStepId>(0), row.get<Date>(1), {}, row.get<AccountId>(3), row.get<Instant>(4)};
        step.text = key.open({"incident_steps", "text_sealed", step.id.str()}, row.blob(2));
        incident.steps.push_back(std::move(step));
    }
}

}  // namespace

Result<Incident> read_incident(Work& work, IncidentId id) {
    const auto case_id = work.db.query("SELECT case_id FROM incidents WHERE id = $1", id).value<CaseId>();
    if (!case_id) return not_found("incident.not_found");
    const CaseFile file = TRY(require_case(work, *case_id, Permission::read_case));
    const auto key = TRY(work.vault().key_of(work.db, file.person_id.uuid));
    auto query = work.db.query(std::string(kColumns) + " WHERE id = $1", id);
    query.next();
    Incident incident = incident_of(query.row(), key);
    read_steps(work, incident, key);
    return incident;
}

Result<IncidentPage> incidents_of(Work& work, const CaseFile& file, std::optional<IncidentId> after, int most) {
    const auto key = TRY(work.vault().key_of(work.db, file.person_id.uuid));
    IncidentPage page;
    for (const auto row : work.db.query(std::string(kColumns) + " WHERE case_id = $1 AND ($2 = '' OR (happened_on, id) <"
                                        " (SELECT happened_on, id FROM incidents WHERE id = $2)) ORDER BY happened_on DESC, id DESC LIMIT $3",
                                        file.id, after ? after->str() : "", most + 1)) {
        if (page.items.size() == static_cast<std::size_t>(most)) {
            page.next = page.items.back().id;
            break;
        }
        page.items.push_back(incident_of(row, key));
    }
    for (auto& incident : page.items) read_steps(work, incident, key);
    return page;
}

std::vector<Task> tasks_of_incidents(Work& work) {
    std::vector<Task> tasks;
    if (!may(work.actor, Permission::write_case)) return tasks;
    for (const auto row : work.db.query("SELECT c.person_id, c.id, i.id, i.follow_up_on, i.place FROM persons p JOIN case_files c ON c.person_id = p.id"
                                        " JOIN incidents i ON i.case_id = c.id WHERE p.assigned_to = $1 AND i.closed_at IS NULL" + kFileNotClosed,
                                        work.actor.id)) {
        tasks.push_back({"follow_incident", row.get<people::PersonId>(0), row.get<CaseId>(1), std::string(row.text(2)), row.get<Date>(3), std::string(row.text(4))});
    }
    return tasks;
}

}  // namespace homeward::casework
