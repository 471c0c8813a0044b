#pragma once
// What lies in a case file beside its plan: consents, notes, visits in taps, forms, papers asked for, care, hand-overs.

#include "admin/demo_node.h"

namespace homeward::bench {

/// Who else works in a region.
struct RegionStaff {
    access::Actor supervisor, clerk;
    std::vector<access::Actor> psychologists;
};

/// Writes all that into the open files of the families, as their social workers, the psychologists and the registry's clerks
/// would have, through the actions that serve.
/// returns   how many open files there are. Throws when an action refuses what it should take
std::size_t make_daily_work(apps::Node& node, Instant now, const std::vector<apps::DemoFamily>& families,
                            const std::map<std::string, RegionStaff>& staff, apps::Random& random);

}  // namespace homeward::bench
