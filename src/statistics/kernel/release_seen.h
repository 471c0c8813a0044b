#pragma once
// A release and those before it, as everybody sees them.

#include "statistics/kernel/release_system.h"
#include "statistics/kernel/seen.h"

namespace homeward::statistics {

/// Releases as they came, this one last, with a pattern of its system.
std::vector<SeenRelease> seen_releases(const ReleaseProblem& problem, const ReleaseSystem& made, const Pattern& hidden);

}  // namespace homeward::statistics
