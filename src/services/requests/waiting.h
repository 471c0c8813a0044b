#pragma once
// How long people wait for services. Nobody can be told from it: small numbers are not given.

#include <optional>
#include <string>
#include <vector>

#include "access/work.h"
#include "base/result.h"

namespace homeward::services {

constexpr int kFewest = 3;  ///< of fewer than so many neither a number nor a median is given

/// Of what was asked for in the last year.
///
/// orders          how many; nothing when fewer than `kFewest`
/// *_days          medians in days: from asking to the decision, from the decision or asking to the order, from the order
///                 to the delivery, from asking to the delivery; nothing where fewer than `kFewest` came so far
struct Waiting {
    std::string service, provider_id, provider_name;
    std::optional<int> orders, open;
    std::optional<double> approval_days, place_days, delivery_days, all_days;
};

/// By service, or by service and provider; in the order of the catalogue. A supervisor's counts are of their region.
/// errors    forbidden unless `read_workload` or `read_bottlenecks`
Result<std::vector<Waiting>> waiting_times(access::Work& work, bool by_provider);

}  // namespace homeward::services
