#include "services/provider.h"

#include <algorithm>
#include <array>

#include "casework/catalogue.h"

namespace homeward::services {

using access::Work;

Result<ProviderId> create_provider(Work& work, Provider provider) {
    TRY(access::require(work.actor, access::Permission::manage_providers));
    constexpr std::array<std::string_view, 5> kinds{"state", "municipal", "civil_society", "international", "private"};
    provider.name = trim(provider.name);
    if (provider.name.empty() || length_of(provider.name) > 200) return invalid("provider.name", "name");
    if (std::ranges::find(kinds, provider.kind) == kinds.end()) return invalid("provider.kind", "kind");
    if (!provider.region.empty() && !work.db.query("SELECT 1 FROM regions WHERE id = $1", provider.region).next()) {
        return invalid("provider.region", "region");
    }
    if (provider.services.empty() || !std::ranges::all_of(provider.services, casework::in_catalogue)) return invalid("provider.service", "services");
    const auto id = ProviderId::make(work.now);
    work.db.run("INSERT INTO providers (id, name, kind, region, version, created_at) VALUES ($1, $2, $3, $4, 1, $5)", id, provider.name,
                provider.kind, provider.region, work.now);
    for (const auto& service : provider.services) {
        work.db.run("INSERT INTO provider_services (provider_id, service) VALUES ($1, $2) ON CONFLICT DO NOTHING", id, service);
    }
    work.record({"provider.created", "provider", id.str()});
    return id;
}

std::vector<Provider> list_providers(store::Connection& db, std::string_view service, std::string_view region) {
    std::vector<Provider> providers;
    for (const auto row : db.query("SELECT id, name, kind, region FROM providers p WHERE ended_at IS NULL"
                                   " AND ($2 = '' OR region = '' OR region = $2)"
                                   " AND ($1 = '' OR EXISTS (SELECT 1 FROM provider_services s WHERE s.provider_id = p.id AND s.service = $1))"
                                   " ORDER BY name, id", service, region)) {
        providers.push_back({row.get<ProviderId>(0), std::string(row.text(1)), std::string(row.text(2)), std::string(row.text(3)), {}});
    }
    for (auto& provider : providers) {
        for (const auto row : db.query("SELECT service FROM provider_services WHERE provider_id = $1 ORDER BY service", provider.id)) {
            provider.services.emplace_back(row.text(0));
        }
    }
    return providers;
}

}  // namespace homeward::services
