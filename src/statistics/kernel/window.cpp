#include "statistics/kernel/window.h"

#include <algorithm>

namespace homeward::statistics {

Window::Window(const CellSystem& system, Times when)
    : system_(&system), atom_here_(static_cast<std::size_t>(system.atoms), -1), here_(system.cells.size(), -1) {
    part_.least_hidden = 0;
    take_atoms(when);
    take_cells();
    take_links();
    take_knowers();
    model_.emplace(part_);
    for (std::size_t c = cells_.size(); c < part_.cells.size(); ++c) model_->show(static_cast<int>(c));
}

void Window::take_atoms(Times when) {
    for (std::size_t atom = 0; atom < atom_here_.size(); ++atom) {
        if (system_->when[atom] < when.first || system_->when[atom] > when.second) continue;
        atom_here_[atom] = part_.atoms++;
        atoms_.push_back(static_cast<int>(atom));
        part_.persons.push_back(system_->persons[atom]);
    }
}

std::vector<int> Window::inside(const std::vector<int>& atoms) const {
    std::vector<int> here;
    for (const int atom : atoms) if (const int own = atom_here_[static_cast<std::size_t>(atom)]; own >= 0) here.push_back(own);
    return here;
}

std::int64_t Window::outside(const std::vector<int>& atoms) const {
    std::int64_t persons = 0;
    for (const int atom : atoms) if (atom_here_[static_cast<std::size_t>(atom)] < 0) persons += system_->persons[static_cast<std::size_t>(atom)];
    return persons;
}

/// Of each cell the part that can move; the rest of it counts towards its least.
void Window::take_cells() {
    for (std::size_t c = 0; c < here_.size(); ++c) {
        SystemCell cell = system_->cells[c];
        const std::int64_t rest = outside(cell.atoms);
        cell.atoms = inside(cell.atoms);
        if (cell.atoms.empty()) continue;
        cell.value -= rest;
        cell.least = std::max<std::int64_t>(0, system_->least_of(static_cast<int>(c)) - rest);
        here_[c] = static_cast<int>(part_.cells.size());
        cells_.push_back(static_cast<int>(c));
        part_.cells.push_back(std::move(cell));
    }
}

/// What stands still on either side of a link becomes one more group, and a shown cell.
void Window::take_links() {
    for (const Link& link : system_->links) {
        Link own{inside(link.left), inside(link.right)};
        if (own.left.empty() && own.right.empty()) continue;
        const std::int64_t still = outside(link.left) - outside(link.right);
        if (still != 0) {
            (still > 0 ? own.left : own.right).push_back(part_.atoms);
            part_.cells.push_back({{part_.atoms++}, std::abs(still), false, true});
            part_.persons.push_back(std::abs(still));
            atoms_.push_back(-1);
        }
        part_.links.push_back(std::move(own));
    }
}

void Window::take_knowers() {
    for (const Knower& knower : system_->knowers) {
        Knower own{knower.name, {}, knower.exactly};
        for (const auto& [atom, persons] : knower.least) {
            if (const int here = atom_here_[static_cast<std::size_t>(atom)]; here >= 0) own.least.emplace_back(here, persons);
        }
        part_.knowers.push_back(std::move(own));
    }
}

void Window::show(int cell) {
    if (has(cell)) model_->show(here_[static_cast<std::size_t>(cell)]);
}

void Window::hide(int cell, double cost) {
    if (has(cell)) model_->hide(here_[static_cast<std::size_t>(cell)], cost);
}

Solved Window::move(int cell, std::int64_t difference) { return model_->move(here_[static_cast<std::size_t>(cell)], difference); }

Solved Window::stretch(int cell, int direction, std::int64_t limit) {
    return model_->stretch(here_[static_cast<std::size_t>(cell)], direction, limit);
}

double Window::difference(int cell) const { return model_->difference(here_[static_cast<std::size_t>(cell)]); }

std::optional<Witness> Window::whole(const Pattern& hidden) {
    Pattern own(part_.cells.size(), 0);
    for (std::size_t c = 0; c < cells_.size(); ++c) own[c] = hidden[static_cast<std::size_t>(cells_[c])];
    const auto found = model_->whole(own);
    if (!found) return std::nullopt;
    std::vector<std::int64_t> atoms = system_->persons;
    for (std::size_t atom = 0; atom < atoms_.size(); ++atom) {
        if (atoms_[atom] >= 0) atoms[static_cast<std::size_t>(atoms_[atom])] = found->atoms[atom];
    }
    return witness_of(*system_, hidden, std::move(atoms));
}

}  // namespace homeward::statistics
