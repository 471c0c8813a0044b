#include "casework/intervals/interval_routes.h"

#include "access/permission.h"
#include "casework/bodies.h"
#include "casework/intervals/intervals.h"
#include "http/json_reply.h"

namespace homeward::casework {
namespace {

using access::Permission;
using access::Work;
using http::Reply;
using http::Request;

struct IntervalBody {
    std::string name;
    int value, usual, least, most;
    std::string unit;
    std::optional<std::string> source;
    int version;
    std::optional<StaffBody> set_by;
    std::optional<Instant> set_at;
};
BOOST_DESCRIBE_STRUCT(IntervalBody, (), (name, value, usual, least, most, unit, source, version, set_by, set_at))
struct IntervalsBody {
    std::vector<IntervalBody> items;
    bool may_change;
};
BOOST_DESCRIBE_STRUCT(IntervalsBody, (), (items, may_change))
struct IntervalInput {
    int value, version;
    std::string source;
};
BOOST_DESCRIBE_STRUCT(IntervalInput, (), (value, version, source))

Result<Reply> list(Work& work) {
    if (!may(work.actor, Permission::read_case) && !may_set_intervals(work.actor)) return forbidden("access.not_allowed");
    IntervalsBody body{{}, may_set_intervals(work.actor)};
    for (const auto& [rule, value, source, version, set_by, set_at] : all_intervals(work.db)) {
        body.items.push_back({std::string(rule.name), value, rule.usual, rule.least, rule.most, rule.in_months ? "months" : "days",
                              source.empty() ? std::nullopt : std::optional(source), version, set_by ? std::optional(staff_body(work.db, *set_by)) : std::nullopt, set_at});
    }
    return http::ok(body);
}

}  // namespace

void interval_routes(http::Router& router) {
    router.read("GET", "/api/intervals", [](Work& work, const Request&) { return list(work); });
    router.write("PUT", "/api/intervals/{name}", [](Work& work, const Request& request) -> Result<Reply> {
        const auto input = TRY(http::body_as<IntervalInput>(request));
        TRY(set_interval(work, request.path_parameter("name"), input.value, input.source, input.version));
        return list(work);
    });
}

}  // namespace homeward::casework
