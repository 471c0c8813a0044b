#include "base/json.h"
#include "casework/catalogue.h"
#include "http/json_reply.h"
#include "services/area_routes.h"
#include "services/catalogue/terms.h"
#include "services/provider.h"

namespace homeward::services {

BOOST_DESCRIBE_STRUCT(ServiceTerms, (), (service, needs_approval, on_request, outcome_after_days, fields, version))
struct CatalogueBody {
    std::vector<std::string> services;
    std::vector<ServiceTerms> terms;
    std::vector<std::string> fields;
    bool may_change = false;
};
BOOST_DESCRIBE_STRUCT(CatalogueBody, (), (services, terms, fields, may_change))

struct PlacesBody {
    std::string service;
    int places;
    std::string period;
    std::optional<int> free;
};
BOOST_DESCRIBE_STRUCT(PlacesBody, (), (service, places, period, free))
struct ProviderBody {
    ProviderId id;
    std::string name, kind, region;
    std::vector<std::string> services;
    std::string district, address, hours, contact;
    std::vector<std::string> languages;
    std::vector<PlacesBody> places;
    int version;
    bool signs_in, ended;
};
BOOST_DESCRIBE_STRUCT(ProviderBody, (), (id, name, kind, region, services, district, address, hours, contact, languages, places, version, signs_in, ended))
struct ProvidersBody {
    std::vector<ProviderBody> items;
    std::optional<ProviderId> next;
};
BOOST_DESCRIBE_STRUCT(ProvidersBody, (), (items, next))
struct ProviderVersionBody {
    int version;
    boost::json::object content;
    std::string changed_by;
    Instant changed_at;
};
BOOST_DESCRIBE_STRUCT(ProviderVersionBody, (), (version, content, changed_by, changed_at))
struct ProviderPageBody {
    ProviderBody provider;
    std::vector<ProviderVersionBody> versions;
    bool may_change;
};
BOOST_DESCRIBE_STRUCT(ProviderPageBody, (), (provider, versions, may_change))

namespace {

using access::Permission;
using access::Work;
using http::Reply;
using http::Request;

struct PlacesInput {
    std::string service;
    int places;
    std::string period;
};
BOOST_DESCRIBE_STRUCT(PlacesInput, (), (service, places, period))
struct ProviderInput {
    std::string name, kind, region;
    std::vector<std::string> services;
    std::optional<std::string> district, address, hours, contact;
    std::optional<std::vector<std::string>> languages;
    std::optional<std::vector<PlacesInput>> places;
    std::optional<int> version;
};
BOOST_DESCRIBE_STRUCT(ProviderInput, (), (name, kind, region, services, district, address, hours, contact, languages, places, version))
struct VersionInput {
    int version;
};
BOOST_DESCRIBE_STRUCT(VersionInput, (), (version))
struct TermsInput {
    int version;
    bool needs_approval, on_request;
    int outcome_after_days;
    std::vector<std::string> fields;
};
BOOST_DESCRIBE_STRUCT(TermsInput, (), (version, needs_approval, on_request, outcome_after_days, fields))

ProviderBody body_of(const Provider& provider) {
    ProviderBody body{provider.id, provider.name, provider.kind, provider.region, provider.services, provider.district, provider.address, provider.hours,
                      provider.contact, provider.languages, {}, provider.version, provider.signs_in, provider.ended};
    for (const auto& each : provider.places) body.places.push_back({each.service, each.places, each.period, each.free});
    return body;
}

Provider provider_from(const ProviderInput& input) {
    Provider provider{{}, input.name, input.kind, input.region, input.services, input.district.value_or(""), input.address.value_or(""),
                      input.hours.value_or(""), input.contact.value_or(""), input.languages.value_or(std::vector<std::string>()), {}, input.version.value_or(0)};
    for (const auto& each : input.places.value_or(std::vector<PlacesInput>())) provider.places.push_back({each.service, each.places, each.period});
    return provider;
}

Result<Reply> catalogue(Work& work, const Request&) {
    return http::ok(CatalogueBody{{casework::catalogue().begin(), casework::catalogue().end()}, all_terms(work.db),
                                  {referral_fields().begin(), referral_fields().end()}, may(work.actor, Permission::manage_providers)});
}

Result<Reply> change_terms(Work& work, const Request& request) {
    const auto input = TRY(http::body_as<TermsInput>(request));
    TRY(set_terms(work, {request.path_parameter("service"), input.needs_approval, input.on_request, input.outcome_after_days, input.fields, input.version}));
    return catalogue(work, request);
}

Result<Reply> list(Work& work, const Request& request) {
    // Whom the State works with is for its own staff; a provider's see what was sent to them.
    if (!may(work.actor, Permission::manage_providers) && !may(work.actor, Permission::list_register)) return forbidden("access.not_allowed");
    const auto text = [&](std::string_view name) { return std::string(request.query(name).value_or("")); };
    const auto page = list_providers(work.db, {text("service"), text("region"), text("language"), TRY(http::bool_query(request, "free", false)),
                                               TRY(http::id_query<ProviderId>(request, "cursor")), TRY(http::int_query(request, "limit", 100, 1, 200))}, work.today());
    ProvidersBody body{{}, page.next};
    for (const auto& provider : page.items) body.items.push_back(body_of(provider));
    return http::ok(body);
}

Result<Reply> show(Work& work, const Request& request) {
    if (!may(work.actor, Permission::manage_providers) && !may(work.actor, Permission::list_register)) return forbidden("access.not_allowed");
    const auto id = TRY(http::id_of<ProviderId>(request, "provider_id"));
    ProviderPageBody body{body_of(TRY(get_provider(work.db, id, work.today()))), {}, may(work.actor, Permission::manage_providers)};
    for (const auto& each : versions_of(work.db, id)) body.versions.push_back({each.version, boost::json::parse(each.content).as_object(), each.changed_by, each.changed_at});
    return http::ok(body);
}

}  // namespace

void provider_routes(http::Router& router) {
    router.read("GET", "/api/services", catalogue);
    router.write("PUT", "/api/services/{service}", change_terms);
    router.read("GET", "/api/providers", list);
    router.read("GET", "/api/providers/{provider_id}", show);
    router.write("POST", "/api/providers", [](Work& work, const Request& request) -> Result<Reply> {
        const auto id = TRY(create_provider(work, provider_from(TRY(http::body_as<ProviderInput>(request)))));
        return http::created("/api/providers/" + id.str(), body_of(TRY(get_provider(work.db, id, work.today()))));
    });
    router.write("PUT", "/api/providers/{provider_id}", [](Work& work, const Request& request) -> Result<Reply> {
        auto provider = provider_from(TRY(http::body_as<ProviderInput>(request)));
        provider.id = TRY(http::id_of<ProviderId>(request, "provider_id"));
        TRY(change_provider(work, provider));
        return http::ok(body_of(TRY(get_provider(work.db, provider.id, work.today()))));
    });
    router.write("POST", "/api/providers/{provider_id}/end", [](Work& work, const Request& request) -> Result<Reply> {
        TRY(end_provider(work, TRY(http::id_of<ProviderId>(request, "provider_id")), TRY(http::body_as<VersionInput>(request)).version));
        return http::no_content();
    });
}

}  // namespace homeward::services
