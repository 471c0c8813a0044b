#include "council/mailing.h"
#include "council/meetings/registration.h"
#include "council/members/body.h"
#include "council/rights.h"
#include "council/text_rules.h"

namespace homeward::council {

using access::Permission;
using access::Work;

Result<SessionInvitationId> invite(Work& work, SessionId id, const std::string& body) {
    TRY(access::require(work.actor, Permission::edit_council));
    const Session session = TRY(get_session(work.db, id));
    if (session.state != "planned") return conflict("session.not_planned");
    if (!is_body(work.db, body)) return invalid("invitation.body", "body");
    if (work.db.query("SELECT 1 FROM session_invitations WHERE session_id = $1 AND body = $2", id, body).next()) return conflict("invitation.twice");
    const auto invitation = SessionInvitationId::make(work.now);
    work.db.run("INSERT INTO session_invitations (id, session_id, body, answer, note, invited_by, invited_at) VALUES ($1, $2, $3, 'none', '', $4, $5)",
                invitation, id, body, work.actor.log_name(), work.now);
    set_audience(work, "invitation", invitation.str(), {"secretariat", "member:" + body});
    work.record({"invitation.sent", "invitation", invitation.str(), {}, {{"session", id.str()}}});
    tell(work, {"member:" + body}, {"invitation", "announcement", id.str(), session.title, "/meetings/" + id.str(), session.starts_on});
    return invitation;
}

Done answer_invitation(Work& work, SessionId id, SessionInvitationId invitation, const std::string& answer, const std::string& note) {
    const Session session = TRY(see_session(work, id));
    TRY(require_to_see(work, "invitation", invitation.str(), "invitation.not_found"));
    const auto body = work.db.query("SELECT body FROM session_invitations WHERE id = $1 AND session_id = $2", invitation, id).value<std::string>();
    if (!body) return not_found("invitation.not_found");
    if (!speaks_for(work.actor, *body) && !access::may(work.actor, Permission::edit_council)) return forbidden("access.not_allowed");
    if (session.state != "planned") return conflict("session.not_planned");
    if (answer != "accepted" && answer != "tentative" && answer != "declined") return invalid("invitation.answer", "answer");
    TRY(check_optional_text(note, 500, "note"));
    work.db.run("UPDATE session_invitations SET answer = $2, note = $3, answered_by = $4, answered_at = $5 WHERE id = $1",
                invitation, answer, note, work.actor.log_name(), work.now);
    work.record({"invitation.answered", "invitation", invitation.str(), {}, {{"answer", answer}}});
    return {};
}

std::vector<SessionInvitation> invitations_of(Work& work, SessionId session) {
    std::vector<SessionInvitation> invitations;
    for (const auto row : work.db.query("SELECT i.id, i.body, i.answer, i.note, i.invited_at, i.answered_at FROM session_invitations i"
                                        " WHERE i.session_id = $1 AND " + visible_sql("invitation", "i.id", "$2") + " ORDER BY i.body",
                                        session, json_words(work.actor))) {
        invitations.push_back({row.get<SessionInvitationId>(0), std::string(row.text(1)), std::string(row.text(2)), std::string(row.text(3)),
                               row.get<Instant>(4), row.get<std::optional<Instant>>(5)});
    }
    return invitations;
}

SessionInvitationCount invitation_counts(store::Connection& db, SessionId session) {
    SessionInvitationCount count;
    for (const auto row : db.query("SELECT answer, COUNT(*) FROM session_invitations WHERE session_id = $1 GROUP BY answer", session)) {
        const int n = row.get<int>(1);
        count.invited += n;
        if (row.text(0) == "accepted") count.accepted = n;
        if (row.text(0) == "tentative") count.tentative = n;
        if (row.text(0) == "declined") count.declined = n;
    }
    return count;
}

}  // namespace homeward::council
