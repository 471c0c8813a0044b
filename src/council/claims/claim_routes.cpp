#include "council/claims/claim_routes.h"

#include "council/claims/claim.h"
#include "http/json_reply.h"

namespace homeward::council {
namespace {

using access::Work;
using http::Reply;
using http::Request;

struct ClaimInput {
    std::string figure, about;
    std::optional<std::string> part;
    std::int64_t value;
    std::string qualifier;
    PartialDate as_of;
    std::string definition, source;
    std::optional<std::string> source_url, definition_ru;
};
BOOST_DESCRIBE_STRUCT(ClaimInput, (), (figure, about, part, value, qualifier, as_of, definition, source, source_url, definition_ru))

}  // namespace

void claim_routes(http::Router& router, const Program&) {
    router.write("POST", "/api/claims", [](Work& work, const Request& request) -> Result<Reply> {
        const auto input = TRY(http::body_as<ClaimInput>(request));
        TRY(publish_claim(work, {{}, input.figure, input.about, input.part.value_or(""), input.value, input.qualifier, input.as_of,
                                 input.definition, input.source, input.source_url.value_or(""), input.definition_ru.value_or("")}));
        return http::no_content();
    });
    router.write("POST", "/api/claims/{claim_id}/withdrawal", [](Work& work, const Request& request) -> Result<Reply> {
        TRY(withdraw_claim(work, TRY(http::id_of<ClaimId>(request, "claim_id"))));
        return http::no_content();
    });
}

}  // namespace homeward::council
