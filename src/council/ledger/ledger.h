#pragma once
// The joint ledger, which the Council keeps: it takes what members say, audits it beside everything that is out, puts it in order, and
// tells every State.

#include "council/program.h"
#include "statistics/ledger/joint_audit.h"

namespace homeward::council {

/// What everybody has seen: the ledger, and the releases that came before there was one.
statistics::Published published(store::Connection& db);

/// Adds an entry as the next step, signed by the Council, and sends the step to every State. The entry was checked.
statistics::JointEntry add_step(access::Work& work, exchange::Exchange& exchange, statistics::SignedEntry entry);

/// Takes the entries of States, messages of type `release`. The audit runs outside of any transaction; what came into the ledger
/// meanwhile makes the State send again (`ledger.moved_on`), so that each is audited beside all before it.
/// Refusals: those of read_signed, check_signature, Chain::check and check_beside; `release.not_yours`, `release.two_signatures`,
/// `release.reference_date`, `ledger.old_form` (a release without an entry).
///
/// audit   outlives the exchange; for tests
void serve_entries(exchange::Exchange& exchange, statistics::PublishedAudit audit = statistics::audit_published);

/// Sends each State the steps that it was not told yet, and again those that it says it misses; for a member that joined later, or was
/// restored from an old backup. Runs each minute.
Done tell_members(access::Work& work, exchange::Exchange& exchange);

/// A public figure over several States, before it is shown anywhere. Reads, audits, writes: not to be called from a job.
///
/// errors    forbidden without publish_claim; invalid `ledger.form` {part}, `ledger.figure_date` after today, `ledger.figure_state` {state}
///           (no member), `ledger.figure_small` (1 to the floor less one); conflict `ledger.figure_exists`; those of check_beside;
///           unavailable `ledger.moved_on`
Result<statistics::EntryId> publish_figure(access::Works& works, const access::Actor& actor, exchange::Exchange& exchange,
                                           const statistics::PublicFigure& figure, const statistics::PublishedAudit& audit = statistics::audit_published);

/// Takes a figure back. It stays in the ledger and in the audit.
/// errors    forbidden without publish_claim; invalid `ledger.reason`; not_found `ledger.not_found`; those of Chain::check
Done withdraw_figure(access::Work& work, exchange::Exchange& exchange, const statistics::EntryId& id, const std::string& reason);

}  // namespace homeward::council
