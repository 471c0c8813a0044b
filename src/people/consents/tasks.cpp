#include <set>

#include "access/permission.h"
#include "people/consents/consent_store.h"
#include "people/person.h"

namespace homeward::people::consents {
namespace {

using access::Permission;
using access::Work;

constexpr int kSendWithinDays = 3, kAnswerWithinDays = 14;

const std::string kMine = " JOIN persons p ON p.id = x.person_id WHERE p.assigned_to = $1 AND p.merged_into IS NULL";
const std::string kNewest = " AND NOT EXISTS (SELECT 1 FROM consents y WHERE y.person_id = x.person_id AND y.purpose = x.purpose AND y.id > x.id)";

void add_ending(std::vector<PersonTask>& tasks, Work& work) {
    for (const auto row : work.db.query("SELECT x.person_id, x.id, x.expires_on, x.purpose FROM consents x" + kMine +
                                        " AND x.answer <> 'refused' AND x.withdrawn_on IS NULL AND x.expires_on <= $2" + kNewest,
                                        work.actor.id, work.today().plus_days(kExpiresSoonDays))) {
        tasks.push_back({"consent_expires", row.get<PersonId>(0), std::string(row.text(1)), row.get<Date>(2), std::string(row.text(3))});
    }
}

/// Once for a person, however many of their caregivers' consents end that day. No clock makes these rows: the day's list
/// is reckoned when it is read, so no night's run can be missed.
void add_of_age(std::vector<PersonTask>& tasks, Work& work) {
    std::set<PersonId> asked;
    std::vector<std::pair<PersonId, std::string>> by_caregivers;
    for (const auto row : work.db.query("SELECT x.person_id, x.id FROM consents x" + kMine +
                                        " AND x.source = 'caregiver' AND x.answer = 'given' AND x.withdrawn_on IS NULL" + kNewest + " ORDER BY x.id", work.actor.id)) {
        if (asked.insert(row.get<PersonId>(0)).second) by_caregivers.emplace_back(row.get<PersonId>(0), std::string(row.text(1)));
    }
    for (const auto& [person, consent] : by_caregivers) {
        const auto adult = adult_from(work, person);
        if (adult && *adult && **adult <= work.today()) tasks.push_back({"consent_of_age", person, consent, (*adult)->plus_days(kTakeAgainWithinDays)});
    }
}

void add_recalls(std::vector<PersonTask>& tasks, Work& work) {
    for (const auto row : work.db.query("SELECT x.person_id, x.id, x.asked_at, x.sent_on, x.provider_id FROM recalls x" + kMine + " AND x.answer IS NULL", work.actor.id)) {
        const Date asked = Date::of(row.get<Instant>(2));
        const auto sent = row.get<std::optional<Date>>(3);
        const bool to_send = !sent && row.is_null(4);
        tasks.push_back({to_send ? "recall_letter" : "recall_answer", row.get<PersonId>(0), std::string(row.text(1)),
                         to_send ? asked.plus_days(kSendWithinDays) : sent.value_or(asked).plus_days(kAnswerWithinDays)});
    }
}

}  // namespace

std::vector<PersonTask> tasks_of(Work& work) {
    std::vector<PersonTask> tasks;
    if (!may(work.actor, Permission::write_consent)) return tasks;
    add_ending(tasks, work);
    add_of_age(tasks, work);
    add_recalls(tasks, work);
    return tasks;
}

}  // namespace homeward::people::consents
