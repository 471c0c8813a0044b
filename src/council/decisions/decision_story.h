#pragma once
// What happened to a decision: its silences, objections, notes and edits.

#include "council/decisions/decision.h"

namespace homeward::council {

struct DecisionObjection {
    ObjectionId id;
    std::string member;
    std::string reason;
    std::string made_by;  ///< name of the account
    Instant made_at;
    std::optional<Instant> withdrawn_at;
};
/// outcome   running, adopted, objected
/// version   of the text that lay under silence
struct Silence {
    int round = 1;
    int version = 1;
    std::string begun_by;
    Instant begun_at;
    Date ends_on;
    std::string outcome;
    std::optional<Instant> ended_at;
    std::vector<DecisionObjection> objections;
};
struct DecisionNote {
    DecisionNoteId id;
    std::string member;
    std::string text;
    Instant made_at;
};
struct DecisionFieldChange {
    std::string field;  ///< title, languages, text.en, session, agenda_item, commitment, open_to_all, supersedes, withdrawn, taken_up
    std::string was;
    std::string became;
};
struct DecisionEdit {
    int version = 1;
    std::string by;  ///< name of the account
    Instant at;
    std::vector<DecisionFieldChange> changes;
};

/// Oldest first.
std::vector<Silence> silences_of(access::Work& work, DecisionId id);
std::vector<DecisionNote> notes_of(store::Connection& db, DecisionId id);
/// Newest first.
std::vector<DecisionEdit> edits_of(store::Connection& db, DecisionId id);

}  // namespace homeward::council
