#include "casework/tasks.h"
#include "people/consents/consents.h"
#include "people/documents/person_chain.h"

namespace homeward::casework {

std::vector<Task> tasks_about_persons(access::Work& work) {
    std::vector<Task> tasks;
    const auto add = [&](std::vector<people::PersonTask> of_persons) {
        for (auto& each : of_persons) {
            const auto file = find_case_of(work.db, each.person_id);
            if (!file) continue;
            // What is asked of others about somebody lives on when the work with them has ended; what we would begin does not.
            const bool closed = work.db.query("SELECT 1 FROM case_closures WHERE case_id = $1 AND decision = 'approved' AND reopened_at IS NULL", *file).next();
            if (closed && !each.kind.starts_with("recall")) continue;
            tasks.push_back({std::move(each.kind), each.person_id, *file, std::move(each.subject_id), each.due_on, std::move(each.detail)});
        }
    };
    add(people::documents::tasks_of(work));
    add(people::consents::tasks_of(work));
    return tasks;
}

}  // namespace homeward::casework
