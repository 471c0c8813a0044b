#include <algorithm>

#include "council/audience.h"
#include "council/meetings/minutes.h"
#include "council/person_data.h"
#include "council/text_rules.h"

namespace homeward::council {
namespace {

using access::Permission;
using access::Work;

/// The minutes, while the actor's delegation may comment on them.
Result<Minutes> open_to_comments(Work& work, SessionId id) {
    TRY(require_to_see(work, "minutes", id.str(), "minutes.not_found"));
    TRY(access::require(work.actor, Permission::speak_for_member));
    auto minutes = find_minutes(work.db, id);
    if (!minutes) return not_found("minutes.not_found");
    if (std::ranges::find(minutes->readers, work.actor.member, &MinutesReader::body) == minutes->readers.end()) return forbidden("access.not_allowed");
    // The last day counts to its end.
    if (minutes->state != "comments" || *minutes->comments_until < work.today()) return conflict("minutes.comments_closed");
    return *minutes;
}

Done check_place(Work& work, const Minutes& minutes, const MinutesComment& comment) {
    if (comment.paragraph.has_value() == comment.agenda_item_id.has_value()) return invalid("minutes.place", "paragraph");
    if (comment.paragraph) {
        const auto most = std::max(paragraphs_of(minutes.text_en).size(), paragraphs_of(minutes.text_ru).size());
        if (*comment.paragraph < 1 || static_cast<std::size_t>(*comment.paragraph) > most) return invalid("minutes.place", "paragraph");
        return {};
    }
    const Session session = TRY(get_session(work.db, minutes.session_id));
    if (std::ranges::find(session.agenda, *comment.agenda_item_id, &AgendaItem::id) == session.agenda.end()) return invalid("minutes.place", "agenda_item_id");
    return {};
}

void say_nothing(Work& work, SessionId id, bool nothing) {
    work.db.run("UPDATE minutes_readers SET no_comment_by = $3, no_comment_at = $4 WHERE session_id = $1 AND body = $2", id, work.actor.member,
                nothing ? std::optional(work.actor.log_name()) : std::nullopt, nothing ? std::optional(work.now) : std::nullopt);
}

}  // namespace

Result<MinutesCommentId> comment_on_minutes(Work& work, SessionId id, const MinutesComment& comment) {
    const Minutes minutes = TRY(open_to_comments(work, id));
    if (comment.version != minutes.version) return conflict("minutes.changed");
    TRY(check_place(work, minutes, comment));
    TRY(check_text(comment.text, 4000, "text"));
    TRY(check_no_person_data(comment.text, "text"));
    const auto comment_id = MinutesCommentId::make(work.now);
    work.db.run("INSERT INTO minutes_comments (id, session_id, body, agenda_item_id, paragraph, version, text, made_by, made_at, answer, reason)"
                " VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, 'none', '')",
                comment_id, id, work.actor.member, comment.agenda_item_id, comment.paragraph, comment.version, comment.text,
                work.actor.log_name(), work.now);
    say_nothing(work, id, false);
    work.record({"minutes.commented", "minutes", id.str(), {}, {{"comment", comment_id.str()}}});
    return comment_id;
}

Done no_comment(Work& work, SessionId id) {
    TRY(open_to_comments(work, id));
    say_nothing(work, id, true);
    work.record({"minutes.no_comment", "minutes", id.str(), {}, {{"member", work.actor.member}}});
    return {};
}

Done answer_comment(Work& work, SessionId id, MinutesCommentId comment, const std::string& answer, const std::string& reason) {
    TRY(access::require(work.actor, Permission::edit_council));
    const auto minutes = find_minutes(work.db, id);
    if (!minutes) return not_found("minutes.not_found");
    if (std::ranges::find(minutes->comments, comment, &MinutesComment::id) == minutes->comments.end()) return not_found("minutes.no_such_comment");
    if (minutes->state == "approved") return conflict("minutes.approved");
    if (answer != "taken" && answer != "not_taken") return invalid("minutes.answer", "answer");
    TRY(answer == "taken" ? check_optional_text(reason, 2000, "reason") : check_text(reason, 2000, "reason"));
    work.db.run("UPDATE minutes_comments SET answer = $2, reason = $3, answered_by = $4, answered_at = $5 WHERE id = $1",
                comment, answer, reason, work.actor.log_name(), work.now);
    work.record({"minutes.answered", "minutes", id.str(), {}, {{"comment", comment.str()}, {"answer", answer}}});
    return {};
}

}  // namespace homeward::council
