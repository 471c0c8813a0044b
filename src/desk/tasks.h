#pragma once
// Everything that waits for somebody, from all areas that make tasks.

#include <optional>
#include <vector>

#include "casework/tasks.h"

namespace homeward::desk {

/// Everything that waits for the actor, earliest due first.
std::vector<casework::Task> tasks_of(access::Work& work);

/// Whether others wait for the actor's decision on it.
bool is_approval(const casework::Task& task);

/// The place of a task in the list: `2024-05-14!visit!<subject>!<detail>`. What is done meanwhile moves no other.
std::string place_of(const casework::Task& task);

/// A part of the list.
struct TaskPage {
    std::vector<casework::Task> items;
    std::optional<std::string> next;  ///< the place of the last one, when there are more
    std::size_t total = 0;
    std::size_t overdue = 0;          ///< of all
    std::size_t approvals = 0;        ///< of all
    std::size_t overdue_approvals = 0;
};
/// after    the `next` of the part before; empty for the first
TaskPage page_of_tasks(access::Work& work, const std::string& after, std::size_t limit);

}  // namespace homeward::desk
