#pragma once
// A site visit exposes no beneficiary: what must hold, who says that it did, and the second person who confirms.

#include <optional>
#include <string>
#include <vector>

#include "council/meetings/session.h"

namespace homeward::council {

/// stage    visit: before the visit counts as held; report: before its report is out
/// answer   kept, not_applicable (with a note why), not_kept (with a note what happened); empty while open
struct Safeguard {
    std::string code;
    std::string stage;
    std::string text_en, text_ru;
    std::string answer = {};
    std::string note = {};
    std::string answered_by = {};
    std::optional<Instant> answered_at = {};
};
struct VisitConfirmation {
    std::string stage;
    std::string confirmed_by;
    Instant confirmed_at;
};

std::vector<Safeguard> safeguards_of(store::Connection& db, SessionId id);
std::vector<VisitConfirmation> confirmations_of(store::Connection& db, SessionId id);

/// Answers one item; a confirmation of its stage falls away, since it was given for other answers.
/// errors    forbidden without edit_council; not_found `visit.no_such_item`; conflict `visit.not_a_visit`,
///           `visit.closed` once what the stage guards has happened; invalid `visit.answer`, `council.text_missing` for a note
Done answer_safeguard(access::Work& work, SessionId id, const std::string& code, const std::string& answer, const std::string& note);
/// A second person confirms a stage: of the secretariat, or a focal point of the host.
/// errors    forbidden; conflict `visit.open` while an item is open or was not kept, `visit.own_work` for whoever
///           answered an item of it, `visit.not_a_visit`, `visit.closed`
Done confirm_safeguards(access::Work& work, SessionId id, const std::string& stage);
bool may_confirm(const access::Actor& actor, const Session& session);
/// Whether every item of the stage is answered with kept or not_applicable, and confirmed.
bool is_safe(store::Connection& db, SessionId id, std::string_view stage);
void forget_confirmation(access::Work& work, SessionId id, std::string_view stage);

}  // namespace homeward::council
