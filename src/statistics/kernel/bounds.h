#pragma once
// How far each cell can move at most, from one sum after the other. Quick, and never says too little.

#include <cstdint>
#include <limits>
#include <utility>
#include <vector>

#include "statistics/kernel/cell_system.h"

namespace homeward::statistics {

/// Differences from the true counts between which each cell and group lies, as the sums of the tables tell them when each is looked
/// at alone. Where these are too narrow, everything else would only make them narrower.
class Bounds {
public:
    /// Of a pattern.
    Bounds(const CellSystem& system, const Pattern& hidden);

    /// Whether every sensitive cell still has its width here when one more cell is shown. When it has, that cell counts as shown.
    bool show(int cell);

    /// How far a cell can go down (at most 0) and up; `far` and beyond where no sum tells.
    std::pair<std::int64_t, std::int64_t> range(int cell) const;
    static constexpr std::int64_t far = std::numeric_limits<std::int64_t>::max() / 1'000'000;

private:
    struct Term {
        int thing;   // a group, or behind the groups a cell of several
        int factor;
    };
    struct Range {
        std::int64_t low, high;
    };
    void add_sum(std::vector<Term> terms);
    int thing_of(int cell) const;
    bool settle(std::vector<int> sums);
    bool narrow(int thing, Range range, std::vector<int>& sums);
    bool wide_enough(int thing) const;

    const CellSystem* system_;
    std::vector<Range> ranges_;                 // by thing
    std::vector<int> cell_of_;                  // by thing, or -1
    std::vector<std::vector<Term>> sums_;       // each is nothing
    std::vector<std::vector<int>> sums_with_;   // by thing
    std::vector<std::pair<int, Range>> before_; // what a `show` changed
};

}  // namespace homeward::statistics
