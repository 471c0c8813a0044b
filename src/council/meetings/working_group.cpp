#include "council/meetings/working_group.h"

#include "base/json.h"
#include "council/audience.h"
#include "council/members/body.h"
#include "council/text_rules.h"

namespace homeward::council {
namespace {

using access::Permission;
using access::Work;

constexpr const char* kSelect = "SELECT g.code, g.name_en, g.name_ru, g.mandate_en, g.mandate_ru, g.co_leads, g.plan_year, g.source, g.source_url,"
                                " g.version FROM working_groups g WHERE ";

WorkingGroup group_of(Work& work, const store::Row& row) {
    WorkingGroup group{std::string(row.text(0)), std::string(row.text(1)), std::string(row.text(2)), std::string(row.text(3)), std::string(row.text(4)),
                       json::read<std::vector<std::string>>(row.text(5)).value(), row.get<std::optional<int>>(6), std::string(row.text(7)),
                       std::string(row.text(8)), row.get<int>(9)};
    for (const auto each : work.db.query("SELECT id, plan_year, title_en, title_ru, due_on, state, note, version FROM working_group_deliverables"
                                         " WHERE group_code = $1 ORDER BY plan_year DESC, due_on, id", group.code)) {
        group.deliverables.push_back({each.get<GroupDeliverableId>(0), each.get<int>(1), std::string(each.text(2)), std::string(each.text(3)),
                                      each.get<std::optional<Date>>(4), std::string(each.text(5)), std::string(each.text(6)), each.get<int>(7)});
    }
    return group;
}

Done check_year(int year, const char* field) {
    if (year < 2020 || year > 2100) return invalid("group.year", field);
    return {};
}

Done check_deliverable(const GroupDeliverable& deliverable) {
    TRY(check_year(deliverable.plan_year, "plan_year"));
    TRY(check_text(deliverable.title_en, 300, "title_en"));
    TRY(check_optional_text(deliverable.title_ru, 300, "title_ru"));
    if (deliverable.state != "open" && deliverable.state != "done" && deliverable.state != "dropped") return invalid("deliverable.state", "state");
    return deliverable.state == "open" ? check_optional_text(deliverable.note, 1000, "note") : check_text(deliverable.note, 1000, "note");
}

}  // namespace

std::vector<WorkingGroup> list_groups(Work& work) {
    std::vector<WorkingGroup> groups;
    for (const auto row : work.db.query(std::string(kSelect) + visible_sql("working_group", "g.code", "$1") + " ORDER BY g.code", json_words(work.actor))) {
        groups.push_back(group_of(work, row));
    }
    return groups;
}

Result<WorkingGroup> get_group(Work& work, const std::string& code) {
    TRY(require_to_see(work, "working_group", code, "group.not_found"));
    auto query = work.db.query(std::string(kSelect) + "g.code = $1", code);
    if (!query.next()) return not_found("group.not_found");
    return group_of(work, query.row());
}

Done edit_group(Work& work, const WorkingGroup& group) {
    TRY(access::require(work.actor, Permission::edit_council));
    const WorkingGroup before = TRY(get_group(work, group.code));
    if (before.version != group.version) return conflict("group.changed");
    TRY(check_optional_text(group.mandate_en, 4000, "mandate_en"));
    TRY(check_optional_text(group.mandate_ru, 4000, "mandate_ru"));
    if (group.co_leads.size() > 5) return invalid("group.lead", "co_leads");
    for (const auto& code : group.co_leads) {
        if (!is_body(work.db, code)) return invalid("group.lead", "co_leads");
    }
    if (group.plan_year) TRY(check_year(*group.plan_year, "plan_year"));
    work.db.run("UPDATE working_groups SET mandate_en = $2, mandate_ru = $3, co_leads = $4, plan_year = $5, version = version + 1 WHERE code = $1",
                group.code, group.mandate_en, group.mandate_ru, json::write(group.co_leads), group.plan_year);
    work.record({"group.edited", "working_group", group.code});
    return {};
}

Result<GroupDeliverableId> add_deliverable(Work& work, const std::string& group, const GroupDeliverable& deliverable) {
    TRY(access::require(work.actor, Permission::edit_council));
    TRY(get_group(work, group));
    TRY(check_deliverable(deliverable));
    const auto id = GroupDeliverableId::make(work.now);
    work.db.run("INSERT INTO working_group_deliverables (id, group_code, plan_year, title_en, title_ru, due_on, state, note, version, changed_by, changed_at)"
                " VALUES ($1, $2, $3, $4, $5, $6, $7, $8, 1, $9, $10)",
                id, group, deliverable.plan_year, deliverable.title_en, deliverable.title_ru, deliverable.due_on, deliverable.state,
                deliverable.note, work.actor.log_name(), work.now);
    work.record({"deliverable.added", "deliverable", id.str(), {}, {{"group", group}}});
    return id;
}

Done edit_deliverable(Work& work, const std::string& group, const GroupDeliverable& deliverable) {
    TRY(access::require(work.actor, Permission::edit_council));
    const auto version = work.db.query("SELECT version FROM working_group_deliverables WHERE id = $1 AND group_code = $2", deliverable.id, group).value<int>();
    if (!version) return not_found("deliverable.not_found");
    if (*version != deliverable.version) return conflict("deliverable.changed");
    TRY(check_deliverable(deliverable));
    work.db.run("UPDATE working_group_deliverables SET plan_year = $2, title_en = $3, title_ru = $4, due_on = $5, state = $6, note = $7,"
                " version = version + 1, changed_by = $8, changed_at = $9 WHERE id = $1",
                deliverable.id, deliverable.plan_year, deliverable.title_en, deliverable.title_ru, deliverable.due_on, deliverable.state,
                deliverable.note, work.actor.log_name(), work.now);
    work.record({"deliverable.edited", "deliverable", deliverable.id.str(), {}, {{"state", deliverable.state}}});
    return {};
}

}  // namespace homeward::council
