#include "access/permission.h"
#include "actions/action_store.h"
#include "actions/messages.h"
#include "exchange/state.h"

namespace homeward::actions {
namespace {

using access::Permission;
using access::Work;

std::optional<std::string> unless_empty(const std::string& text) { return text.empty() ? std::nullopt : std::optional(text); }

Result<Progress> report_on(Work& work, const Action& action, const NewProgress& said, std::string by) {
    if (action.state == "dropped") return conflict("action.dropped");
    // It is done already. Whoever has more to do opens it again, by a report that is not `done`.
    if (action.state == "done" && said.done) return conflict("progress.nothing_new");
    if (trim(said.note).empty()) return invalid("progress.note", "note");
    TRY(check_report(said));
    const Progress progress{ProgressId::make(work.now), said.note, said.done ? "done" : "open", work.now, said.percent, said.evidence, said.evidence_url, std::move(by)};
    insert(work.db, action.id, progress);
    work.record({"action.progress_reported", "action", action.id.str(), {}, {{"state", progress.state}}});
    return progress;
}

bool speaks_for(const access::Actor& actor, const Action& action) {
    return access::may(actor, Permission::speak_for_member) && !actor.member.empty() && actor.member == action.owner;
}

/// It has come to its owner's node: from then on the node's own record is the one that counts.
bool is_at_its_node(store::Connection& db, const Action& action) {
    if (!action.message) return false;
    const auto delivery = exchange::delivery_of(db, *action.message);
    return delivery && delivery->state == exchange::Delivery::State::delivered;
}

}  // namespace

Done report_progress(Work& work, exchange::Exchange& exchange, ActionId id, const NewProgress& said) {
    TRY(access::require(work.actor, Permission::report_progress));
    const Progress progress = TRY(report_on(work, TRY(get_action(work.db, id)), said, {}));
    TRY(exchange.enqueue(work, "progress", "council", json::write(ProgressMessage{progress.id, id, progress.note, progress.state,
        progress.reported_at, progress.percent, unless_empty(progress.evidence), unless_empty(progress.evidence_url)})));
    return {};
}

Done report_at_council(Work& work, ActionId id, const NewProgress& said) {
    const Action action = TRY(get_action(work.db, id));
    const bool own = speaks_for(work.actor, action);
    if (!own) TRY(access::require(work.actor, Permission::edit_council));
    if (is_at_its_node(work.db, action)) return conflict("action.reported_from_node");
    TRY(report_on(work, action, said, own ? action.owner : "council"));
    return {};
}

bool may_report_at_council(Work& work, const Action& action) {
    if (action.state == "dropped" || is_at_its_node(work.db, action)) return false;
    return speaks_for(work.actor, action) || access::may(work.actor, Permission::edit_council);
}

}  // namespace homeward::actions
