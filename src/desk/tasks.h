#pragma once
// Everything that waits for somebody, from all areas that make tasks.

#include <array>
#include <optional>
#include <string_view>
#include <vector>

#include "casework/tasks.h"

namespace homeward::desk {

/// Everything that waits for the actor, earliest due first.
std::vector<casework::Task> tasks_of(access::Work& work);

/// When a task is to be done, and for whom: a code of kTaskGroups.
///
/// approvals   others wait for the actor's decision on it, whenever it is due
/// overdue, this_week (seven days from today), later
std::string_view group_of(const casework::Task& task, Date today);
constexpr std::array<std::string_view, 4> kTaskGroups{"approvals", "overdue", "this_week", "later"};

/// The place of a task in the list: `2024-05-14!visit!<subject>!<detail>`. What is done meanwhile moves no other.
std::string place_of(const casework::Task& task);

/// A part of the list.
struct TaskPage {
    std::vector<casework::Task> items;
    std::optional<std::string> next;  ///< the place of the last one, when there are more
    std::size_t total = 0;
};
/// group   one of kTaskGroups; empty for all
/// after   the `next` of the part before; empty for the first
TaskPage page_of_tasks(access::Work& work, std::string_view group, const std::string& after, std::size_t limit);

/// The beginning of each group that is not empty, in the order of kTaskGroups.
struct TaskGroup {
    std::string_view group;
    TaskPage page;
};
struct TaskBoard {
    std::vector<TaskGroup> groups;
    std::size_t total = 0;
    std::size_t overdue = 0;  ///< of all, approvals too
};
constexpr std::size_t kTasksOver = 2;  ///< that many more come at once: "1 more" takes as much room as the one
/// at_first   of each group
TaskBoard board_of_tasks(access::Work& work, std::size_t at_first);

}  // namespace homeward::desk
