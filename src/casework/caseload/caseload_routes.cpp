#include "casework/caseload/caseload_routes.h"

#include "casework/caseload/caseload.h"
#include "http/json_reply.h"
#include "people/hand_over.h"

namespace homeward::casework {
namespace {

using access::Permission;
using access::Work;
using http::Reply;
using http::Request;

struct LoadBody {
    access::AccountId id;
    std::string name, role, region;
    int open_cases, people, overdue;
    bool over;
};
BOOST_DESCRIBE_STRUCT(LoadBody, (), (id, name, role, region, open_cases, people, overdue, over))
struct CaseloadAllows {
    bool set_mark = false, assign = false;
};
BOOST_DESCRIBE_STRUCT(CaseloadAllows, (), (set_mark, assign))
struct CaseloadBody {
    std::vector<LoadBody> items;
    int mark;
    std::string source;
    CaseloadAllows allows;
};
BOOST_DESCRIBE_STRUCT(CaseloadBody, (), (items, mark, source, allows))
struct MarkInput {
    int mark;
    std::string source;
};
BOOST_DESCRIBE_STRUCT(MarkInput, (), (mark, source))
struct AssignmentLine {
    people::PersonId person_id;
    access::AccountId account_id;
};
BOOST_DESCRIBE_STRUCT(AssignmentLine, (), (person_id, account_id))
struct AssignmentsInput {
    std::vector<AssignmentLine> assignments;
};
BOOST_DESCRIBE_STRUCT(AssignmentsInput, (), (assignments))

Result<Reply> caseload_reply(Work& work, const people::Register& people, const std::string& region) {
    const Caseload caseload = TRY(caseload_of(work, people, region));
    CaseloadBody body{{}, caseload.mark, caseload.source,
                      {reach_of(work.actor, Permission::assign_person) == access::Reach::all, may(work.actor, Permission::assign_person)}};
    for (const auto& load : caseload.workers) {
        body.items.push_back({load.worker.id, load.worker.name, std::string(access::name_of(load.worker.role)), load.worker.region, load.open_cases, load.people,
                              load.overdue, load.open_cases > caseload.mark});
    }
    return http::ok(body);
}

}  // namespace

void caseload_routes(http::Router& router, people::Register& people) {
    router.read("GET", "/api/caseload", [&people](Work& work, const Request& request) {
        return caseload_reply(work, people, std::string(request.query("region").value_or("")));
    });
    router.write("PUT", "/api/caseload/mark", [&people](Work& work, const Request& request) -> Result<Reply> {
        const auto input = TRY(http::body_as<MarkInput>(request));
        TRY(set_caseload_mark(work, input.mark, input.source));
        return caseload_reply(work, people, "");
    });
    router.write("POST", "/api/assignments", [&people](Work& work, const Request& request) -> Result<Reply> {
        std::vector<people::Assignment> assignments;
        const auto input = TRY(http::body_as<AssignmentsInput>(request));
        for (const auto& line : input.assignments) assignments.push_back({line.person_id, line.account_id});
        TRY(people::assign_persons(work, people, assignments));
        return http::no_content();
    });
}

}  // namespace homeward::casework
