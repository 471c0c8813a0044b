#pragma once
// Tasks as the API writes them. Only .cpp files include this: it pulls JSON.

#include "base/json.h"
#include "desk/calendar.h"
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
    std::size_t total = 0;
    Date today;
};
BOOST_DESCRIBE_STRUCT(TasksBody, (), (items, next, total, today))
struct TaskGroupBody {
    std::string group;
    std::vector<TaskBody> items;
    std::optional<std::string> next;
    std::size_t total = 0;
};
BOOST_DESCRIBE_STRUCT(TaskGroupBody, (), (group, items, next, total))
struct TaskBoardBody {
    std::vector<TaskGroupBody> groups;
    std::size_t total = 0, overdue = 0;
};
BOOST_DESCRIBE_STRUCT(TaskBoardBody, (), (groups, total, overdue))

inline TaskPerson task_person(const people::Register& people, people::PersonId id, bool named) {
    const auto person = people.find(id);
    return {id, person && named ? person->name : "", person ? person->code : ""};
}

inline std::vector<TaskBody> bodies_of(const std::vector<casework::Task>& tasks, const people::Register& people, Date today) {
    std::vector<TaskBody> bodies;
    for (const auto& task : tasks) {
        bodies.push_back({task.kind, task.due_on, task.due_on < today, task_person(people, task.person_id, !names_nobody(task.kind, task.detail)), task.case_id,
                          task.subject_id, task.detail.empty() ? std::nullopt : std::optional(task.detail)});
    }
    return bodies;
}

inline TasksBody body_of(const TaskPage& page, const people::Register& people, Date today) {
    return {bodies_of(page.items, people, today), page.next, page.total, today};
}

inline TaskBoardBody body_of(const TaskBoard& board, const people::Register& people, Date today) {
    TaskBoardBody body{{}, board.total, board.overdue};
    for (const auto& [group, page] : board.groups) body.groups.push_back({std::string(group), bodies_of(page.items, people, today), page.next, page.total});
    return body;
}

}  // namespace homeward::desk
