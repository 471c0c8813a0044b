#pragma once
// A linear program of some groups alone: all others stand where they truly are.

#include <cstdint>
#include <functional>
#include <optional>
#include <utility>
#include <vector>

#include "statistics/kernel/attack_model.h"
#include "statistics/kernel/cell_system.h"
#include "statistics/kernel/witness.h"

namespace homeward::statistics {

/// Which of `CellSystem::when` may move: the first and the last.
using Times = std::pair<int, int>;

/// Over many years the program of everybody is large, and most cells are open by what happened about their own year. A way that is
/// found here is a way of the whole; one that is not may still be there. Cells and knowers have the indices of the whole system.
class Window {
public:
    /// system   whose persons are known, and where they stand in time
    Window(const CellSystem& system, Times when);

    bool has(int cell) const { return here_[static_cast<std::size_t>(cell)] >= 0; }
    /// The cells that can move in it, ascending.
    const std::vector<int>& cells() const { return cells_; }

    /// As `AttackModel` has them; of cells that are not in it nothing is noted.
    void show(int cell);
    void hide(int cell, double cost);
    void reckon_with(const std::vector<int>& knowers) { model_->reckon_with(knowers); }
    Solved move(int cell, std::int64_t difference);
    Solved stretch(int cell, int direction, std::int64_t limit);
    LinearProgram::Place place() const { return model_->place(); }
    void return_to(const LinearProgram::Place& place) { model_->return_to(place); }
    double difference(int cell) const;
    /// A witness of the whole system, for this pattern of it.
    std::optional<Witness> whole(const Pattern& hidden);
    void ask_before_each(std::function<bool()> go_on) { model_->ask_before_each(std::move(go_on)); }
    bool stopped() const { return model_->stopped(); }
    long solutions() const { return model_->solutions(); }

private:
    void take_atoms(Times when);
    void take_cells();
    void take_links();
    void take_knowers();
    std::vector<int> inside(const std::vector<int>& atoms) const;
    std::int64_t outside(const std::vector<int>& atoms) const;

    const CellSystem* system_;
    CellSystem part_;
    std::vector<int> atom_here_;  // of the whole, or -1
    std::vector<int> atoms_;      // in the whole, by atom here; -1 for what stands still
    std::vector<int> here_;       // by cell of the whole, or -1
    std::vector<int> cells_;
    std::optional<AttackModel> model_;
};

}  // namespace homeward::statistics
