#pragma once
// One whole population that fits what is known.

#include <optional>
#include <vector>

#include "statistics/kernel/cell_system.h"

namespace homeward::statistics {


/// atoms   persons of each, when whole ones were found
/// none    no population fits, not even one of fractions
struct BasePopulation {
    std::optional<std::vector<std::int64_t>> atoms;
    bool none = false;
};

/// Finds persons for each atom so that all links hold, each known cell has its value and each other at least its least.
///
/// known   by cell: `value` is what it has
/// cost    by atom, at least 0: the cheapest population is taken
BasePopulation base_population(const CellSystem& system, const std::vector<char>& known, const std::vector<double>& cost);

}  // namespace homeward::statistics
