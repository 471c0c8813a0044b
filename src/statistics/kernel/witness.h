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
/// refuted_by    indices in `CellSystem::knowers` of those who can rule it out, ascending: it lacks people whom they know
struct Witness {
    std::vector<std::int64_t> atoms;
    std::vector<std::pair<int, std::int64_t>> differences;
    std::vector<int> refuted_by;

    std::int64_t difference(int cell) const;
};

constexpr int outsider = -1;

/// A witness from the persons in each group, checked with whole numbers alone: no group is negative, all
/// links hold, each shown cell has its count, each hidden one at least its least. Nothing when one fails.
std::optional<Witness> witness_of(const CellSystem& system, const Pattern& hidden, std::vector<std::int64_t> atoms);

/// Cells that are not guarded against a knower: per knower, by cell. What they can add up from their own knowledge and the links,
/// without any table, and what is excused. Empty for one who does not know exactly, for there is always room for others, and of whom
/// nothing is excused.
std::vector<Pattern> known_anyway(const CellSystem& system);

/// The witnesses of a pattern and what they leave open. Numbers of witnesses change with `drop_spare`.
class WitnessPool {
public:
    explicit WitnessPool(const CellSystem& system);

    void add(Witness witness);
    /// From now on a cell need not be wide against a knower; as `Knower::excused`.
    void excuse(int cell, int knower);
    /// Sets the witnesses aside that differ in this cell: they do not survive its showing.
    /// returns   their numbers, for `take_back`
    std::vector<int> drop_using(int cell);
    void take_back(const std::vector<int>& witnesses);
    /// Drops witnesses that no sensitive cell needs, those first that cost most.
    ///
    /// knowers   whether cells must stay open against them too
    void drop_spare(const std::vector<double>& cost_of_cell, bool knowers);

    /// Smallest and largest difference of a cell, for an outsider or one knower; the true count is always possible.
    std::pair<std::int64_t, std::int64_t> range(int cell, int knower = outsider) const;
    bool wide_enough(int cell, int knower = outsider) const;
    /// The knowers against whom the cell is not wide enough, for a cell that is against outsiders.
    std::vector<int> narrow_against(int cell) const;
    bool wide_against_all(int cell) const;
    /// Cells in which some witness differs.
    std::vector<char> used_cells() const;
    /// Those that were not dropped.
    std::vector<Witness> witnesses() const;

private:
    struct Move {
        int witness;
        std::int64_t difference;
    };
    bool enough(int cell, std::pair<std::int64_t, std::int64_t> range) const;
    bool gone(int witness) const { return gone_[static_cast<std::size_t>(witness)] != 0; }
    bool refutes(int knower, int witness) const;
    std::vector<int> doubters(int cell) const;
    void index();
    bool spare(int witness, bool knowers) const;

    const CellSystem* system_;
    std::vector<Pattern> known_anyway_;  // by knower
    std::vector<Witness> witnesses_;
    std::vector<char> gone_;
    std::vector<std::vector<Move>> of_cell_;
};

}  // namespace homeward::statistics
