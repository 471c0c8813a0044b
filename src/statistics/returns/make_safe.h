#pragma once
// A return made safe beside everything that is out, or the safe coarser one in its place.

#include "statistics/kernel/coarsen.h"
#include "statistics/kernel/history.h"

namespace homeward::statistics {

/// households          against whom it holds: all, but those named by `told` with a cell of this release
/// certificate, told   as `ProtectedRelease` has them
/// coarser_because     why the tables are coarser than they were chosen
struct MadeSafe {
    CoarserRelease tables;
    std::vector<Household> households;
    Certificate certificate;
    std::vector<ProtectedRelease::Told> told;
    std::optional<Error> coarser_because;
};

/// Protects a return. Where no pattern does, or none was found while `go_on` said so, a coarser one.
///
/// ended    asked when `go_on` ended the search: true gives up altogether, false takes the coarser answer
/// errors   as `protect_release`; conflict `statistics.ended`
Result<MadeSafe> make_safe(const ReleaseProblem& problem, const GoOn& go_on, const std::function<bool()>& ended);

}  // namespace homeward::statistics
