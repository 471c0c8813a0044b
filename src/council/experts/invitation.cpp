#include "council/experts/invitation.h"

#include "council/audience.h"
#include "council/text_rules.h"
#include "mail/post.h"

namespace homeward::council {
namespace {

using access::Permission;
using access::Work;

const std::string kSelect =
    "SELECT i.id, i.expert_id, e.name, i.to_kind, i.to_id, i.to_title, i.message, i.respond_by, i.sent_at, COALESCE(i.answer, ''), i.reason,"
    " i.answered_at FROM expert_invitations i JOIN experts e ON e.id = i.expert_id WHERE ";

Invitation invitation_of(const store::Row& row) {
    return {row.get<InvitationId>(0), row.get<ExpertId>(1), row.get<std::string>(2), row.get<std::string>(3), row.get<std::string>(4),
            row.get<std::string>(5), row.get<std::string>(6), row.get<Date>(7), row.get<Instant>(8), row.get<std::string>(9),
            row.get<std::string>(10), row.get<std::optional<Instant>>(11)};
}

Done check(Work& work, const Invitation& invitation) {
    if (invitation.to_kind != "session" && invitation.to_kind != "training" && invitation.to_kind != "practice") return not_found("invitation.no_such_thing");
    TRY(require_to_see(work, invitation.to_kind, invitation.to_id, "invitation.no_such_thing"));
    TRY(check_text(invitation.to_title, 400, "to_title"));
    TRY(check_optional_text(invitation.message, 2000, "message"));
    if (invitation.respond_by < work.today()) return invalid("invitation.respond_by", "respond_by");
    return {};
}

/// The title stands in the letter only where everybody may read it anyway.
void tell(Work& work, access::AccountId account, const Invitation& invitation) {
    mail::Letter letter{account, "expert_invited", {}, "/experts/me", invitation.respond_by, {}};
    for (const auto& word : audience_of(work.db, invitation.to_kind, invitation.to_id)) {
        if (word == "all") letter.values["title"] = invitation.to_title;
    }
    mail::post(work, letter);
}

}  // namespace

Result<InvitationId> invite_expert(Work& work, const Invitation& invitation) {
    TRY(access::require(work.actor, Permission::edit_council));
    const Expert expert = TRY(get_expert(work, invitation.expert_id));
    TRY(check(work, invitation));
    if (!consented(work.db, expert.id, "listing")) return conflict("expert.not_listed");
    if (invitation.to_kind == "practice" && !statement_holds(work.db, expert.id, work.today())) return conflict("expert.no_statement");
    if (work.db.query("SELECT 1 FROM expert_invitations WHERE expert_id = $1 AND to_kind = $2 AND to_id = $3 AND answer IS NULL", expert.id,
                      invitation.to_kind, invitation.to_id).next()) {
        return conflict("invitation.open");
    }
    const auto id = InvitationId::make(work.now);
    work.db.run("INSERT INTO expert_invitations (id, expert_id, to_kind, to_id, to_title, message, respond_by, sent_by, sent_at)"
                " VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
                id, expert.id, invitation.to_kind, invitation.to_id, trim(invitation.to_title), invitation.message, invitation.respond_by,
                work.actor.log_name(), work.now);
    if (expert.account_id) tell(work, *expert.account_id, invitation);
    work.record({"expert.invited", "expert", expert.id.str(), {}, {{"to", invitation.to_kind}, {"id", invitation.to_id}}});
    return id;
}

Done answer_invitation(Work& work, InvitationId id, const std::string& answer, const std::string& reason) {
    const Invitation invitation = TRY(get_invitation(work, id));
    if (answer != "accepted" && answer != "declined") return invalid("invitation.answer", "answer");
    if (!invitation.answer.empty()) return conflict("invitation.answered");
    if (answer == "declined") TRY(check_text(reason, 2000, "reason"));
    else TRY(check_optional_text(reason, 2000, "reason"));
    work.db.run("UPDATE expert_invitations SET answer = $2, reason = $3, answered_by = $4, answered_at = $5 WHERE id = $1", id, answer, reason,
                work.actor.log_name(), work.now);
    work.record({"expert.answered", "expert", invitation.expert_id.str(), {}, {{"answer", answer}, {"to", invitation.to_kind}}});
    return {};
}

Result<Invitation> get_invitation(Work& work, InvitationId id) {
    auto query = work.db.query(kSelect + "i.id = $1", id);
    if (!query.next()) return not_found("invitation.not_found");
    const Invitation invitation = invitation_of(query.row());
    const auto expert = get_expert(work, invitation.expert_id);
    if (!expert || !may_edit(work.actor, *expert)) return not_found("invitation.not_found");
    return invitation;
}

std::vector<Invitation> invitations_of(store::Connection& db, ExpertId id) {
    std::vector<Invitation> found;
    for (const auto row : db.query(kSelect + "i.expert_id = $1 ORDER BY i.sent_at DESC, i.id DESC LIMIT 100", id)) found.push_back(invitation_of(row));
    return found;
}

std::vector<Invitation> invitations_to(store::Connection& db, std::string_view kind, std::string_view id) {
    std::vector<Invitation> found;
    for (const auto row : db.query(kSelect + "i.to_kind = $1 AND i.to_id = $2 ORDER BY i.sent_at, i.id", kind, id)) found.push_back(invitation_of(row));
    return found;
}

}  // namespace homeward::council
