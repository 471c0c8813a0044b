#include <algorithm>

#include "casework/conferences/conference_codes.h"
#include "casework/need.h"
#include "history/history.h"
#include "people/relation.h"

namespace homeward::casework {
namespace {

using access::Permission;
using access::Work;

Done check(Work& work, const Conference& conference, const MinutesGiven& given) {
    if (trim(given.minutes).empty()) return invalid("conference.minutes_needed", "minutes");
    if (length_of(given.minutes) > kLongestMinutes) return invalid("case.text_long", "minutes", {{"most", std::to_string(kLongestMinutes)}});
    if (work.latest_today() < given.held_on) return invalid("conference.in_the_future", "held_on");
    if (given.attended.size() != conference.participants.size()) return invalid("conference.attended", "attended");
    if (conference.tasks.size() + given.agreed.size() > kMostAgreedTasks) return invalid("conference.too_long", "agreed", {{"most", std::to_string(kMostAgreedTasks)}});
    const auto relation = TRY(people::relation_of(work.db, conference.person_id));
    for (std::size_t i = 0; i < given.agreed.size(); ++i) {
        const AgreedTask& task = given.agreed[i];
        const std::string at = "agreed/" + std::to_string(i);
        if (trim(task.text).empty()) return invalid("conference.task_empty", at + "/text");
        TRY(check_text(task.text, at + "/text"));
        if (!was_invited(conference, task.owner) && relation.assigned_to != task.owner) return invalid("conference.task_owner", at + "/owner");
        if (task.due_on < given.held_on) return invalid("conference.task_due", at + "/due_on");
    }
    return {};
}

}  // namespace

Done write_minutes(Work& work, ConferenceId id, const MinutesGiven& given) {
    const Conference before = TRY(get_conference(work, id));
    TRY(require_open_case(work, before.case_id, Permission::hold_conference));
    if (before.state == ConferenceState::cancelled) return conflict("conference.cancelled");
    if (before.version != given.version) return conflict("edit.changed_meanwhile");
    TRY(check(work, before, given));
    work.db.run("UPDATE case_conferences SET state = 'held', held_on = $2, minutes_sealed = $3, version = version + 1 WHERE id = $1", id, given.held_on,
                TRY(sealed(work, before.person_id, {"case_conferences", "minutes_sealed", id.str()}, given.minutes)));
    for (std::size_t i = 0; i < given.attended.size(); ++i) {
        work.db.run("UPDATE conference_participants SET attended = $3 WHERE conference_id = $1 AND position = $2", id, static_cast<int>(i), given.attended[i] ? 1 : 0);
    }
    for (const auto& task : given.agreed) {
        const auto task_id = ConferenceTaskId::make(work.now);
        work.db.run("INSERT INTO conference_tasks (id, conference_id, owner, due_on, text_sealed, state) VALUES ($1, $2, $3, $4, $5, 'open')", task_id, id, task.owner,
                    task.due_on, TRY(sealed(work, before.person_id, {"conference_tasks", "text_sealed", task_id.str()}, task.text)));
        work.record({"conference.agreed", "conference_task", task_id.str(), before.person_id.str(), {{"owner", task.owner.str()}, {"due_on", task.due_on.str()}}});
    }
    TRY(history::note(work, before.person_id.uuid, {"conference", id.str()}, {{"minutes", before.minutes}, {"held_on", before.held_on ? before.held_on->str() : ""}},
                      {{"minutes", given.minutes}, {"held_on", given.held_on.str()}}));
    work.record({"conference.minutes_written", "case_conference", id.str(), before.person_id.str(), {{"held_on", given.held_on.str()}}});
    return {};
}

Done close_agreed_task(Work& work, ConferenceTaskId id, bool done, const std::string& reason) {
    const auto conference_id = work.db.query("SELECT conference_id FROM conference_tasks WHERE id = $1", id).value<ConferenceId>();
    if (!conference_id) return not_found("conference.not_found");
    const Conference conference = TRY(get_conference(work, *conference_id));
    const auto task = *std::ranges::find(conference.tasks, id, &AgreedTask::id);
    if (task.owner != work.actor.id) TRY(people::require_person(work.db, work.actor, Permission::hold_conference, conference.person_id));
    if (task.state != AgreedState::open) return conflict("conference.task_closed");
    if (!done && trim(reason).empty()) return invalid("conference.reason_needed", "reason");
    TRY(check_text(reason, "reason"));
    const char* state = done ? "done" : "dropped";
    work.db.run("UPDATE conference_tasks SET state = $2, closed_by = $3, closed_at = $4, reason_sealed = $5 WHERE id = $1", id, state, work.actor.id, work.now,
                TRY(sealed(work, conference.person_id, {"conference_tasks", "reason_sealed", id.str()}, reason)));
    TRY(history::note(work, conference.person_id.uuid, {"conference_task", id.str()}, {{"state", "open"}}, {{"state", state}, {"reason", reason}}));
    work.record({done ? "conference.task_done" : "conference.task_dropped", "conference_task", id.str(), conference.person_id.str()});
    return {};
}

}  // namespace homeward::casework
