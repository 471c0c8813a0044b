#pragma once
// What the history of a record shows no more once a person is 18: what the pages themselves no longer open.

#include "casework/children/child.h"
#include "history/history.h"

namespace homeward::casework {

class ClosedChanges {
public:
    /// errors    not_found
    static Result<ClosedChanges> of(access::Work& work, const CaseFile& file);

    /// Whether a change is not for the actor: of a panel's papers, save for its writer's supervisor; who spoke for the child.
    bool hides(const history::Change& change) const;

private:
    ClosedChanges(access::Work& work, children::Child child) : work_(&work), child_(std::move(child)) {}
    bool of_closed_panel(const std::string& report) const;

    access::Work* work_;
    children::Child child_;
};

}  // namespace homeward::casework
