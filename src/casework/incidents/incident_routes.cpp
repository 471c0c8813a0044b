#include "casework/incidents/incident_routes.h"

#include "casework/bodies.h"
#include "casework/incidents/incident_codes.h"
#include "http/json_reply.h"
#include "people/relation.h"

namespace homeward::casework {
namespace {

using access::Permission;
using access::Work;
using http::Reply;
using http::Request;

struct StepBody {
    Date done_on;
    std::string text;
    StaffBody by;
};
BOOST_DESCRIBE_STRUCT(StepBody, (), (done_on, text, by))
struct IncidentAllows {
    bool change = false;
};
BOOST_DESCRIBE_STRUCT(IncidentAllows, (), (change))
struct IncidentBody {
    IncidentId id;
    IncidentPlace place;
    IncidentKind kind;
    Date happened_on;
    std::string what, done;
    std::optional<Date> follow_up_on;
    std::optional<IncidentOutcome> outcome;
    StaffBody logged_by;
    std::optional<Instant> closed_at;
    int version;
    std::vector<StepBody> steps;
    IncidentAllows allows;
};
BOOST_DESCRIBE_STRUCT(IncidentBody, (), (id, place, kind, happened_on, what, done, follow_up_on, outcome, logged_by, closed_at, version, steps, allows))
struct IncidentListAllows {
    bool log = false;
};
BOOST_DESCRIBE_STRUCT(IncidentListAllows, (), (log))
struct IncidentListBody {
    std::vector<IncidentBody> items;
    std::optional<IncidentId> next;
    IncidentListAllows allows;
};
BOOST_DESCRIBE_STRUCT(IncidentListBody, (), (items, next, allows))
struct IncidentInput {
    std::optional<std::string> request_id;
    std::optional<int> version;
    IncidentPlace place;
    IncidentKind kind;
    Date happened_on;
    std::string what, done;
    Date follow_up_on;
};
BOOST_DESCRIBE_STRUCT(IncidentInput, (), (request_id, version, place, kind, happened_on, what, done, follow_up_on))
struct StepInput {
    int version;
    Date done_on;
    std::string text;
    std::optional<Date> follow_up_on;
    std::optional<IncidentOutcome> outcome;
};
BOOST_DESCRIBE_STRUCT(StepInput, (), (version, done_on, text, follow_up_on, outcome))

Result<bool> may_log(Work& work, const CaseFile& file) {
    const people::PersonRelation relation = TRY(people::relation_of(work.db, file.person_id));
    return file.step != people::CaseStep::closed && may(work.actor, Permission::log_incident, relation);
}

IncidentBody incident_body(Work& work, const Incident& incident, bool may_change) {
    IncidentBody body{incident.id, incident.place, incident.kind, incident.happened_on, incident.what, incident.done,
                      incident.outcome ? std::nullopt : std::optional(incident.follow_up_on), incident.outcome, staff_body(work.db, incident.logged_by),
                      incident.closed_at, incident.version, {}, {may_change && !incident.outcome}};
    for (const auto& step : incident.steps) body.steps.push_back({step.done_on, step.text, staff_body(work.db, step.by)});
    return body;
}

NewIncident incident_from(const IncidentInput& input) {
    return {input.place, input.kind, input.happened_on, input.what, input.done, input.follow_up_on};
}

Result<Reply> one_incident(Work& work, const Incident& incident) {
    return http::ok(incident_body(work, incident, TRY(may_log(work, TRY(get_case(work.db, incident.case_id))))));
}

Result<Reply> list(Work& work, const Request& request) {
    const CaseFile file = TRY(require_case(work, TRY(http::id_of<CaseId>(request, "case_id")), Permission::read_case));
    const IncidentPage page = TRY(incidents_of(work, file, TRY(http::id_query<IncidentId>(request, "cursor")), TRY(http::int_query(request, "limit", 20, 1, 100))));
    IncidentListBody body{{}, page.next, {TRY(may_log(work, file))}};
    for (const auto& incident : page.items) body.items.push_back(incident_body(work, incident, body.allows.log));
    work.record({"incidents.read", "case_file", file.id.str(), file.person_id.str()});
    return http::ok(body);
}

}  // namespace

void incident_routes(http::Router& router) {
    router.write("GET", "/api/cases/{case_id}/incidents", list);
    router.write("POST", "/api/cases/{case_id}/incidents", [](Work& work, const Request& request) -> Result<Reply> {
        const auto input = TRY(http::body_as<IncidentInput>(request));
        const auto id = TRY(log_incident(work, TRY(http::id_of<CaseId>(request, "case_id")), input.request_id.value_or(""), incident_from(input)));
        return one_incident(work, TRY(read_incident(work, id)));
    });
    router.write("PUT", "/api/incidents/{incident_id}", [](Work& work, const Request& request) -> Result<Reply> {
        const auto input = TRY(http::body_as<IncidentInput>(request));
        if (!input.version) return invalid("json.missing", "version");
        return one_incident(work, TRY(change_incident(work, TRY(http::id_of<IncidentId>(request, "incident_id")), *input.version, incident_from(input))));
    });
    router.write("POST", "/api/incidents/{incident_id}/steps", [](Work& work, const Request& request) -> Result<Reply> {
        const auto input = TRY(http::body_as<StepInput>(request));
        return one_incident(work, TRY(follow_incident(work, TRY(http::id_of<IncidentId>(request, "incident_id")), input.version, input.done_on, input.text,
                                                      input.follow_up_on, input.outcome)));
    });
}

}  // namespace homeward::casework
