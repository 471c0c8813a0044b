#pragma once
// Populations that an outsider cannot rule out. Two that differ in a hidden cell are the proof that it is open.

#include <cstdint>
#include <optional>
#include <utility>
#include <vector>

#include "statistics/kernel/cell_system.h"

namespace homeward::statistics {

/// How one population differs from the true counts.
///
/// atoms         persons in each smallest group
/// differences   (cell, persons more than the true count), without zeros, by cell
struct Witness {
    std::vector<std::int64_t> atoms;
    std::vector<std::pair<int, std::int64_t>> differences;

    std::int64_t difference(int cell) const;
};

/// A witness from the persons in each group, checked with whole numbers alone: no group is negative, all
/// links hold, each shown cell has its count, each hidden one at least the least. Nothing when one fails.
std::optional<Witness> witness_of(const CellSystem& system, const Pattern& hidden, std::vector<std::int64_t> atoms);

/// The witnesses of a pattern and what they leave open.
class WitnessPool {
public:
    explicit WitnessPool(const CellSystem& system) : system_(&system), of_cell_(system.cells.size()) {}

    void add(Witness witness);
    /// Drops the witnesses that differ in this cell: they do not survive its showing.
    void drop_using(int cell);
    /// Drops witnesses that no sensitive cell needs, those first that cost most.
    void drop_spare(const std::vector<double>& cost_of_cell);

    /// Smallest and largest difference of a cell; the true count is always possible.
    std::pair<std::int64_t, std::int64_t> range(int cell) const;
    bool wide_enough(int cell) const;
    /// Cells in which some witness differs.
    std::vector<char> used_cells() const;
    const std::vector<Witness>& witnesses() const { return witnesses_; }

private:
    void index();
    bool spare(int witness) const;

    const CellSystem* system_;
    std::vector<Witness> witnesses_;
    std::vector<char> gone_;
    std::vector<std::vector<std::pair<int, std::int64_t>>> of_cell_;  // (witness, difference)
};

}  // namespace homeward::statistics
