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

std::string_view group_of(const Task& task, Date today) {
    constexpr std::array<std::string_view, 6> approvals{"approve_plan", "approve_closure", "approve_needs", "decide_transfer", "approve_assessment", "approve_order"};
    if (std::ranges::find(approvals, task.kind) != approvals.end()) return "approvals";
    if (task.due_on < today) return "overdue";
    return task.due_on < today.plus_days(7) ? "this_week" : "later";
}

std::string place_of(const Task& task) { return task.due_on.str() + "!" + task.kind + "!" + task.subject_id + "!" + task.detail; }

TaskPage page_of_tasks(access::Work& work, std::string_view group, const std::string& after, std::size_t limit) {
    TaskPage page;
    const Date today = work.today();
    for (auto& task : tasks_of(work)) {
        if (!group.empty() && group_of(task, today) != group) continue;
        ++page.total;
        // Tasks are sorted by the parts of a place, which compare as its text does: no part holds a sign as low as the one between them.
        if (page.next || (!after.empty() && place_of(task) <= after)) continue;
        if (page.items.size() == limit) page.next = place_of(page.items.back());
        else page.items.push_back(std::move(task));
    }
    return page;
}

TaskBoard board_of_tasks(access::Work& work, std::size_t at_first) {
    TaskBoard board;
    for (const auto group : kTaskGroups) board.groups.push_back({group, {}});
    const Date today = work.today();
    for (auto& task : tasks_of(work)) {
        ++board.total;
        board.overdue += task.due_on < today;
        auto& page = std::ranges::find(board.groups, group_of(task, today), &TaskGroup::group)->page;
        ++page.total;
        if (page.items.size() < at_first + kTasksOver) page.items.push_back(std::move(task));
    }
    for (auto& [group, page] : board.groups) {
        if (page.total <= at_first + kTasksOver) continue;
        page.items.erase(page.items.begin() + static_cast<std::ptrdiff_t>(at_first), page.items.end());
        page.next = place_of(page.items.back());
    }
    std::erase_if(board.groups, [](const TaskGroup& each) { return each.page.total == 0; });
    return board;
}

}  // namespace homeward::desk
