#include "council/members/member_routes.h"

#include "council/members/directory.h"
#include "council/members/members_json.h"

namespace homeward::council {

BOOST_DESCRIBE_STRUCT(DirectoryLine, (), (code, kind, country, name, short_name, tier))

namespace {

using access::Permission;
using access::Work;
using http::Reply;
using http::Request;

struct MemberBody {
    std::string id, name;
};
BOOST_DESCRIBE_STRUCT(MemberBody, (), (id, name))
struct MembersBody {
    std::vector<MemberBody> items;
};
BOOST_DESCRIBE_STRUCT(MembersBody, (), (items))
struct BodiesBody {
    std::vector<DirectoryLine> items;
    std::optional<std::string> next;
    std::int64_t total = 0;
    bool may_add = false;
};
BOOST_DESCRIBE_STRUCT(BodiesBody, (), (items, next, total, may_add))

struct NameInput {
    std::string language, name;
    std::optional<std::string> short_name;
    std::optional<Date> valid_from, valid_to;
    std::optional<std::string> source;
};
BOOST_DESCRIBE_STRUCT(NameInput, (), (language, name, short_name, valid_from, valid_to, source))
struct BodyInput {
    std::string code, kind;
    std::optional<std::string> country, contact_url, note, source;
    NameInput name;
};
BOOST_DESCRIBE_STRUCT(BodyInput, (), (code, kind, country, contact_url, note, source, name))
struct BodyChange {
    int version = 1;
    std::string kind;
    std::optional<std::string> country, contact_url, note, source;
};
BOOST_DESCRIBE_STRUCT(BodyChange, (), (version, kind, country, contact_url, note, source))
struct ParentInput {
    std::string code;
    std::optional<Date> valid_from, valid_to;
    std::optional<std::string> source;
};
BOOST_DESCRIBE_STRUCT(ParentInput, (), (code, valid_from, valid_to, source))
struct EndInput {
    Date valid_to;
};
BOOST_DESCRIBE_STRUCT(EndInput, (), (valid_to))

BodyName name_from(const NameInput& in) {
    return {{}, in.language, in.name, in.short_name.value_or(""), in.valid_from, in.valid_to, in.source.value_or("")};
}

Result<Reply> list(Work& work, const Request& request) {
    TRY(access::require(work.actor, Permission::read_council));
    const int limit = TRY(http::int_query(request, "limit", 50, 1, 200)), offset = TRY(http::int_query(request, "cursor", 0, 0, 1'000'000));
    const auto text = [&](const char* name) { return std::string(request.query(name).value_or("")); };
    const Date on = TRY(http::date_query(request, "on")).value_or(work.today());
    const auto page = TRY(list_bodies(work, {text("q"), text("tier"), text("kind"), on, language_of(work, request), offset, limit}));
    BodiesBody body{page.lines, std::nullopt, page.total, may(work.actor, Permission::edit_council) || may(work.actor, Permission::speak_for_member)};
    const auto end = offset + static_cast<std::int64_t>(page.lines.size());
    if (end < page.total) body.next = std::to_string(end);
    return http::ok(body);
}

Result<Reply> show(Work& work, const exchange::Exchange& exchange, const Request& request) {
    return body_reply(work, exchange, request.path_parameter("code"), TRY(http::date_query(request, "on")), language_of(work, request));
}

Result<Reply> add(Work& work, const exchange::Exchange& exchange, const Request& request) {
    const auto in = TRY(http::body_as<BodyInput>(request));
    TRY(add_body(work, {{}, in.code, in.kind, in.country.value_or(""), in.contact_url.value_or(""), in.note.value_or(""), in.source.value_or(""), 1},
                 name_from(in.name)));
    return TRY(body_reply(work, exchange, in.code, std::nullopt, language_of(work, request)));
}

Done change(Work& work, const Request& request) {
    const auto in = TRY(http::body_as<BodyChange>(request));
    return edit_body(work, {{}, request.path_parameter("code"), in.kind, in.country.value_or(""), in.contact_url.value_or(""), in.note.value_or(""),
                            in.source.value_or(""), in.version});
}

}  // namespace

void member_routes(http::Router& router, const Program& program) {
    auto& exchange = program.exchange;
    router.read("GET", "/api/members", [&exchange](Work& work, const Request&) -> Result<Reply> {
        TRY(access::require(work.actor, Permission::read_council));
        MembersBody body;
        for (const auto& member : exchange.members().members()) {
            if (member.id != exchange.self()) body.items.push_back({member.id, member.name});
        }
        return http::ok(body);
    });
    // Every change answers with the body as it stands now.
    const auto changing = [&](const char* method, const char* pattern, std::function<Done(Work&, const Request&)> act) {
        router.write(method, pattern, [&exchange, act](Work& work, const Request& request) -> Result<Reply> {
            TRY(act(work, request));
            return body_reply(work, exchange, request.path_parameter("code"), std::nullopt, language_of(work, request));
        });
    };
    router.read("GET", "/api/bodies", list);
    router.write("POST", "/api/bodies", [&exchange](Work& work, const Request& request) { return add(work, exchange, request); });
    router.read("GET", "/api/bodies/{code}", [&exchange](Work& work, const Request& request) { return show(work, exchange, request); });
    changing("PUT", "/api/bodies/{code}", change);
    changing("POST", "/api/bodies/{code}/names", [](Work& work, const Request& request) -> Done {
        TRY(add_name(work, request.path_parameter("code"), name_from(TRY(http::body_as<NameInput>(request)))));
        return {};
    });
    changing("POST", "/api/bodies/{code}/names/{name_id}/end", [](Work& work, const Request& request) -> Done {
        return end_name(work, request.path_parameter("code"), TRY(http::id_of<BodyNameId>(request, "name_id")), TRY(http::body_as<EndInput>(request)).valid_to);
    });
    changing("POST", "/api/bodies/{code}/parents", [](Work& work, const Request& request) -> Done {
        const auto in = TRY(http::body_as<ParentInput>(request));
        TRY(add_parent(work, request.path_parameter("code"), {{}, in.code, in.valid_from, in.valid_to, in.source.value_or("")}));
        return {};
    });
    changing("POST", "/api/bodies/{code}/parents/{parent_id}/end", [](Work& work, const Request& request) -> Done {
        return end_parent(work, request.path_parameter("code"), TRY(http::id_of<BodyParentId>(request, "parent_id")),
                          TRY(http::body_as<EndInput>(request)).valid_to);
    });
    overview_routes(router, program);
    membership_routes(router, program);
    appointment_routes(router, program);
    agreement_routes(router, program);
    account_routes(router, program);
}

}  // namespace homeward::council
