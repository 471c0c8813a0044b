#include "statistics/kernel/detour.h"

#include <algorithm>
#include <cstdlib>
#include <limits>
#include <map>
#include <utility>

#include "statistics/kernel/dice.h"

namespace homeward::statistics {
namespace {

constexpr std::int64_t far = std::numeric_limits<std::int64_t>::max() / 4;
// Groups that move on one way. A cube of four classifications has sixteen.
constexpr int most_moved = 24;
constexpr std::size_t most_steps = 30;

}  // namespace

Detours::Detours(const CellSystem& system)
    : system_(&system),
      persons_(system.persons),
      rows_of_(static_cast<std::size_t>(system.atoms)),
      single_(static_cast<std::size_t>(system.atoms), -1),
      shown_(system.cells.size(), 1),
      moved_(static_cast<std::size_t>(system.atoms), 0),
      least_(static_cast<std::size_t>(system.atoms), 0),
      most_(static_cast<std::size_t>(system.atoms), far) {
    std::vector<char> known(static_cast<std::size_t>(system.atoms), !persons_.empty());
    persons_.resize(static_cast<std::size_t>(system.atoms), 0);
    for (std::size_t c = 0; c < system.cells.size(); ++c) {
        const SystemCell& cell = system.cells[c];
        rows_.emplace_back();
        for (const int atom : cell.atoms) rows_.back().atoms.emplace_back(atom, 1);
        if (cell.atoms.size() != 1) continue;
        const auto atom = static_cast<std::size_t>(cell.atoms[0]);
        single_[atom] = static_cast<int>(c);
        persons_[atom] = cell.value;
        known[atom] = 1;
    }
    for (const auto& link : system.links) {
        rows_.emplace_back();
        for (const int atom : link.left) rows_.back().atoms.emplace_back(atom, 1);
        for (const int atom : link.right) rows_.back().atoms.emplace_back(atom, -1);
    }
    for (std::size_t row = 0; row < rows_.size(); ++row) {
        for (const auto& [atom, factor] : rows_[row].atoms) rows_of_[static_cast<std::size_t>(atom)].emplace_back(static_cast<int>(row), factor);
    }
    from_truth_ = std::ranges::all_of(known, [](char one) { return one != 0; }) && witness_of(system, Pattern(system.cells.size(), 0), persons_);
}

void Detours::reckon_with(const std::vector<int>& knowers) {
    for (const int atom : narrowed_) {
        least_[static_cast<std::size_t>(atom)] = 0;
        most_[static_cast<std::size_t>(atom)] = far;
    }
    narrowed_.clear();
    for (const int number : knowers) {
        const Knower& knower = system_->knowers[static_cast<std::size_t>(number)];
        for (const auto& [group, persons] : knower.least) {
            const auto atom = static_cast<std::size_t>(group);
            least_[atom] = std::max(least_[atom], persons);
            if (knower.exactly) most_[atom] = std::min(most_[atom], persons);
            narrowed_.push_back(group);
        }
    }
}

/// How far a row is from where it may stand.
std::int64_t Detours::wrong(std::size_t row, std::int64_t off) const {
    if (row == wanted_row_ && (wanted_ > 0 ? off < wanted_ : off > wanted_)) return std::abs(wanted_ - off);
    if (row >= shown_.size() || shown_[row]) return std::abs(off);
    const int cell = static_cast<int>(row);
    if (loose_) return 0;
    // A cell that truly lies below its least is not made worse.
    const std::int64_t least = std::min(system_->least_of(cell), system_->cells[row].value);
    return std::max<std::int64_t>(0, least - system_->cells[row].value - off);
}

std::int64_t Detours::wrong(std::size_t row) const { return wrong(row, rows_[row].off); }

bool Detours::may_move(int atom, std::int64_t by) const {
    const auto a = static_cast<std::size_t>(atom);
    if (single_[a] >= 0 && shown_[static_cast<std::size_t>(single_[a])]) return false;
    if ((moved_[a] > 0 && by < 0) || (moved_[a] < 0 && by > 0)) return false;  // there and back
    if (loose_) return true;
    const std::int64_t persons = persons_[a] + moved_[a] + by;
    return by > 0 ? persons <= most_[a] : persons >= least_[a];
}

std::int64_t Detours::wrong_if(int atom, std::int64_t by) const {
    std::int64_t all = wrong_;
    for (const auto& [row, factor] : rows_of_[static_cast<std::size_t>(atom)]) {
        const auto r = static_cast<std::size_t>(row);
        all += wrong(r, rows_[r].off + factor * by) - wrong(r);
    }
    return all;
}

void Detours::move(int atom, std::int64_t by) {
    for (const auto& [row, factor] : rows_of_[static_cast<std::size_t>(atom)]) {
        const auto r = static_cast<std::size_t>(row);
        wrong_ -= wrong(r);
        rows_[r].off += factor * by;
        wrong_ += wrong(r);
        touched_.push_back(row);
    }
    moved_[static_cast<std::size_t>(atom)] += by;
}

/// The wrong row of the fewest groups: it leaves the least choice.
int Detours::most_pressing() const {
    int pressing = -1;
    for (const int row : touched_) {
        const auto r = static_cast<std::size_t>(row);
        if (wrong(r) == 0) continue;
        if (pressing < 0 || rows_[r].atoms.size() < rows_[static_cast<std::size_t>(pressing)].atoms.size()) pressing = row;
    }
    return pressing;
}

/// What sets a row right, that first which leaves the least wrong elsewhere.
std::vector<Detours::Step> Detours::steps_for(std::size_t row) const {
    const std::int64_t needed = wrong(row);
    const bool up = rows_[row].off < (row == wanted_row_ ? wanted_ : 0);
    std::vector<Step> steps;
    for (const auto& [atom, factor] : rows_[row].atoms) {
        const std::int64_t by = (up ? needed : -needed) * factor;
        if (may_move(atom, by)) steps.push_back({wrong_if(atom, by), atom, by});
    }
    const auto before = [](const Step& a, const Step& b) { return std::pair(a.wrong_after, a.atom) < std::pair(b.wrong_after, b.atom); };
    const std::size_t kept = std::min(steps.size(), most_steps);
    std::partial_sort(steps.begin(), steps.begin() + static_cast<std::ptrdiff_t>(kept), steps.end(), before);
    steps.resize(kept);
    return steps;
}

/// One of the best steps, now and then of the second best.
const Detours::Step& Detours::thrown(const std::vector<Step>& steps, std::size_t first, std::size_t second) {
    const std::int64_t slack = first % 4 == 0 ? 1 : 0;
    std::size_t good = 1;
    while (good < steps.size() && steps[good].wrong_after <= steps[0].wrong_after + slack) ++good;
    return steps[second % good];
}

/// Begins anew wherever it is stuck: many short tries find more than one long search.
bool Detours::set_right() {
    Dice dice(wanted_row_);
    const std::vector<int> begin = touched_;
    for (int looks = 0; looks < most_looks_;) {
        for (int moved = 0; moved < most_moved && wrong_ > 0; ++moved) {
            ++looks;
            const std::vector<Step> steps = steps_for(static_cast<std::size_t>(most_pressing()));
            if (steps.empty()) break;
            const std::size_t first = dice.below(1 << 20);
            path_.push_back(thrown(steps, first, dice.below(1 << 20)));
            move(path_.back().atom, path_.back().by);
        }
        if (wrong_ == 0) return true;
        go_back();
        touched_ = begin;
    }
    return false;
}

void Detours::go_back() {
    for (; !path_.empty(); path_.pop_back()) move(path_.back().atom, -path_.back().by);
}

bool Detours::look(int cell, std::int64_t difference) {
    wanted_row_ = static_cast<std::size_t>(cell);
    wanted_ = difference;
    wrong_ = std::abs(difference);
    touched_ = {cell};
    return set_right();
}

std::optional<Witness> Detours::find(const Pattern& hidden, int cell, std::int64_t difference, const std::vector<int>& knowers) {
    if (!from_truth_ || difference == 0 || shown_[static_cast<std::size_t>(cell)]) return std::nullopt;
    reckon_with(knowers);
    std::optional<Witness> found;
    if (look(cell, difference)) {
        std::vector<std::int64_t> atoms = persons_;
        for (const Step& step : path_) atoms[static_cast<std::size_t>(step.atom)] += step.by;
        found = witness_of(*system_, hidden, std::move(atoms));
    }
    go_back();
    return found;
}

std::optional<Detours::Way> Detours::way(int cell, std::int64_t difference) {
    if (!from_truth_ || difference == 0 || shown_[static_cast<std::size_t>(cell)]) return std::nullopt;
    loose_ = true;
    std::optional<Way> found;
    if (look(cell, difference)) {
        std::map<int, std::int64_t> moved;
        for (const Step& step : path_) moved[step.atom] += step.by;
        found.emplace(moved.begin(), moved.end());
    }
    go_back();
    loose_ = false;
    return found;
}

}  // namespace homeward::statistics
