#include "council/meetings/body_names.h"
#include "council/meetings/meeting_routes.h"
#include "council/meetings/working_group.h"
#include "council/requests.h"
#include "http/json_reply.h"

namespace homeward::council {

BOOST_DESCRIBE_STRUCT(GroupDeliverable, (), (id, plan_year, title_en, title_ru, due_on, state, note, version))
BOOST_DESCRIBE_STRUCT(WorkingGroup, (), (code, name_en, name_ru, mandate_en, mandate_ru, co_leads, plan_year, source, source_url, version, deliverables))

namespace {

using access::Permission;
using access::Work;
using http::Reply;
using http::Request;

struct GroupsBody {
    std::vector<WorkingGroup> items;
    std::map<std::string, std::string> names;  ///< of those who lead, by code
    bool may_edit = false;
};
BOOST_DESCRIBE_STRUCT(GroupsBody, (), (items, names, may_edit))
struct GroupInput {
    int version = 0;
    std::string mandate_en, mandate_ru;
    std::vector<std::string> co_leads;
    std::optional<int> plan_year;
};
BOOST_DESCRIBE_STRUCT(GroupInput, (), (version, mandate_en, mandate_ru, co_leads, plan_year))
struct DeliverableInput {
    int plan_year = 0;
    std::string title_en;
    std::optional<std::string> title_ru;
    std::optional<Date> due_on;
    std::optional<std::string> state, note;
    std::optional<int> version;
};
BOOST_DESCRIBE_STRUCT(DeliverableInput, (), (plan_year, title_en, title_ru, due_on, state, note, version))

GroupDeliverable deliverable_of(const DeliverableInput& input) {
    return {{}, input.plan_year, input.title_en, input.title_ru.value_or(""), input.due_on, input.state.value_or("open"), input.note.value_or(""),
            input.version.value_or(0)};
}

Result<Reply> list(Work& work, const Request& request) {
    GroupsBody body{list_groups(work), {}, access::may(work.actor, Permission::edit_council)};
    std::vector<std::string> leads;
    for (const auto& group : body.items) leads.insert(leads.end(), group.co_leads.begin(), group.co_leads.end());
    body.names = names_of(work.db, leads, work.today(), language_of(work, request));
    return http::ok(body);
}

}  // namespace

void group_routes(http::Router& router) {
    router.read("GET", "/api/groups", [](Work& work, const Request& request) -> Result<Reply> {
        TRY(access::require(work.actor, Permission::read_council));
        return list(work, request);
    });
    router.write("PUT", "/api/groups/{code}", [](Work& work, const Request& request) -> Result<Reply> {
        const auto input = TRY(http::body_as<GroupInput>(request));
        WorkingGroup group{request.path_parameter("code"), "", "", input.mandate_en, input.mandate_ru, input.co_leads, input.plan_year, "", "", input.version};
        TRY(edit_group(work, group));
        return list(work, request);
    });
    router.write("POST", "/api/groups/{code}/deliverables", [](Work& work, const Request& request) -> Result<Reply> {
        TRY(add_deliverable(work, request.path_parameter("code"), deliverable_of(TRY(http::body_as<DeliverableInput>(request)))));
        return list(work, request);
    });
    router.write("PUT", "/api/groups/{code}/deliverables/{deliverable_id}", [](Work& work, const Request& request) -> Result<Reply> {
        GroupDeliverable deliverable = deliverable_of(TRY(http::body_as<DeliverableInput>(request)));
        deliverable.id = TRY(http::id_of<GroupDeliverableId>(request, "deliverable_id"));
        TRY(edit_deliverable(work, request.path_parameter("code"), deliverable));
        return list(work, request);
    });
}

}  // namespace homeward::council
