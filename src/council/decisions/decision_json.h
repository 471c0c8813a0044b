#pragma once
// How the API shows a decision. Only .cpp files include this: it pulls Boost.Describe.

#include "actions/action_json.h"
#include "council/decisions/decision.h"

namespace homeward::council {

struct DecisionBody {
    DecisionId id;
    std::string number;
    SessionId session_id;
    std::string session_title;
    std::optional<AgendaItemId> agenda_item_id;
    std::string text_en, text_ru;
    Date decided_on;
    std::vector<actions::ActionBody> actions;
};
BOOST_DESCRIBE_STRUCT(DecisionBody, (), (id, number, session_id, session_title, agenda_item_id, text_en, text_ru, decided_on, actions))
struct DecisionsBody {
    std::vector<DecisionBody> items;
    bool may_edit = false;
};
BOOST_DESCRIBE_STRUCT(DecisionsBody, (), (items, may_edit))

inline DecisionBody decision_body(access::Work& work, const Decision& decision) {
    DecisionBody body{decision.id, decision.number, decision.session_id, decision.session_title, decision.agenda_item_id,
                      decision.text_en, decision.text_ru, decision.decided_on, {}};
    for (const auto& action : decision.actions) body.actions.push_back(actions::body_of(action, work.today(), false));
    return body;
}

}  // namespace homeward::council
