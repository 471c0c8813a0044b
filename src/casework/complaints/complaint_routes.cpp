#include "casework/complaints/complaint_routes.h"

#include "access/accounts.h"
#include "casework/bodies.h"
#include "casework/complaints/complaint_codes.h"
#include "casework/complaints/complaint_reader.h"
#include "http/json_reply.h"
#include "people/circle.h"

namespace homeward::casework {

BOOST_DESCRIBE_STRUCT(ComplaintRights, (), (answer, ask, escalate, receipt))

namespace {

using access::Permission;
using access::Work;
using http::Reply;
using http::Request;

struct ComplaintPerson {
    std::string name, code;
};
BOOST_DESCRIBE_STRUCT(ComplaintPerson, (), (name, code))
struct MoveBody {
    ComplaintStep kind;
    std::optional<std::string> text;
    StaffBody by;
    Instant at;
};
BOOST_DESCRIBE_STRUCT(MoveBody, (), (kind, text, by, at))
struct ComplaintBody {
    ComplaintId id;
    std::string reference;
    ComplaintKind kind;
    ComplaintVia via;
    Date received_on, answer_by;
    bool may_read;
    // All below is for whom the complaint is.
    std::optional<ComplaintState> state;
    std::optional<bool> overdue;
    std::optional<CaseId> case_id;
    std::optional<ComplaintPerson> person;
    std::optional<ComplaintAbout> about;
    std::optional<StaffBody> about_staff;
    std::optional<StaffBody> received_by;
    std::optional<ComplaintLevel> level;
    std::optional<std::string> text, answer;
    std::optional<Date> answered_on;
    std::optional<StaffBody> answered_by;
    std::optional<Satisfied> satisfied;
    std::vector<MoveBody> moves;
    int version;
    ComplaintRights allows;
};
BOOST_DESCRIBE_STRUCT(ComplaintBody, (), (id, reference, kind, via, received_on, answer_by, may_read, state, overdue, case_id, person, about, about_staff,
                                          received_by, level, text, answer, answered_on, answered_by, satisfied, moves, version, allows))
struct TermBody {
    int answer_days;
    std::string source;
    bool may_set;
};
BOOST_DESCRIBE_STRUCT(TermBody, (), (answer_days, source, may_set))
struct ComplaintListAllows {
    bool record = false;
};
BOOST_DESCRIBE_STRUCT(ComplaintListAllows, (), (record))
struct ComplaintListBody {
    std::vector<ComplaintBody> items;
    std::optional<std::string> next;
    TermBody term;
    ComplaintListAllows allows;
};
BOOST_DESCRIBE_STRUCT(ComplaintListBody, (), (items, next, term, allows))
struct StaffListBody {
    std::vector<StaffBody> items;
};
BOOST_DESCRIBE_STRUCT(StaffListBody, (), (items))

struct ComplaintInput {
    std::string request_id;
    ComplaintKind kind;
    std::optional<CaseId> case_id;
    ComplaintAbout about;
    std::optional<access::AccountId> about_account;
    ComplaintVia via;
    Date received_on;
    std::string text;
};
BOOST_DESCRIBE_STRUCT(ComplaintInput, (), (request_id, kind, case_id, about, about_account, via, received_on, text))
struct AnswerInput {
    int version;
    std::string answer;
};
BOOST_DESCRIBE_STRUCT(AnswerInput, (), (version, answer))
struct AskedInput {
    int version;
    Satisfied satisfied;
    std::optional<std::string> words;
};
BOOST_DESCRIBE_STRUCT(AskedInput, (), (version, satisfied, words))
struct EscalationInput {
    int version;
    std::string why;
};
BOOST_DESCRIBE_STRUCT(EscalationInput, (), (version, why))
struct TermInput {
    int answer_days;
    std::string source;
};
BOOST_DESCRIBE_STRUCT(TermInput, (), (answer_days, source))

std::optional<StaffBody> staff_if(Work& work, const std::optional<access::AccountId>& id) {
    return id ? std::optional(staff_body(work.db, *id)) : std::nullopt;
}

ComplaintBody complaint_body(Work& work, const people::Register& people, const Complaint& complaint) {
    ComplaintBody body{complaint.id, complaint.reference, complaint.kind, complaint.via, complaint.received_on, complaint.answer_by, complaint.may_read,
                       {}, {}, {}, {}, {}, {}, {}, {}, {}, {}, {}, {}, {}, {}, complaint.version, rights_on(work, complaint)};
    if (!complaint.may_read) return body;
    body.state = complaint.state();
    body.overdue = complaint.state() == ComplaintState::open && complaint.answer_by < work.today();
    body.case_id = complaint.case_id;
    if (complaint.case_id) {
        const auto file = get_case(work.db, *complaint.case_id);
        const auto person = file ? people.find(file->person_id) : std::nullopt;
        if (person) body.person = ComplaintPerson{person->name, person->code};
    }
    body.about = complaint.about;
    body.about_staff = staff_if(work, complaint.about_account);
    body.received_by = staff_body(work.db, complaint.received_by);
    body.level = complaint.level;
    body.text = complaint.text;
    if (!complaint.answer.empty()) body.answer = complaint.answer;
    body.answered_on = complaint.answered_on;
    body.answered_by = staff_if(work, complaint.answered_by);
    body.satisfied = complaint.satisfied;
    for (const auto& move : complaint.moves) {
        body.moves.push_back({move.kind, move.text.empty() ? std::nullopt : std::optional(move.text), staff_body(work.db, move.by), move.at});
    }
    return body;
}

Result<ComplaintFilter::State> state_from(const Request& request) {
    using State = ComplaintFilter::State;
    const auto text = request.query("state").value_or("open");
    constexpr std::pair<std::string_view, State> kStates[] = {
        {"open", State::open}, {"overdue", State::overdue}, {"answered", State::answered}, {"closed", State::closed}, {"all", State::all}};
    for (const auto& [name, state] : kStates) if (name == text) return state;
    return invalid("complaint.no_such_state", "state");
}

Result<Reply> list(Work& work, const people::Register& people, const Request& request) {
    ComplaintFilter filter{TRY(state_from(request)), TRY(http::id_query<CaseId>(request, "case")), std::string(request.query("cursor").value_or("")),
                           TRY(http::int_query(request, "limit", 30, 1, 100))};
    const ComplaintPage page = TRY(list_complaints(work, filter));
    const auto term = term_on(work.db, work.today());
    ComplaintListBody body{{}, page.next, {term.answer_days, term.source, reach_of(work.actor, Permission::handle_complaint) == access::Reach::all},
                           {may(work.actor, Permission::record_complaint)}};
    for (const auto& complaint : page.items) body.items.push_back(complaint_body(work, people, complaint));
    // A file's complaints are a part of the person's record; the list of all shows lines, and no leaf for each.
    if (filter.case_id) work.record({"complaints.read", "case_file", filter.case_id->str()});
    return http::ok(body);
}

Result<Reply> show(Work& work, const people::Register& people, const Request& request) {
    const Complaint complaint = TRY(read_complaint(work, TRY(http::id_of<ComplaintId>(request, "complaint_id"))));
    work.record({"complaint.read", "complaint", complaint.id.str()});
    return http::ok(complaint_body(work, people, complaint));
}

/// Staff of whom somebody may complain: those who carry cases here, and psychologists.
Result<Reply> staff_here(Work& work, const Request&) {
    TRY(access::require(work.actor, Permission::record_complaint));
    StaffListBody body;
    for (const auto role : {access::Role::social_worker, access::Role::supervisor, access::Role::psychologist}) {
        for (const auto& account : access::list_accounts(work.db, role, "")) {
            if (account.region == work.actor.region || account.region.empty()) body.items.push_back({account.id.str(), account.name});
        }
    }
    return http::ok(body);
}

Result<Reply> receipt(Work& work, const Request& request) {
    const Complaint complaint = TRY(read_complaint(work, TRY(http::id_of<ComplaintId>(request, "complaint_id"))));
    const std::string language(request.query("language").value_or("en"));
    work.record({"complaint.receipt_printed", "complaint", complaint.id.str()});
    return http::download("application/pdf", complaint.reference + ".pdf", complaint_receipt(work, complaint, language));
}

}  // namespace

void complaint_routes(http::Router& router, const people::Register& people) {
    router.write("GET", "/api/complaints", [&people](Work& work, const Request& request) { return list(work, people, request); });
    router.write("POST", "/api/complaints", [&people](Work& work, const Request& request) -> Result<Reply> {
        const auto input = TRY(http::body_as<ComplaintInput>(request));
        const auto id = TRY(record_complaint(work, input.request_id, {input.kind, input.case_id, input.about, input.about_account, input.via, input.received_on, input.text}));
        return http::ok(complaint_body(work, people, TRY(read_complaint(work, id))));
    });
    router.read("GET", "/api/complaints/staff", staff_here);
    router.write("PUT", "/api/complaints/term", [](Work& work, const Request& request) -> Result<Reply> {
        const auto input = TRY(http::body_as<TermInput>(request));
        TRY(set_term(work, input.answer_days, input.source));
        return http::no_content();
    });
    router.write("GET", "/api/complaints/{complaint_id}", [&people](Work& work, const Request& request) { return show(work, people, request); });
    router.write("GET", "/api/complaints/{complaint_id}/receipt", receipt);
    router.write("POST", "/api/complaints/{complaint_id}/answer", [&people](Work& work, const Request& request) -> Result<Reply> {
        const auto input = TRY(http::body_as<AnswerInput>(request));
        return http::ok(complaint_body(work, people, TRY(answer_complaint(work, TRY(http::id_of<ComplaintId>(request, "complaint_id")), input.version, input.answer))));
    });
    router.write("POST", "/api/complaints/{complaint_id}/satisfaction", [&people](Work& work, const Request& request) -> Result<Reply> {
        const auto input = TRY(http::body_as<AskedInput>(request));
        return http::ok(complaint_body(work, people, TRY(note_satisfaction(work, TRY(http::id_of<ComplaintId>(request, "complaint_id")), input.version,
                                                                           input.satisfied, input.words.value_or("")))));
    });
    router.write("POST", "/api/complaints/{complaint_id}/escalation", [&people](Work& work, const Request& request) -> Result<Reply> {
        const auto input = TRY(http::body_as<EscalationInput>(request));
        return http::ok(complaint_body(work, people, TRY(escalate_complaint(work, TRY(http::id_of<ComplaintId>(request, "complaint_id")), input.version, input.why))));
    });
}

}  // namespace homeward::casework
