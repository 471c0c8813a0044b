#pragma once
// Minutes: draft, comments of the delegations, approved. What was approved is never changed, only corrected.

#include <optional>
#include <string>
#include <vector>

#include "council/meetings/registration.h"

namespace homeward::council {

struct MinutesCommentTag;
using MinutesCommentId = Id<MinutesCommentTag>;

/// body       delegation that comments
/// paragraph  from 1, of the version it speaks of; or an agenda item
/// answer     none, taken, not_taken (with a reason)
struct MinutesComment {
    MinutesCommentId id;
    std::string body;
    std::optional<AgendaItemId> agenda_item_id;
    std::optional<int> paragraph;
    int version = 1;
    std::string text;
    Instant made_at;
    std::string answer = "none";
    std::string reason = {};
};
/// A delegation that the draft went to.
struct MinutesReader {
    std::string body;
    std::optional<Instant> no_comment_at;
};
struct MinutesCorrection {
    int number = 1;
    std::string text_en, text_ru;
    Instant made_at;
};
/// text       paragraphs with an empty line between them
struct Minutes {
    SessionId session_id;
    std::string state = "draft";  ///< draft, comments, approved
    std::string text_en, text_ru;
    std::optional<Date> comments_until;  ///< last day, UTC
    std::optional<Instant> approved_at;
    int version = 1;
    std::vector<MinutesReader> readers;
    std::vector<MinutesComment> comments;
    std::vector<MinutesCorrection> corrections;
};

/// Saves the draft; each text that stood is kept. `version` 0 begins it.
/// errors    forbidden without edit_council; conflict `minutes.changed`, `minutes.approved`, `session.cancelled`; invalid
Done write_minutes(access::Work& work, SessionId id, int version, const std::string& text_en, const std::string& text_ru);
/// Gives the draft to the delegations until the end of a day, with a letter; or moves the day.
/// errors    conflict `minutes.no_delegations`, `session.not_held`, `minutes.changed`; invalid `minutes.until` unless it lies ahead
Done circulate_minutes(access::Work& work, SessionId id, int version, Date comments_until);
/// errors    forbidden unless the actor speaks for a delegation that has the draft; conflict `minutes.comments_closed`;
///           invalid `minutes.place` unless it names one paragraph that is there, or one agenda item
Result<MinutesCommentId> comment_on_minutes(access::Work& work, SessionId id, const MinutesComment& comment);
/// The delegation has nothing (more) to say. A later comment of it takes this back.
Done no_comment(access::Work& work, SessionId id);
/// errors    forbidden without edit_council; conflict `minutes.approved`; invalid `minutes.answer`, `council.text_missing`
Done answer_comment(access::Work& work, SessionId id, MinutesCommentId comment, const std::string& answer, const std::string& reason);
/// errors    conflict `minutes.too_early` while days are left and a delegation is silent, `minutes.unanswered`,
///           `minutes.changed`, `minutes.not_circulated`
Done approve_minutes(access::Work& work, SessionId id, int version);
/// errors    conflict `minutes.not_approved`; invalid
Done correct_minutes(access::Work& work, SessionId id, const std::string& text_en, const std::string& text_ru);

std::optional<Minutes> find_minutes(store::Connection& db, SessionId id);
/// What the actor may see of them: comments and readers are for the secretariat and the delegations alone.
std::optional<Minutes> see_minutes(access::Work& work, SessionId id);
/// Why they cannot be approved now: empty when they can.
std::string hinders_approval(const Minutes& minutes, Date today);
std::vector<std::string> paragraphs_of(std::string_view text);

}  // namespace homeward::council
