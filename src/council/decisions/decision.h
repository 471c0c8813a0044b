#pragma once
// What the Council decides: drafted, laid under silence, adopted by the calendar unless a State objects; or taken by a
// session in its hall. Nothing here adopts on anybody's word before the silence has ended.

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "council/meetings/session.h"
#include "exchange/exchange.h"

namespace homeward::council {

struct ObjectionTag;
struct DecisionNoteTag;
using ObjectionId = Id<ObjectionTag>;
using DecisionNoteId = Id<DecisionNoteTag>;

/// The clause of a document that a decision serves.
struct CommitmentLink {
    std::string id;
    std::string document_id;
    std::string clause;    ///< III.4
    std::string title_en;  ///< of the document
    std::string title_ru;
};

/// Texts by language, BCP 47.
using Texts = std::map<std::string, std::string>;

/// number   2024/1; empty before adoption, and for the moment between the end of a silence and its record
struct DecisionLink {
    DecisionId id;
    std::string number;
    std::string title;
};

/// A decision on a day. A silence that has ended reads as `adopted`, also while nobody has recorded it yet.
struct Decision {
    DecisionId id;
    std::string number;  ///< as in DecisionLink
    std::string title;
    std::string state;   ///< draft, silence, objected, adopted, withdrawn
    std::string way;     ///< silence, session
    std::vector<std::string> languages;  ///< agreed for this decision
    Texts texts;                         ///< of the agreed languages, as far as they are written
    std::optional<SessionId> session_id;
    std::string session_title;
    std::optional<AgendaItemId> agenda_item_id;
    int agenda_position = 0;
    std::string agenda_title;
    std::string commitment_id;           ///< empty for none
    std::optional<CommitmentLink> commitment;
    bool open_to_all = false;            ///< once it is adopted
    int version = 1;
    std::optional<Date> ends_on;         ///< last day of the silence that runs
    std::optional<Date> adopted_on;
    std::vector<DecisionLink> supersedes;
    std::optional<DecisionLink> superseded_by;  ///< an adopted one
};

// ----- drafts -------------------------------------------------------------------------------------------------------

struct DecisionDraft {
    std::string title;
    std::vector<std::string> languages;  ///< en, ru and any of uz, kk, ky, tg, tk
    Texts texts;
    std::optional<SessionId> session_id = {};
    std::optional<AgendaItemId> agenda_item_id = {};
    std::string commitment_id = {};
    bool open_to_all = false;
    std::vector<DecisionId> supersedes = {};
};

/// errors    forbidden without edit_council; invalid `decision.languages`, `decision.language`, council.text_…;
///           not_found `session.not_found`, `agenda.not_found`; invalid `decision.commitment`, `decision.supersedes` unless each is adopted
Result<DecisionId> draft_decision(access::Work& work, const DecisionDraft& draft);
/// Changes a draft, or revises one that a State objected to: it is a draft again, of a new version.
///
/// version   that the actor saw
/// errors    as above; conflict `decision.changed` when another version stands, `decision.not_a_draft`, `decision.unchanged`
Done edit_decision(access::Work& work, DecisionId id, int version, const DecisionDraft& draft);
/// Takes back a draft that leads nowhere. errors  conflict `decision.not_a_draft`; invalid council.text_…
Done withdraw_decision(access::Work& work, DecisionId id, int version, const std::string& reason);

// ----- silence ------------------------------------------------------------------------------------------------------

constexpr int kLeastSilenceDays = 3;

/// Lays a draft under silence until the end of a day, UTC.
///
/// least_days  between today and that day
/// errors      forbidden without edit_council; conflict `decision.changed`, `decision.not_a_draft`; `decision.revise_first` while an objection stands;
///             invalid `decision.language_missing` (param `language`), `decision.silence_short` (param `days`)
Done begin_silence(access::Work& work, DecisionId id, int version, Date ends_on, int least_days = kLeastSilenceDays);

/// A member State's objection: the silence is broken, the decision is not adopted. Further States may object until the
/// silence would have ended.
/// errors    forbidden unless for a member State; conflict `decision.no_silence`, `decision.objected_already`; invalid council.text_…
Result<ObjectionId> object_to_decision(access::Work& work, const exchange::Exchange& exchange, DecisionId id, const std::string& reason);
/// Takes the State's own objection back. The silence stays broken: only a new one can lead to adoption.
/// errors    conflict `decision.no_objection`
Done withdraw_objection(access::Work& work, const exchange::Exchange& exchange, DecisionId id);

/// For the clock: records each decision whose silence has ended as adopted, and gives it its number.
Done adopt_what_is_due(access::Work& work);
/// For the clock: tells the States once that a silence ends on the next day or sooner.
Done remind_of_silences(access::Work& work);

// ----- others -------------------------------------------------------------------------------------------------------

/// Taken by consensus in a session's hall.
struct NewDecision {
    SessionId session_id;
    std::optional<AgendaItemId> agenda_item_id;
    Texts texts;            ///< English at least
    Date decided_on;
    std::string title = {};  ///< empty: the beginning of the English text
    bool open_to_all = false;
    std::vector<DecisionId> supersedes = {};
};
/// Records it under the next number of its year, and tells every focal point by letter. The rule is in hall.h.
/// errors    forbidden without edit_council; not_found `session.not_found`, `agenda.not_found`;
///           those of check_hall unless States sat in a hall that day, and those of drafts
Result<DecisionId> record_decision(access::Work& work, const exchange::Exchange& exchange, const NewDecision& decision);

/// Lets everybody read an adopted decision. errors  conflict `decision.not_adopted`
Done publish_decision(access::Work& work, DecisionId id);

/// A State's explanation of its position, beside a decision under silence or adopted.
/// errors    forbidden unless for a member State; conflict `decision.no_notes`; invalid council.text_…
Result<DecisionNoteId> add_note(access::Work& work, const exchange::Exchange& exchange, DecisionId id, const std::string& text);

/// errors    not_found `decision.not_found`, whoever asks
Result<Decision> get_decision(access::Work& work, DecisionId id);

}  // namespace homeward::council
