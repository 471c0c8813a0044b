#include "council/members/member_routes.h"
#include "council/members/members_json.h"

namespace homeward::council {
namespace {

using access::Permission;
using access::Work;
using http::Reply;
using http::Request;

struct ProposalInput {
    std::string tier, reason;
    std::optional<Date> valid_from;
};
BOOST_DESCRIBE_STRUCT(ProposalInput, (), (tier, reason, valid_from))
struct VoiceInput {
    bool agrees = false;
    std::optional<std::string> reason;
};
BOOST_DESCRIBE_STRUCT(VoiceInput, (), (agrees, reason))
struct EndingInput {
    Date valid_to;
    std::string reason;
};
BOOST_DESCRIBE_STRUCT(EndingInput, (), (valid_to, reason))
struct FoundingInput {
    Date valid_from;
    std::string source;
};
BOOST_DESCRIBE_STRUCT(FoundingInput, (), (valid_from, source))
struct ProposalsBody {
    std::vector<MembershipBody> items;
};
BOOST_DESCRIBE_STRUCT(ProposalsBody, (), (items))

Result<Reply> list(Work& work, const exchange::Exchange& exchange, const Request& request) {
    TRY(access::require(work.actor, Permission::read_council));
    ProposalsBody body;
    for (const auto& each : open_proposals(work.db)) {
        if (may_see(work, "membership", each.id.str())) body.items.push_back(membership_body(work, exchange, each, language_of(work, request)));
    }
    return http::ok(body);
}

}  // namespace

void membership_routes(http::Router& router, const Program& program) {
    auto& exchange = program.exchange;
    router.read("GET", "/api/memberships", [&exchange](Work& work, const Request& request) { return list(work, exchange, request); });
    router.write("POST", "/api/bodies/{code}/memberships", [&exchange](Work& work, const Request& request) -> Result<Reply> {
        const auto in = TRY(http::body_as<ProposalInput>(request));
        TRY(propose_membership(work, exchange, {request.path_parameter("code"), in.tier, in.reason, in.valid_from}));
        return body_reply(work, exchange, request.path_parameter("code"), std::nullopt, language_of(work, request));
    });
    router.write("PUT", "/api/bodies/{code}/founding", [&exchange](Work& work, const Request& request) -> Result<Reply> {
        const auto in = TRY(http::body_as<FoundingInput>(request));
        TRY(date_founding(work, request.path_parameter("code"), in.valid_from, in.source));
        return body_reply(work, exchange, request.path_parameter("code"), std::nullopt, language_of(work, request));
    });
    const auto changing = [&](const char* pattern, auto act) {
        change_route<MembershipId>(router, "POST", pattern, "membership_id", act, [&exchange](Work& work, MembershipId id, const Request& request) -> Result<Reply> {
            return http::ok(membership_body(work, exchange, TRY(get_membership(work.db, id)), language_of(work, request)));
        });
    };
    changing("/api/memberships/{membership_id}/voice", [&exchange](Work& work, MembershipId id, const Request& request) -> Done {
        const auto in = TRY(http::body_as<VoiceInput>(request));
        return speak_to_membership(work, exchange, id, in.agrees, in.reason.value_or(""));
    });
    changing("/api/memberships/{membership_id}/withdrawal", [](Work& work, MembershipId id, const Request&) { return withdraw_membership(work, id); });
    changing("/api/memberships/{membership_id}/end", [](Work& work, MembershipId id, const Request& request) -> Done {
        const auto in = TRY(http::body_as<EndingInput>(request));
        return end_membership(work, id, in.valid_to, in.reason);
    });
}

}  // namespace homeward::council
