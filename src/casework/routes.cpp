#include "casework/routes.h"

#include "casework/approvals/approval_routes.h"
#include "casework/assessments/assessment_routes.h"
#include "casework/bodies.h"
#include "casework/caseload/caseload_routes.h"
#include "casework/conferences/conference_routes.h"
#include "casework/course/course_routes.h"
#include "casework/transfers/transfer_routes.h"
#include "casework/children/child_routes.h"
#include "casework/complaints/complaint_routes.h"
#include "casework/incidents/incident_routes.h"
#include "casework/intervals/interval_routes.h"
#include "casework/notes/note_routes.h"
#include "casework/visits/visit_routes.h"
#include "http/json_reply.h"
#include "people/relation.h"

namespace homeward::casework {
namespace {

using access::Permission;
using access::Work;
using http::Reply;
using http::Request;

struct NeedInput {
    NeedDomain domain;
    NeedLevel level;
    std::optional<std::string> note;
};
BOOST_DESCRIBE_STRUCT(NeedInput, (), (domain, level, note))
struct NeedsInput {
    std::vector<NeedInput> needs;
    std::optional<std::vector<NeedId>> seen;
};
BOOST_DESCRIBE_STRUCT(NeedsInput, (), (needs, seen))

struct ServiceInput {
    std::string service;
    std::optional<std::string> note;
    std::optional<Date> due_on;
};
BOOST_DESCRIBE_STRUCT(ServiceInput, (), (service, note, due_on))
struct GoalInput {
    NeedDomain domain;
    std::string text;
    std::optional<Date> due_on;
    std::vector<ServiceInput> services;
};
BOOST_DESCRIBE_STRUCT(GoalInput, (), (domain, text, due_on, services))
struct PlanInput {
    int version;
    std::optional<Date> review_on;
    std::vector<GoalInput> goals;
};
BOOST_DESCRIBE_STRUCT(PlanInput, (), (version, review_on, goals))

struct VersionInput {
    int version;
};
BOOST_DESCRIBE_STRUCT(VersionInput, (), (version))
struct PlanDecisionInput {
    int version;
    bool approve;
    std::optional<std::string> comment;
};
BOOST_DESCRIBE_STRUCT(PlanDecisionInput, (), (version, approve, comment))

struct VisitInput {
    Date due_on;
    std::optional<VisitKind> kind;
    std::optional<VisitPurpose> purpose;
};
BOOST_DESCRIBE_STRUCT(VisitInput, (), (due_on, kind, purpose))
struct VisitDoneInput {
    Date done_on;
    std::optional<std::string> note;
};
BOOST_DESCRIBE_STRUCT(VisitDoneInput, (), (done_on, note))

struct ClosureInput {
    ClosureReason reason;
    std::optional<std::string> note;
};
BOOST_DESCRIBE_STRUCT(ClosureInput, (), (reason, note))
struct DecisionInput {
    bool approve;
    std::optional<std::string> comment;
};
BOOST_DESCRIBE_STRUCT(DecisionInput, (), (approve, comment))
struct ReasonInput {
    std::string reason;
};
BOOST_DESCRIBE_STRUCT(ReasonInput, (), (reason))

struct CaseRefAllows {
    bool open = false;
};
BOOST_DESCRIBE_STRUCT(CaseRefAllows, (), (open))
struct CaseRef {
    std::optional<CaseId> case_id;
    CaseRefAllows allows;
};
BOOST_DESCRIBE_STRUCT(CaseRef, (), (case_id, allows))

Result<Reply> whole_case(Work& work, CaseId id) { return http::ok(TRY(case_body(work, TRY(get_case(work.db, id))))); }

std::vector<Goal> goals_of(const PlanInput& input) {
    std::vector<Goal> goals;
    for (const auto& goal : input.goals) {
        goals.push_back({{}, goal.domain, goal.text, goal.due_on, {}});
        for (const auto& service : goal.services) {
            goals.back().services.push_back({{}, service.service, service.note.value_or(""), service.due_on});
        }
    }
    return goals;
}

void case_routes(http::Router& router, people::Register& people) {
    router.read("GET", "/api/persons/{person_id}/case", [](Work& work, const Request& request) -> Result<Reply> {
        const auto person = TRY(http::id_of<people::PersonId>(request, "person_id"));
        TRY(people::require_person(work.db, work.actor, Permission::read_case, person));
        const people::PersonRelation relation = TRY(people::relation_of(work.db, person));
        const auto id = find_case_of(work.db, person);
        return http::ok(CaseRef{id, {!id && may(work.actor, Permission::open_case, relation)}});
    });
    router.write("POST", "/api/persons/{person_id}/case", [&people](Work& work, const Request& request) -> Result<Reply> {
        const auto id = TRY(open_case(work, people, TRY(http::id_of<people::PersonId>(request, "person_id"))));
        return http::created("/api/cases/" + id.str(), TRY(case_body(work, TRY(get_case(work.db, id)))));
    });
    // A GET that leaves a line in the log: it shows a person's record.
    router.write("GET", "/api/cases/{case_id}", [](Work& work, const Request& request) -> Result<Reply> {
        const auto file = TRY(require_case(work, TRY(http::id_of<CaseId>(request, "case_id")), Permission::read_case));
        work.record({"case.read", "case_file", file.id.str(), file.person_id.str()});
        return http::ok(TRY(case_body(work, file)));
    });
    router.write("POST", "/api/cases/{case_id}/needs", [&people](Work& work, const Request& request) -> Result<Reply> {
        const auto id = TRY(http::id_of<CaseId>(request, "case_id"));
        std::vector<NewNeed> needs;
        const auto input = TRY(http::body_as<NeedsInput>(request));
        for (auto& need : input.needs) needs.push_back({need.domain, need.level, need.note.value_or("")});
        TRY(record_needs(work, people, id, needs, input.seen));
        return whole_case(work, id);
    });
}

void plan_routes(http::Router& router, people::Register& people) {
    router.write("POST", "/api/cases/{case_id}/plans", [&people](Work& work, const Request& request) -> Result<Reply> {
        const auto id = TRY(start_plan(work, people, TRY(http::id_of<CaseId>(request, "case_id"))));
        return http::created("/api/plans/" + id.str(), plan_body(work, TRY(get_plan(work, id))));
    });
    router.write("GET", "/api/plans/{plan_id}", [](Work& work, const Request& request) -> Result<Reply> {
        const auto plan = TRY(get_plan(work, TRY(http::id_of<PlanId>(request, "plan_id"))));
        const auto file = TRY(require_case(work, plan.case_id, Permission::read_case));
        work.record({"plan.read", "case_plan", plan.id.str(), file.person_id.str()});
        return http::ok(plan_body(work, plan));
    });
    router.write("PUT", "/api/plans/{plan_id}", [](Work& work, const Request& request) -> Result<Reply> {
        const auto input = TRY(http::body_as<PlanInput>(request));
        return http::ok(plan_body(work, TRY(write_plan(work, TRY(http::id_of<PlanId>(request, "plan_id")), input.version, goals_of(input), input.review_on))));
    });
    router.write("POST", "/api/plans/{plan_id}/submission", [&people](Work& work, const Request& request) -> Result<Reply> {
        const auto input = TRY(http::body_as<VersionInput>(request));
        return http::ok(plan_body(work, TRY(submit_plan(work, people, TRY(http::id_of<PlanId>(request, "plan_id")), input.version))));
    });
    router.write("POST", "/api/plans/{plan_id}/decision", [&people](Work& work, const Request& request) -> Result<Reply> {
        const auto input = TRY(http::body_as<PlanDecisionInput>(request));
        const auto id = TRY(http::id_of<PlanId>(request, "plan_id"));
        const auto decide = input.approve ? approve_plan : return_plan;
        return http::ok(plan_body(work, TRY(decide(work, people, id, input.version, input.comment.value_or("")))));
    });
}

void visit_routes(http::Router& router, people::Register& people) {
    router.write("POST", "/api/cases/{case_id}/visits", [](Work& work, const Request& request) -> Result<Reply> {
        const auto id = TRY(http::id_of<CaseId>(request, "case_id"));
        const auto input = TRY(http::body_as<VisitInput>(request));
        TRY(plan_visit(work, id, input.due_on, input.kind.value_or(VisitKind::home), input.purpose.value_or(VisitPurpose::service)));
        return whole_case(work, id);
    });
    router.write("POST", "/api/visits/{visit_id}/done", [&people](Work& work, const Request& request) -> Result<Reply> {
        const auto input = TRY(http::body_as<VisitDoneInput>(request));
        TRY(complete_visit(work, people, TRY(http::id_of<VisitId>(request, "visit_id")), input.done_on, input.note.value_or("")));
        return http::no_content();
    });
}

void closure_routes(http::Router& router, people::Register& people) {
    router.write("POST", "/api/cases/{case_id}/closure", [&people](Work& work, const Request& request) -> Result<Reply> {
        const auto id = TRY(http::id_of<CaseId>(request, "case_id"));
        const auto input = TRY(http::body_as<ClosureInput>(request));
        TRY(propose_closure(work, people, id, input.reason, input.note.value_or("")));
        return whole_case(work, id);
    });
    router.write("POST", "/api/closures/{closure_id}/decision", [&people](Work& work, const Request& request) -> Result<Reply> {
        const auto input = TRY(http::body_as<DecisionInput>(request));
        TRY(decide_closure(work, people, TRY(http::id_of<ClosureId>(request, "closure_id")), input.approve, input.comment.value_or("")));
        return http::no_content();
    });
    router.write("POST", "/api/cases/{case_id}/reopening", [&people](Work& work, const Request& request) -> Result<Reply> {
        const auto id = TRY(http::id_of<CaseId>(request, "case_id"));
        TRY(reopen_case(work, people, id, TRY(http::body_as<ReasonInput>(request)).reason));
        return whole_case(work, id);
    });
}

}  // namespace

void routes(http::Router& router, people::Register& people) {
    case_routes(router, people);
    plan_routes(router, people);
    visit_routes(router, people);
    closure_routes(router, people);
    approval_routes(router, people);
    transfer_routes(router, people);
    caseload_routes(router, people);
    conference_routes(router, people);
    course_routes(router);
    interval_routes(router);
    assessment_routes(router);
    visit_note_routes(router, people);
    note_routes(router, people);
    incident_routes(router);
    child_routes(router);
    complaint_routes(router, people);
}

}  // namespace homeward::casework
