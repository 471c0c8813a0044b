#include "casework/conferences/conference_routes.h"

#include "casework/bodies.h"
#include "casework/conferences/conference_codes.h"
#include "http/json_reply.h"
#include "people/relation.h"

namespace homeward::casework {
namespace {

using access::Permission;
using access::Work;
using http::Reply;
using http::Request;

struct ConferencePerson {
    std::string name, code;
};
BOOST_DESCRIBE_STRUCT(ConferencePerson, (), (name, code))
struct ParticipantBody {
    std::optional<StaffBody> staff;
    std::optional<OutsideRole> role;
    std::optional<bool> attended;
};
BOOST_DESCRIBE_STRUCT(ParticipantBody, (), (staff, role, attended))
struct AgreedBody {
    ConferenceTaskId id;
    StaffBody owner;
    Date due_on;
    std::string text;
    AgreedState state;
    std::optional<StaffBody> closed_by;
    std::optional<Instant> closed_at;
    std::optional<std::string> reason;
    bool may_close;
};
BOOST_DESCRIBE_STRUCT(AgreedBody, (), (id, owner, due_on, text, state, closed_by, closed_at, reason, may_close))
struct ConferenceAllows {
    bool change = false, write_minutes = false, open_case = false;
};
BOOST_DESCRIBE_STRUCT(ConferenceAllows, (), (change, write_minutes, open_case))
struct ConferenceBody {
    ConferenceId id;
    CaseId case_id;
    ConferencePerson person;
    ConferenceState state;
    Date planned_on;
    std::optional<Date> held_on;
    std::string topics;
    std::optional<std::string> minutes;
    StaffBody created_by;
    Instant created_at;
    int version;
    std::vector<ParticipantBody> participants;
    std::vector<AgreedBody> tasks;
    std::optional<StaffBody> worker;
    ConferenceAllows allows;
};
BOOST_DESCRIBE_STRUCT(ConferenceBody, (), (id, case_id, person, state, planned_on, held_on, topics, minutes, created_by, created_at, version, participants, tasks, worker, allows))
struct ConferencesAllow {
    bool plan = false;
};
BOOST_DESCRIBE_STRUCT(ConferencesAllow, (), (plan))
struct InvitableBody {
    std::string id, name, role;
};
BOOST_DESCRIBE_STRUCT(InvitableBody, (), (id, name, role))
struct ConferencesBody {
    std::vector<ConferenceBody> items;
    std::vector<InvitableBody> candidates;
    ConferencesAllow allows;
};
BOOST_DESCRIBE_STRUCT(ConferencesBody, (), (items, candidates, allows))

struct ConferenceLineBody {
    ConferenceId id;
    ConferencePerson person;
    ConferenceState state;
    Date planned_on;
    std::optional<Date> held_on;
    int mine_open;
};
BOOST_DESCRIBE_STRUCT(ConferenceLineBody, (), (id, person, state, planned_on, held_on, mine_open))
struct ConferenceLinesBody {
    std::vector<ConferenceLineBody> items;
    std::optional<ConferenceId> next;
};
BOOST_DESCRIBE_STRUCT(ConferenceLinesBody, (), (items, next))

struct ParticipantInput {
    std::optional<access::AccountId> account_id;
    std::optional<OutsideRole> role;
};
BOOST_DESCRIBE_STRUCT(ParticipantInput, (), (account_id, role))
struct ConferenceInput {
    std::optional<int> version;
    Date planned_on;
    std::string topics;
    std::vector<ParticipantInput> participants;
};
BOOST_DESCRIBE_STRUCT(ConferenceInput, (), (version, planned_on, topics, participants))
struct AgreedInput {
    access::AccountId owner;
    Date due_on;
    std::string text;
};
BOOST_DESCRIBE_STRUCT(AgreedInput, (), (owner, due_on, text))
struct MinutesInput {
    int version;
    Date held_on;
    std::string minutes;
    std::vector<bool> attended;
    std::vector<AgreedInput> agreed;
};
BOOST_DESCRIBE_STRUCT(MinutesInput, (), (version, held_on, minutes, attended, agreed))
struct CancelInput {
    int version;
    std::string reason;
};
BOOST_DESCRIBE_STRUCT(CancelInput, (), (version, reason))
struct CloseTaskInput {
    bool done;
    std::optional<std::string> reason;
};
BOOST_DESCRIBE_STRUCT(CloseTaskInput, (), (done, reason))

std::vector<Participant> participants_of(const ConferenceInput& input) {
    std::vector<Participant> participants;
    for (const auto& each : input.participants) participants.push_back({each.account_id, each.role, {}});
    return participants;
}

Result<ConferenceBody> body_of(Work& work, const people::Register& people, const Conference& conference) {
    const auto person = people.find(conference.person_id);
    const people::PersonRelation relation = TRY(people::relation_of(work.db, conference.person_id));
    const bool open = TRY(get_case(work.db, conference.case_id)).step != people::CaseStep::closed;
    const bool holds = may(work.actor, Permission::hold_conference, relation);
    ConferenceBody body{conference.id, conference.case_id, {person ? person->name : "", person ? person->code : ""}, conference.state, conference.planned_on,
                        conference.held_on, conference.topics, conference.minutes.empty() ? std::nullopt : std::optional(conference.minutes),
                        staff_body(work.db, conference.created_by), conference.created_at, conference.version, {}, {}, {},
                        {open && holds && conference.state == ConferenceState::planned, open && holds && conference.state != ConferenceState::cancelled,
                         may(work.actor, Permission::read_case, relation)}};
    for (const auto& each : conference.participants) {
        body.participants.push_back({each.account ? std::optional(staff_body(work.db, *each.account)) : std::nullopt, each.role, each.attended});
    }
    for (const auto& task : conference.tasks) {
        body.tasks.push_back({task.id, staff_body(work.db, task.owner), task.due_on, task.text, task.state,
                              task.closed_by ? std::optional(staff_body(work.db, *task.closed_by)) : std::nullopt, task.closed_at,
                              task.reason.empty() ? std::nullopt : std::optional(task.reason),
                              task.state == AgreedState::open && (holds || task.owner == work.actor.id)});
    }
    if (relation.assigned_to) body.worker = staff_body(work.db, *relation.assigned_to);
    return body;
}

Result<Reply> one(Work& work, const people::Register& people, ConferenceId id) { return http::ok(TRY(body_of(work, people, TRY(get_conference(work, id))))); }

Result<Reply> of_case(Work& work, const people::Register& people, const CaseFile& file) {
    const people::PersonRelation relation = TRY(people::relation_of(work.db, file.person_id));
    ConferencesBody body;
    for (const auto& conference : TRY(conferences_of(work, file))) body.items.push_back(TRY(body_of(work, people, conference)));
    body.allows.plan = file.step != people::CaseStep::closed && may(work.actor, Permission::hold_conference, relation);
    if (body.allows.plan) {
        for (const auto& account : invitable(work.db, relation.region)) body.candidates.push_back({account.id.str(), account.name, std::string(access::name_of(account.role))});
    }
    return http::ok(body);
}

Result<Reply> my_list(Work& work, const people::Register& people, const Request& request) {
    const auto state = json::enum_from<ConferenceState>(request.query("state").value_or("planned"));
    if (!state) return invalid("conference.no_such_state", "state");
    const ConferenceLines page = my_conferences(work, *state, TRY(http::id_query<ConferenceId>(request, "cursor")), TRY(http::int_query(request, "limit", 30, 1, 100)));
    ConferenceLinesBody body{{}, page.next};
    for (const auto& line : page.items) {
        const auto person = people.find(line.person_id);
        body.items.push_back({line.id, {person ? person->name : "", person ? person->code : ""}, line.state, line.planned_on, line.held_on, line.mine_open});
    }
    return http::ok(body);
}

Result<ConferenceId> id_in(const Request& request) { return http::id_of<ConferenceId>(request, "conference_id"); }

}  // namespace

void conference_routes(http::Router& router, const people::Register& people) {
    router.write("GET", "/api/cases/{case_id}/conferences", [&people](Work& work, const Request& request) -> Result<Reply> {
        const auto file = TRY(require_case(work, TRY(http::id_of<CaseId>(request, "case_id")), Permission::read_case));
        work.record({"conferences.read", "case_file", file.id.str(), file.person_id.str()});
        return of_case(work, people, file);
    });
    router.write("POST", "/api/cases/{case_id}/conferences", [&people](Work& work, const Request& request) -> Result<Reply> {
        const auto case_id = TRY(http::id_of<CaseId>(request, "case_id"));
        const auto input = TRY(http::body_as<ConferenceInput>(request));
        const auto id = TRY(plan_conference(work, case_id, input.planned_on, input.topics, participants_of(input)));
        return http::created("/api/conferences/" + id.str(), TRY(body_of(work, people, TRY(get_conference(work, id)))));
    });
    router.read("GET", "/api/conferences", [&people](Work& work, const Request& request) { return my_list(work, people, request); });
    router.write("GET", "/api/conferences/{conference_id}", [&people](Work& work, const Request& request) -> Result<Reply> {
        return http::ok(TRY(body_of(work, people, TRY(read_conference(work, TRY(id_in(request)))))));
    });
    router.write("PUT", "/api/conferences/{conference_id}", [&people](Work& work, const Request& request) -> Result<Reply> {
        const auto input = TRY(http::body_as<ConferenceInput>(request));
        if (!input.version) return invalid("json.missing", "version");
        TRY(change_conference(work, TRY(id_in(request)), *input.version, input.planned_on, input.topics, participants_of(input)));
        return one(work, people, TRY(id_in(request)));
    });
    router.write("POST", "/api/conferences/{conference_id}/cancellation", [&people](Work& work, const Request& request) -> Result<Reply> {
        const auto input = TRY(http::body_as<CancelInput>(request));
        TRY(cancel_conference(work, TRY(id_in(request)), input.version, input.reason));
        return one(work, people, TRY(id_in(request)));
    });
    router.write("PUT", "/api/conferences/{conference_id}/minutes", [&people](Work& work, const Request& request) -> Result<Reply> {
        const auto input = TRY(http::body_as<MinutesInput>(request));
        MinutesGiven given{input.version, input.held_on, input.minutes, input.attended, {}};
        for (const auto& task : input.agreed) given.agreed.push_back({{}, task.owner, task.due_on, task.text});
        TRY(write_minutes(work, TRY(id_in(request)), given));
        return one(work, people, TRY(id_in(request)));
    });
    router.write("GET", "/api/conferences/{conference_id}/minutes", [&people](Work& work, const Request& request) -> Result<Reply> {
        const Conference conference = TRY(read_conference(work, TRY(id_in(request))));
        if (conference.state != ConferenceState::held) return conflict("conference.not_held");
        work.record({"conference.minutes_printed", "case_conference", conference.id.str(), conference.person_id.str()});
        const auto person = people.find(conference.person_id);
        return http::download("application/pdf", "conference-" + conference.held_on->str() + ".pdf",
                              minutes_pdf(work, conference, person ? person->code : "", std::string(request.query("language").value_or("en"))));
    });
    router.write("POST", "/api/conference-tasks/{task_id}/closing", [](Work& work, const Request& request) -> Result<Reply> {
        const auto input = TRY(http::body_as<CloseTaskInput>(request));
        TRY(close_agreed_task(work, TRY(http::id_of<ConferenceTaskId>(request, "task_id")), input.done, input.reason.value_or("")));
        return http::no_content();
    });
}

}  // namespace homeward::casework
