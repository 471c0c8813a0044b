#pragma once
// The tables of a release and of all earlier ones as one system.

#include <vector>

#include "statistics/kernel/history.h"
#include "statistics/kernel/time_links.h"

namespace homeward::statistics {

/// A cell whose width can be less than the rules ask for, because of what is out already.
///
/// cell      index in the system
/// earlier   label of a hidden count of an earlier release that it is, or that the same people were; -1 for small changes of large
///           counts and for arrivals
/// told      how it is named when it is less
struct Bound {
    int cell = 0;
    int earlier = -1;
    ProtectedRelease::Told told;
};

/// tables          those of this release first, then the earlier ones as they came, then those that nobody sees; populations and keys carry their release
/// earlier         of each label: 0 of this release, 1 shown earlier, 2 hidden earlier, 3 of this release and not shown at all
/// headline        cell of the largest total of this release; -1 when there is none
/// bounds          hidden counts of earlier releases, the same people in this one, small changes of large counts, arrivals. A small count
///                 that this release brings is none of them
/// small_changes   cells of this release that must be hidden because they have hardly changed since they were last shown
struct ReleaseSystem {
    TableSet tables;
    CellSystem system;
    std::vector<char> earlier;
    int headline = -1;
    std::vector<Bound> bounds;
    std::vector<int> small_changes;
};

/// insight   of the attacker: where the same people were hidden before, as of an operation that is long over, is more than growth tells
/// errors   those of `check`; `statistics.table_shape` where what was shown has another shape; those of `system_of`;
///          `statistics.no_population`: no population fits the counts
Result<ReleaseSystem> release_system(const ReleaseProblem& problem, Insight insight = {});

}  // namespace homeward::statistics
