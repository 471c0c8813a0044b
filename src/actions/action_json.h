#pragma once
// How the API shows an action item, at a node and at the Council. Only .cpp files include this: it pulls Boost.Describe.

#include "actions/action.h"
#include "base/json.h"

namespace homeward::actions {

BOOST_DESCRIBE_STRUCT(Progress, (), (id, note, state, reported_at, percent, evidence, evidence_url, reported_by))
BOOST_DESCRIBE_STRUCT(Change, (), (version, kind, due_was, due_on, reason, changed_at))

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
    std::vector<Change> changes;
    std::vector<Progress> progress;
    ActionAllows allows;
};
BOOST_DESCRIBE_STRUCT(ActionBody, (), (id, owner, title, body, due_on, overdue, decision, session, state, created_at, changes, progress, allows))

struct ActionsBody {
    std::vector<ActionBody> items;
};
BOOST_DESCRIBE_STRUCT(ActionsBody, (), (items))

struct ReportInput {
    std::string note;
    bool done = false;
    std::optional<int> percent;
    std::optional<std::string> evidence, evidence_url;
};
BOOST_DESCRIBE_STRUCT(ReportInput, (), (note, done, percent, evidence, evidence_url))

inline NewProgress progress_of(const ReportInput& input) {
    return {input.note, input.done, input.percent, input.evidence.value_or(""), input.evidence_url.value_or("")};
}

/// Open, and its day has passed.
inline bool is_overdue(const Action& action, Date today) { return action.state == "open" && action.due_on < today; }

inline ActionBody body_of(const Action& action, Date today, bool may_report) {
    return {action.id, action.owner, action.title, action.body, action.due_on, is_overdue(action, today), action.decision, action.session,
            action.state, action.created_at, action.changes, action.progress, {may_report && action.state != "dropped"}};
}

}  // namespace homeward::actions
