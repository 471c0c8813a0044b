#include "services/catalogue/terms.h"
#include "services/provider.h"
#include "services/requests/standing.h"

namespace homeward::services {
namespace {

constexpr std::string_view kColumns =
    "SELECT p.id, p.name, p.kind, p.region, p.district, p.address, p.hours, p.contact, p.languages, p.version, p.ended_at,"
    " EXISTS (SELECT 1 FROM accounts a WHERE a.role = 'provider' AND a.member = p.id AND a.disabled_at IS NULL) FROM providers p ";

Provider from_row(store::Connection& db, const store::Row& row, Date today) {
    Provider provider{row.get<ProviderId>(0), std::string(row.text(1)), std::string(row.text(2)), std::string(row.text(3)), {}, std::string(row.text(4)),
                      std::string(row.text(5)), std::string(row.text(6)), std::string(row.text(7)), list_in(row.text(8)), {}, row.get<int>(9),
                      row.get<bool>(11), !row.is_null(10)};
    for (const auto each : db.query("SELECT service FROM provider_services WHERE provider_id = $1 ORDER BY service", provider.id)) {
        provider.services.emplace_back(each.text(0));
    }
    for (const auto each : db.query("SELECT service, places, period FROM provider_places WHERE provider_id = $1 ORDER BY service", provider.id)) {
        Places places{std::string(each.text(0)), each.get<int>(1), std::string(each.text(2))};
        if (const auto free = free_places(db, provider.id, places.service, today)) places.free = static_cast<int>(*free);
        provider.places.push_back(std::move(places));
    }
    return provider;
}

/// Whether somebody can go there now: where places are not known, it is to be asked.
bool has_place(const Provider& provider, std::string_view service) {
    for (const auto& offered : provider.services) {
        if (!service.empty() && offered != service) continue;
        const auto places = std::ranges::find(provider.places, offered, &Places::service);
        if (places == provider.places.end() || places->free.value_or(1) > 0) return true;
    }
    return false;
}

}  // namespace

Result<Provider> get_provider(store::Connection& db, ProviderId id, Date today) {
    auto query = db.query(std::string(kColumns) + "WHERE p.id = $1", id);
    if (!query.next()) return not_found("provider.not_found");
    return from_row(db, query.row(), today);
}

std::vector<ProviderVersion> versions_of(store::Connection& db, ProviderId id) {
    std::vector<ProviderVersion> versions;
    for (const auto row : db.query("SELECT v.version, v.content, coalesce(a.name, v.changed_by), v.changed_at FROM provider_versions v"
                                   " LEFT JOIN accounts a ON a.id = v.changed_by WHERE v.provider_id = $1 ORDER BY v.version DESC", id)) {
        versions.push_back({row.get<int>(0), std::string(row.text(1)), std::string(row.text(2)), row.get<Instant>(3)});
    }
    return versions;
}

ProviderPage list_providers(store::Connection& db, const ProviderFilter& filter, Date today) {
    ProviderPage page;
    for (const auto row : db.query(std::string(kColumns) + "WHERE p.ended_at IS NULL"
                                   " AND ($2 = '' OR p.region = '' OR p.region = $2)"
                                   " AND ($1 = '' OR EXISTS (SELECT 1 FROM provider_services s WHERE s.provider_id = p.id AND s.service = $1))"
                                   " AND ($3 = '' OR ',' || p.languages || ',' LIKE '%,' || $3 || ',%')"
                                   " AND ($4 = '' OR (p.name, p.id) > (SELECT name, id FROM providers WHERE id = $4))"
                                   " ORDER BY p.name, p.id", filter.service, filter.region, filter.language, filter.after ? filter.after->str() : "")) {
        auto provider = from_row(db, row, today);
        if (filter.with_free_places && !has_place(provider, filter.service)) continue;
        if (static_cast<int>(page.items.size()) == filter.limit) {
            page.next = page.items.back().id;
            break;
        }
        page.items.push_back(std::move(provider));
    }
    return page;
}

}  // namespace homeward::services
