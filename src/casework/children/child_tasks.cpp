#include "casework/children/child_tasks.h"

#include "casework/children/care.h"

namespace homeward::casework {
namespace {

using access::Permission;
using access::Work;


/// Rows of person, file, subject, day, detail. From the actor's own people to their files, so that it costs what they have.
void add(std::vector<Task>& tasks, Work& work, const char* kind, const std::string& what, const std::string& from, int within_days) {
    for (const auto row : work.db.query("SELECT c.person_id, c.id, " + what + " FROM persons p JOIN case_files c ON c.person_id = p.id " + from +
                                        " AND p.assigned_to = $1" + kFileNotClosed, work.actor.id)) {
        const auto day = Date::parse(row.text(3).substr(0, 10)).value().plus_days(within_days);
        if (work.today().plus_days(kAheadDays) < day) continue;
        const auto person = row.get<people::PersonId>(0);
        // At 18 the page is read only: nothing is asked for that could not be done.
        const auto of_age = children::is_of_age(work, person);
        if (!of_age || *of_age) continue;
        tasks.push_back({kind, person, row.get<CaseId>(1), std::string(row.text(2)), day, std::string(row.text(4))});
    }
}

void add_residential(std::vector<Task>& tasks, Work& work) {
    std::vector<Task> found;
    add(found, work, "review_residential", "a.id, coalesce((SELECT max(r.done_on) FROM care_reviews r WHERE r.care_id = a.id), a.from_on), ''",
        "JOIN care_arrangements a ON a.case_id = c.id WHERE a.to_on IS NULL AND a.kind = 'residential'", 0);
    for (auto& task : found) {
        task.due_on = task.due_on.plus_months(children::review_months(work.db));
        if (task.due_on <= work.today().plus_days(kAheadDays)) tasks.push_back(std::move(task));
    }
}

void add_seats(std::vector<Task>& tasks, Work& work) {
    for (const auto row : work.db.query("SELECT c.person_id, c.id, r.id, s.named_at, s.confirmed_at IS NOT NULL FROM panel_seats s JOIN interest_reports r ON r.id = s.report_id"
                                        " JOIN case_files c ON c.id = r.case_id WHERE s.account_id = $1 AND s.opinion IS NULL AND r.state = 'before_panel'",
                                        work.actor.id)) {
        const auto of_age = children::is_of_age(work, row.get<people::PersonId>(0));
        if (!of_age || *of_age) continue;
        tasks.push_back({"sit_on_panel", row.get<people::PersonId>(0), row.get<CaseId>(1), std::string(row.text(2)),
                         Date::of(row.get<Instant>(3)).plus_days(kTakeSeatWithinDays), row.get<bool>(4) ? std::string(kPromised) : ""});
    }
}

}  // namespace

std::vector<Task> tasks_of_children(Work& work) {
    std::vector<Task> tasks;
    if (may(work.actor, Permission::write_child)) {
        add_residential(tasks, work);
        // The newest finished one says when to look again.
        add(tasks, work, "review_interests", "r.id, r.review_on, r.kind",
            "JOIN interest_reports r ON r.case_id = c.id WHERE r.state IN ('done', 'agreed')"
            " AND NOT EXISTS (SELECT 1 FROM interest_reports n WHERE n.case_id = c.id AND n.id > r.id AND n.state IN ('done', 'agreed'))", 0);
        add(tasks, work, "finish_interests", "r.id, r.written_at, r.kind", "JOIN interest_reports r ON r.case_id = c.id WHERE r.state = 'draft'", 7);
        add(tasks, work, "child_contact", "k.id, k.next_on, k.whom", "JOIN contact_plans k ON k.case_id = c.id WHERE k.next_on IS NOT NULL", 0);
    }
    if (may(work.actor, Permission::sit_on_panel)) add_seats(tasks, work);
    return tasks;
}

}  // namespace homeward::casework
