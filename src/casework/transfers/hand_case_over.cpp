#include <algorithm>

#include "casework/need.h"
#include "casework/second_person.h"
#include "casework/transfers/transfer.h"
#include "people/assignment.h"
#include "people/hand_over.h"
#include "people/relation.h"

namespace homeward::casework {
namespace {

using access::AccountId;
using access::Permission;
using access::Work;

/// A transfer that waits, for who may decide on it.
Result<Transfer> waiting(Work& work, TransferId id) {
    Transfer transfer = TRY(read_transfer(work, id));
    if (transfer.state != TransferState::waiting) return conflict("transfer.decided");
    TRY(access::require(work.actor, Permission::transfer_case, access::Relation{transfer.to_region, transfer.to_account}));
    return transfer;
}

Done settle(Work& work, const Transfer& transfer, const char* state, std::optional<AccountId> to, bool own, const std::string& reason) {
    TRY(check_text(reason, "reason"));
    work.db.run("UPDATE case_transfers SET state = $2, to_account = $3, decided_by = $4, decided_at = $5, own_work = $6, reason_sealed = $7 WHERE id = $1", transfer.id,
                state, to, work.actor.id, work.now, own, TRY(sealed(work, transfer.person_id, {"case_transfers", "reason_sealed", transfer.id.str()}, reason)));
    std::map<std::string, std::string> details;
    if (own) details["own_work"] = "yes";
    work.record({std::string("transfer.") + state, "case_transfer", transfer.id.str(), transfer.person_id.str(), std::move(details)});
    return {};
}

}  // namespace

Result<TransferId> propose_transfer(Work& work, const people::Register& people, CaseId id, const NewTransfer& given) {
    const CaseFile file = TRY(require_open_case(work, id, Permission::transfer_case));
    if (work.db.query("SELECT 1 FROM case_transfers WHERE case_id = $1 AND state = 'waiting'", id).next()) return conflict("transfer.waiting");
    if (!people.has_region(given.to_region)) return invalid("person.unknown_region", "to_region");
    if (trim(given.note).empty()) return invalid("transfer.note_needed", "note");
    TRY(check_text(given.note, "note"));
    if (length_of(given.to_district) > 300) return invalid("case.text_long", "to_district", {{"most", "300"}});
    const people::PersonRelation from = TRY(people::relation_of(work.db, file.person_id));
    if (given.to_account) {
        const auto workers = people::assignable_workers(work.db, given.to_region);
        if (std::ranges::none_of(workers, [&](const auto& each) { return each.id == *given.to_account; })) return invalid("person.not_assignable", "to_account");
    }
    // Within a region the supervisor finds a worker for the district that is named.
    const bool stays = given.to_account ? given.to_account == from.assigned_to : given.to_region == from.region && trim(given.to_district).empty();
    if (stays) return invalid("transfer.nowhere", "to_account");
    const std::string district = work.db.query("SELECT district FROM persons WHERE id = $1", file.person_id).value<std::string>().value_or("");
    const auto transfer = TransferId::make(work.now);
    work.db.run("INSERT INTO case_transfers (id, case_id, from_account, from_region, from_district, to_region, to_district, to_account, note_sealed, proposed_by,"
                " proposed_at, state) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, 'waiting')",
                transfer, id, from.assigned_to, from.region, district, given.to_region, std::string(trim(given.to_district)), given.to_account,
                TRY(sealed(work, file.person_id, {"case_transfers", "note_sealed", transfer.str()}, given.note)), work.actor.id, work.now);
    work.record({"transfer.proposed", "case_transfer", transfer.str(), file.person_id.str(), {{"to_region", given.to_region}}});
    return transfer;
}

Done accept_transfer(Work& work, people::Register& people, TransferId id, std::optional<AccountId> worker) {
    const Transfer transfer = TRY(waiting(work, id));
    if (TRY(get_case(work.db, transfer.case_id)).step == people::CaseStep::closed) return conflict("case.closed");
    // It was offered by the worker of then; the one of now would lose the file unasked.
    const auto now_of = TRY(people::relation_of(work.db, transfer.person_id)).assigned_to;
    if (now_of != transfer.from_account) return conflict("transfer.other_worker");
    const bool own = TRY(second_person(work.actor, transfer.proposed_by, "transfer.own_work"));
    // A worker who was asked takes the file and does not pass it on.
    const auto to = access::reach_of(work.actor, Permission::transfer_case) == access::Reach::own ? transfer.to_account : worker ? worker : transfer.to_account;
    if (!to) return invalid("transfer.worker_needed", "account_id");
    TRY(settle(work, transfer, "accepted", to, own, {}));
    TRY(people::hand_over(work, people, transfer.person_id, transfer.to_region, transfer.to_district, *to));
    return {};
}

Done refuse_transfer(Work& work, TransferId id, const std::string& reason) {
    const Transfer transfer = TRY(waiting(work, id));
    if (trim(reason).empty()) return invalid("transfer.reason_needed", "reason");
    return settle(work, transfer, "refused", transfer.to_account, false, reason);
}

Done withdraw_transfer(Work& work, TransferId id) {
    const Transfer transfer = TRY(read_transfer(work, id));
    TRY(people::require_person(work.db, work.actor, Permission::transfer_case, transfer.person_id));
    if (transfer.state != TransferState::waiting) return conflict("transfer.decided");
    return settle(work, transfer, "withdrawn", transfer.to_account, false, {});
}

}  // namespace homeward::casework
