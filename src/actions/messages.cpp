#include "actions/messages.h"

#include "actions/action_store.h"

namespace homeward::actions {
namespace {

using access::Work;

/// The Council changed an item that we have: what it says now replaces what it said, unless it is older news.
Done take_change(Work& work, const Action& before, const ActionMessage& message) {
    const int version = message.version.value_or(1);
    if (version <= before.version) return conflict("action.exists");
    const bool dropped = message.state == "dropped";
    insert(work.db, before.id, Change{version, dropped ? "dropped" : "due_moved", before.due_on, message.due_on, message.reason.value_or(""), work.now});
    work.record({"action.change_received", "action", before.id.str(), {}, {{"state", dropped ? "dropped" : "open"}}});
    return {};
}

Done take_action(Work& work, const exchange::Incoming& incoming, const std::string& self) {
    if (incoming.from != "council") return forbidden("action.not_from_council");
    const auto message = TRY(json::read<ActionMessage>(incoming.payload));
    TRY(check_length(message.title, kLongestTitle, "title"));
    TRY(check_length(message.body, kLongestText, "body"));
    TRY(check_length(message.reason.value_or(""), kLongestText, "reason"));
    if (message.state && *message.state != "open" && *message.state != "dropped") return invalid("action.state", "state");
    if (const auto known = get_action(work.db, message.id)) return take_change(work, *known, message);
    insert(work.db, Action{message.id, self, message.title, message.body, message.due_on, message.decision, message.session, "open", message.created_at});
    work.record({"action.received", "action", message.id.str()});
    return {};
}

Done take_progress(Work& work, const exchange::Incoming& incoming) {
    const auto message = TRY(json::read<ProgressMessage>(incoming.payload));
    const Action action = TRY(get_action(work.db, message.action_id));
    // Only the owner of an item may speak of its progress.
    if (action.owner != incoming.from) return forbidden("action.not_yours");
    if (message.state != "open" && message.state != "done") return invalid("progress.state", "state");
    const NewProgress said{message.note, message.state == "done", message.percent, message.evidence.value_or(""), message.evidence_url.value_or("")};
    TRY(check_report(said));
    if (exists(work.db, message.id)) return conflict("progress.exists");
    insert(work.db, action.id, Progress{message.id, said.note, message.state, message.reported_at, said.percent, said.evidence, said.evidence_url, ""});
    work.record({"action.progress_received", "action", action.id.str(), {}, {{"state", message.state}}});
    return {};
}

}  // namespace

Done check_length(std::string_view text, std::size_t most, const char* field) {
    if (length_of(text) > most) return invalid("action.too_long", field, {{"most", std::to_string(most)}});
    return {};
}

Done check_report(const NewProgress& progress) {
    TRY(check_length(progress.note, kLongestText, "note"));
    TRY(check_length(progress.evidence, kLongestText, "evidence"));
    TRY(check_length(progress.evidence_url, kLongestLink, "evidence_url"));
    if (progress.percent && (*progress.percent < 0 || *progress.percent > 100)) return invalid("progress.percent", "percent");
    const std::string_view link = progress.evidence_url;
    if (!link.empty() && (!link.starts_with("https://") || link.find_first_of(" \t\r\n\"<>") != link.npos)) return invalid("progress.link", "evidence_url");
    return {};
}

void serve_at_node(exchange::Exchange& exchange) {
    exchange.serve("action", [self = exchange.self()](Work& work, const exchange::Incoming& message) { return take_action(work, message, self); });
}

void serve_at_council(exchange::Exchange& exchange) { exchange.serve("progress", take_progress); }

}  // namespace homeward::actions
