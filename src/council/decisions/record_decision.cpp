#include <algorithm>

#include "council/decisions/decision_rules.h"
#include "council/decisions/decision_store.h"
#include "council/decisions/hall.h"
#include "council/text_rules.h"

namespace homeward::council {
namespace {

using access::Permission;
using access::Work;

DecisionDraft draft_from(const NewDecision& given) {
    DecisionDraft draft{given.title, {}, {}, given.session_id, given.agenda_item_id, {}, given.open_to_all, given.supersedes};
    for (const auto& [language, text] : given.texts) {
        if (trim(text).empty()) continue;
        draft.languages.push_back(language);
        draft.texts.emplace(language, text);
    }
    const auto english = draft.texts.find("en");
    if (draft.title.empty() && english != draft.texts.end()) draft.title = shortened(english->second, 120);
    return draft;
}

}  // namespace

Result<DecisionId> record_decision(Work& work, const exchange::Exchange& exchange, const NewDecision& given) {
    TRY(access::require(work.actor, Permission::edit_council));
    const Session session = TRY(get_session(work.db, given.session_id));
    TRY(check_hall(work.db, exchange, session, given.decided_on, work.now));
    const DecisionDraft draft = draft_from(given);
    if (!draft.texts.contains("en")) return invalid("council.text_missing", "texts/en");
    // The same checks as for a draft; then the session's own word stands in the place of the silence.
    const auto id = TRY(draft_decision(work, draft));
    work.db.run("UPDATE decisions SET way = 'session' WHERE id = $1", id);
    set_adopted(work.db, id, given.decided_on);
    TRY(show_decision(work, id));
    work.record({"decision.recorded", "decision", id.str(), {},
                 {{"present", joined_words(states_present(work.db, exchange, session.id, given.decided_on))}}});
    tell(work, {"focal_points"}, news_of("decision_adopted", TRY(get_decision(work, id)), given.decided_on));
    return id;
}

Done publish_decision(Work& work, DecisionId id) {
    TRY(access::require(work.actor, Permission::edit_council));
    const Decision decision = TRY(get_decision(work, id));
    if (decision.state != "adopted" || decision.number.empty()) return conflict("decision.not_adopted");
    work.db.run("UPDATE decisions SET open_to_all = 1 WHERE id = $1", id);
    TRY(show_decision(work, id));
    work.record({"decision.published", "decision", id.str()});
    return {};
}

Result<DecisionNoteId> add_note(Work& work, const exchange::Exchange& exchange, DecisionId id, const std::string& text) {
    TRY(require_to_speak_for_state(work.actor, exchange));
    const Decision decision = TRY(get_decision(work, id));
    if (decision.state != "silence" && decision.state != "adopted") return conflict("decision.no_notes");
    TRY(check_text(text, kLongestReason, "text"));
    const auto note = DecisionNoteId::make(work.now);
    work.db.run("INSERT INTO decision_notes (id, decision_id, member, text, made_by, made_at) VALUES ($1, $2, $3, $4, $5, $6)", note, id,
                work.actor.member, text, work.actor.log_name(), work.now);
    work.record({"decision.note_added", "decision", id.str(), {}, {{"member", work.actor.member}}});
    return note;
}

}  // namespace homeward::council
