#pragma once
// What an outsider can compute, as one linear program in differences from the true counts.

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <vector>

#include "statistics/kernel/cell_system.h"
#include "statistics/kernel/linear_program.h"
#include "statistics/kernel/witness.h"

namespace homeward::statistics {

/// Asks how far a cell can move while shown cells stand still. Each move costs what the cells on its way
/// cost, so that the cheapest one also says what to hide.
class AttackModel {
public:
    explicit AttackModel(const CellSystem& system);

    /// Shown: cannot move. Hidden: moves down to the least hidden value and up without limit, at `cost`
    /// per person. Every cell is hidden at cost 0 to begin with.
    void show(int cell);
    void hide(int cell, double cost);

    /// From now on groups hold what these knowers know, and no less; nobody's knowledge counts to begin with.
    ///
    /// knowers   indices in `CellSystem::knowers`
    void reckon_with(const std::vector<int>& knowers);

    /// Solves the question of nobody, whose answer is the truth. Every question starts from the last answer, and from this one it is near.
    void rest();

    /// The cheapest way for a cell to differ by at least `difference` (positive) or at most (negative).
    Solved move(int cell, std::int64_t difference);
    /// Whether a cell cannot differ at all, up (+1) or down (-1), in real numbers; a hundredth of a person counts as nothing. Costs less
    /// than to see how far.
    bool stands_still(int cell, int direction);
    /// The farthest a cell can go up (+1) or down (-1), at most `limit`; costs do not count.
    Solved stretch(int cell, int direction, std::int64_t limit);

    /// Many at once: each goes as far as it can beside the others, up to so many persons up (positive) or down; costs count as well, but less.
    Solved stretch_all(const std::vector<std::pair<int, std::int64_t>>& cells);

    /// Where the last answer stands, and back there, so that the next question is near to it.
    LinearProgram::Place place() const { return program_->place(); }
    void return_to(const LinearProgram::Place& place) { program_->return_to(place); }

    double cost() const { return program_->cost(); }
    /// Difference of a cell in the last solution; real, not yet whole.
    double difference(int cell) const;
    /// The last question's answer in whole numbers, for this pattern; nothing when none is found quickly.
    std::optional<Witness> whole(const Pattern& hidden);
    long solutions() const { return program_->solutions(); }

    /// Asked before each linear program; once it says no, all further ones give up.
    void ask_before_each(std::function<bool()> go_on) { go_on_ = std::move(go_on); }
    bool stopped() const { return stopped_; }

private:
    struct Mover {        // of a cell, or of a group that no cell shows alone
        int up = -1;      // columns
        int down = -1;
        double room = 0;          // how far it can go down when nobody knows more
        double low = 0;           // differences between which it can move
        double high = unbounded;
        double cost = 0;
        bool shown = false;
    };
    struct Question {
        int cell;
        bool up;
        double least, most;  // persons in that direction
        double pull;         // gain per person, when it shall go far
    };
    enum class Style { decided, near };
    struct Rounding {
        std::size_t atom;
        double first, second;  // differences to try
        double gap;            // how far the first is
    };
    using Entries = std::vector<LinearProgram::Entry>;
    void build();
    Mover add_mover(double room, double cost, Entries entries);
    void restore(const Mover& mover);
    double difference_of(const Mover& mover) const;
    const Mover& mover_of_atom(std::size_t atom) const;
    Mover& mover_of_atom(std::size_t atom);
    void set_bounds(const Mover& mover, double low, double high);
    Solved ask(const std::vector<Question>& questions);
    Solved ask(const Question& question) { return ask(std::vector{question}); }
    void put(const Question& question);
    Solved solve();
    std::optional<Rounding> rounding_of(std::size_t atom, Style style) const;
    std::optional<Rounding> next_rounding(Style style) const;
    std::vector<std::int64_t> atoms_moved(double times) const;
    std::optional<Witness> multiple(const Pattern& hidden) const;
    std::optional<std::vector<std::int64_t>> dive(Style style);
    bool solve_with(const Mover& mover, double difference);

    const CellSystem* system_;
    std::unique_ptr<LinearProgram> program_;
    std::vector<Mover> movers_;
    std::vector<int> cell_of_atom_;    // the cell that is this atom alone, or -1
    std::vector<Mover> atom_movers_;   // otherwise its own
    std::vector<std::int64_t> persons_;  // true count of each atom, or 0 where nobody knows it
    std::function<bool()> go_on_;
    bool solved_ = false;  // the last question had an answer
    LinearProgram::Place last_;  // that had one
    bool stopped_ = false;
    bool from_truth_ = true;             // every group's true count is known
    std::vector<std::size_t> narrowed_;  // atoms of which somebody knows more
    std::vector<Question> asked_;      // the last ones; their cells have other bounds and costs
};

}  // namespace homeward::statistics
