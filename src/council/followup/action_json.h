#pragma once
// How the API of the Council shows an action item. Only .cpp files include this: it pulls Boost.Describe.

#include "access/permission.h"
#include "actions/action_json.h"
#include "council/followup/council_action.h"

namespace homeward::council {

struct ActionDelivery {
    std::string state;  ///< waiting, delivered, refused
    std::optional<Instant> settled_at;
    std::optional<std::string> problem;
};
BOOST_DESCRIBE_STRUCT(ActionDelivery, (), (state, settled_at, problem))
struct CouncilActionAllows {
    bool report = false, edit = false;
};
BOOST_DESCRIBE_STRUCT(CouncilActionAllows, (), (report, edit))

struct CouncilActionBody {
    actions::ActionId id;
    std::string owner, owner_name, title, body;
    Date due_on;
    bool overdue = false;
    std::string decision, session, session_ru;
    std::optional<DecisionId> decision_id;
    std::optional<SessionId> session_id;
    std::string state;
    Instant created_at;
    int version = 1;
    std::vector<actions::Change> changes;
    std::vector<actions::Progress> progress;
    std::optional<ActionDelivery> delivery;
    CouncilActionAllows allows;
};
BOOST_DESCRIBE_STRUCT(CouncilActionBody, (), (id, owner, owner_name, title, body, due_on, overdue, decision, session, session_ru, decision_id, session_id, state,
                                              created_at, version, changes, progress, delivery, allows))

CouncilActionBody body_of(access::Work& work, const CouncilAction& each);
/// Of one decision, at most two hundred.
std::vector<CouncilActionBody> actions_of(access::Work& work, DecisionId decision);

}  // namespace homeward::council
