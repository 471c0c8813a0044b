#pragma once
// Whole ways that leave every shown sum as it is, and how to add them up until nobody is missing anywhere.

#include <cstdint>
#include <optional>
#include <utility>
#include <vector>

#include "statistics/kernel/cell_system.h"
#include "statistics/kernel/detour.h"
#include "statistics/kernel/dice.h"
#include "statistics/kernel/witness.h"

namespace homeward::statistics {

/// A way that moves people who are not there is easily found. Others bring people to where they are missing, and with some dozens of ways
/// added up everybody is there: so cells are opened that lie a long way round. For one pattern.
class Circuits {
public:
    /// Every group's true count must be known (`Detours::from_truth`).
    Circuits(const CellSystem& system, const Pattern& hidden);

    /// A witness in which the cell differs by so many, more or fewer. Where nothing is found there may still be one.
    ///
    /// knowers   indices in `CellSystem::knowers`: none of them can rule it out
    std::optional<Witness> find(int cell, std::int64_t difference, const std::vector<int>& knowers);

    /// A way found elsewhere may serve here too.
    void note(const Witness& witness);

private:
    struct Turn {
        int way;
        int sign;
    };
    // A group, or behind the groups a hidden cell of several that could run short of people.
    struct Thing {
        std::int64_t low, high;          // differences between which it may lie
        std::int64_t off = 0;            // now
        std::int64_t weight = 1;         // grows while it stays wrong
        bool touched = false;
        std::vector<Turn> ways = {};     // those that move it, and with which sign there are more of it then
    };
    struct Narrowed {
        std::size_t thing;
        std::int64_t low, high;  // before
    };
    void gather();
    void add(Detours::Way atoms);
    void reckon_with(const std::vector<int>& knowers);
    void narrow(std::size_t thing, std::int64_t low, std::int64_t high);
    static std::int64_t wrong(const Thing& thing, std::int64_t off);
    std::int64_t change(const Detours::Way& way, int sign) const;
    void move(const Detours::Way& way, int sign);
    void touch(int number);
    std::vector<int> wrong_things() const;
    std::optional<Turn> best_turn(int thing, int before, Dice& dice);
    bool set_right(Dice& dice);
    void go_back();

    const CellSystem* system_;
    const Pattern hidden_;
    Detours detours_;
    std::vector<Thing> things_;
    std::vector<std::vector<int>> things_of_;  // hidden cells of several, by group
    std::vector<Detours::Way> ways_;           // differences of things
    std::vector<int> thing_of_;                // by cell
    std::vector<Narrowed> narrowed_;           // by the question
    std::vector<int> touched_;
    bool gathered_ = false;
};

}  // namespace homeward::statistics
