#include "casework/approvals/approval_routes.h"

#include "casework/bodies.h"
#include "http/json_reply.h"

namespace homeward::casework {
namespace {

using access::Work;
using http::Reply;
using http::Request;

struct NeedsDecisionInput {
    bool approve;
    std::optional<std::string> comment;
};
BOOST_DESCRIBE_STRUCT(NeedsDecisionInput, (), (approve, comment))
struct ReviewInput {
    int version;
    ReviewOutcome outcome;
    Date next_on;
    std::optional<std::string> note;
};
BOOST_DESCRIBE_STRUCT(ReviewInput, (), (version, outcome, next_on, note))

Result<Reply> whole_case(Work& work, CaseId id) { return http::ok(TRY(case_body(work, TRY(get_case(work.db, id))))); }

}  // namespace

void approval_routes(http::Router& router, people::Register& people) {
    router.write("POST", "/api/cases/{case_id}/needs-approval", [](Work& work, const Request& request) -> Result<Reply> {
        const auto id = TRY(http::id_of<CaseId>(request, "case_id"));
        TRY(submit_needs(work, id));
        return whole_case(work, id);
    });
    router.write("POST", "/api/needs-approvals/{approval_id}/decision", [](Work& work, const Request& request) -> Result<Reply> {
        const auto input = TRY(http::body_as<NeedsDecisionInput>(request));
        TRY(decide_needs(work, TRY(http::id_of<NeedsApprovalId>(request, "approval_id")), input.approve, input.comment.value_or("")));
        return http::no_content();
    });
    router.write("POST", "/api/plans/{plan_id}/reviews", [&people](Work& work, const Request& request) -> Result<Reply> {
        const auto input = TRY(http::body_as<ReviewInput>(request));
        const auto id = TRY(http::id_of<PlanId>(request, "plan_id"));
        TRY(review_plan(work, people, id, input.version, input.outcome, input.next_on, input.note.value_or("")));
        return whole_case(work, TRY(get_plan(work, id)).case_id);
    });
}

}  // namespace homeward::casework
