#include "http/session_routes.h"

#include <memory>

#include "access/accounts.h"
#include "access/permission.h"
#include "http/json_reply.h"

namespace homeward::http {
namespace {

struct AccountBody {
    std::string id, username, name, role, language, region, member;
};
BOOST_DESCRIBE_STRUCT(AccountBody, (), (id, username, name, role, language, region, member))

struct InstanceBody {
    std::string code, name, kind;
    bool demo;
};
BOOST_DESCRIBE_STRUCT(InstanceBody, (), (code, name, kind, demo))

struct SessionBody {
    AccountBody account;
    std::vector<std::string> permissions;
    std::string csrf_token;
    InstanceBody instance;
};
BOOST_DESCRIBE_STRUCT(SessionBody, (), (account, permissions, csrf_token, instance))

struct DemoAccountBody {
    std::string username, password, role;
};
BOOST_DESCRIBE_STRUCT(DemoAccountBody, (), (username, password, role))

struct InstanceInfoBody {
    std::string code, name, kind;
    bool demo;
    std::optional<std::vector<DemoAccountBody>> demo_accounts;
};
BOOST_DESCRIBE_STRUCT(InstanceInfoBody, (), (code, name, kind, demo, demo_accounts))

struct SignInBody {
    std::string username, password;
    std::optional<std::string> new_password;
};
BOOST_DESCRIBE_STRUCT(SignInBody, (), (username, password, new_password))

struct LanguageBody {
    std::string language;
};
BOOST_DESCRIBE_STRUCT(LanguageBody, (), (language))

SessionBody body_of(const access::Actor& actor, const std::string& csrf_token, const InstanceInfo& instance) {
    SessionBody body;
    body.account = {actor.id.str(), actor.username, actor.name, std::string(name_of(actor.role)), actor.language, actor.region, actor.member};
    for (const auto name : permissions_of(actor)) body.permissions.emplace_back(name);
    body.csrf_token = csrf_token;
    body.instance = {instance.code, instance.name, instance.kind, instance.demo};
    return body;
}

InstanceInfoBody body_of(const InstanceInfo& instance) {
    InstanceInfoBody body{instance.code, instance.name, instance.kind, instance.demo, std::nullopt};
    if (instance.demo) {
        body.demo_accounts.emplace();
        for (const auto& each : instance.demo_accounts) body.demo_accounts->push_back({each.username, each.password, each.role});
    }
    return body;
}

}  // namespace

void session_routes(Router& router, access::Works& works, access::SignInLimit& limit, InstanceInfo info) {
    const auto instance = std::make_shared<const InstanceInfo>(std::move(info));

    router.open_read("GET", "/api/instance", [instance](access::Work&, const Request&) -> Result<Reply> {
        return ok(body_of(*instance));
    });

    router.read("GET", "/api/session", [instance](access::Work& work, const Request& request) -> Result<Reply> {
        const auto session = TRY(access::find_session(work.db, request.session_token, work.now));
        return ok(body_of(session.actor, session.csrf_token, *instance));
    });

    // Outside any transaction: checking a password takes a while, and only then the writer is asked for the session.
    router.open_task("POST", "/api/session", [instance, &works, &limit](const access::Actor&, const Request& request) -> Result<Reply> {
        const auto body = TRY(body_as<SignInBody>(request));
        const auto in = TRY(access::sign_in(works, limit, body.username, body.password, request.client_address, body.new_password.value_or("")));
        return ok(body_of(in.session.actor, in.session.csrf_token, *instance))
            .with_header("Set-Cookie", session_cookie(instance->code, in.token));
    });

    router.write("PUT", "/api/session/language", [](access::Work& work, const Request& request) -> Result<Reply> {
        const auto body = TRY(body_as<LanguageBody>(request));
        TRY(access::set_language(work, work.actor.id, body.language));
        return no_content();
    });

    router.write("DELETE", "/api/session", [instance](access::Work& work, const Request& request) -> Result<Reply> {
        access::sign_out(work, request.session_token);
        return no_content().with_header("Set-Cookie", clear_session_cookie(instance->code));
    });
}

}  // namespace homeward::http
