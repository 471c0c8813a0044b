#include <algorithm>
#include <array>

#include "council/audience.h"
#include "council/commitments/commitment.h"
#include "council/members/body.h"
#include "council/rights.h"
#include "council/text_rules.h"
#include "council/topics.h"
#include "search/index.h"

namespace homeward::council {
namespace {

using access::Work;

Done check(const exchange::Membership& members, const CommitmentDocument& document) {
    constexpr std::array<std::string_view, 7> kinds{"joint_plan", "declaration", "national_strategy", "action_plan", "cbm_catalogue", "resolution", "other"};
    if (std::ranges::find(kinds, document.kind) == kinds.end()) return invalid("commitment.kind", "kind");
    if (!document.state.empty() && !is_state(members, document.state)) return invalid("law.state", "state");
    TRY(check_text(document.title_en, 300, "title_en"));
    TRY(check_text(document.title_ru, 300, "title_ru"));
    TRY(check_link(document.link, "link"));
    TRY(check_text(document.source, 500, "source"));
    if (document.expires_on && *document.expires_on < document.adopted_on.earliest()) return invalid("commitment.dates", "expires_on");
    return {};
}

/// Clauses are found by search, and by whoever may read their document.
void index(Work& work, const CommitmentDocument& document, const Commitment& commitment) {
    const auto audience = audience_of(work.db, "commitment_document", document.id.str());
    set_audience(work, "commitment", commitment.id.str(), audience);
    search::put(work.db, {"commitment", commitment.id.str(), document.title_en + " / " + document.title_ru + ", " + commitment.clause,
                          commitment.text_en + "\n" + commitment.text_ru, audience, document.state, commitment.topic,
                          document.adopted_on.earliest()});
}

}  // namespace

Result<CommitmentDocumentId> save_document(Work& work, const exchange::Membership& members, const CommitmentDocument& document) {
    TRY(require_to_edit_for(work.actor, document.state));
    TRY(check(members, document));
    const bool is_new = document.version == 0;
    CommitmentDocument saved = document;
    if (is_new) saved.id = CommitmentDocumentId::make(work.now);
    if (!is_new) {
        const auto before = TRY(get_document(work, saved.id));
        TRY(require_to_edit_for(work.actor, before.state));
        if (before.version != document.version) return conflict("commitment.changed");
    }
    work.db.run("INSERT INTO commitment_documents (id, kind, title_en, title_ru, state, adopted_on, expires_on, link, source, public, version, changed_by,"
                " changed_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)"
                " ON CONFLICT (id) DO UPDATE SET kind = $2, title_en = $3, title_ru = $4, state = $5, adopted_on = $6, expires_on = $7, link = $8,"
                " source = $9, public = $10, version = $11, changed_by = $12, changed_at = $13",
                saved.id, saved.kind, saved.title_en, saved.title_ru, saved.state, saved.adopted_on, saved.expires_on, saved.link, saved.source,
                saved.is_public, document.version + 1, work.actor.log_name(), work.now);
    set_audience(work, "commitment_document", saved.id.str(), audience_of(saved.is_public ? Marking::clear : Marking::green, {}));
    for (const auto& commitment : list_commitments(work.db, saved.id)) index(work, saved, commitment);
    work.record({is_new ? "commitment_document.written" : "commitment_document.changed", "commitment_document", saved.id.str()});
    return saved.id;
}

Result<CommitmentId> save_commitment(Work& work, const Commitment& commitment) {
    const auto document = TRY(get_document(work, commitment.document_id));
    TRY(require_to_edit_for(work.actor, document.state));
    TRY(check_text(commitment.clause, 40, "clause"));
    TRY(check_text(commitment.text_en, 4000, "text_en"));
    TRY(check_optional_text(commitment.text_ru, 4000, "text_ru"));
    if (!is_pillar(commitment.pillar)) return invalid("commitment.pillar", "pillar");
    if (!is_topic(commitment.topic)) return invalid("council.topic", "topic");
    Commitment saved = commitment;
    if (commitment.version == 0) saved.id = CommitmentId::make(work.now);
    else if (const auto before = TRY(get_commitment(work, saved.id)); before.version != commitment.version || before.document_id != document.id) {
        return conflict("commitment.changed");
    }
    if (work.db.query("SELECT 1 FROM commitments WHERE document_id = $1 AND clause = $2 AND id <> $3", document.id, saved.clause, saved.id).next()) {
        return conflict("commitment.clause_exists");
    }
    work.db.run("INSERT INTO commitments (id, document_id, clause, text_en, text_ru, pillar, topic, version, changed_by, changed_at)"
                " VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) ON CONFLICT (id) DO UPDATE SET clause = $3, text_en = $4, text_ru = $5, pillar = $6,"
                " topic = $7, version = $8, changed_by = $9, changed_at = $10",
                saved.id, document.id, saved.clause, saved.text_en, saved.text_ru, saved.pillar, saved.topic, commitment.version + 1,
                work.actor.log_name(), work.now);
    index(work, document, saved);
    work.record({commitment.version == 0 ? "commitment.written" : "commitment.changed", "commitment", saved.id.str()});
    return saved.id;
}

Result<NationalActionId> report_national_action(Work& work, const exchange::Membership& members, const NationalAction& action) {
    constexpr std::array<std::string_view, 4> statuses{"planned", "under_way", "done", "not_applicable"};
    if (!is_state(members, action.state)) return invalid("law.state", "state");
    TRY(require_to_edit_for(work.actor, action.state));
    const auto commitment = TRY(get_commitment(work, action.commitment_id));
    const auto document = TRY(get_document(work, commitment.document_id));
    if (!document.state.empty() && document.state != action.state) return conflict("commitment.not_for_state");
    if (std::ranges::find(statuses, action.status) == statuses.end()) return invalid("commitment.status", "status");
    TRY(check_text(action.what, 4000, "what"));
    TRY(check_optional_text(action.evidence, 2000, "evidence"));
    TRY(check_link(action.evidence_link, "evidence_link"));
    const auto id = NationalActionId::make(work.now);
    work.db.run("INSERT INTO national_actions (id, commitment_id, state, status, what, evidence, evidence_link, reported_by, reported_at)"
                " VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
                id, commitment.id, action.state, action.status, action.what, action.evidence, action.evidence_link, work.actor.log_name(), work.now);
    work.record({"commitment.reported", "commitment", commitment.id.str(), {}, {{"state", action.state}, {"status", action.status}}});
    return id;
}

}  // namespace homeward::council
