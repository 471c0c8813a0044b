#pragma once
// Looks for populations that keep sensitive cells open under a pattern.

#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <vector>

#include "statistics/kernel/attack_model.h"
#include "statistics/kernel/cell_system.h"
#include "statistics/kernel/circuits.h"
#include "statistics/kernel/detour.h"
#include "statistics/kernel/moves.h"
#include "statistics/kernel/window.h"
#include "statistics/kernel/witness.h"

namespace homeward::statistics {

/// A pattern in the making, with the witnesses found for it.
///
/// Each cell is shown, hidden, or offered: shown so far, but a witness may move it, and then it is hidden.
class Prover {
public:
    /// Everything is shown to begin with, sensitive cells too.
    ///
    /// variant   0 weighs cells by their value alone; others weigh them a little otherwise, each in its own way, and find other ways
    explicit Prover(const CellSystem& system, int variant = 0);

    void show(int cell);
    void hide(int cell);
    void offer(int cell);
    bool hidden(int cell) const { return hidden_[static_cast<std::size_t>(cell)] != 0; }
    const Pattern& pattern() const { return hidden_; }

    /// Finds further witnesses until the cell is as wide as it must be; false when it cannot be made so, or
    /// when no whole numbers were found in the time given to it.
    ///
    /// knower   against whom; `outsider` for one who knows nobody
    bool widen(int cell, int knower = outsider);
    /// The same without a linear program.
    bool widen_by_hand(int cell, int knower = outsider) { return recall(cell, knower) || go_round(cell, knower); }
    /// The same with linear programs alone.
    bool widen_by_programs(int cell, int knower = outsider);
    /// The same against outsiders and all knowers.
    bool widen_against_all(int cell);
    /// Takes what was found for another pattern, where it holds in this one as well.
    void begin_with(const std::vector<Witness>& ways);
    /// Makes many of these cells wide against all at once, as far as a few programs of everybody can; a start that spares many single ones
    /// where the system is large. Nothing where it is not.
    void widen_together(const std::vector<int>& cells, int rounds = 120);
    /// Who made the last `widen_against_all` fail: an index, or `outsider`.
    int refused_by() const { return refused_by_; }

    /// Before many questions of one pattern: the first then takes no longer than the others, and long ways round are looked for.
    void rest();
    /// Whether linear programs take so long that as many cells as possible should be opened by hand before the first.
    bool by_hand_first() const;

    /// Whether to look twice for whole numbers where real ones exist. So it is to begin with.
    void look_twice(bool yes) { look_twice_ = yes; }

    WitnessPool& pool() { return pool_; }
    /// What a reader loses with a cell; nothing for a sensitive or withheld one, which is lost anyway.
    const std::vector<double>& loss() const { return loss_; }
    /// Real numbers, not whole: how far the cell can go down and up, at most `limit` persons.
    std::pair<double, double> stretch(int cell, std::int64_t limit, int knower = outsider);
    /// Asked before each linear program; once it says no, nothing further is found.
    void ask_before_each(std::function<bool()> go_on);
    bool stopped() const;

    /// Whether the last search that failed found real numbers, but no whole ones.
    bool unfound() const { return unfound_; }

    /// Linear programs solved so far.
    long questions() const;

private:
    bool free(int cell) const { return loss_[static_cast<std::size_t>(cell)] == 0; }
    bool widen_afresh(int cell, int knower);
    /// Looks in this window until told otherwise; nullptr is everywhere.
    void look_in(Window* window) { in_ = window; }
    bool large() const;
    Window* window_about(int cell, int reach);
    void reckon_with(const std::vector<int>& knowers);
    Solved move(int cell, std::int64_t difference) { return in_ ? in_->move(cell, difference) : model_.move(cell, difference); }
    double difference(int cell) const { return in_ ? in_->difference(cell) : model_.difference(cell); }
    bool search(int cell, int knower);
    bool search_near(int cell, int knower, int reach);
    bool reach(int cell, int knower);
    bool recall(int cell, int knower);
    bool go_round(int cell, int knower);
    bool go_far(int cell, int knower);
    void keep(Witness witness);
    bool stretch_out(int cell, int knower, int round);
    bool wide(int cell, int knower) const { return pool_.wide_enough(cell, knower); }
    bool goes(int cell, std::int64_t difference);
    bool take();
    double new_loss() const;

    const CellSystem* system_;
    AttackModel model_;
    std::map<Times, std::unique_ptr<Window>> windows_;
    Window* in_ = nullptr;
    std::function<bool()> go_on_;
    WitnessPool pool_;
    Moves moves_;
    Detours detours_;
    std::unique_ptr<Circuits> circuits_;  // while one pattern is asked about
    Pattern hidden_;
    std::vector<char> offered_;
    int offers_ = 0;
    bool look_twice_ = true;
    int refused_by_ = outsider;
    bool unfound_ = false;  // real numbers were there, whole ones were not found
    std::vector<double> loss_;
    std::vector<int> everybody_;  // who knows some, and not exactly
};

}  // namespace homeward::statistics
