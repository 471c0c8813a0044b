#pragma once
// What ties a population to the larger one that it lies in: children are returnees under 18, and everybody knows it.

#include <vector>

#include "statistics/kernel/layout.h"
#include "statistics/kernel/time_links.h"

namespace homeward::statistics {

/// Sums that are equal because the definitions say so, for populations that were counted together. Where a part takes only some
/// people of its categories, or the whole is not counted by them, the rest is a new atom.
std::vector<Link> link_parts(Layout& layout, const std::vector<Stand>& stands, const Movements& movements);

}  // namespace homeward::statistics
