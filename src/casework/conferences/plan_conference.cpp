#include <algorithm>
#include <set>

#include "casework/conferences/conference_codes.h"
#include "casework/need.h"
#include "history/history.h"
#include "people/relation.h"

namespace homeward::casework {
namespace {

using access::Permission;
using access::Work;

Done check(Work& work, const CaseFile& file, Date planned_on, const std::string& topics, const std::vector<Participant>& participants) {
    if (trim(topics).empty()) return invalid("conference.topics_needed", "topics");
    TRY(check_text(topics, "topics"));
    if (planned_on < work.today()) return invalid("conference.in_the_past", "planned_on");
    if (participants.empty()) return invalid("conference.nobody", "participants");
    if (participants.size() > kMostParticipants) return invalid("conference.too_long", "participants", {{"most", std::to_string(kMostParticipants)}});
    const auto staff = invitable(work.db, TRY(people::relation_of(work.db, file.person_id)).region);
    std::set<access::AccountId> asked;
    for (std::size_t i = 0; i < participants.size(); ++i) {
        const auto& [account, role, attended] = participants[i];
        const std::string at = "participants/" + std::to_string(i);
        if (account.has_value() == role.has_value()) return invalid("conference.participant", at);
        if (!account) continue;
        if (std::ranges::none_of(staff, [&](const auto& each) { return each.id == *account; })) return invalid("conference.participant", at);
        if (!asked.insert(*account).second) return invalid("conference.twice", at);
    }
    return {};
}

void put_participants(Work& work, ConferenceId id, const std::vector<Participant>& participants) {
    work.db.run("DELETE FROM conference_participants WHERE conference_id = $1", id);
    int position = 0;
    for (const auto& each : participants) {
        work.db.run("INSERT INTO conference_participants (conference_id, position, account_id, outside_role) VALUES ($1, $2, $3, $4)", id, position++, each.account,
                    each.role ? std::optional(std::string(json::name_of(*each.role))) : std::nullopt);
    }
}

/// As the history keeps them: ids of colleagues, and what the others are.
std::string listed(const std::vector<Participant>& participants) {
    std::string list;
    for (const auto& each : participants) list += (list.empty() ? "" : ",") + (each.account ? each.account->str() : std::string(json::name_of(*each.role)));
    return list;
}

/// One that lies ahead, in the version that the actor saw.
Result<Conference> planned(Work& work, ConferenceId id, int version) {
    Conference conference = TRY(get_conference(work, id));
    TRY(require_open_case(work, conference.case_id, Permission::hold_conference));
    if (conference.state != ConferenceState::planned) return conflict("conference.not_planned");
    if (conference.version != version) return conflict("edit.changed_meanwhile");
    return conference;
}

}  // namespace

Result<ConferenceId> plan_conference(Work& work, CaseId case_id, Date planned_on, const std::string& topics, const std::vector<Participant>& participants) {
    const CaseFile file = TRY(require_open_case(work, case_id, Permission::hold_conference));
    TRY(check(work, file, planned_on, topics, participants));
    const auto id = ConferenceId::make(work.now);
    work.db.run("INSERT INTO case_conferences (id, case_id, state, planned_on, topics_sealed, minutes_sealed, created_by, created_at, version)"
                " VALUES ($1, $2, 'planned', $3, $4, $5, $6, $7, 1)",
                id, case_id, planned_on, TRY(sealed(work, file.person_id, {"case_conferences", "topics_sealed", id.str()}, topics)), Bytes{}, work.actor.id, work.now);
    put_participants(work, id, participants);
    work.record({"conference.planned", "case_conference", id.str(), file.person_id.str(), {{"planned_on", planned_on.str()}}});
    return id;
}

Done change_conference(Work& work, ConferenceId id, int version, Date planned_on, const std::string& topics, const std::vector<Participant>& participants) {
    const Conference before = TRY(planned(work, id, version));
    TRY(check(work, TRY(get_case(work.db, before.case_id)), planned_on, topics, participants));
    work.db.run("UPDATE case_conferences SET planned_on = $2, topics_sealed = $3, version = version + 1 WHERE id = $1", id, planned_on,
                TRY(sealed(work, before.person_id, {"case_conferences", "topics_sealed", id.str()}, topics)));
    put_participants(work, id, participants);
    TRY(history::note(work, before.person_id.uuid, {"conference", id.str()}, {{"planned_on", before.planned_on.str()}, {"topics", before.topics}, {"participants", listed(before.participants)}},
                      {{"planned_on", planned_on.str()}, {"topics", topics}, {"participants", listed(participants)}}));
    work.record({"conference.changed", "case_conference", id.str(), before.person_id.str(), {{"planned_on", planned_on.str()}}});
    return {};
}

Done cancel_conference(Work& work, ConferenceId id, int version, const std::string& why) {
    const Conference before = TRY(planned(work, id, version));
    if (trim(why).empty()) return invalid("conference.reason_needed", "reason");
    TRY(check_text(why, "reason"));
    work.db.run("UPDATE case_conferences SET state = 'cancelled', minutes_sealed = $2, version = version + 1 WHERE id = $1", id,
                TRY(sealed(work, before.person_id, {"case_conferences", "minutes_sealed", id.str()}, why)));
    TRY(history::note(work, before.person_id.uuid, {"conference", id.str()}, {{"state", "planned"}}, {{"state", "cancelled"}, {"reason", why}}));
    work.record({"conference.cancelled", "case_conference", id.str(), before.person_id.str()});
    return {};
}

}  // namespace homeward::casework
