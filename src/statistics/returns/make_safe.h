#pragma once
// A return made safe beside everything that is out, or the safe coarser one in its place.

#include "statistics/kernel/coarsen.h"
#include "statistics/kernel/history.h"

namespace homeward::statistics {

/// certificate, told   as `ProtectedRelease` has them
struct MadeSafe {
    CoarserRelease tables;
    Certificate certificate;
    std::vector<ProtectedRelease::Told> told;
};

/// Protects a return. Where no pattern does, or none was found while `go_on` said so, a coarser one.
///
/// ended    asked when `go_on` ended the search: true gives up altogether, false takes the coarser answer
/// errors   as `protect_release`; conflict `statistics.ended`
Result<MadeSafe> make_safe(const ReleaseProblem& problem, const GoOn& go_on, const std::function<bool()>& ended);

}  // namespace homeward::statistics
