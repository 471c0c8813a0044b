#include "council/experts/expert_routes.h"

#include "council/experts/invitation.h"
#include "council/requests.h"
#include "http/json_reply.h"

namespace homeward::council {

BOOST_DESCRIBE_STRUCT(Consent, (), (to_what, given_on, paper, withdrawn_at))
BOOST_DESCRIBE_STRUCT(Vetting, (), (note, noted_at))
struct StatementBody {
    Date stated_on, valid_to;
    bool has_conflict = false, in_force = true;
    std::string text, paper;
};
BOOST_DESCRIBE_STRUCT(StatementBody, (), (stated_on, valid_to, has_conflict, in_force, text, paper))
struct InvitationAllows {
    bool answer = false;
};
BOOST_DESCRIBE_STRUCT(InvitationAllows, (), (answer))
struct InvitationBody {
    InvitationId id;
    std::string to_kind, to_id, to_title, message;
    Date respond_by;
    Instant sent_at;
    std::string answer, reason;
    std::optional<Instant> answered_at;
    InvitationAllows allows;
};
BOOST_DESCRIBE_STRUCT(InvitationBody, (), (id, to_kind, to_id, to_title, message, respond_by, sent_at, answer, reason, answered_at, allows))
/// What everybody may know of an expert who agreed to publicity.
struct ExpertLine {
    ExpertId id;
    std::string name, organisation, country;
    std::vector<std::string> fields, languages;
    std::string summary;
    bool remote = true, on_site = false;
    std::optional<Date> available_from, available_to;
    bool listed = false, in_public = false;
    std::optional<bool> statement_in_force;
};
BOOST_DESCRIBE_STRUCT(ExpertLine, (), (id, name, organisation, country, fields, languages, summary, remote, on_site, available_from, available_to, listed,
                                       in_public, statement_in_force))
struct ExpertsBody {
    std::vector<ExpertLine> items;
    std::optional<std::string> next;
    bool may_add = false;
    std::optional<ExpertId> own;  ///< profile of the account that asks
};
BOOST_DESCRIBE_STRUCT(ExpertsBody, (), (items, next, may_add, own))
struct ExpertAllows {
    bool edit = false, consent = false, invite = false, vet = false, own = false;
};
BOOST_DESCRIBE_STRUCT(ExpertAllows, (), (edit, consent, invite, vet, own))
struct ExpertBody : ExpertLine {
    int version = 1;
    bool has_account = false;
    std::optional<StatementBody> statement;
    std::optional<std::vector<Consent>> consents;         ///< for the secretariat and the expert
    std::optional<std::vector<InvitationBody>> invitations;  ///< for the secretariat and the expert
    std::optional<std::vector<Vetting>> vettings;         ///< for the secretariat
    ExpertAllows allows;
};
BOOST_DESCRIBE_STRUCT(ExpertBody, (ExpertLine), (version, has_account, statement, consents, invitations, vettings, allows))

namespace {

using access::Permission;
using access::Work;
using http::Reply;
using http::Request;

struct ExpertInput {
    std::optional<int> version;
    std::optional<access::AccountId> account_id;
    std::string name;
    std::optional<std::string> organisation, country, summary;
    std::vector<std::string> fields, languages;
    bool remote = true, on_site = false;
    std::optional<Date> available_from, available_to;
};
BOOST_DESCRIBE_STRUCT(ExpertInput, (), (version, account_id, name, organisation, country, summary, fields, languages, remote, on_site, available_from, available_to))
struct ConsentInput {
    std::string to_what;
    std::optional<Date> on;
    std::optional<std::string> paper;
};
BOOST_DESCRIBE_STRUCT(ConsentInput, (), (to_what, on, paper))
struct WithdrawalInput {
    std::string to_what;
};
BOOST_DESCRIBE_STRUCT(WithdrawalInput, (), (to_what))
struct StatementInput {
    std::optional<Date> on;
    bool has_conflict = false;
    std::optional<std::string> text, paper;
};
BOOST_DESCRIBE_STRUCT(StatementInput, (), (on, has_conflict, text, paper))
struct VettingInput {
    std::string note;
};
BOOST_DESCRIBE_STRUCT(VettingInput, (), (note))
struct InvitationInput {
    std::string to_kind, to_id, to_title;
    std::optional<std::string> message;
    Date respond_by;
};
BOOST_DESCRIBE_STRUCT(InvitationInput, (), (to_kind, to_id, to_title, message, respond_by))
struct AnswerInput {
    std::string answer;
    std::optional<std::string> reason;
};
BOOST_DESCRIBE_STRUCT(AnswerInput, (), (answer, reason))

Expert expert_from(ExpertId id, const ExpertInput& in) {
    return {id, in.account_id, in.name, in.organisation.value_or(""), in.country.value_or(""), in.fields, in.languages, in.summary.value_or(""),
            in.remote, in.on_site, in.available_from, in.available_to, in.version.value_or(0)};
}

ExpertLine line_of(Work& work, const Expert& e) {
    return {e.id, e.name, e.organisation, e.country, e.fields, e.languages, e.summary, e.remote, e.on_site, e.available_from, e.available_to,
            consented(work.db, e.id, "listing"), consented(work.db, e.id, "publicity"), statement_holds(work.db, e.id, work.today())};
}

InvitationBody invitation_body(const Invitation& i) {
    return {i.id, i.to_kind, i.to_id, i.to_title, i.message, i.respond_by, i.sent_at, i.answer, i.reason, i.answered_at, {i.answer.empty()}};
}

Result<Reply> reply(Work& work, ExpertId id) {
    TRY(access::require(work.actor, Permission::read_council));
    const Expert e = TRY(get_expert(work, id));
    ExpertBody body;
    static_cast<ExpertLine&>(body) = line_of(work, e);
    body.version = e.version;
    body.has_account = e.account_id.has_value();
    const bool edits = may_edit(work.actor, e), secretariat = may(work.actor, Permission::edit_council);
    if (const auto s = last_statement(work.db, id)) {
        body.statement = StatementBody{s->stated_on, s->valid_to(), s->has_conflict, statement_holds(work.db, id, work.today()), s->text, edits ? s->paper : ""};
    }
    if (edits) {
        body.consents = consents_of(work.db, id);
        body.invitations.emplace();
        for (const auto& each : invitations_of(work.db, id)) body.invitations->push_back(invitation_body(each));
    }
    if (secretariat) body.vettings = TRY(vettings_of(work, id));
    body.allows = {edits, edits, secretariat && body.listed, secretariat, is_own(work.actor, e)};
    return http::ok(body);
}

RosterQuestion question_of(const Request& request) {
    const auto text = [&](const char* name) { return std::string(request.query(name).value_or("")); };
    return {.words = text("q"), .field = text("field"), .language = text("language"), .country = text("country"), .mode = text("mode")};
}

Result<ExpertsBody> list(Work& work, const Request& request) {
    RosterQuestion question = question_of(request);
    question.limit = TRY(http::int_query(request, "limit", 50, 1, 200));
    question.offset = TRY(http::int_query(request, "cursor", 0, 0, 1'000'000));
    question.free_from = TRY(http::date_query(request, "free_from"));
    question.free_to = TRY(http::date_query(request, "free_to"));
    ExpertsBody body;
    for (const auto& each : TRY(list_experts(work, question))) {
        if (body.items.size() == static_cast<std::size_t>(question.limit)) body.next = std::to_string(question.offset + question.limit);
        else body.items.push_back(line_of(work, each));
    }
    return body;
}

Result<Reply> roster(Work& work, const Request& request) {
    TRY(access::require(work.actor, Permission::read_council));
    ExpertsBody body = TRY(list(work, request));
    body.own = own_profile(work);
    body.may_add = may(work.actor, Permission::edit_council) || (work.actor.role == access::Role::expert && !body.own);
    return http::ok(body);
}

/// What is shown to everybody says nothing of papers, statements or vetting.
Result<Reply> in_public(Work& work, const Request& request) {
    ExpertsBody body = TRY(list(work, request));
    for (auto& each : body.items) each.statement_in_force.reset();
    return http::ok(body);
}

Result<Reply> one_in_public(Work& work, const Request& request) {
    ExpertLine line = line_of(work, TRY(get_expert(work, TRY(http::id_of<ExpertId>(request, "expert_id")))));
    line.statement_in_force.reset();
    return http::ok(line);
}

}  // namespace

void expert_routes(http::Router& router, const Program&) {
    router.open_read("GET", "/api/public/experts", in_public);
    router.open_read("GET", "/api/public/experts/{expert_id}", one_in_public);
    router.read("GET", "/api/experts", roster);
    router.read("GET", "/api/experts/me", [](Work& work, const Request&) -> Result<Reply> {
        const auto own = own_profile(work);
        if (!own) return not_found("expert.not_found");
        return reply(work, *own);
    });
    router.read("GET", "/api/experts/{expert_id}", [](Work& work, const Request& request) -> Result<Reply> {
        return reply(work, TRY(http::id_of<ExpertId>(request, "expert_id")));
    });
    router.write("POST", "/api/experts", [](Work& work, const Request& request) -> Result<Reply> {
        return reply(work, TRY(add_expert(work, expert_from({}, TRY(http::body_as<ExpertInput>(request))))));
    });
    // Every change answers with the profile as it stands now.
    const auto changing = [&](const char* method, const char* pattern, auto act) {
        change_route<ExpertId>(router, method, pattern, "expert_id", act, [](Work& work, ExpertId id, const Request&) { return reply(work, id); });
    };
    changing("PUT", "/api/experts/{expert_id}", [](Work& work, ExpertId id, const Request& request) -> Done {
        return edit_expert(work, expert_from(id, TRY(http::body_as<ExpertInput>(request))));
    });
    changing("POST", "/api/experts/{expert_id}/consent", [](Work& work, ExpertId id, const Request& request) -> Done {
        const auto in = TRY(http::body_as<ConsentInput>(request));
        return give_consent(work, id, {in.to_what, in.on.value_or(work.today()), in.paper.value_or(""), {}});
    });
    changing("POST", "/api/experts/{expert_id}/withdrawal", [](Work& work, ExpertId id, const Request& request) -> Done {
        return withdraw_consent(work, id, TRY(http::body_as<WithdrawalInput>(request)).to_what);
    });
    changing("POST", "/api/experts/{expert_id}/statement", [](Work& work, ExpertId id, const Request& request) -> Done {
        const auto in = TRY(http::body_as<StatementInput>(request));
        return state_interests(work, id, {in.on.value_or(work.today()), in.has_conflict, in.text.value_or(""), in.paper.value_or("")});
    });
    changing("POST", "/api/experts/{expert_id}/vetting", [](Work& work, ExpertId id, const Request& request) -> Done {
        return note_vetting(work, id, TRY(http::body_as<VettingInput>(request)).note);
    });
    changing("POST", "/api/experts/{expert_id}/invitations", [](Work& work, ExpertId id, const Request& request) -> Done {
        const auto in = TRY(http::body_as<InvitationInput>(request));
        TRY(invite_expert(work, {{}, id, {}, in.to_kind, in.to_id, in.to_title, in.message.value_or(""), in.respond_by, work.now, {}, {}, {}}));
        return {};
    });
    router.write("POST", "/api/invitations/{invitation_id}/answer", [](Work& work, const Request& request) -> Result<Reply> {
        const auto id = TRY(http::id_of<InvitationId>(request, "invitation_id"));
        const auto in = TRY(http::body_as<AnswerInput>(request));
        TRY(answer_invitation(work, id, in.answer, in.reason.value_or("")));
        return http::ok(invitation_body(TRY(get_invitation(work, id))));
    });
}

}  // namespace homeward::council
