#pragma once
// How the API shows a decision. Only .cpp files include this: it pulls Boost.Describe.

#include "council/decisions/decision_story.h"
#include "council/followup/action_json.h"

namespace homeward::council {

BOOST_DESCRIBE_STRUCT(DecisionLink, (), (id, number, title))

BOOST_DESCRIBE_STRUCT(CommitmentLink, (), (id, document_id, clause, title_en, title_ru))

struct DecisionBody {
    DecisionId id;
    std::string number, title, state, way;
    std::vector<std::string> languages;
    Texts texts;
    std::optional<SessionId> session_id;
    std::string session_title;
    std::optional<AgendaItemId> agenda_item_id;
    int agenda_position = 0;
    std::string agenda_title, commitment_id;
    std::optional<CommitmentLink> commitment;
    bool open_to_all = false;
    int version = 1;
    std::optional<Date> ends_on;
    std::optional<int> days_left;
    std::optional<Date> adopted_on;
    std::vector<DecisionLink> supersedes;
    std::optional<DecisionLink> superseded_by;
    std::vector<CouncilActionBody> actions;
};
BOOST_DESCRIBE_STRUCT(DecisionBody, (), (id, number, title, state, way, languages, texts, session_id, session_title, agenda_item_id, agenda_position,
                                         agenda_title, commitment_id, commitment, open_to_all, version, ends_on, days_left, adopted_on, supersedes, superseded_by, actions))

/// With the actions that follow from it, as far as this reader may see them.
DecisionBody decision_body(access::Work& work, const Decision& decision);

}  // namespace homeward::council
