#pragma once

#include <optional>
#include <string>
#include <vector>

#include "access/permission.h"
#include "access/work.h"
#include "services/ids.h"

namespace homeward::services {

/// How many of one service a provider can give.
///
/// period   at_once: so many at the same time; month, quarter, year: so many begun in each
/// free     what is left now; reckoned, not kept
struct Places {
    std::string service;
    int places = 0;
    std::string period;
    std::optional<int> free = {};
};

/// A body that delivers services. All of it is of the body, never of a person.
struct Provider {
    ProviderId id;
    std::string name;
    std::string kind;    ///< state, municipal, civil_society, international, private
    std::string region;  ///< ISO 3166-2; empty: the whole State
    std::vector<std::string> services;
    std::string district = {}, address = {}, hours = {}, contact = {};
    std::vector<std::string> languages = {};  ///< in which it works, BCP 47; none: not known
    std::vector<Places> places = {};          ///< of the services whose places are known
    int version = 1;
    bool signs_in = false;                    ///< its staff have accounts here, and read referrals; reckoned
    bool ended = false;
};

/// errors    forbidden; invalid `provider.name`, `provider.kind`, `provider.region`, `provider.service`, `provider.language`,
///           `provider.places`, `provider.text_long`
Result<ProviderId> create_provider(access::Work& work, Provider provider);

/// Takes the place of what stood; orders that stand keep their provider.
/// errors    those of `create_provider`; not_found `provider.not_found`; conflict `provider.ended`, `edit.changed_meanwhile`
Done change_provider(access::Work& work, Provider provider);
/// No more orders go there. What was ordered stays.
/// errors    forbidden; not_found; conflict `provider.ended`, `edit.changed_meanwhile`
Done end_provider(access::Work& work, ProviderId id, int version);

/// errors    not_found `provider.not_found`
Result<Provider> get_provider(store::Connection& db, ProviderId id, Date today);

/// One save of a provider's entry.
struct ProviderVersion {
    int version = 1;
    std::string content;  ///< JSON: name, kind, region, …
    std::string changed_by;  ///< the name of a member of staff, or of a program
    Instant changed_at;
};
/// Newest first.
std::vector<ProviderVersion> versions_of(store::Connection& db, ProviderId id);

/// What to list; what is empty is for any. A provider for the whole State serves every region.
struct ProviderFilter {
    std::string service, region, language;
    bool with_free_places = false;  ///< of that service, or of any
    std::optional<ProviderId> after = {};
    int limit = 200;
};
struct ProviderPage {
    std::vector<Provider> items;
    std::optional<ProviderId> next;
};
/// Those that are at work, by name.
ProviderPage list_providers(store::Connection& db, const ProviderFilter& filter, Date today);

}  // namespace homeward::services
