#pragma once
// Asking an expert to a session, a training, or to review a practice; and the answer.

#include "council/experts/expert.h"

namespace homeward::council {

struct InvitationTag;
using InvitationId = Id<InvitationTag>;

/// to_kind   session, training, practice; to_id names one of them
/// to_title  what it was called when the invitation went out
/// answer    accepted, declined; empty while there is none
struct Invitation {
    InvitationId id;
    ExpertId expert_id;
    std::string expert_name;
    std::string to_kind;
    std::string to_id;
    std::string to_title;
    std::string message;
    Date respond_by;
    Instant sent_at;
    std::string answer;
    std::string reason;
    std::optional<Instant> answered_at;
};

/// Invites; the expert's account gets a letter that names nothing which is not public.
/// errors    forbidden without edit_council; not_found `expert.not_found`, `invitation.no_such_thing`;
///           conflict `invitation.open`, `expert.not_listed` without consent, `expert.no_statement` for a review without a
///           statement on interests in force; invalid `invitation.respond_by`, council.text_…
Result<InvitationId> invite_expert(access::Work& work, const Invitation& invitation);

/// The expert's own answer, or the secretariat's record of it. A no tells why.
/// errors    forbidden; not_found `invitation.not_found`; conflict `invitation.answered`; invalid `invitation.answer`, council.text_missing
Done answer_invitation(access::Work& work, InvitationId id, const std::string& answer, const std::string& reason);

Result<Invitation> get_invitation(access::Work& work, InvitationId id);
/// Newest first: of one expert, and only for the secretariat and the expert.
std::vector<Invitation> invitations_of(store::Connection& db, ExpertId id);
/// Those to one thing, for its page.
std::vector<Invitation> invitations_to(store::Connection& db, std::string_view kind, std::string_view id);

}  // namespace homeward::council
