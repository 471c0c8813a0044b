#pragma once
// Whole ways through the tables, found by hand: one person moves, and what that upsets is set right, sum after sum.

#include <cstdint>
#include <optional>
#include <utility>
#include <vector>

#include "statistics/kernel/cell_system.h"
#include "statistics/kernel/witness.h"

namespace homeward::statistics {

/// Most cells need no linear program to be seen open: three or four people who stand elsewhere leave every shown figure as it is. A way
/// that is not found here may still be there.
class Detours {
public:
    explicit Detours(const CellSystem& system);

    void show(int cell) { shown_[static_cast<std::size_t>(cell)] = 1; }
    void hide(int cell) { shown_[static_cast<std::size_t>(cell)] = 0; }

    /// Every group's true count is known; without it there is nowhere to begin, and nothing is ever found.
    bool from_truth() const { return from_truth_; }

    /// A witness of this pattern in which the cell differs by so many, more or fewer.
    ///
    /// knowers   indices in `CellSystem::knowers`: none of them can rule it out
    std::optional<Witness> find(const Pattern& hidden, int cell, std::int64_t difference, const std::vector<int>& knowers);
    /// How many groups are looked at for one question, from now on. More than enough to begin with.
    void look_at_most(int groups) { most_looks_ = groups; }

    /// (group, persons more), by group, without zeros.
    using Way = std::vector<std::pair<int, std::int64_t>>;
    /// A way on which the cell differs by so many and no shown sum does; groups on it may lose people whom they do not have.
    std::optional<Way> way(int cell, std::int64_t difference);

    /// True count of each group.
    const std::vector<std::int64_t>& persons() const { return persons_; }

private:
    struct Row {                    // of a cell, or behind the cells of a link
        std::vector<std::pair<int, int>> atoms;  // (atom, factor)
        std::int64_t off = 0;       // by how much it differs now
    };
    struct Step {
        std::int64_t wrong_after;   // of all rows together
        int atom;
        std::int64_t by;
    };
    std::int64_t wrong(std::size_t row) const;
    std::int64_t wrong(std::size_t row, std::int64_t off) const;
    std::int64_t wrong_if(int atom, std::int64_t by) const;
    bool may_move(int atom, std::int64_t by) const;
    void move(int atom, std::int64_t by);
    int most_pressing() const;
    std::vector<Step> steps_for(std::size_t row) const;
    static const Step& thrown(const std::vector<Step>& steps, std::size_t first, std::size_t second);
    bool look(int cell, std::int64_t difference);
    bool set_right();
    void go_back();
    void reckon_with(const std::vector<int>& knowers);

    const CellSystem* system_;
    bool from_truth_ = true;
    int most_looks_ = 2'000;                     // beyond it a linear program of a year's return is quicker
    bool loose_ = false;                         // people who are not there may move too
    std::vector<std::int64_t> persons_;          // true count of each atom
    std::vector<Row> rows_;
    std::vector<std::vector<std::pair<int, int>>> rows_of_;  // (row, factor), by atom
    std::vector<int> single_;                    // the cell that is this atom alone, or -1
    std::vector<char> shown_;                    // by cell
    std::vector<std::int64_t> moved_;            // by atom
    std::vector<std::int64_t> least_, most_;     // by atom, as the knowers of the question see it
    std::vector<int> narrowed_;                  // atoms of which they know something
    std::vector<int> touched_;                   // rows that are perhaps wrong
    std::vector<Step> path_;
    std::size_t wanted_row_ = 0;
    std::int64_t wanted_ = 0;
    std::int64_t wrong_ = 0;                     // of all rows together
};

}  // namespace homeward::statistics
