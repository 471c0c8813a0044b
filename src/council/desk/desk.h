#pragma once
// What waits for whoever is signed in. One function for each subject; none shows what its reader may not read.

#include <optional>
#include <string>
#include <vector>

#include "access/permission.h"
#include "access/work.h"
#include "exchange/membership.h"

namespace homeward::council {

/// Of each kind the desk shows so many, the most urgent first; their own pages show all.
constexpr int kDeskItems = 20;

/// kind      what is to be done: decision_silence, practice_to_clear, …: a key of the front end's words
/// path      the page on which it is done
/// state     State or body it is about; empty for none
/// due_on    last day for it; nothing when there is none
struct DeskItem {
    std::string kind, title, path, state;
    std::optional<Date> due_on;
};
using DeskItems = std::vector<DeskItem>;

/// Decisions under silence, to object to or to watch; for the secretariat those to which a State objected.
DeskItems decisions_waiting(access::Work& work);
/// Minutes for the actor's delegation to comment on; for the secretariat those whose time for comments has passed.
DeskItems minutes_waiting(access::Work& work);
/// Sessions for which the actor's delegation has registered nobody.
DeskItems registrations_waiting(access::Work& work, std::string_view language);
/// Actions of the actor's State or body; for the secretariat all that are overdue.
DeskItems actions_waiting(access::Work& work);
/// Practices to clear, to review, to publish, to look at again, that came back, and reviews that may be taken up.
DeskItems practices_waiting(access::Work& work, const exchange::Membership& members, std::string_view language);
/// Applications to decide, and the question that is asked six months after a training.
DeskItems trainings_waiting(access::Work& work, std::string_view language);
/// Invitations that the actor, an expert, has not answered.
DeskItems invitations_waiting(access::Work& work);

/// All of these, in this order.
DeskItems desk_of(access::Work& work, const exchange::Membership& members, std::string_view language);

struct NextSession {
    std::string id, title, place;
    Date starts_on, ends_on;
};
/// The next session that the actor may see, or one that is being held.
std::optional<NextSession> next_session(access::Work& work, std::string_view language);

}  // namespace homeward::council
