#include "casework/transfers/transfer_routes.h"

#include "casework/bodies.h"
#include "casework/transfers/transfer_codes.h"
#include "http/json_reply.h"
#include "people/relation.h"

namespace homeward::casework {
namespace {

using access::Permission;
using access::Work;
using http::Reply;
using http::Request;

struct TransferPerson {
    std::string name, code;
    std::optional<int> age;
};
BOOST_DESCRIBE_STRUCT(TransferPerson, (), (name, code, age))
struct TransferAllows {
    bool decide = false, choose_worker = false, withdraw = false;
};
BOOST_DESCRIBE_STRUCT(TransferAllows, (), (decide, choose_worker, withdraw))
struct TransferBody {
    TransferId id;
    CaseId case_id;
    TransferPerson person;
    std::string step;
    std::optional<StaffBody> from_worker;
    std::string from_region, from_district, to_region, to_district;
    std::optional<StaffBody> to_worker;
    std::string note;
    StaffBody proposed_by;
    Instant proposed_at;
    TransferState state;
    std::optional<StaffBody> decided_by;
    std::optional<Instant> decided_at;
    bool own_work;
    std::optional<std::string> reason;
    TransferAllows allows;
};
BOOST_DESCRIBE_STRUCT(TransferBody, (), (id, case_id, person, step, from_worker, from_region, from_district, to_region, to_district, to_worker, note, proposed_by,
                                         proposed_at, state, decided_by, decided_at, own_work, reason, allows))
struct TransfersAllow {
    bool propose = false;
};
BOOST_DESCRIBE_STRUCT(TransfersAllow, (), (propose))
struct TransfersBody {
    std::vector<TransferBody> items;
    TransfersAllow allows;
};
BOOST_DESCRIBE_STRUCT(TransfersBody, (), (items, allows))
/// Whose file the reader cannot open any more has a code here and no name.
struct TransferLinePerson {
    std::string code;
    std::optional<std::string> name;
};
BOOST_DESCRIBE_STRUCT(TransferLinePerson, (), (code, name))
struct TransferLineBody {
    TransferId id;
    TransferLinePerson person;
    std::optional<StaffBody> from_worker, to_worker;
    std::string from_region, to_region;
    Instant proposed_at;
    TransferState state;
    std::optional<Instant> decided_at;
    bool may_open;
};
BOOST_DESCRIBE_STRUCT(TransferLineBody, (), (id, person, from_worker, to_worker, from_region, to_region, proposed_at, state, decided_at, may_open))
struct TransferLinesBody {
    std::vector<TransferLineBody> items;
    std::optional<TransferId> next;
};
BOOST_DESCRIBE_STRUCT(TransferLinesBody, (), (items, next))
struct TransferInput {
    std::string to_region;
    std::optional<std::string> to_district;
    std::optional<access::AccountId> to_account;
    std::string note;
};
BOOST_DESCRIBE_STRUCT(TransferInput, (), (to_region, to_district, to_account, note))
struct TransferDecision {
    bool accept;
    std::optional<access::AccountId> account_id;
    std::optional<std::string> reason;
};
BOOST_DESCRIBE_STRUCT(TransferDecision, (), (accept, account_id, reason))

std::optional<StaffBody> staff_if_any(Work& work, const std::optional<access::AccountId>& id) {
    return id ? std::optional(staff_body(work.db, *id)) : std::nullopt;
}

Result<TransferBody> body_of(Work& work, const people::Register& people, const Transfer& transfer) {
    const auto person = people.find(transfer.person_id);
    const CaseFile file = TRY(get_case(work.db, transfer.case_id));
    TransferBody body{transfer.id, transfer.case_id, {person ? person->name : "", person ? person->code : "", {}}, std::string(people::to_string(file.step)),
                      staff_if_any(work, transfer.from_account), transfer.from_region, transfer.from_district, transfer.to_region, transfer.to_district,
                      staff_if_any(work, transfer.to_account), transfer.note, staff_body(work.db, transfer.proposed_by), transfer.proposed_at, transfer.state,
                      staff_if_any(work, transfer.decided_by), transfer.decided_at, transfer.own_work,
                      transfer.reason.empty() ? std::nullopt : std::optional(transfer.reason), {}};
    if (person && person->born_on) body.person.age = age_on(*person->born_on, work.today());
    if (transfer.state != TransferState::waiting) return body;
    body.allows.decide = may_decide_transfer(work.actor, transfer);
    body.allows.choose_worker = body.allows.decide && reach_of(work.actor, Permission::transfer_case) != access::Reach::own;
    const people::PersonRelation here = TRY(people::relation_of(work.db, transfer.person_id));
    body.allows.withdraw = may(work.actor, Permission::transfer_case, here);
    return body;
}

Result<Reply> list_reply(Work& work, const people::Register& people, const std::vector<Transfer>& transfers, bool may_propose) {
    TransfersBody body{{}, {may_propose}};
    for (const auto& transfer : transfers) body.items.push_back(TRY(body_of(work, people, transfer)));
    return http::ok(body);
}

Result<Reply> of_case(Work& work, const people::Register& people, const CaseFile& file) {
    const auto transfers = TRY(transfers_of(work, file));
    const people::PersonRelation here = TRY(people::relation_of(work.db, file.person_id));
    const bool waits = !transfers.empty() && transfers.front().state == TransferState::waiting;
    return list_reply(work, people, transfers, !waits && file.step != people::CaseStep::closed && may(work.actor, Permission::transfer_case, here));
}

Result<Reply> my_list(Work& work, const people::Register& people, const Request& request) {
    const auto which = request.query("which").value_or("waiting");
    if (which != "waiting" && which != "taken") return invalid("transfer.no_such_list", "which");
    const bool waiting = which == "waiting";
    const TransferLines page = TRY(my_transfers(work, waiting ? TransfersOf::waiting : TransfersOf::taken, TRY(http::id_query<TransferId>(request, "cursor")),
                                                TRY(http::int_query(request, "limit", 30, 1, 100))));
    TransferLinesBody body{{}, page.next};
    for (const auto& line : page.items) {
        const auto person = people.find(line.person_id);
        const bool open = waiting || may(work.actor, Permission::read_case, TRY(people::relation_of(work.db, line.person_id)));
        body.items.push_back({line.id, {person ? person->code : "", person && open ? std::optional(person->name) : std::nullopt}, staff_if_any(work, line.from_account),
                              staff_if_any(work, line.to_account), line.from_region, line.to_region, line.proposed_at, line.state, line.decided_at, open});
    }
    return http::ok(body);
}

}  // namespace

void transfer_routes(http::Router& router, people::Register& people) {
    router.write("GET", "/api/cases/{case_id}/transfers", [&people](Work& work, const Request& request) -> Result<Reply> {
        const auto file = TRY(require_case(work, TRY(http::id_of<CaseId>(request, "case_id")), Permission::read_case));
        work.record({"transfers.read", "case_file", file.id.str(), file.person_id.str()});
        return of_case(work, people, file);
    });
    router.write("POST", "/api/cases/{case_id}/transfers", [&people](Work& work, const Request& request) -> Result<Reply> {
        const auto id = TRY(http::id_of<CaseId>(request, "case_id"));
        const auto input = TRY(http::body_as<TransferInput>(request));
        TRY(propose_transfer(work, people, id, {input.to_region, input.to_district.value_or(""), input.to_account, input.note}));
        return of_case(work, people, TRY(get_case(work.db, id)));
    });
    router.read("GET", "/api/transfers", [&people](Work& work, const Request& request) { return my_list(work, people, request); });
    router.write("GET", "/api/transfers/{transfer_id}", [&people](Work& work, const Request& request) -> Result<Reply> {
        return http::ok(TRY(body_of(work, people, TRY(read_transfer(work, TRY(http::id_of<TransferId>(request, "transfer_id")))))));
    });
    router.write("POST", "/api/transfers/{transfer_id}/decision", [&people](Work& work, const Request& request) -> Result<Reply> {
        const auto id = TRY(http::id_of<TransferId>(request, "transfer_id"));
        const auto input = TRY(http::body_as<TransferDecision>(request));
        if (input.accept) TRY(accept_transfer(work, people, id, input.account_id));
        else TRY(refuse_transfer(work, id, input.reason.value_or("")));
        return http::no_content();
    });
    router.write("POST", "/api/transfers/{transfer_id}/withdrawal", [](Work& work, const Request& request) -> Result<Reply> {
        TRY(withdraw_transfer(work, TRY(http::id_of<TransferId>(request, "transfer_id"))));
        return http::no_content();
    });
}

}  // namespace homeward::casework
