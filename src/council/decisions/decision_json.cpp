#include "council/decisions/decision_json.h"

namespace homeward::council {

DecisionBody decision_body(access::Work& work, const Decision& decision) {
    DecisionBody body{decision.id, decision.number, decision.title, decision.state, decision.way, decision.languages, decision.texts, decision.session_id,
                      decision.session_title, decision.agenda_item_id, decision.agenda_position, decision.agenda_title, decision.commitment_id, decision.commitment,
                      decision.open_to_all, decision.version, decision.ends_on, {}, decision.adopted_on, decision.supersedes, decision.superseded_by,
                      actions_of(work, decision.id)};
    // The last day is one that still runs: nought days are left on it.
    if (decision.ends_on) body.days_left = static_cast<int>(decision.ends_on->days() - work.today().days());
    return body;
}

}  // namespace homeward::council
