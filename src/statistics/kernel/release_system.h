#pragma once
// The tables of a release and of all earlier ones as one system.

#include <vector>

#include "statistics/kernel/history.h"
#include "statistics/kernel/time_links.h"

namespace homeward::statistics {

/// A cell whose width can be less than the rules ask for, because of what is out already.
///
/// cell    index in the system
/// told    how it is named when it is less
struct Bound {
    int cell = 0;
    ProtectedRelease::Told told;
};

/// tables          those of this release first, then the earlier ones as they came; populations and keys carry their release
/// earlier         of each label: 0 of this release, 1 shown earlier, 2 hidden earlier
/// headline        cell of the largest total of this release; -1 when there is none
/// bounds          hidden counts of earlier releases, small changes, arrivals
/// small_changes   cells of this release that must be hidden because they have hardly changed since they were last shown
struct ReleaseSystem {
    TableSet tables;
    CellSystem system;
    std::vector<char> earlier;
    int headline = -1;
    std::vector<Bound> bounds;
    std::vector<int> small_changes;
};

/// errors   those of `check`; `statistics.table_shape` where what was shown has another shape; those of `system_of`;
///          `statistics.no_population`: no population fits the counts
Result<ReleaseSystem> release_system(const ReleaseProblem& problem);

}  // namespace homeward::statistics
