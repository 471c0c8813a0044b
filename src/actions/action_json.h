#pragma once
// How the API shows an action item, at a node and at the Council. Only .cpp files include this: it pulls Boost.Describe.

#include "actions/action.h"
#include "base/json.h"

namespace homeward::actions {

BOOST_DESCRIBE_STRUCT(Progress, (), (id, note, state, reported_at))

struct ActionAllows {
    bool report = false;
};
BOOST_DESCRIBE_STRUCT(ActionAllows, (), (report))

struct ActionBody {
    ActionId id;
    std::string owner, title, body;
    Date due_on;
    bool overdue = false;
    std::string decision, session, state;
    Instant created_at;
    std::vector<Progress> progress;
    ActionAllows allows;
};
BOOST_DESCRIBE_STRUCT(ActionBody, (), (id, owner, title, body, due_on, overdue, decision, session, state, created_at, progress, allows))

struct ActionsBody {
    std::vector<ActionBody> items;
};
BOOST_DESCRIBE_STRUCT(ActionsBody, (), (items))

inline ActionBody body_of(const Action& action, Date today, bool may_report) {
    return {action.id, action.owner, action.title, action.body, action.due_on, action.state == "open" && action.due_on < today,
            action.decision, action.session, action.state, action.created_at, action.progress, {may_report}};
}

}  // namespace homeward::actions
