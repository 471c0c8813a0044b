#pragma once

#include <string>
#include <vector>

#include "access/permission.h"
#include "access/work.h"
#include "services/ids.h"

namespace homeward::services {

/// A body that delivers services.
struct Provider {
    ProviderId id;
    std::string name;
    std::string kind;    ///< state, municipal, civil_society, international, private
    std::string region;  ///< ISO 3166-2; empty: the whole State
    std::vector<std::string> services;
};

/// errors    forbidden; invalid `provider.name`, `provider.kind`, `provider.region`, `provider.service`
Result<ProviderId> create_provider(access::Work& work, Provider provider);

/// Those that are at work, by name; `service` and `region` may be empty for any. A provider for the whole State
/// serves every region.
std::vector<Provider> list_providers(store::Connection& db, std::string_view service, std::string_view region);

}  // namespace homeward::services
