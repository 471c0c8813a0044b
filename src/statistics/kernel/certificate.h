#pragma once
// The proof of a pattern, for somebody who trusts no solver: whole-number populations that show every shown figure.

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

namespace homeward::statistics {

/// How one population differs from the true one: (atom, persons more), by atom, without zeros.
using Shift = std::vector<std::pair<int, std::int64_t>>;

/// That one hidden cell is open: two of the shifts differ in it by the width. -1 stands for the true population.
///
/// cell        index of the cell in the system
/// knower      index in `CellSystem::knowers` of whom it holds against; -1 for everybody else
struct Opening {
    int cell = 0;
    int knower = -1;
    int low = -1;
    int high = -1;
};

/// Confidential: it holds the true counts. Its hash is released.
///
/// persons    true count of each atom of the simplified system
/// openings   for each sensitive cell one against outsiders, and one for each knower against whom that one does not hold
struct Certificate {
    std::vector<std::int64_t> persons;
    std::vector<Shift> shifts;
    std::vector<Opening> openings;
};

}  // namespace homeward::statistics
