#pragma once
// The log of stigma and bullying: what a returnee met, what was done, and when somebody looks again.

#include <optional>
#include <string>
#include <vector>

#include "casework/case_file.h"
#include "casework/tasks.h"

namespace homeward::casework {

struct IncidentTag;
struct IncidentStepTag;
using IncidentId = Id<IncidentTag>;
using IncidentStepId = Id<IncidentStepTag>;

enum class IncidentPlace { school, street, online, office, media, neighbourhood, work, other };
/// What was done to the person. There is no word here for what the person is said to have done.
enum class IncidentKind { name_calling, exclusion, refused_service, intimidation, violence, exposure, other };
enum class IncidentOutcome { stopped, settled, goes_on, handed_on };

struct NewIncident {
    IncidentPlace place = IncidentPlace::school;
    IncidentKind kind = IncidentKind::name_calling;
    Date happened_on;
    std::string what;         ///< what happened, as the person tells it
    std::string done;         ///< what was done about it so far
    Date follow_up_on;        ///< when somebody looks again
};

struct IncidentStep {
    IncidentStepId id;
    Date done_on;
    std::string text;
    access::AccountId by;
    Instant at;
};

struct Incident : NewIncident {
    IncidentId id;
    CaseId case_id;
    access::AccountId logged_by;
    Instant logged_at;
    std::optional<IncidentOutcome> outcome;  ///< of a closed one, which has no follow-up left
    std::optional<access::AccountId> closed_by;
    std::optional<Instant> closed_at;
    int version = 1;
    std::vector<IncidentStep> steps;  ///< the earliest first
};

/// Logs an incident. Sent twice with one `request_id` (a UUID), there is one.
/// errors    not_found; forbidden without log_incident; conflict `case.closed`, `incident.request_used`; invalid `incident.empty`,
///           `incident.in_the_future`, `incident.follow_up_past`, `incident.request`, `case.text_long`
/// source    stigma at school and in the street is what practitioners name first: DOMAIN sources of UNDP and UNICEF, 2020 to 2023
Result<IncidentId> log_incident(access::Work& work, CaseId id, const std::string& request_id, const NewIncident& incident);

/// Corrects what was logged; what it said before stays in the history of the person's record.
/// errors    those, and conflict `incident.closed`, `edit.changed_meanwhile`
Result<Incident> change_incident(access::Work& work, IncidentId id, int version, const NewIncident& incident);

/// Notes what was done, and when somebody looks again; with an outcome, closes the incident.
/// errors    those; invalid `incident.step_empty`, `incident.follow_up_missing` when neither a next day nor an outcome is given
Result<Incident> follow_incident(access::Work& work, IncidentId id, int version, Date done_on, const std::string& text, std::optional<Date> follow_up_on,
                                 std::optional<IncidentOutcome> outcome);

/// errors    not_found; forbidden without read_case
Result<Incident> read_incident(access::Work& work, IncidentId id);

struct IncidentPage {
    std::vector<Incident> items;
    std::optional<IncidentId> next;
};
/// Of one file, the latest first.
Result<IncidentPage> incidents_of(access::Work& work, const CaseFile& file, std::optional<IncidentId> after, int most);

/// Open incidents of the actor's own people, due when somebody should look again.
std::vector<Task> tasks_of_incidents(access::Work& work);

}  // namespace homeward::casework
