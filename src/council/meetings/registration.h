#pragma once
// Who comes to a session. Delegates are officials; their data is seen by the secretariat and their own delegation alone.

#include <optional>
#include <string>
#include <vector>

#include "council/meetings/session.h"

namespace homeward::council {

struct DelegateTag;
struct SessionInvitationTag;
using DelegateId = Id<DelegateTag>;
using SessionInvitationId = Id<SessionInvitationTag>;

/// body      delegation; empty for a speaker or expert who comes for nobody
/// role      head, delegate, adviser, interpreter; by the secretariat alone: observer, expert, speaker
/// language  BCP 47
/// attended  days of the session
struct Delegate {
    DelegateId id;
    std::string body;
    std::string role;
    std::string name;
    std::string function;
    std::string language;
    std::string access_needs;
    std::vector<Date> attended = {};
    int version = 1;
};

/// How many of one delegation are registered, and how many came on at least one day: distinct persons.
struct DelegationCount {
    std::string body;
    int registered = 0;
    int attended = 0;
};

/// errors    forbidden unless the actor edits the Council or speaks for the body; not_found; conflict
///           `delegate.twice`, `registration.closed`, `session.not_planned` (the secretariat registers those who came, too);
///           invalid `delegate.role`, `delegate.body`, `delegate.language`, council.text_…
Result<DelegateId> register_delegate(access::Work& work, SessionId session, const Delegate& delegate);
/// Changes all but the delegation. errors  as above; not_found `delegate.not_found`; conflict `delegate.changed`
Done edit_delegate(access::Work& work, SessionId session, const Delegate& delegate);
/// Whoever attended stays.
/// errors    as above; conflict `delegate.attended`
Done withdraw_delegate(access::Work& work, SessionId session, DelegateId delegate, int version);
/// Says on which days somebody was there, in place of what was said before.
/// errors    forbidden without edit_council; conflict `session.not_begun`, `session.cancelled`; invalid `attendance.day`
Done tick_attendance(access::Work& work, SessionId session, DelegateId delegate, const std::vector<Date>& days);

/// Those whom the actor may see, by delegation.
std::vector<Delegate> delegates_of(access::Work& work, SessionId session);
std::vector<DelegationCount> counts_of(store::Connection& db, SessionId session);
/// Bodies with a delegation of their own: a head, a delegate or an adviser.
std::vector<std::string> delegations_of(store::Connection& db, SessionId session);
/// Whether registration is open to the delegations now.
bool registration_open(const Session& session, Date today);

/// answer    none, accepted, tentative, declined
struct SessionInvitation {
    SessionInvitationId id;
    std::string body;
    std::string answer;
    std::string note;
    Instant invited_at;
    std::optional<Instant> answered_at = {};
};
struct SessionInvitationCount {
    int invited = 0, accepted = 0, tentative = 0, declined = 0;
};

/// Invites a body, with a letter to its accounts.
/// errors    forbidden without edit_council; conflict `invitation.twice`, `session.not_planned`; invalid `invitation.body`
Result<SessionInvitationId> invite(access::Work& work, SessionId session, const std::string& body);
/// errors    forbidden unless the actor speaks for the body or edits the Council; not_found `invitation.not_found`;
///           conflict `session.not_planned`; invalid `invitation.answer`
Done answer_invitation(access::Work& work, SessionId session, SessionInvitationId invitation, const std::string& answer, const std::string& note);
/// Those whom the actor may see.
std::vector<SessionInvitation> invitations_of(access::Work& work, SessionId session);
SessionInvitationCount invitation_counts(store::Connection& db, SessionId session);

}  // namespace homeward::council
