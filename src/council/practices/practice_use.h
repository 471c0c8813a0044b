#pragma once
// A State took a practice up, and what came of it.

#include "council/practices/practice.h"
#include "exchange/membership.h"

namespace homeward::council {

/// outcome   worked, partly, did_not, too_early
struct PracticeOutcome {
    std::string outcome, note;
};
struct NewPracticeUse : PracticeOutcome {
    std::string place;    ///< at most 300 characters
    PartialDate since;
    std::string changed;  ///< what was changed for it; at most 4,000 characters, as the note
};

struct PracticeUse : NewPracticeUse {
    PracticeUseId id;
    PracticeId practice_id;
    int edition = 1;  ///< that was adapted
    std::string state;
    int version = 1;
    Instant recorded_at;
    struct Earlier : PracticeOutcome {
        Instant said_at;
    };
    std::vector<Earlier> earlier;  ///< what was said of its outcome, oldest first, the last that counts included
};

/// Uses of all editions, newest first.
std::vector<PracticeUse> list_uses(store::Connection& db, PracticeId series);

/// A State records that it adapted a published practice of another.
/// errors    not_found `practice.not_found`; forbidden without speak_for_member; conflict `practice.stage`, `practice.use_own`;
///           invalid `practice.use_state`, `practice.outcome`, `practice.use_since` in the future, `council.text_…`,
///           `council.person_data_…`
Result<PracticeUseId> record_use(access::Work& work, const exchange::Membership& members, PracticeId id, const NewPracticeUse& use);
/// What came of it, later. What was said before stays readable.
/// errors    not_found `practice.use_not_found`; forbidden `practice.not_your_state`; conflict `edit.changed_meanwhile`; invalid as above
Done update_use(access::Work& work, PracticeUseId id, int seen, const PracticeOutcome& outcome);

}  // namespace homeward::council
