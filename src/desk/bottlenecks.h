#pragma once
// Where work waits, in numbers that lead to nobody.

#include <string>
#include <vector>

#include "access/work.h"
#include "desk/waiting.h"

namespace homeward::desk {

/// How many wait in one place.
///
/// region   ISO 3166-2; empty where it is not known or not told apart
/// what     a step of the work, a kind of approval, a code of a document or of a service
struct Bottleneck {
    std::string region;
    std::string what;
    Waiting waiting;
};

/// steps        open files, by region and step: since the step was reached
/// approvals    what was handed to a second person, by region and kind: since it was
/// registry     documents asked for, by document over the whole State: since they were
/// services     requests that no provider has a place for, by service over the whole State: since they were made
/// residential  children in residential care whose review is overdue, by region: since it was due
struct Bottlenecks {
    std::vector<Bottleneck> steps, approvals, registry, services, residential;
};

/// errors    forbidden without read_bottlenecks
Result<Bottlenecks> bottlenecks_of(access::Work& work);

}  // namespace homeward::desk
