#include "council/decisions/decision_json.h"

#include "council/audience.h"

namespace homeward::council {
namespace {

/// What a decision points to has readers of its own: a link to what this reader may not see is left out.
Decision as_seen(access::Work& work, Decision decision) {
    const auto hidden = [&](std::string_view kind, const std::string& id) { return !may_see(work, kind, id); };
    if (decision.session_id && hidden("session", decision.session_id->str())) {
        decision.session_id.reset();
        decision.session_title.clear();
        decision.agenda_item_id.reset();
        decision.agenda_position = 0;
        decision.agenda_title.clear();
    }
    if (decision.commitment && hidden("commitment", decision.commitment->id)) decision.commitment.reset();
    if (!decision.commitment) decision.commitment_id.clear();
    std::erase_if(decision.supersedes, [&](const auto& link) { return hidden("decision", link.id.str()); });
    if (decision.superseded_by && hidden("decision", decision.superseded_by->id.str())) {
        // That it no longer holds may be known; by what, not.
        decision.superseded_by->number.clear();
        decision.superseded_by->title.clear();
    }
    return decision;
}

}  // namespace

DecisionBody decision_body(access::Work& work, const Decision& given) {
    const Decision decision = as_seen(work, given);
    DecisionBody body{decision.id, decision.number, decision.title, decision.state, decision.way, decision.languages, decision.texts, decision.session_id,
                      decision.session_title, decision.agenda_item_id, decision.agenda_position, decision.agenda_title, decision.commitment_id, decision.commitment,
                      decision.open_to_all, decision.version, decision.ends_on, {}, decision.adopted_on, decision.supersedes, decision.superseded_by,
                      actions_of(work, decision.id)};
    // The last day is one that still runs: nought days are left on it.
    if (decision.ends_on) body.days_left = static_cast<int>(decision.ends_on->days() - work.today().days());
    return body;
}

}  // namespace homeward::council
