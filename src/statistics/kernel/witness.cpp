#include "statistics/kernel/witness.h"

#include <algorithm>
#include <numeric>

#include "statistics/kernel/elimination.h"

namespace homeward::statistics {
namespace {

std::int64_t persons_in(const std::vector<int>& groups, const std::vector<std::int64_t>& atoms) {
    std::int64_t sum = 0;
    for (const int group : groups) sum += atoms[static_cast<std::size_t>(group)];
    return sum;
}

bool refutes(const Knower& knower, const std::vector<std::int64_t>& atoms) {
    return std::ranges::any_of(knower.least, [&](const auto& known) {
        const std::int64_t persons = atoms[static_cast<std::size_t>(known.first)];
        return knower.exactly ? persons != known.second : persons < known.second;
    });
}

}  // namespace

std::int64_t Witness::difference(int cell) const {
    const auto found = std::ranges::lower_bound(differences, cell, {}, &std::pair<int, std::int64_t>::first);
    return found != differences.end() && found->first == cell ? found->second : 0;
}

std::optional<Witness> witness_of(const CellSystem& system, const Pattern& hidden, std::vector<std::int64_t> atoms) {
    if (std::ranges::any_of(atoms, [](std::int64_t persons) { return persons < 0; })) return std::nullopt;
    for (const auto& link : system.links) {
        if (persons_in(link.left, atoms) != persons_in(link.right, atoms)) return std::nullopt;
    }
    Witness witness;
    for (std::size_t c = 0; c < system.cells.size(); ++c) {
        const int cell = static_cast<int>(c);
        const std::int64_t persons = persons_in(system.cells[c].atoms, atoms);
        const std::int64_t difference = persons - system.cells[c].value;
        if (difference == 0) continue;
        if (!hidden[c] || persons < system.least_of(cell)) return std::nullopt;
        witness.differences.emplace_back(cell, difference);
    }
    for (std::size_t k = 0; k < system.knowers.size(); ++k) {
        if (refutes(system.knowers[k], atoms)) witness.refuted_by.push_back(static_cast<int>(k));
    }
    witness.atoms = std::move(atoms);
    return witness;
}

std::vector<Pattern> known_anyway(const CellSystem& system) {
    std::vector<Pattern> known(system.knowers.size());
    for (std::size_t k = 0; k < known.size(); ++k) {
        const Knower& knower = system.knowers[k];
        if (!knower.exactly && knower.excused.empty()) continue;
        known[k].assign(system.cells.size(), 0);
        for (const int cell : knower.excused) known[k][static_cast<std::size_t>(cell)] = 1;
        if (!knower.exactly) continue;
        Span sums(system.atoms);
        for (const auto& link : system.links) sums.add(difference_of(link.left, link.right));
        for (const auto& [atom, persons] : knower.least) sums.add({{atom, 1}});
        for (std::size_t c = 0; c < known[k].size(); ++c) known[k][c] |= system.cells[c].sensitive && sums.contains(sum_of(system.cells[c].atoms));
    }
    return known;
}

WitnessPool::WitnessPool(const CellSystem& system)
    : system_(&system), known_anyway_(known_anyway(system)), of_cell_(system.cells.size()) {}

void WitnessPool::excuse(int cell, int knower) {
    Pattern& known = known_anyway_[static_cast<std::size_t>(knower)];
    known.resize(system_->cells.size(), 0);
    known[static_cast<std::size_t>(cell)] = 1;
}

void WitnessPool::add(Witness witness) {
    const int number = static_cast<int>(witnesses_.size());
    for (const auto& [cell, difference] : witness.differences) {
        of_cell_[static_cast<std::size_t>(cell)].push_back({number, difference});
    }
    witnesses_.push_back(std::move(witness));
    gone_.push_back(0);
}

void WitnessPool::index() {
    std::vector<Witness> kept = witnesses();
    witnesses_.clear();
    gone_.clear();
    for (auto& cell : of_cell_) cell.clear();
    for (auto& witness : kept) add(std::move(witness));
}

std::vector<Witness> WitnessPool::witnesses() const {
    std::vector<Witness> kept;
    for (std::size_t w = 0; w < witnesses_.size(); ++w) if (!gone_[w]) kept.push_back(witnesses_[w]);
    return kept;
}

std::vector<int> WitnessPool::drop_using(int cell) {
    std::vector<int> dropped;
    for (const auto& move : of_cell_[static_cast<std::size_t>(cell)]) {
        if (gone(move.witness)) continue;
        gone_[static_cast<std::size_t>(move.witness)] = 1;
        dropped.push_back(move.witness);
    }
    return dropped;
}

void WitnessPool::take_back(const std::vector<int>& witnesses) {
    for (const int witness : witnesses) gone_[static_cast<std::size_t>(witness)] = 0;
}

bool WitnessPool::refutes(int knower, int witness) const {
    return knower >= 0 && std::ranges::binary_search(witnesses_[static_cast<std::size_t>(witness)].refuted_by, knower);
}

std::pair<std::int64_t, std::int64_t> WitnessPool::range(int cell, int knower) const {
    std::pair<std::int64_t, std::int64_t> range{0, 0};
    for (const auto& [witness, difference] : of_cell_[static_cast<std::size_t>(cell)]) {
        if ((difference <= range.second && difference >= range.first) || gone(witness) || refutes(knower, witness)) continue;
        range.first = std::min(range.first, difference);
        range.second = std::max(range.second, difference);
    }
    return range;
}

bool WitnessPool::enough(int cell, std::pair<std::int64_t, std::int64_t> range) const {
    const SystemCell& at = system_->cells[static_cast<std::size_t>(cell)];
    return range.second - range.first >= at.width && range.second >= at.up && -range.first >= at.down;
}

bool WitnessPool::wide_enough(int cell, int knower) const {
    if (knower >= 0 && !known_anyway_[static_cast<std::size_t>(knower)].empty() &&
        known_anyway_[static_cast<std::size_t>(knower)][static_cast<std::size_t>(cell)]) return true;
    return enough(cell, range(cell, knower));
}

/// Those who can rule out the fewest-doubted way in which the cell is wide enough; nobody else needs a look.
std::vector<int> WitnessPool::doubters(int cell) const {
    const auto& moves = of_cell_[static_cast<std::size_t>(cell)];
    const auto [low, high] = range(cell);
    const std::vector<int>* up = nullptr;
    const std::vector<int>* down = nullptr;
    const std::vector<int>* alone = nullptr;
    const auto prefer = [](const std::vector<int>*& best, const std::vector<int>& other) {
        if (best == nullptr || other.size() < best->size()) best = &other;
    };
    for (const auto& [witness, difference] : moves) {
        if (gone(witness)) continue;
        const auto& doubted = witnesses_[static_cast<std::size_t>(witness)].refuted_by;
        if (enough(cell, {std::min<std::int64_t>(difference, 0), std::max<std::int64_t>(difference, 0)})) prefer(alone, doubted);
        if (difference == high && high > 0) prefer(up, doubted);
        if (difference == low && low < 0) prefer(down, doubted);
    }
    if (alone != nullptr) return *alone;
    std::vector<int> both;
    if (up != nullptr) both = *up;
    if (down != nullptr) both.insert(both.end(), down->begin(), down->end());
    std::ranges::sort(both);
    both.erase(std::unique(both.begin(), both.end()), both.end());
    return both;
}

std::vector<int> WitnessPool::narrow_against(int cell) const {
    std::vector<int> narrow = doubters(cell);
    std::erase_if(narrow, [&](int knower) { return wide_enough(cell, knower); });
    return narrow;
}

bool WitnessPool::wide_against_all(int cell) const {
    return wide_enough(cell) && std::ranges::all_of(doubters(cell), [&](int knower) { return wide_enough(cell, knower); });
}

bool WitnessPool::spare(int witness, bool knowers) const {
    for (const auto& [cell, difference] : witnesses_[static_cast<std::size_t>(witness)].differences) {
        if (!system_->cells[static_cast<std::size_t>(cell)].sensitive) continue;
        if (knowers ? !wide_against_all(cell) : !wide_enough(cell)) return false;
    }
    return true;
}

void WitnessPool::drop_spare(const std::vector<double>& cost_of_cell, bool knowers) {
    index();
    std::vector<double> cost(witnesses_.size(), 0);
    for (std::size_t w = 0; w < witnesses_.size(); ++w) {
        for (const auto& [cell, difference] : witnesses_[w].differences) cost[w] += cost_of_cell[static_cast<std::size_t>(cell)];
    }
    std::vector<int> order(witnesses_.size());
    std::iota(order.begin(), order.end(), 0);
    std::ranges::sort(order, {}, [&](int w) { return std::pair(-cost[static_cast<std::size_t>(w)], w); });
    for (const int w : order) {
        gone_[static_cast<std::size_t>(w)] = 1;
        if (!spare(w, knowers)) gone_[static_cast<std::size_t>(w)] = 0;
    }
    index();
}

std::vector<char> WitnessPool::used_cells() const {
    std::vector<char> used(of_cell_.size(), 0);
    for (std::size_t c = 0; c < of_cell_.size(); ++c) {
        used[c] = std::ranges::any_of(of_cell_[c], [&](const Move& move) { return !gone(move.witness); });
    }
    return used;
}

}  // namespace homeward::statistics
