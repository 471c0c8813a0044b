#include "statistics/ledger/own_chain.h"
#include "statistics/returns/return_desk.h"
#include "statistics/returns/return_store.h"

namespace homeward::statistics {
namespace {

using access::Permission;
using access::Work;

constexpr std::size_t kLongestReason = 500;

}  // namespace

Done ReturnDesk::ask_withdrawal(Work& work, ReturnId id, const std::string& reason) const {
    TRY(access::require(work.actor, Permission::release_return));
    const StoredReturn stored = TRY(get_stored(work.db, id));
    if (stored.summary.withdrawal) return conflict("return.withdrawal_asked");
    if (stored.summary.state() != ReturnState::released) return conflict("return.not_released");
    if (reason.empty() || reason.size() > kLongestReason) return invalid("return.reason", "reason");
    work.db.run("INSERT INTO return_withdrawals (return_id, reason, asked_by, asked_role, asked_at) VALUES ($1, $2, $3, $4, $5)", id, reason,
                work.actor.id, name_of(work.actor.role), work.now);
    work.record({"return.withdrawal_asked", "annual_return", id.str()});
    return {};
}

Done ReturnDesk::confirm_withdrawal(Work& work, ReturnId id) const {
    TRY(access::require(work.actor, Permission::sign_return));
    const StoredReturn stored = TRY(get_stored(work.db, id));
    const auto& withdrawal = stored.summary.withdrawal;
    if (!withdrawal) return conflict("return.no_withdrawal");
    if (withdrawal->confirmed) return conflict("return.withdrawn");
    if (withdrawal->asked.by == work.actor.id) return conflict("return.second_person");
    const auto message = TRY(add_entry(work, exchange_, {.id = EntryId::make(work.now), .release = {}, .replaces = EntryId{id.uuid},
                                                         .reason = withdrawal->reason, .certificate = {}, .catalogue = {},
                                                         .sign_offs = {{withdrawal->asked.role, withdrawal->asked.at}, {std::string(name_of(work.actor.role)), work.now}}}));
    work.db.run("UPDATE return_withdrawals SET confirmed_by = $2, confirmed_role = $3, confirmed_at = $4, message_id = $5 WHERE return_id = $1", id,
                work.actor.id, name_of(work.actor.role), work.now, message);
    work.record({"return.withdrawn", "annual_return", id.str()});
    return {};
}

}  // namespace homeward::statistics
