#include "statistics/kernel/base_population.h"

#include <algorithm>
#include <cmath>

#include "statistics/kernel/dice.h"
#include "statistics/kernel/linear_program.h"
#include "statistics/kernel/sums.h"

namespace homeward::statistics {
namespace {

constexpr double nearly_whole = 1e-5;
constexpr int most_roundings = 400;
constexpr std::size_t most_turns = 12;
constexpr double slightly = 1e-6;

/// A row for each cell of several atoms and each link; a column for each atom and each such cell.
class Search {
public:
    Search(const CellSystem& system, const std::vector<char>& known, const std::vector<double>& cost)
        : system_(system), low_(static_cast<std::size_t>(system.atoms), 0), high_(static_cast<std::size_t>(system.atoms), unbounded) {
        build(known, cost);
    }

    BasePopulation find() {
        BasePopulation found;
        const Solved solved = program_->minimise();
        found.none = solved == Solved::infeasible;
        if (solved == Solved::optimal && round()) found.atoms = whole();
        if (found.atoms && !holds(*found.atoms)) found.atoms.reset();
        return found;
    }

private:
    using Entries = std::vector<LinearProgram::Entry>;

    void build(const std::vector<char>& known, const std::vector<double>& cost) {
        known_ = known;
        const std::vector<Sum> sums = short_sums(system_);
        std::vector<Entries> of_cell(system_.cells.size()), of_atom(low_.size());
        int rows = 0;
        const auto put_atoms = [&](const std::vector<int>& atoms, double factor) {
            for (const int atom : atoms) of_atom[static_cast<std::size_t>(atom)].push_back({rows, factor});
        };
        for (std::size_t c = 0; c < system_.cells.size(); ++c) {
            if (system_.cells[c].atoms.size() == 1) {
                bound_atom(c);
                continue;
            }
            of_cell[c].push_back({rows, -1});
            for (const int part : sums[c].cells) of_cell[static_cast<std::size_t>(part)].push_back({rows, 1});
            put_atoms(sums[c].atoms, 1);
            ++rows;
        }
        for (const auto& link : system_.links) {
            put_atoms(link.left, 1);
            put_atoms(link.right, -1);
            ++rows;
        }
        program_ = std::make_unique<LinearProgram>(std::vector<double>(static_cast<std::size_t>(rows), 0));
        for (std::size_t atom = 0; atom < low_.size(); ++atom) program_->add_column(low_[atom], high_[atom], cost[atom], of_atom[atom]);
        for (std::size_t c = 0; c < system_.cells.size(); ++c) {
            if (system_.cells[c].atoms.size() == 1) continue;
            const auto value = static_cast<double>(system_.cells[c].value);
            const auto least = static_cast<double>(system_.least_of(static_cast<int>(c)));
            program_->add_column(known[c] ? value : least, known[c] ? value : unbounded, 0, of_cell[c]);
        }
    }

    void bound_atom(std::size_t c) {
        const auto atom = static_cast<std::size_t>(system_.cells[c].atoms[0]);
        const auto value = static_cast<double>(system_.cells[c].value);
        low_[atom] = std::max(low_[atom], known_[c] ? value : static_cast<double>(system_.least_of(static_cast<int>(c))));
        if (known_[c]) high_[atom] = std::min(high_[atom], value);
    }

    double value(std::size_t atom) const { return program_->value(static_cast<int>(atom)); }

    /// The atom that is nearest to a whole number without being one.
    std::optional<std::size_t> next() const {
        std::optional<std::size_t> best;
        double best_gap = 1;
        for (std::size_t atom = 0; atom < low_.size(); ++atom) {
            const double gap = std::abs(value(atom) - std::round(value(atom)));
            if (gap <= nearly_whole || gap >= best_gap) continue;
            best = atom;
            best_gap = gap;
        }
        return best;
    }

    bool fix(std::size_t atom, double persons) {
        if (persons < low_[atom] || persons > high_[atom]) return false;
        program_->set_bounds(static_cast<int>(atom), persons, persons);
        return program_->minimise() == Solved::optimal;
    }

    bool round() {
        auto atom = next();
        for (int rounds = 0; atom && rounds < most_roundings; ++rounds) {
            const double first = std::round(value(*atom));
            const double second = first > value(*atom) ? first - 1 : first + 1;
            if (!fix(*atom, first) && !fix(*atom, second)) return false;
            atom = next();
        }
        return !atom;
    }

    std::vector<std::int64_t> whole() const {
        std::vector<std::int64_t> atoms;
        for (std::size_t atom = 0; atom < low_.size(); ++atom) atoms.push_back(std::llround(value(atom)));
        return atoms;
    }

    /// With whole numbers alone, so that no rounding of the solver is trusted.
    bool holds(const std::vector<std::int64_t>& atoms) const {
        const auto sum = [&](const std::vector<int>& groups) {
            std::int64_t persons = 0;
            for (const int group : groups) persons += atoms[static_cast<std::size_t>(group)];
            return persons;
        };
        if (std::ranges::any_of(atoms, [](std::int64_t persons) { return persons < 0; })) return false;
        if (!std::ranges::all_of(system_.links, [&](const Link& link) { return sum(link.left) == sum(link.right); })) return false;
        for (std::size_t c = 0; c < system_.cells.size(); ++c) {
            const std::int64_t persons = sum(system_.cells[c].atoms);
            if (known_[c] ? persons != system_.cells[c].value : persons < system_.least_of(static_cast<int>(c))) return false;
        }
        return true;
    }

    const CellSystem& system_;
    std::vector<char> known_;
    std::vector<double> low_, high_;  // of atoms
    std::unique_ptr<LinearProgram> program_;
};

}  // namespace

BasePopulation base_population(const CellSystem& system, const std::vector<char>& known, const std::vector<double>& cost) {
    // Other corners of the same, where the way from one to whole numbers is blocked.
    BasePopulation found = Search(system, known, cost).find();
    for (std::size_t turn = 0; !found.atoms && !found.none && turn < most_turns; ++turn) {
        std::vector<double> other = cost;
        Dice dice(turn);
        for (double& one : other) one += slightly * static_cast<double>(dice.below(1024));
        found = Search(system, known, other).find();
    }
    return found;
}

}  // namespace homeward::statistics
