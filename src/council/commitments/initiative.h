#pragma once

#include "council/commitments/commitment.h"

namespace homeward::council {

struct InitiativeTag;
using InitiativeId = Id<InitiativeTag>;

/// Who does what, where and when; kept so that the gaps are seen.
///
/// body     code of who does it
/// state    where: member State; empty for all of them
/// ends_on  last day; none while it goes on or is not known
struct Initiative {
    InitiativeId id;
    std::string title_en, title_ru;
    std::string body;
    std::string state;
    std::string place;
    PartialDate starts_on;
    std::optional<Date> ends_on;
    std::string pillar;
    std::string topic;
    std::string funder;
    std::string source;
    bool is_public = true;
    int version = 0;
};

/// errors    forbidden without edit_council, or edit_national for the own State; not_found `initiative.not_found`;
///           conflict `initiative.changed`; invalid `initiative.body`, `law.state`, `commitment.pillar`, `council.topic`,
///           `initiative.dates`, `council.text_missing`, `council.text_long`
Result<InitiativeId> save_initiative(access::Work& work, const exchange::Membership& members, const Initiative& initiative);
Done withdraw_initiative(access::Work& work, InitiativeId id, const std::string& reason);

/// Under way on that day, or all; newest first. What the actor may see.
std::vector<Initiative> list_initiatives(access::Work& work, std::optional<Date> on);
/// errors    not_found `initiative.not_found`
Result<Initiative> get_initiative(access::Work& work, InitiativeId id);

}  // namespace homeward::council
