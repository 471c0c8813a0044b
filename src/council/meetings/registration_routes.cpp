#include "council/meetings/body_names.h"
#include "council/meetings/meeting_routes.h"
#include "council/meetings/registration.h"
#include "council/requests.h"
#include "council/rights.h"
#include "http/json_reply.h"

namespace homeward::council {

BOOST_DESCRIBE_STRUCT(Delegate, (), (id, body, role, name, function, language, access_needs, attended, version))
BOOST_DESCRIBE_STRUCT(DelegationCount, (), (body, registered, attended))
BOOST_DESCRIBE_STRUCT(SessionInvitation, (), (id, body, answer, note, invited_at, answered_at))
BOOST_DESCRIBE_STRUCT(SessionInvitationCount, (), (invited, accepted, tentative, declined))

namespace {

using access::Permission;
using access::Work;
using http::Reply;
using http::Request;

/// register_as  the delegation that the actor registers for; empty for none
struct RegistrationAllows {
    bool manage = false;  ///< all delegations, other roles, attendance, invitations
    std::string register_as;
};
BOOST_DESCRIBE_STRUCT(RegistrationAllows, (), (manage, register_as))
struct RegistrationBody {
    bool open = false;
    std::optional<Date> until;
    std::vector<Delegate> delegates;
    std::vector<DelegationCount> counts;
    std::vector<SessionInvitation> invitations;
    SessionInvitationCount invitation_counts;
    std::map<std::string, std::string> names;  ///< of the bodies, by code
    RegistrationAllows allows;
};
BOOST_DESCRIBE_STRUCT(RegistrationBody, (), (open, until, delegates, counts, invitations, invitation_counts, names, allows))

struct DelegateInput {
    std::string body, role, name, function, language;
    std::optional<std::string> access_needs;
    std::optional<int> version;
};
BOOST_DESCRIBE_STRUCT(DelegateInput, (), (body, role, name, function, language, access_needs, version))
struct WithdrawalInput {
    int version = 0;
};
BOOST_DESCRIBE_STRUCT(WithdrawalInput, (), (version))
struct AttendanceInput {
    std::vector<Date> days;
};
BOOST_DESCRIBE_STRUCT(AttendanceInput, (), (days))
struct InvitationInput {
    std::string body;
};
BOOST_DESCRIBE_STRUCT(InvitationInput, (), (body))
struct AnswerInput {
    std::string answer;
    std::optional<std::string> note;
};
BOOST_DESCRIBE_STRUCT(AnswerInput, (), (answer, note))

Result<Reply> show(Work& work, const Request& request, SessionId id) {
    const Session session = TRY(see_session(work, id));
    RegistrationBody body{registration_open(session, work.today()), session.register_until, delegates_of(work, id), counts_of(work.db, id),
                          invitations_of(work, id), invitation_counts(work.db, id), {}, {}};
    std::vector<std::string> codes{work.actor.member};
    for (const auto& count : body.counts) codes.push_back(count.body);
    for (const auto& invitation : body.invitations) codes.push_back(invitation.body);
    body.names = names_of(work.db, codes, session.starts_on, language_of(work, request));
    body.allows.manage = access::may(work.actor, Permission::edit_council) && session.state != "cancelled";
    if (body.open) body.allows.register_as = side_of(work.actor);
    return http::ok(body);
}

Delegate delegate_of(const DelegateInput& input) {
    return {{}, input.body, input.role, input.name, input.function, input.language, input.access_needs.value_or(""), {}, input.version.value_or(0)};
}

void delegate_routes(http::Router& router) {
    router.write("POST", "/api/meetings/{session_id}/delegates", [](Work& work, const Request& request) -> Result<Reply> {
        const auto id = TRY(http::id_of<SessionId>(request, "session_id"));
        TRY(register_delegate(work, id, delegate_of(TRY(http::body_as<DelegateInput>(request)))));
        return show(work, request, id);
    });
    router.write("PUT", "/api/meetings/{session_id}/delegates/{delegate_id}", [](Work& work, const Request& request) -> Result<Reply> {
        const auto id = TRY(http::id_of<SessionId>(request, "session_id"));
        Delegate delegate = delegate_of(TRY(http::body_as<DelegateInput>(request)));
        delegate.id = TRY(http::id_of<DelegateId>(request, "delegate_id"));
        TRY(edit_delegate(work, id, delegate));
        return show(work, request, id);
    });
    router.write("POST", "/api/meetings/{session_id}/delegates/{delegate_id}/withdrawal", [](Work& work, const Request& request) -> Result<Reply> {
        const auto id = TRY(http::id_of<SessionId>(request, "session_id"));
        const auto input = TRY(http::body_as<WithdrawalInput>(request));
        TRY(withdraw_delegate(work, id, TRY(http::id_of<DelegateId>(request, "delegate_id")), input.version));
        return show(work, request, id);
    });
    router.write("PUT", "/api/meetings/{session_id}/delegates/{delegate_id}/attendance", [](Work& work, const Request& request) -> Result<Reply> {
        const auto id = TRY(http::id_of<SessionId>(request, "session_id"));
        const auto input = TRY(http::body_as<AttendanceInput>(request));
        TRY(tick_attendance(work, id, TRY(http::id_of<DelegateId>(request, "delegate_id")), input.days));
        return show(work, request, id);
    });
}

}  // namespace

void registration_routes(http::Router& router) {
    router.read("GET", "/api/meetings/{session_id}/registration", [](Work& work, const Request& request) -> Result<Reply> {
        TRY(access::require(work.actor, Permission::read_council));
        return show(work, request, TRY(http::id_of<SessionId>(request, "session_id")));
    });
    delegate_routes(router);
    router.write("POST", "/api/meetings/{session_id}/invitations", [](Work& work, const Request& request) -> Result<Reply> {
        const auto id = TRY(http::id_of<SessionId>(request, "session_id"));
        TRY(invite(work, id, TRY(http::body_as<InvitationInput>(request)).body));
        return show(work, request, id);
    });
    router.write("POST", "/api/meetings/{session_id}/invitations/{invitation_id}/answer", [](Work& work, const Request& request) -> Result<Reply> {
        const auto id = TRY(http::id_of<SessionId>(request, "session_id"));
        const auto input = TRY(http::body_as<AnswerInput>(request));
        TRY(answer_invitation(work, id, TRY(http::id_of<SessionInvitationId>(request, "invitation_id")), input.answer, input.note.value_or("")));
        return show(work, request, id);
    });
}

}  // namespace homeward::council
