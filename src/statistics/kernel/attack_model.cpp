#include "statistics/kernel/attack_model.h"

#include <algorithm>
#include <cmath>

#include "statistics/kernel/sums.h"

namespace homeward::statistics {
namespace {

constexpr double nearly_whole = 1e-5;
constexpr double nothing = 0.01;
// Worth more than any way through the tables costs, so that the farthest point wins over the cheapest.
constexpr double pull = 1e4;
// Answers of linked tables come in halves, thirds, quarters; finer ones rarely leave people enough.
constexpr int most_times = 12;
// Questions in search of whole numbers; tables need few, mostly none. The second search is for those that the first nearly found.
constexpr int most_roundings = 90;
constexpr int most_near_roundings = 40;
// People moved between groups that no table shows: a little, so that answers stay near the truth, where they
// are mostly whole.
constexpr double unseen = 0.001;

}  // namespace

AttackModel::AttackModel(const CellSystem& system)
    : system_(&system),
      movers_(system.cells.size()),
      cell_of_atom_(static_cast<std::size_t>(system.atoms), -1),
      atom_movers_(static_cast<std::size_t>(system.atoms)),
      persons_(system.persons) {
    persons_.resize(static_cast<std::size_t>(system.atoms), 0);
    for (std::size_t c = 0; c < system.cells.size(); ++c) {
        if (system.cells[c].atoms.size() != 1) continue;
        const auto atom = static_cast<std::size_t>(system.cells[c].atoms[0]);
        cell_of_atom_[atom] = static_cast<int>(c);
        persons_[atom] = system.cells[c].value;
    }
    build();
}

/// A row for each cell of several atoms and for each link. Columns are differences, so what is known of the
/// true counts goes to the right side; it is 0 where all of it is known.
void AttackModel::build() {
    const std::vector<Sum> sums = short_sums(*system_);
    std::vector<double> right_sides;
    std::vector<Entries> of_cell(movers_.size()), of_atom(persons_.size());
    const auto put_atoms = [&](const std::vector<int>& atoms, double factor) {
        for (const int atom : atoms) {
            of_atom[static_cast<std::size_t>(atom)].push_back({static_cast<int>(right_sides.size()) - 1, factor});
            right_sides.back() -= factor * static_cast<double>(persons_[static_cast<std::size_t>(atom)]);
        }
    };
    const auto put_cell = [&](int cell, double factor) {
        of_cell[static_cast<std::size_t>(cell)].push_back({static_cast<int>(right_sides.size()) - 1, factor});
        right_sides.back() -= factor * static_cast<double>(system_->cells[static_cast<std::size_t>(cell)].value);
    };
    for (std::size_t c = 0; c < movers_.size(); ++c) {
        if (system_->cells[c].atoms.size() == 1) continue;
        right_sides.push_back(0);
        put_cell(static_cast<int>(c), -1);
        for (const int part : sums[c].cells) put_cell(part, 1);
        put_atoms(sums[c].atoms, 1);
    }
    for (const auto& link : system_->links) {
        right_sides.push_back(0);
        put_atoms(link.left, 1);
        put_atoms(link.right, -1);
    }
    from_truth_ = std::ranges::all_of(right_sides, [](double side) { return side == 0; });
    program_ = std::make_unique<LinearProgram>(std::move(right_sides));
    for (std::size_t c = 0; c < movers_.size(); ++c) {
        const SystemCell& cell = system_->cells[c];
        const double room = std::max(0.0, static_cast<double>(cell.value - system_->least_of(static_cast<int>(c))));
        const bool single = cell.atoms.size() == 1;
        movers_[c] = add_mover(room, 0, single ? of_atom[static_cast<std::size_t>(cell.atoms[0])] : of_cell[c]);
    }
    for (std::size_t atom = 0; atom < atom_movers_.size(); ++atom) {
        if (cell_of_atom_[atom] >= 0) continue;
        atom_movers_[atom] = add_mover(static_cast<double>(persons_[atom]), unseen, of_atom[atom]);
    }
}

AttackModel::Mover AttackModel::add_mover(double room, double cost, Entries entries) {
    Mover mover;
    mover.room = room;
    mover.low = -room;
    mover.cost = cost;
    mover.up = program_->add_column(0, unbounded, cost, entries);
    for (auto& entry : entries) entry.factor = -entry.factor;
    mover.down = program_->add_column(0, room, cost, entries);
    return mover;
}

void AttackModel::set_bounds(const Mover& mover, double low, double high) {
    program_->set_bounds(mover.up, std::max(low, 0.0), std::max(high, 0.0));
    program_->set_bounds(mover.down, std::max(-high, 0.0), std::max(-low, 0.0));
}

void AttackModel::restore(const Mover& mover) {
    set_bounds(mover, mover.shown ? 0 : mover.low, mover.shown ? 0 : mover.high);
    program_->set_cost(mover.up, mover.cost);
    program_->set_cost(mover.down, mover.cost);
}

void AttackModel::reckon_with(const std::vector<int>& knowers) {
    for (const std::size_t atom : narrowed_) {
        Mover& mover = mover_of_atom(atom);
        mover.low = -mover.room;
        mover.high = unbounded;
        restore(mover);
    }
    narrowed_.clear();
    for (const int number : knowers) {
        const Knower& knower = system_->knowers[static_cast<std::size_t>(number)];
        for (const auto& [group, persons] : knower.least) {
            const auto atom = static_cast<std::size_t>(group);
            Mover& mover = mover_of_atom(atom);
            mover.low = std::max(mover.low, static_cast<double>(persons - persons_[atom]));
            if (knower.exactly) mover.high = mover.low;
            narrowed_.push_back(atom);
            restore(mover);
        }
    }
}

void AttackModel::show(int cell) {
    movers_[static_cast<std::size_t>(cell)].shown = true;
    restore(movers_[static_cast<std::size_t>(cell)]);
}

void AttackModel::hide(int cell, double cost) {
    Mover& mover = movers_[static_cast<std::size_t>(cell)];
    mover.shown = false;
    mover.cost = cost;
    restore(movers_[static_cast<std::size_t>(cell)]);
}

Solved AttackModel::move(int cell, std::int64_t difference) {
    const Mover& mover = movers_[static_cast<std::size_t>(cell)];
    const auto wanted = static_cast<double>(difference);
    if (mover.shown || wanted < mover.low || wanted > mover.high) return Solved::infeasible;
    return ask({cell, difference > 0, std::abs(wanted), difference > 0 ? mover.high : -mover.low, 0});
}

bool AttackModel::stands_still(int cell, int direction) {
    const Mover& mover = movers_[static_cast<std::size_t>(cell)];
    const double most = direction > 0 ? mover.high : -mover.low;
    return mover.shown || most < nothing || ask({cell, direction > 0, nothing, most, 0}) == Solved::infeasible;
}

Solved AttackModel::stretch(int cell, int direction, std::int64_t limit) {
    const Mover& mover = movers_[static_cast<std::size_t>(cell)];
    if (mover.shown) return Solved::infeasible;
    return ask({cell, direction > 0, 0, std::min(static_cast<double>(limit), direction > 0 ? mover.high : -mover.low), pull});
}

Solved AttackModel::stretch_all(const std::vector<std::pair<int, std::int64_t>>& cells) {
    std::vector<Question> questions;
    for (const auto& [cell, far] : cells) {
        const Mover& mover = movers_[static_cast<std::size_t>(cell)];
        if (mover.shown) continue;
        const double most = std::min(std::abs(static_cast<double>(far)), far > 0 ? mover.high : -mover.low);
        // A knower may ask for more than there is.
        if (most > 0) questions.push_back({cell, far > 0, 0, most, pull});
    }
    return questions.empty() ? Solved::infeasible : ask(questions);
}

Solved AttackModel::ask(const std::vector<Question>& questions) {
    // New costs while the last answer is still one, then new bounds while it is still cheapest: both at once cost many more steps.
    if (solved_ && program_->costs_changed()) program_->minimise();
    for (const Question& before : asked_) restore(movers_[static_cast<std::size_t>(before.cell)]);
    asked_ = questions;
    for (const Question& question : questions) put(question);
    return solve();
}

void AttackModel::put(const Question& question) {
    const Mover& mover = movers_[static_cast<std::size_t>(question.cell)];
    const int moving = question.up ? mover.up : mover.down;
    const int still = question.up ? mover.down : mover.up;
    program_->set_bounds(moving, question.least, question.most);
    program_->set_bounds(still, 0, 0);
    if (question.pull > 0) program_->set_cost(moving, -question.pull);
}

void AttackModel::rest() {
    for (const Question& before : asked_) restore(movers_[static_cast<std::size_t>(before.cell)]);
    asked_.clear();
    if (from_truth_) program_->minimise();
}

Solved AttackModel::solve() {
    stopped_ = stopped_ || (go_on_ && !go_on_());
    const Solved solved = stopped_ ? Solved::gave_up : program_->minimise();
    solved_ = solved == Solved::optimal;
    // Where a search for what is not there gave up is far from everything.
    if (solved_) last_ = program_->place();
    else if (!last_.empty()) program_->return_to(last_);
    return solved;
}

double AttackModel::difference_of(const Mover& mover) const {
    return program_->value(mover.up) - program_->value(mover.down);
}

double AttackModel::difference(int cell) const { return difference_of(movers_[static_cast<std::size_t>(cell)]); }

const AttackModel::Mover& AttackModel::mover_of_atom(std::size_t atom) const {
    const int cell = cell_of_atom_[atom];
    return cell < 0 ? atom_movers_[atom] : movers_[static_cast<std::size_t>(cell)];
}

AttackModel::Mover& AttackModel::mover_of_atom(std::size_t atom) {
    const int cell = cell_of_atom_[atom];
    return cell < 0 ? atom_movers_[atom] : movers_[static_cast<std::size_t>(cell)];
}

/// Where a fractional atom shall go. `decided`: to a whole person moved, so that every step settles something; `near`: to the
/// nearest whole number. Nothing for a whole one.
std::optional<AttackModel::Rounding> AttackModel::rounding_of(std::size_t atom, Style style) const {
    const Mover& mover = mover_of_atom(atom);
    const double difference = difference_of(mover);
    double target = std::round(difference);
    if (std::abs(difference - target) <= nearly_whole) return std::nullopt;
    if (style == Style::decided && target == 0) target = difference > 0 ? 1 : -1;
    return Rounding{atom, target, target > difference ? target - 1 : target + 1, std::abs(difference - target)};
}

/// The one with the least way to go.
std::optional<AttackModel::Rounding> AttackModel::next_rounding(Style style) const {
    std::optional<Rounding> best;
    for (std::size_t atom = 0; atom < persons_.size(); ++atom) {
        const auto rounding = rounding_of(atom, style);
        if (rounding && (!best || rounding->gap < best->gap)) best = rounding;
    }
    return best;
}

bool AttackModel::solve_with(const Mover& mover, double difference) {
    if (difference < mover.low || difference > mover.high) return false;
    set_bounds(mover, difference, difference);
    return solve() == Solved::optimal;
}

std::vector<std::int64_t> AttackModel::atoms_moved(double times) const {
    std::vector<std::int64_t> atoms = persons_;
    for (std::size_t atom = 0; atom < atoms.size(); ++atom) atoms[atom] += std::llround(times * difference_of(mover_of_atom(atom)));
    return atoms;
}

/// Sums that hold for a difference hold for its multiples, and the answer in halves or thirds is whole when it is taken twice or
/// three times; there must be people enough for it.
std::optional<Witness> AttackModel::multiple(const Pattern& hidden) const {
    if (!from_truth_) return std::nullopt;
    for (int times = 1; times <= most_times; ++times) {
        bool whole = true;
        for (std::size_t atom = 0; atom < persons_.size() && whole; ++atom) {
            const double difference = times * difference_of(mover_of_atom(atom));
            whole = std::abs(difference - std::round(difference)) <= nearly_whole;
        }
        if (whole) return witness_of(*system_, hidden, atoms_moved(times));
    }
    return std::nullopt;
}

/// Fixes one atom after the other; leaves the program as it was.
std::optional<std::vector<std::int64_t>> AttackModel::dive(Style style) {
    const LinearProgram::Place before = program_->place();
    std::vector<std::size_t> fixed;
    std::optional<Rounding> next = next_rounding(style);
    for (int step = 0; next && step < (style == Style::near ? most_near_roundings : most_roundings); ++step) {
        const Mover& mover = mover_of_atom(next->atom);
        fixed.push_back(next->atom);
        if (!solve_with(mover, next->first) && !solve_with(mover, next->second)) break;
        next = next_rounding(style);
    }
    std::vector<std::int64_t> atoms = atoms_moved(1);
    for (const std::size_t atom : fixed) restore(mover_of_atom(atom));
    program_->return_to(before);
    return next ? std::nullopt : std::optional(std::move(atoms));
}

std::optional<Witness> AttackModel::whole(const Pattern& hidden) {
    if (auto witness = multiple(hidden)) return witness;
    auto atoms = dive(Style::decided);
    if (!atoms && ask(std::vector(asked_)) == Solved::optimal) atoms = dive(Style::near);
    return atoms ? witness_of(*system_, hidden, std::move(*atoms)) : std::nullopt;
}

}  // namespace homeward::statistics
