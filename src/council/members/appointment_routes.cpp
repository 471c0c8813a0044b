#include "council/members/member_routes.h"
#include "council/members/members_json.h"

namespace homeward::council {
namespace {

using access::Permission;
using access::Work;
using http::Reply;
using http::Request;

struct NominationInput {
    std::string role, name;
    std::vector<std::string> languages;
    Date starts_on;
    std::optional<Date> ends_on;
};
BOOST_DESCRIBE_STRUCT(NominationInput, (), (role, name, languages, starts_on, ends_on))
struct ReasonInput {
    std::string reason;
};
BOOST_DESCRIBE_STRUCT(ReasonInput, (), (reason))
struct EndInput {
    Date ended_on;
    std::string reason;
};
BOOST_DESCRIBE_STRUCT(EndInput, (), (ended_on, reason))

/// What of this subject waits for somebody.
struct AttentionBody {
    std::vector<MembershipBody> proposals;
    std::vector<AppointmentBody> nominations, terms;
    std::vector<AgreementBody> agreements;
};
BOOST_DESCRIBE_STRUCT(AttentionBody, (), (proposals, nominations, terms, agreements))

/// Only what this reader can do something about: a State its own voice and its own people, the secretariat all.
Result<Reply> attention(Work& work, const exchange::Exchange& exchange, const Request& request) {
    TRY(access::require(work.actor, Permission::read_council));
    const std::string language = language_of(work, request);
    const bool edits = may(work.actor, Permission::edit_council);
    AttentionBody out;
    for (const auto& each : open_proposals(work.db)) {
        if (!may_see(work, "membership", each.id.str())) continue;
        auto body = membership_body(work, exchange, each, language);
        if (edits || body.allows.speak) out.proposals.push_back(std::move(body));
    }
    for (const auto& each : open_nominations(work)) {
        if (may_confirm(work.actor, each)) out.nominations.push_back(appointment_body(work, each, language));
    }
    for (const auto& each : ending_terms(work, work.today().plus_days(kTermWarningDays))) {
        if (may_end(work.actor, each)) out.terms.push_back(appointment_body(work, each, language));
    }
    for (const auto& each : ending_agreements(work, work.today().plus_days(kExpiryWarningDays))) {
        if (may_report(work.actor, each)) out.agreements.push_back(agreement_body(work, each, language));
    }
    return http::ok(out);
}

}  // namespace

void appointment_routes(http::Router& router, const Program& program) {
    auto& exchange = program.exchange;
    router.read("GET", "/api/members/attention", [&exchange](Work& work, const Request& request) { return attention(work, exchange, request); });
    router.write("POST", "/api/bodies/{code}/appointments", [&exchange](Work& work, const Request& request) -> Result<Reply> {
        const auto in = TRY(http::body_as<NominationInput>(request));
        TRY(nominate(work, {request.path_parameter("code"), in.role, in.name, in.languages, in.starts_on, in.ends_on}));
        return body_reply(work, exchange, request.path_parameter("code"), std::nullopt, language_of(work, request));
    });
    const auto changing = [&](const char* pattern, auto act) {
        change_route<AppointmentId>(router, "POST", pattern, "appointment_id", act, [](Work& work, AppointmentId id, const Request& request) -> Result<Reply> {
            return http::ok(appointment_body(work, TRY(get_appointment(work.db, id)), language_of(work, request)));
        });
    };
    changing("/api/appointments/{appointment_id}/confirmation", [](Work& work, AppointmentId id, const Request&) { return confirm_appointment(work, id); });
    changing("/api/appointments/{appointment_id}/decline", [](Work& work, AppointmentId id, const Request& request) -> Done {
        return decline_appointment(work, id, TRY(http::body_as<ReasonInput>(request)).reason);
    });
    changing("/api/appointments/{appointment_id}/end", [](Work& work, AppointmentId id, const Request& request) -> Done {
        const auto in = TRY(http::body_as<EndInput>(request));
        return end_appointment(work, id, in.ended_on, in.reason);
    });
}

}  // namespace homeward::council
