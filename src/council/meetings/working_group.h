#pragma once

#include <optional>
#include <string>
#include <vector>

#include "access/permission.h"
#include "access/work.h"
#include "base/id.h"

namespace homeward::council {

struct GroupDeliverableTag;
using GroupDeliverableId = Id<GroupDeliverableTag>;

/// What a group has promised for a year.
struct GroupDeliverable {
    GroupDeliverableId id;
    int plan_year = 2024;
    std::string title_en, title_ru;
    std::optional<Date> due_on;
    std::string state = "open";  ///< open, done, dropped
    std::string note = {};       ///< what shows it, or why it was dropped
    int version = 1;
};
/// mandate    empty while no source gives it
/// co_leads   States or bodies
struct WorkingGroup {
    std::string code;
    std::string name_en, name_ru;
    std::string mandate_en, mandate_ru;
    std::vector<std::string> co_leads;
    std::optional<int> plan_year;
    std::string source, source_url;
    int version = 1;
    std::vector<GroupDeliverable> deliverables = {};
};

std::vector<WorkingGroup> list_groups(access::Work& work);
/// errors    not_found `group.not_found`
Result<WorkingGroup> get_group(access::Work& work, const std::string& code);
/// Changes mandate, leads and the year of the plan.
/// errors    forbidden without edit_council; not_found; conflict `group.changed`; invalid `group.lead`, `group.year`, council.text_…
Done edit_group(access::Work& work, const WorkingGroup& group);
/// errors    as above; invalid `deliverable.state`
Result<GroupDeliverableId> add_deliverable(access::Work& work, const std::string& group, const GroupDeliverable& deliverable);
/// errors    as above; not_found `deliverable.not_found`; conflict `deliverable.changed`
Done edit_deliverable(access::Work& work, const std::string& group, const GroupDeliverable& deliverable);

}  // namespace homeward::council
