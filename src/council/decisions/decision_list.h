#pragma once

#include "council/decisions/decision.h"

namespace homeward::council {

/// state   draft, silence, objected, adopted, superseded, withdrawn; empty for any
/// words   a number such as 2024/1, or words of its title or texts
/// cursor  `next` of the page before; empty for the first
struct DecisionFilter {
    std::string state;
    std::optional<int> year;
    std::optional<SessionId> session = {};
    std::string words = {};
    std::string cursor = {};
    int limit = 20;
};
struct DecisionPage {
    std::vector<Decision> items;
    std::string next;  ///< empty at the end
};

/// What this reader may see, newest first.
/// errors    invalid `decision.state`, `decision.cursor`; those of search::find
Result<DecisionPage> list_decisions(access::Work& work, const DecisionFilter& filter);
/// Of one session, what this reader may see of it, oldest first.
std::vector<Decision> decisions_of_session(access::Work& work, SessionId session);

}  // namespace homeward::council
