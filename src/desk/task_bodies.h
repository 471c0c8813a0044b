#pragma once
// Tasks as the API writes them. Only .cpp files include this: it pulls JSON.

#include "base/json.h"
#include "desk/tasks.h"
#include "people/register.h"

namespace homeward::desk {

struct TaskPerson {
    people::PersonId id;
    std::string name, code;
};
BOOST_DESCRIBE_STRUCT(TaskPerson, (), (id, name, code))
struct TaskBody {
    std::string kind;
    Date due_on;
    bool overdue;
    TaskPerson person;
    casework::CaseId case_id;
    std::string subject_id;
    std::optional<std::string> detail;
};
BOOST_DESCRIBE_STRUCT(TaskBody, (), (kind, due_on, overdue, person, case_id, subject_id, detail))
struct TasksBody {
    std::vector<TaskBody> items;
    std::optional<std::string> next;
    std::size_t total = 0, overdue = 0, approvals = 0, overdue_approvals = 0;
    Date today;
};
BOOST_DESCRIBE_STRUCT(TasksBody, (), (items, next, total, overdue, approvals, overdue_approvals, today))

inline TaskPerson task_person(const people::Register& people, people::PersonId id, bool named) {
    const auto person = people.find(id);
    return {id, person && named ? person->name : "", person ? person->code : ""};
}

inline TasksBody body_of(const TaskPage& page, const people::Register& people, Date today) {
    TasksBody body{{}, page.next, page.total, page.overdue, page.approvals, page.overdue_approvals, today};
    for (const auto& task : page.items) {
        // Whoever sits on a panel learns whom it is about once they have promised to keep it.
        body.items.push_back({task.kind, task.due_on, task.due_on < today, task_person(people, task.person_id, task.kind != "sit_on_panel"), task.case_id,
                              task.subject_id, task.detail.empty() ? std::nullopt : std::optional(task.detail)});
    }
    return body;
}

}  // namespace homeward::desk
