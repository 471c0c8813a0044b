#include "statistics/kernel/moves.h"

#include <algorithm>
#include <cstdlib>

namespace homeward::statistics {
namespace {

// The latest ways are tried, and so many others to mend each.
constexpr std::size_t most_first = 30;
constexpr std::size_t most_second = 60;
constexpr std::size_t most_moves = 4000;

/// The first shown cell that a way moves, or -1.
template <class Sparse>
int first_shown(const Sparse& cells, const Pattern& hidden) {
    const auto shown = std::ranges::find_if(cells, [&](const auto& entry) { return !hidden[static_cast<std::size_t>(entry.first)]; });
    return shown == cells.end() ? -1 : shown->first;
}

}  // namespace

Moves::Moves(const CellSystem& system) : system_(&system), with_cell_(system.cells.size()) {}

void Moves::note(const Witness& witness) {
    // From the true population, or there is nothing to add to.
    if (system_->persons.empty() || moves_.size() >= most_moves) return;
    Move move;
    move.cells = witness.differences;
    for (std::size_t atom = 0; atom < witness.atoms.size(); ++atom) {
        if (const std::int64_t more = witness.atoms[atom] - system_->persons[atom]; more != 0) move.atoms.emplace_back(static_cast<int>(atom), more);
    }
    for (const auto& [cell, difference] : move.cells) with_cell_[static_cast<std::size_t>(cell)].push_back(static_cast<int>(moves_.size()));
    moves_.push_back(std::move(move));
}

std::int64_t Moves::at(const Sparse& sparse, int index) {
    const auto found = std::ranges::lower_bound(sparse, index, {}, &std::pair<int, std::int64_t>::first);
    return found != sparse.end() && found->first == index ? found->second : 0;
}

Moves::Sparse Moves::less(const Sparse& from, std::int64_t times, const Sparse& what) {
    Sparse result;
    auto left = from.begin();
    auto right = what.begin();
    while (left != from.end() || right != what.end()) {
        if (right == what.end() || (left != from.end() && left->first < right->first)) {
            result.push_back(*left++);
        } else if (left == from.end() || right->first < left->first) {
            result.emplace_back(right->first, -times * right->second);
            ++right;
        } else {
            if (const std::int64_t rest = left->second - times * right->second; rest != 0) result.emplace_back(left->first, rest);
            ++left;
            ++right;
        }
    }
    return result;
}

std::optional<Witness> Moves::whole(const Question& question, const Move& move, std::int64_t times) const {
    for (const auto& [cell, difference] : move.cells) {
        if (system_->cells[static_cast<std::size_t>(cell)].value + times * difference < system_->least_of(cell)) return std::nullopt;
    }
    std::vector<std::int64_t> atoms = system_->persons;
    for (const auto& [atom, more] : move.atoms) {
        if ((atoms[static_cast<std::size_t>(atom)] += times * more) < 0) return std::nullopt;
    }
    auto witness = witness_of(*system_, question.hidden, std::move(atoms));
    if (!witness || (question.knower >= 0 && std::ranges::binary_search(witness->refuted_by, question.knower))) return std::nullopt;
    return witness;
}

std::optional<Witness> Moves::either_way(const Question& question, const Move& move) const {
    const std::int64_t step = at(move.cells, question.cell);
    if (step == 0 || first_shown(move.cells, question.hidden) >= 0) return std::nullopt;
    for (const std::int64_t sign : {1, -1}) {
        const std::int64_t wanted = sign * step > 0 ? question.up : question.down;
        const std::int64_t times = sign * std::max<std::int64_t>(1, (wanted + std::abs(step) - 1) / std::abs(step));
        if (auto witness = whole(question, move, times)) return witness;
    }
    return std::nullopt;
}

std::optional<Witness> Moves::find(const Pattern& hidden, int cell, std::int64_t up, std::int64_t down, int knower) const {
    const Question question{hidden, cell, up, down, knower};
    const auto& ways = with_cell_[static_cast<std::size_t>(cell)];
    for (std::size_t w = ways.size(); w-- > 0 && ways.size() - w <= most_first;) {
        const Move& way = moves_[static_cast<std::size_t>(ways[w])];
        const int shown = first_shown(way.cells, hidden);
        if (shown < 0) {
            if (auto witness = either_way(question, way)) return witness;
            continue;
        }
        const std::int64_t undone = at(way.cells, shown);
        const auto& others = with_cell_[static_cast<std::size_t>(shown)];
        for (std::size_t o = others.size(); o-- > 0 && others.size() - o <= most_second;) {
            const Move& other = moves_[static_cast<std::size_t>(others[o])];
            const std::int64_t step = at(other.cells, shown);
            if (&other == &way || undone % step != 0) continue;
            Move both;
            both.cells = less(way.cells, undone / step, other.cells);
            if (first_shown(both.cells, hidden) >= 0 || at(both.cells, cell) == 0) continue;
            both.atoms = less(way.atoms, undone / step, other.atoms);
            if (auto witness = either_way(question, both)) return witness;
        }
    }
    return std::nullopt;
}

}  // namespace homeward::statistics
