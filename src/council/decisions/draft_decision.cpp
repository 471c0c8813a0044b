#include <algorithm>

#include "council/decisions/decision_rules.h"
#include "council/decisions/decision_store.h"
#include "council/text_rules.h"

namespace homeward::council {
namespace {

using access::Permission;
using access::Work;

Done check_place(Work& work, const DecisionDraft& draft) {
    if (!draft.session_id) return draft.agenda_item_id ? Done(not_found("agenda.not_found")) : Done{};
    const bool session = work.db.query("SELECT 1 FROM council_sessions WHERE id = $1", *draft.session_id).next();
    if (!session) return not_found("session.not_found");
    if (!draft.agenda_item_id) return {};
    const bool item = work.db.query("SELECT 1 FROM agenda_items WHERE id = $1 AND session_id = $2", *draft.agenda_item_id, *draft.session_id).next();
    if (!item) return not_found("agenda.not_found");
    return {};
}

Done check_commitment(Work& work, const DecisionDraft& draft) {
    if (draft.commitment_id.empty()) return {};
    const bool known = work.db.query("SELECT 1 FROM commitments WHERE id = $1", draft.commitment_id).next();
    if (!known) return invalid("decision.commitment", "commitment_id");
    return {};
}

Done check_supersedes(Work& work, const DecisionDraft& draft, std::optional<DecisionId> self) {
    for (const auto& earlier : draft.supersedes) {
        const bool adopted = work.db.query("SELECT 1 FROM decisions WHERE id = $1 AND state = 'adopted'", earlier).next();
        if (!adopted || earlier == self) return invalid("decision.supersedes", "supersedes");
    }
    return {};
}

/// With its languages in order and nothing said twice.
Result<DecisionDraft> checked(Work& work, DecisionDraft draft, std::optional<DecisionId> self) {
    TRY(access::require(work.actor, Permission::edit_council));
    TRY(check_draft(draft));
    draft.languages = TRY(agreed_languages(draft.languages));
    std::ranges::sort(draft.supersedes);
    const auto repeated = std::ranges::unique(draft.supersedes);
    draft.supersedes.erase(repeated.begin(), repeated.end());
    TRY(check_place(work, draft));
    TRY(check_commitment(work, draft));
    TRY(check_supersedes(work, draft, self));
    return draft;
}

template <class IdT>
std::string text_of(const std::optional<IdT>& id) { return id ? id->str() : std::string(); }

std::string text_of(const std::vector<DecisionLink>& links) {
    std::vector<std::string> ids;
    for (const auto& link : links) ids.push_back(link.id.str());
    std::ranges::sort(ids);
    return joined_words(ids);
}

std::string text_of(const std::vector<DecisionId>& ids) {
    std::vector<std::string> texts;
    for (const auto& id : ids) texts.push_back(id.str());
    std::ranges::sort(texts);
    return joined_words(texts);
}

std::string text_in(const Texts& texts, const std::string& language) {
    const auto found = texts.find(language);
    return found == texts.end() ? std::string() : found->second;
}

/// Notes what an edit changes, field by field. Gives how much that is.
class EditNote {
public:
    EditNote(Work& work, const Decision& before) : work_(work), before_(before) {}
    void field(const std::string& name, const std::string& was, const std::string& became) {
        if (was == became) return;
        ++changed_;
        work_.db.run("INSERT INTO decision_changes (decision_id, version, field, was, became, changed_by, changed_at) VALUES ($1, $2, $3, $4, $5, $6, $7)",
                     before_.id, before_.version + 1, name, was, became, work_.actor.log_name(), work_.now);
    }
    int changed() const { return changed_; }

private:
    Work& work_;
    const Decision& before_;
    int changed_ = 0;
};

int note_changes(Work& work, const Decision& before, const DecisionDraft& after) {
    EditNote note(work, before);
    note.field("title", before.title, after.title);
    note.field("languages", joined_words(before.languages), joined_words(after.languages));
    // A text in a language that was left out goes with it.
    std::vector<std::string> languages = before.languages;
    languages.insert(languages.end(), after.languages.begin(), after.languages.end());
    const auto all = agreed_languages(languages).value();
    for (const auto& language : all) note.field("text." + language, text_in(before.texts, language), text_in(after.texts, language));
    note.field("session", text_of(before.session_id), text_of(after.session_id));
    note.field("agenda_item", text_of(before.agenda_item_id), text_of(after.agenda_item_id));
    note.field("commitment", before.commitment_id, after.commitment_id);
    note.field("open_to_all", before.open_to_all ? "yes" : "no", after.open_to_all ? "yes" : "no");
    note.field("supersedes", text_of(before.supersedes), text_of(after.supersedes));
    return note.changed();
}

bool may_change(const Decision& decision) { return decision.state == "draft" || decision.state == "objected"; }

}  // namespace

Result<DecisionId> draft_decision(Work& work, const DecisionDraft& given) {
    const DecisionDraft draft = TRY(checked(work, given, std::nullopt));
    const auto id = DecisionId::make(work.now);
    insert_decision(work, id, draft, "draft", "silence");
    TRY(show_decision(work, id));
    work.record({"decision.drafted", "decision", id.str()});
    return id;
}

Done edit_decision(Work& work, DecisionId id, int version, const DecisionDraft& given) {
    const DecisionDraft draft = TRY(checked(work, given, id));
    const Decision before = TRY(decision_as_seen(work, id, version));
    if (!may_change(before)) return conflict("decision.not_a_draft");
    if (note_changes(work, before, draft) == 0) return conflict("decision.unchanged");
    work.db.run("UPDATE decisions SET state = 'draft', title = $2, languages = $3, session_id = $4, agenda_item_id = $5, commitment_id = $6,"
                " open_to_all = $7, version = $8, sorted_on = $9 WHERE id = $1",
                id, draft.title, joined_words(draft.languages), draft.session_id, draft.agenda_item_id, draft.commitment_id, draft.open_to_all,
                version + 1, work.today());
    replace_texts(work.db, id, draft);
    replace_supersedes(work.db, id, draft.supersedes);
    TRY(show_decision(work, id));
    work.record({"decision.edited", "decision", id.str()});
    return {};
}

Done withdraw_decision(Work& work, DecisionId id, int version, const std::string& reason) {
    TRY(access::require(work.actor, Permission::edit_council));
    const Decision before = TRY(decision_as_seen(work, id, version));
    if (!may_change(before)) return conflict("decision.not_a_draft");
    TRY(check_text(reason, kLongestReason, "reason"));
    EditNote(work, before).field("withdrawn", "", reason);
    work.db.run("UPDATE decisions SET state = 'withdrawn', version = $2, sorted_on = $3 WHERE id = $1", id, version + 1, work.today());
    TRY(show_decision(work, id));
    work.record({"decision.withdrawn", "decision", id.str()});
    return {};
}

}  // namespace homeward::council
