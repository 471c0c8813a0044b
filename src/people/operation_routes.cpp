#include "http/json_reply.h"
#include "people/area_routes.h"
#include "people/operations.h"

namespace homeward::people {
namespace {

using access::Permission;
using access::Work;
using http::Reply;
using http::Request;

struct OperationAllows {
    bool correct = false;
};
BOOST_DESCRIBE_STRUCT(OperationAllows, (), (correct))
struct OperationBody {
    std::string id, operation;
    std::optional<int> stage;
    std::string name;
    std::optional<Date> on_date;
    std::string place, source;
    bool shipped, in_use;
    int version;
    OperationAllows allows;
};
BOOST_DESCRIBE_STRUCT(OperationBody, (), (id, operation, stage, name, on_date, place, source, shipped, in_use, version, allows))
struct OperationsBody {
    std::vector<OperationBody> items;
};
BOOST_DESCRIBE_STRUCT(OperationsBody, (), (items))
struct OperationVersionBody {
    int version;
    boost::json::object content;
    std::string changed_by;
    Instant changed_at;
};
BOOST_DESCRIBE_STRUCT(OperationVersionBody, (), (version, content, changed_by, changed_at))
struct OperationPageBody {
    OperationBody operation;
    std::vector<OperationVersionBody> versions;
};
BOOST_DESCRIBE_STRUCT(OperationPageBody, (), (operation, versions))

struct OperationInput {
    std::optional<std::string> operation, operation_name;
    std::optional<int> stage;
    std::string name;
    std::optional<Date> on_date;
    std::string place, source;
};
BOOST_DESCRIBE_STRUCT(OperationInput, (), (operation, operation_name, stage, name, on_date, place, source))
struct OperationCorrection : OperationInput {
    int version;
};
BOOST_DESCRIBE_STRUCT(OperationCorrection, (OperationInput), (version))

OperationBody body_of(const OperationRecord& record) {
    const auto& [id, operation, stage, name, on_date, place, source] = record.stage;
    return {id, operation, stage, name, on_date, place, source, record.shipped, record.in_use, record.version, {record.may_be_corrected()}};
}

OperationEntry entry_from(const OperationInput& input) {
    return {input.operation.value_or(""), input.operation_name.value_or(""), input.stage, input.name, input.on_date, input.place, input.source};
}

Result<OperationPageBody> page_of(Work& work, const Register& reg, std::string_view id) {
    OperationPageBody page{body_of(TRY(get_operation(work.db, reg.state(), id))), {}};
    for (const auto& each : operation_versions(work.db, id)) {
        page.versions.push_back({each.version, boost::json::parse(each.content).as_object(), each.changed_by, each.changed_at});
    }
    return page;
}

}  // namespace

void operation_routes(http::Router& router, Register& reg) {
    router.read("GET", "/api/operations", [&reg](Work& work, const Request&) -> Result<Reply> {
        TRY(access::require(work.actor, Permission::import_arrivals));
        OperationsBody body;
        for (const auto& record : list_operations(work.db, reg.state())) body.items.push_back(body_of(record));
        return http::ok(body);
    });
    router.write("POST", "/api/operations", [&reg](Work& work, const Request& request) -> Result<Reply> {
        const auto input = TRY(http::body_as<OperationInput>(request));
        const std::string id = TRY(add_operation(work, reg, entry_from(input)));
        return http::created("/api/operations/" + id, TRY(page_of(work, reg, id)));
    });
    router.read("GET", "/api/operations/{operation_id}", [&reg](Work& work, const Request& request) -> Result<Reply> {
        TRY(access::require(work.actor, Permission::import_arrivals));
        return http::ok(TRY(page_of(work, reg, request.path_parameter("operation_id"))));
    });
    router.write("PATCH", "/api/operations/{operation_id}", [&reg](Work& work, const Request& request) -> Result<Reply> {
        const auto input = TRY(http::body_as<OperationCorrection>(request));
        const std::string id = TRY(correct_operation(work, reg, request.path_parameter("operation_id"), input.version, entry_from(input)));
        return http::ok(TRY(page_of(work, reg, id)));
    });
}

}  // namespace homeward::people
