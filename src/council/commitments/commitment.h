#pragma once

#include <optional>
#include <string>
#include <vector>

#include "access/permission.h"
#include "access/work.h"
#include "exchange/membership.h"

namespace homeward::council {

struct CommitmentDocumentTag;
struct CommitmentTag;
struct NationalActionTag;
using CommitmentDocumentId = Id<CommitmentDocumentTag>;
using CommitmentId = Id<CommitmentTag>;
using NationalActionId = Id<NationalActionTag>;

/// A pillar of the UN Global Counter-Terrorism Strategy: conditions (addressing conditions conducive to the spread of
/// terrorism), prevention (preventing and combating), capacity (building States' capacity and the UN's role), rights
/// (human rights and the rule of law). source: General Assembly resolution 60/288 (2006), annex
bool is_pillar(std::string_view code);

/// A document in which States promised something.
///
/// kind   joint_plan, declaration, national_strategy, action_plan, cbm_catalogue, resolution, other
/// state  of a national document; empty for one of all States
struct CommitmentDocument {
    CommitmentDocumentId id;
    std::string kind;
    std::string title_en, title_ru;
    std::string state;
    PartialDate adopted_on;
    std::optional<Date> expires_on;
    std::string link;
    std::string source;
    bool is_public = true;
    int version = 0;  ///< that the edit is based on; 0 for a new one
};

/// One clause of it.
struct Commitment {
    CommitmentId id;
    CommitmentDocumentId document_id;
    std::string clause;  ///< as the document numbers it
    std::string text_en, text_ru;
    std::string pillar;
    std::string topic;
    int version = 0;
};

/// What a State says it does about a clause.
/// status   planned, under_way, done, not_applicable
struct NationalAction {
    NationalActionId id;
    CommitmentId commitment_id;
    std::string state;
    std::string status;
    std::string what;
    std::string evidence;
    std::string evidence_link;
    Instant reported_at;
};

/// errors    forbidden without edit_council, or edit_national for a document of the own State; not_found
///           `commitment.no_document`; conflict `commitment.changed`; invalid `commitment.kind`, `law.state`,
///           `commitment.dates`, `council.link`, `council.text_missing`, `council.text_long`
Result<CommitmentDocumentId> save_document(access::Work& work, const exchange::Membership& members, const CommitmentDocument& document);
/// errors    as above; conflict `commitment.clause_exists`; invalid `commitment.pillar`, `council.topic`
Result<CommitmentId> save_commitment(access::Work& work, const Commitment& commitment);
/// Says what the State does now; what it said before stays as history.
/// errors    forbidden without edit_council or edit_national for the own State, `law.not_your_state`; not_found
///           `commitment.not_found`; conflict `commitment.not_for_state` for another State's national document;
///           invalid `law.state`, `commitment.status`, `council.link`, `council.text_missing`
Result<NationalActionId> report_national_action(access::Work& work, const exchange::Membership& members, const NationalAction& action);

/// Newest first; what the actor may see.
std::vector<CommitmentDocument> list_documents(access::Work& work);
/// errors    not_found `commitment.no_document`
Result<CommitmentDocument> get_document(access::Work& work, CommitmentDocumentId id);
/// In the order of their clauses: 2 before 10.
std::vector<Commitment> list_commitments(store::Connection& db, CommitmentDocumentId document);
/// errors    not_found `commitment.not_found`, also when its document may not be seen
Result<Commitment> get_commitment(access::Work& work, CommitmentId id);
/// The newest of each State.
std::vector<NationalAction> current_actions(store::Connection& db, CommitmentId id);
/// Everything that one State said, newest first.
std::vector<NationalAction> history_of(store::Connection& db, CommitmentId id, std::string_view state);

}  // namespace homeward::council
