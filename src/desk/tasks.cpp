#include "desk/tasks.h"

#include <algorithm>
#include <array>

#include "services/tasks.h"

namespace homeward::desk {

using casework::Task;

std::vector<Task> tasks_of(access::Work& work) {
    auto tasks = casework::tasks_of(work);
    for (auto& task : services::tasks_of_services(work)) tasks.push_back(std::move(task));
    std::ranges::sort(tasks, {}, [](const Task& task) { return std::tie(task.due_on, task.kind, task.subject_id, task.detail); });
    return tasks;
}

bool is_approval(const Task& task) {
    constexpr std::array<std::string_view, 6> kinds{"approve_plan", "approve_closure", "approve_needs", "decide_transfer", "approve_assessment", "approve_order"};
    return std::ranges::find(kinds, task.kind) != kinds.end();
}

std::string place_of(const Task& task) { return task.due_on.str() + "!" + task.kind + "!" + task.subject_id + "!" + task.detail; }

TaskPage page_of_tasks(access::Work& work, const std::string& after, std::size_t limit) {
    auto tasks = tasks_of(work);
    TaskPage page;
    page.total = tasks.size();
    const Date today = work.today();
    for (auto& task : tasks) {
        page.overdue += task.due_on < today;
        page.approvals += is_approval(task);
        page.overdue_approvals += task.due_on < today && is_approval(task);
        // Tasks are sorted by the parts of a place, which compare as its text does: no part holds a sign as low as the one between them.
        if (page.next || (!after.empty() && place_of(task) <= after)) continue;
        if (page.items.size() == limit) page.next = place_of(page.items.back());
        else page.items.push_back(std::move(task));
    }
    return page;
}

}  // namespace homeward::desk
