#include "casework/visits/visit_routes.h"

#include "casework/bodies.h"
#include "casework/intervals/intervals.h"
#include "casework/visits/draft_key.h"
#include "http/json_reply.h"

namespace homeward::casework {

BOOST_DESCRIBE_STRUCT(NextVisitRule, (), (usual, first_months, mixed, hard, change, something_new, soon, nobody))
BOOST_DESCRIBE_STRUCT(NotedVisit, (), (visit_id, next_visit_id))

namespace {

using access::Permission;
using access::Work;
using http::Reply;
using http::Request;

struct PlannedVisit {
    VisitId id;
    Date due_on;
    VisitKind kind;
    VisitPurpose purpose;
};
BOOST_DESCRIBE_STRUCT(PlannedVisit, (), (id, due_on, kind, purpose))
struct SheetPerson {
    std::string name, code;
};
BOOST_DESCRIBE_STRUCT(SheetPerson, (), (name, code))
/// All that the page needs to stand alone while the network is away.
struct SheetBody {
    SheetPerson person;
    std::vector<PlannedVisit> planned;  // the earliest first
    NextVisitRule rule;
    Date opened_on, first_months_end;
    std::vector<std::string> met;
    VisitPurpose purpose;
};
BOOST_DESCRIBE_STRUCT(SheetBody, (), (person, planned, rule, opened_on, first_months_end, met, purpose))

struct DraftKeyBody {
    std::string key;
};
BOOST_DESCRIBE_STRUCT(DraftKeyBody, (), (key))

struct VisitNoteInput {
    std::string request_id;
    std::optional<VisitId> visit_id;
    Date done_on;
    VisitKind kind;
    VisitPurpose purpose;
    std::vector<std::string> met;
    std::optional<Wellbeing> wellbeing;
    std::optional<PlanFit> plan_fit;
    std::optional<Support> support;
    std::optional<std::string> note;
    std::optional<Date> next_on;
    std::optional<VisitKind> next_kind;
};
BOOST_DESCRIBE_STRUCT(VisitNoteInput, (), (request_id, visit_id, done_on, kind, purpose, met, wellbeing, plan_fit, support, note, next_on, next_kind))
struct MoveInput {
    int version;
    Date due_on;
    VisitReason reason;
    std::optional<std::string> why;
};
BOOST_DESCRIBE_STRUCT(MoveInput, (), (version, due_on, reason, why))
struct CancelInput {
    int version;
    VisitReason reason;
    std::optional<std::string> why;
};
BOOST_DESCRIBE_STRUCT(CancelInput, (), (version, reason, why))
struct VisitChangeBody {
    std::string id;
    Date from;
    std::optional<Date> to;
    VisitReason reason;
    std::optional<std::string> why;
    StaffBody by;
    Instant at;
};
BOOST_DESCRIBE_STRUCT(VisitChangeBody, (), (id, from, to, reason, why, by, at))
struct VisitChangesBody {
    std::vector<VisitChangeBody> items;
};
BOOST_DESCRIBE_STRUCT(VisitChangesBody, (), (items))

Result<Reply> sheet(Work& work, const Request& request) {
    const CaseFile file = TRY(require_open_case(work, TRY(http::id_of<CaseId>(request, "case_id")), Permission::record_visit));
    const auto card = TRY(people::person_card(work, file.person_id));
    SheetBody body{{card.name, card.code}, {}, next_visit_rule(work.db), Date::of(file.opened_at), Date::of(file.opened_at).plus_days(kFirstMonthsDays), {}, VisitPurpose::service};
    for (const auto row : work.db.query("SELECT id, due_on, kind, purpose FROM case_visits WHERE case_id = $1 AND done_on IS NULL ORDER BY due_on, id", file.id)) {
        body.planned.push_back({row.get<VisitId>(0), row.get<Date>(1), code<VisitKind>(row.text(2)), code<VisitPurpose>(row.text(3))});
    }
    for (const auto met : met_codes()) body.met.emplace_back(met);
    // What the last visit was for is what the next one is likely to be for.
    if (const auto last = work.db.query("SELECT purpose FROM case_visits WHERE case_id = $1 AND done_on IS NOT NULL ORDER BY done_on DESC, id DESC LIMIT 1",
                                        file.id).value<std::string>()) {
        body.purpose = code<VisitPurpose>(*last);
    }
    work.record({"visit.sheet_read", "case_file", file.id.str(), file.person_id.str()});
    return http::ok(body);
}

VisitNote note_from(const VisitNoteInput& input) {
    return {input.request_id, input.visit_id, input.done_on, input.kind, input.purpose, input.met, input.wellbeing, input.plan_fit, input.support,
            input.note.value_or(""), input.next_on, input.next_kind.value_or(input.kind)};
}

Result<Reply> changes(Work& work, const Request& request) {
    const CaseFile file = TRY(require_case(work, TRY(http::id_of<CaseId>(request, "case_id")), Permission::read_case));
    VisitChangesBody body;
    for (const auto& change : TRY(visit_changes(work, file))) {
        body.items.push_back({change.id, change.from, change.to, change.reason, change.why.empty() ? std::nullopt : std::optional(change.why),
                              staff_body(work.db, change.by), change.at});
    }
    work.record({"visits.changes_read", "case_file", file.id.str(), file.person_id.str()});
    return http::ok(body);
}

}  // namespace

void visit_note_routes(http::Router& router, people::Register& people) {
    router.write("GET", "/api/draft-key", [](Work& work, const Request&) -> Result<Reply> { return http::ok(DraftKeyBody{TRY(draft_key(work))}); });
    router.write("GET", "/api/cases/{case_id}/visit-sheet", sheet);
    router.write("GET", "/api/cases/{case_id}/visit-changes", changes);
    router.write("POST", "/api/cases/{case_id}/visit-notes", [&people](Work& work, const Request& request) -> Result<Reply> {
        const auto id = TRY(http::id_of<CaseId>(request, "case_id"));
        return http::ok(TRY(note_visit(work, people, id, note_from(TRY(http::body_as<VisitNoteInput>(request))))));
    });
    router.write("POST", "/api/visits/{visit_id}/move", [](Work& work, const Request& request) -> Result<Reply> {
        const auto input = TRY(http::body_as<MoveInput>(request));
        TRY(move_visit(work, TRY(http::id_of<VisitId>(request, "visit_id")), input.version, input.due_on, input.reason, input.why.value_or("")));
        return http::no_content();
    });
    router.write("POST", "/api/visits/{visit_id}/cancellation", [](Work& work, const Request& request) -> Result<Reply> {
        const auto input = TRY(http::body_as<CancelInput>(request));
        TRY(cancel_visit(work, TRY(http::id_of<VisitId>(request, "visit_id")), input.version, input.reason, input.why.value_or("")));
        return http::no_content();
    });
}

}  // namespace homeward::casework
