#include "access/accounts.h"
#include "council/practices/practice_json.h"
#include "council/practices/practice_routes.h"
#include "council/practices/write_practice.h"
#include "council/requests.h"
#include "http/json_reply.h"

namespace homeward::council {

struct PracticeReason {
    std::string reason;
};
BOOST_DESCRIBE_STRUCT(PracticeReason, (), (reason))
struct ReviewerInput {
    std::optional<access::AccountId> reviewer;
};
BOOST_DESCRIBE_STRUCT(ReviewerInput, (), (reviewer))
struct VerdictInput {
    std::vector<PracticeMark> marks;
    std::string overall, comment;
};
BOOST_DESCRIBE_STRUCT(VerdictInput, (), (marks, overall, comment))
struct ConflictInput {
    std::string statement;
};
BOOST_DESCRIBE_STRUCT(ConflictInput, (), (statement))
struct CorrectionInput {
    int version = 1;
    std::string language, field, text, note;
};
BOOST_DESCRIBE_STRUCT(CorrectionInput, (), (version, language, field, text, note))
struct RenewalInput {
    Date review_due_on;
    std::string note;
};
BOOST_DESCRIBE_STRUCT(RenewalInput, (), (review_due_on, note))
struct ReviewerBody {
    access::AccountId id;
    std::string name, role, member;
};
BOOST_DESCRIBE_STRUCT(ReviewerBody, (), (id, name, role, member))
struct ReviewersBody {
    std::vector<ReviewerBody> items;
};
BOOST_DESCRIBE_STRUCT(ReviewersBody, (), (items))

namespace {

using access::Work;
using http::Reply;
using http::Request;

void change(http::Router& router, exchange::Exchange& exchange, const std::string& what, auto act) {
    const auto show = [&exchange](Work& work, PracticeId id, const Request&) -> Result<Reply> {
        return http::ok(practice_body(work, exchange.members(), TRY(see_practice(work, id))));
    };
    change_route<PracticeId>(router, "POST", "/api/practices/{practice_id}/" + what, "practice_id", act, show);
}

Result<Reply> list_for_reviewers(Work& work, const exchange::Membership& members) {
    TRY(access::require(work.actor, access::Permission::review_practice));
    PracticeCallsBody body;
    for (auto& call : list_calls(work, members)) body.items.push_back({std::move(call.practice), call.states, call.experts, call.may_take});
    return http::ok(body);
}

Result<Reply> list_reviewers(Work& work, const exchange::Membership& members, PracticeId id) {
    const auto practice = TRY(see_practice(work, id));
    TRY(access::require(work.actor, access::Permission::edit_council));
    ReviewersBody body;
    for (const auto& account : possible_reviewers(work.db, members, practice)) {
        body.items.push_back({account.id, account.name, std::string(name_of(account.role)), account.member});
    }
    return http::ok(body);
}

void reviewing(http::Router& router, exchange::Exchange& exchange) {
    router.read("GET", "/api/practice-calls", [&exchange](Work& work, const Request&) { return list_for_reviewers(work, exchange.members()); });
    router.read("GET", "/api/practices/{practice_id}/reviewers", [&exchange](Work& work, const Request& request) -> Result<Reply> {
        return list_reviewers(work, exchange.members(), TRY(http::id_of<PracticeId>(request, "practice_id")));
    });
    change(router, exchange, "reviews", [&exchange](Work& work, PracticeId id, const Request& request) -> Done {
        const auto input = TRY(http::body_as<ReviewerInput>(request));
        if (input.reviewer) TRY(ask_review(work, exchange.members(), id, *input.reviewer));
        else TRY(take_up_review(work, exchange.members(), id));
        return {};
    });
    router.write("POST", "/api/practice-reviews/{review_id}/conflict", [](Work& work, const Request& request) -> Result<Reply> {
        TRY(declare_conflict(work, TRY(http::id_of<PracticeReviewId>(request, "review_id")), TRY(http::body_as<ConflictInput>(request)).statement));
        return http::no_content();
    });
    router.write("POST", "/api/practice-reviews/{review_id}/verdict", [](Work& work, const Request& request) -> Result<Reply> {
        const auto input = TRY(http::body_as<VerdictInput>(request));
        TRY(give_review(work, TRY(http::id_of<PracticeReviewId>(request, "review_id")), {input.marks, input.overall, input.comment}));
        return http::no_content();
    });
}

void deciding(http::Router& router, exchange::Exchange& exchange) {
    change(router, exchange, "clearance", [](Work& work, PracticeId id, const Request&) { return clear_practice(work, id); });
    change(router, exchange, "return", [](Work& work, PracticeId id, const Request& request) -> Done {
        return return_practice(work, id, TRY(http::body_as<PracticeReason>(request)).reason);
    });
    change(router, exchange, "publication", [](Work& work, PracticeId id, const Request&) { return publish_practice(work, id); });
    change(router, exchange, "correction", [&exchange](Work& work, PracticeId id, const Request& request) -> Done {
        const auto input = TRY(http::body_as<CorrectionInput>(request));
        return correct_practice(work, exchange.members(), id, input.version, input.language, input.field, input.text, input.note);
    });
    change(router, exchange, "renewal", [](Work& work, PracticeId id, const Request& request) -> Done {
        const auto input = TRY(http::body_as<RenewalInput>(request));
        return renew_practice(work, id, input.review_due_on, input.note);
    });
    change(router, exchange, "retirement", [](Work& work, PracticeId id, const Request& request) -> Done {
        return retire_practice(work, id, TRY(http::body_as<PracticeReason>(request)).reason);
    });
}

}  // namespace

void practice_review_routes(http::Router& router, const Program& program) {
    reviewing(router, program.exchange);
    deciding(router, program.exchange);
}

}  // namespace homeward::council
