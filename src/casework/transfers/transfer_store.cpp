#include "casework/transfers/transfer_codes.h"
#include "people/relation.h"

namespace homeward::casework {
namespace {

using access::AccountId;
using access::Permission;
using access::Work;

constexpr const char* kSelect =
    "SELECT t.id, t.case_id, c.person_id, t.from_account, t.from_region, t.from_district, t.to_region, t.to_district, t.to_account, t.note_sealed,"
    " t.proposed_by, t.proposed_at, t.state, t.decided_by, t.decided_at, t.own_work, t.reason_sealed"
    " FROM case_transfers t JOIN case_files c ON c.id = t.case_id";

Result<std::vector<Transfer>> read(Work& work, store::Query query) {
    std::vector<Transfer> transfers;
    for (const auto row : query) {
        Transfer transfer;
        transfer.id = row.get<TransferId>(0);
        transfer.case_id = row.get<CaseId>(1);
        transfer.person_id = row.get<people::PersonId>(2);
        transfer.from_account = row.get<std::optional<AccountId>>(3);
        transfer.from_region = row.text(4);
        transfer.from_district = row.text(5);
        transfer.to_region = row.text(6);
        transfer.to_district = row.text(7);
        transfer.to_account = row.get<std::optional<AccountId>>(8);
        transfer.proposed_by = row.get<AccountId>(10);
        transfer.proposed_at = row.get<Instant>(11);
        transfer.state = code<TransferState>(row.text(12));
        transfer.decided_by = row.get<std::optional<AccountId>>(13);
        transfer.decided_at = row.get<std::optional<Instant>>(14);
        transfer.own_work = row.get<bool>(15);
        const auto key = TRY(work.vault().key_of(work.db, transfer.person_id.uuid));
        if (!row.blob(9).empty()) transfer.note = key.open({"case_transfers", "note_sealed", transfer.id.str()}, row.blob(9));
        if (!row.blob(16).empty()) transfer.reason = key.open({"case_transfers", "reason_sealed", transfer.id.str()}, row.blob(16));
        transfers.push_back(std::move(transfer));
    }
    return transfers;
}

/// Waiting ones that this actor may accept: `$1` the account, `$2` everywhere, `$3` the region.
const std::string kForMe =
    " t.state = 'waiting' AND (t.to_account = $1 OR $2 OR ($3 <> '' AND t.to_region = $3)) AND ($4 OR t.proposed_by <> $1)" + kFileNotClosed;

}  // namespace

bool may_decide_transfer(const access::Actor& actor, const Transfer& transfer) {
    const access::Relation receiving{transfer.to_region, transfer.to_account};
    return may(actor, Permission::transfer_case, receiving) && (transfer.proposed_by != actor.id || actor.approves_own_work);
}

Result<Transfer> read_transfer(Work& work, TransferId id) {
    auto found = TRY(read(work, work.db.query(std::string(kSelect) + " WHERE t.id = $1", id)));
    if (found.empty()) return not_found("transfer.not_found");
    Transfer transfer = std::move(found.front());
    const bool asked = transfer.state == TransferState::waiting && may(work.actor, Permission::transfer_case, access::Relation{transfer.to_region, transfer.to_account});
    if (!asked) TRY(people::require_person(work.db, work.actor, Permission::read_case, transfer.person_id));
    work.record({"transfer.read", "case_transfer", id.str(), transfer.person_id.str()});
    return transfer;
}

Result<std::vector<Transfer>> transfers_of(Work& work, const CaseFile& file) {
    return read(work, work.db.query(std::string(kSelect) + " WHERE t.case_id = $1 ORDER BY t.id DESC", file.id));
}

Result<TransferLines> my_transfers(Work& work, TransfersOf which, std::optional<TransferId> after, int limit) {
    const auto reach = TRY(access::require(work.actor, Permission::transfer_case));
    const std::string select = "SELECT t.id, t.case_id, c.person_id, t.from_account, t.to_account, t.from_region, t.to_region, t.proposed_at, t.state, t.decided_at"
                               " FROM case_transfers t JOIN case_files c ON c.id = t.case_id WHERE";
    TransferLines page;
    for (const auto row : which == TransfersOf::waiting
             ? work.db.query(select + kForMe + " AND ($5 IS NULL OR t.id > $5) ORDER BY t.id LIMIT $6", work.actor.id, reach == access::Reach::all,
                             reach == access::Reach::region ? work.actor.region : "", work.actor.approves_own_work, after, limit + 1)
             : work.db.query(select + " (t.proposed_by = $1 OR t.decided_by = $1 OR t.from_account = $1) AND ($2 IS NULL OR t.id < $2) ORDER BY t.id DESC LIMIT $3",
                             work.actor.id, after, limit + 1)) {
        if (static_cast<int>(page.items.size()) == limit) {
            page.next = page.items.back().id;
            break;
        }
        page.items.push_back({row.get<TransferId>(0), row.get<CaseId>(1), row.get<people::PersonId>(2), row.get<std::optional<AccountId>>(3),
                              row.get<std::optional<AccountId>>(4), std::string(row.text(5)), std::string(row.text(6)), row.get<Instant>(7),
                              code<TransferState>(row.text(8)), row.get<std::optional<Instant>>(9)});
    }
    return page;
}

std::vector<Task> tasks_of_transfers(Work& work) {
    std::vector<Task> tasks;
    const auto reach = reach_of(work.actor, Permission::transfer_case);
    if (reach == access::Reach::none) return tasks;
    for (const auto row : work.db.query("SELECT c.person_id, c.id, t.id, t.proposed_at FROM case_transfers t JOIN case_files c ON c.id = t.case_id WHERE" + kForMe,
                                        work.actor.id, reach == access::Reach::all, reach == access::Reach::region ? work.actor.region : "",
                                        work.actor.approves_own_work)) {
        tasks.push_back({"decide_transfer", row.get<people::PersonId>(0), row.get<CaseId>(1), std::string(row.text(2)),
                         Date::of(row.get<Instant>(3)).plus_days(kDecideWithinDays)});
    }
    return tasks;
}

}  // namespace homeward::casework
