#include "services/provider.h"

#include <algorithm>
#include <array>

#include "base/json.h"
#include "casework/catalogue.h"
#include "services/catalogue/terms.h"

namespace homeward::services {

BOOST_DESCRIBE_STRUCT(Places, (), (service, places, period))
namespace {

using access::Permission;
using access::Work;

/// What a version keeps.
struct Kept {
    std::string name, kind, region, district, address, hours, contact;
    std::vector<std::string> services, languages;
    std::vector<Places> places;
};
BOOST_DESCRIBE_STRUCT(Kept, (), (name, kind, region, district, address, hours, contact, services, languages, places))

template <std::size_t N>
bool among(const std::array<std::string_view, N>& codes, std::string_view code) {
    return std::ranges::find(codes, code) != codes.end();
}

Done check(Work& work, Provider& provider) {
    constexpr std::array<std::string_view, 5> kinds{"state", "municipal", "civil_society", "international", "private"};
    constexpr std::array<std::string_view, 8> languages{"uz", "kk", "ky", "tg", "tk", "ru", "en", "ar"};
    constexpr std::array<std::string_view, 4> periods{"at_once", "month", "quarter", "year"};
    constexpr std::size_t kLongest = 500;
    provider.name = trim(provider.name);
    if (provider.name.empty() || length_of(provider.name) > 200) return invalid("provider.name", "name");
    if (!among(kinds, provider.kind)) return invalid("provider.kind", "kind");
    if (!provider.region.empty() && !work.db.query("SELECT 1 FROM regions WHERE id = $1", provider.region).next()) {
        return invalid("provider.region", "region");
    }
    if (provider.services.empty() || !std::ranges::all_of(provider.services, casework::in_catalogue)) return invalid("provider.service", "services");
    if (!std::ranges::all_of(provider.languages, [&](const auto& code) { return among(languages, code); })) return invalid("provider.language", "languages");
    for (const auto& [service, places, period, free] : provider.places) {
        const bool offered = std::ranges::find(provider.services, service) != provider.services.end();
        if (!offered || places < 0 || places > 100'000 || !among(periods, period)) return invalid("provider.places", "places");
    }
    for (auto* text : {&provider.district, &provider.address, &provider.hours, &provider.contact}) {
        *text = trim(*text);
        if (length_of(*text) > kLongest) return invalid("provider.text_long");
    }
    return {};
}

void write_lists(Work& work, const Provider& provider) {
    work.db.run("DELETE FROM provider_services WHERE provider_id = $1", provider.id);
    work.db.run("DELETE FROM provider_places WHERE provider_id = $1", provider.id);
    for (const auto& service : provider.services) {
        work.db.run("INSERT INTO provider_services (provider_id, service) VALUES ($1, $2) ON CONFLICT DO NOTHING", provider.id, service);
    }
    for (const auto& each : provider.places) {
        work.db.run("INSERT INTO provider_places (provider_id, service, places, period) VALUES ($1, $2, $3, $4) ON CONFLICT (provider_id, service)"
                    " DO UPDATE SET places = excluded.places, period = excluded.period", provider.id, each.service, each.places, each.period);
    }
    const Kept kept{provider.name, provider.kind, provider.region, provider.district, provider.address, provider.hours, provider.contact,
                    provider.services, provider.languages, provider.places};
    work.db.run("INSERT INTO provider_versions (provider_id, version, content, changed_by, changed_at) VALUES ($1, $2, $3, $4, $5)", provider.id,
                provider.version, json::write(kept), work.actor.log_name(), work.now);
}

/// A provider that is at work, in the version that the actor saw.
Done require_standing(Work& work, ProviderId id, int version) {
    TRY(access::require(work.actor, Permission::manage_providers));
    auto query = work.db.query("SELECT version, ended_at FROM providers WHERE id = $1", id);
    if (!query.next()) return not_found("provider.not_found");
    if (!query.row().is_null(1)) return conflict("provider.ended");
    return query.row().get<int>(0) == version ? Done() : conflict("edit.changed_meanwhile");
}

}  // namespace

Result<ProviderId> create_provider(Work& work, Provider provider) {
    TRY(access::require(work.actor, Permission::manage_providers));
    TRY(check(work, provider));
    provider.id = ProviderId::make(work.now);
    provider.version = 1;
    work.db.run("INSERT INTO providers (id, name, kind, region, version, created_at, district, address, hours, contact, languages)"
                " VALUES ($1, $2, $3, $4, 1, $5, $6, $7, $8, $9, $10)", provider.id, provider.name, provider.kind, provider.region, work.now,
                provider.district, provider.address, provider.hours, provider.contact, joined_list(provider.languages));
    write_lists(work, provider);
    work.record({"provider.created", "provider", provider.id.str()});
    return provider.id;
}

Done change_provider(Work& work, Provider provider) {
    TRY(require_standing(work, provider.id, provider.version));
    TRY(check(work, provider));
    ++provider.version;
    work.db.run("UPDATE providers SET name = $2, kind = $3, region = $4, version = $5, district = $6, address = $7, hours = $8, contact = $9, languages = $10"
                " WHERE id = $1", provider.id, provider.name, provider.kind, provider.region, provider.version, provider.district, provider.address,
                provider.hours, provider.contact, joined_list(provider.languages));
    write_lists(work, provider);
    work.record({"provider.changed", "provider", provider.id.str(), {}, {{"version", std::to_string(provider.version)}}});
    return {};
}

Done end_provider(Work& work, ProviderId id, int version) {
    TRY(require_standing(work, id, version));
    work.db.run("UPDATE providers SET ended_at = $2, version = version + 1 WHERE id = $1", id, work.now);
    work.record({"provider.ended", "provider", id.str()});
    return {};
}

}  // namespace homeward::services
