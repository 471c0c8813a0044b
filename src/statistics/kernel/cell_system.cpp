#include "statistics/kernel/cell_system.h"

#include <algorithm>
#include <map>
#include <optional>

namespace homeward::statistics {
namespace {

using Groups = std::vector<int>;

void drop_empty(Groups& atoms, const std::vector<char>& empty) {
    std::erase_if(atoms, [&](int atom) { return empty[static_cast<std::size_t>(atom)] != 0; });
}

void without_common(Link& link) {
    Groups left, right;
    std::ranges::set_difference(link.left, link.right, std::back_inserter(left));
    std::ranges::set_difference(link.right, link.left, std::back_inserter(right));
    link = {std::move(left), std::move(right)};
}

/// Groups that must be empty: those of shown zeros, and of a sum that a link sets equal to nothing.
std::vector<char> empty_groups(int atoms, const std::vector<SystemCell>& labels, std::vector<Link>& links,
                               bool zeros_shown) {
    std::vector<char> empty(static_cast<std::size_t>(atoms), 0);
    for (const auto& label : labels) {
        const bool shown_when_zero = label.least < 0 ? zeros_shown : label.least > 0;
        if (label.value != 0 || !shown_when_zero) continue;
        for (const int atom : label.atoms) empty[static_cast<std::size_t>(atom)] = 1;
    }
    for (bool more = true; more;) {
        more = false;
        for (auto& link : links) {
            drop_empty(link.left, empty);
            drop_empty(link.right, empty);
            without_common(link);
            if (link.left.empty() == link.right.empty()) continue;
            for (const int atom : link.left.empty() ? link.right : link.left) empty[static_cast<std::size_t>(atom)] = 1;
            more = true;
        }
    }
    return empty;
}

/// New numbers for the groups, one number for those that occur in the same places; -1 for those that are gone.
/// Somebody who knows a group exactly is a place as well: beside another group they would know less.
std::vector<int> merged_groups(const std::vector<char>& empty, const std::vector<SystemCell>& labels,
                               const std::vector<Link>& links, const std::vector<Knower>& knowers) {
    std::vector<std::vector<int>> places(empty.size());
    int place = 0;
    const auto note = [&](const Groups& atoms) {
        for (const int atom : atoms) places[static_cast<std::size_t>(atom)].push_back(place);
        ++place;
    };
    for (const auto& label : labels) note(label.atoms);
    for (const auto& link : links) { note(link.left); note(link.right); }
    std::vector<char> told(empty.size(), 0);
    for (std::size_t atom = 0; atom < empty.size(); ++atom) told[atom] = !empty[atom] && !places[atom].empty();
    for (const auto& knower : knowers) {
        if (!knower.exactly) continue;
        Groups known;
        for (const auto& [atom, persons] : knower.least) known.push_back(atom);
        note(known);
    }
    std::map<std::vector<int>, int> number_of;
    std::vector<int> numbers(empty.size(), -1);
    for (std::size_t atom = 0; atom < empty.size(); ++atom) {
        if (!told[atom]) continue;
        numbers[atom] = number_of.try_emplace(places[atom], static_cast<int>(number_of.size())).first->second;
    }
    return numbers;
}

Groups renumbered(const Groups& atoms, const std::vector<int>& numbers) {
    Groups result;
    for (const int atom : atoms) {
        if (const int number = numbers[static_cast<std::size_t>(atom)]; number >= 0) result.push_back(number);
    }
    std::ranges::sort(result);
    result.erase(std::unique(result.begin(), result.end()), result.end());
    return result;
}

/// The same in new numbers; what they know of groups that became one adds up.
Knower renumbered(const Knower& knower, const std::vector<int>& numbers) {
    std::map<int, std::int64_t> least;
    for (const auto& [atom, persons] : knower.least) {
        const int number = numbers[static_cast<std::size_t>(atom)];
        if (number >= 0 && (persons > 0 || knower.exactly)) least[number] += persons;
    }
    return {knower.name, {least.begin(), least.end()}, knower.exactly};
}

void add_knowers(CellSystem& system, const std::vector<Knower>& knowers, const std::vector<int>& numbers) {
    std::map<std::pair<bool, std::vector<std::pair<int, std::int64_t>>>, int> index_of;
    for (const auto& knower : knowers) {
        Knower own = renumbered(knower, numbers);
        if (own.least.empty()) {
            system.knower_of.push_back(-1);
            continue;
        }
        const auto [found, fresh] = index_of.try_emplace({own.exactly, own.least}, static_cast<int>(system.knowers.size()));
        system.knower_of.push_back(found->second);
        if (fresh) system.knowers.push_back(std::move(own));
    }
}

/// What two labels of the same people ask for together.
void join(SystemCell& cell, const SystemCell& label) {
    cell.sensitive = cell.sensitive || label.sensitive;
    cell.stays = cell.stays || label.stays;
    cell.withheld = cell.withheld && label.withheld;
    cell.width = std::max(cell.width, label.width);
    cell.least = std::max(cell.least, label.least);
    cell.up = std::max(cell.up, label.up);
    cell.down = std::max(cell.down, label.down);
}

}  // namespace

CellSystem simplified(int atoms, const std::vector<std::int64_t>& persons, const std::vector<SystemCell>& labels,
                      const std::vector<Link>& links_in, bool zeros_shown, const std::vector<Knower>& knowers) {
    std::vector<Link> links = links_in;
    const std::vector<char> empty = empty_groups(atoms, labels, links, zeros_shown);
    const std::vector<int> numbers = merged_groups(empty, labels, links, knowers);

    CellSystem system;
    system.least_hidden = zeros_shown ? 1 : 0;
    system.atom_of = numbers;
    system.atoms = numbers.empty() ? 0 : *std::ranges::max_element(numbers) + 1;
    if (!persons.empty()) system.persons.assign(static_cast<std::size_t>(system.atoms), 0);
    for (std::size_t atom = 0; atom < persons.size(); ++atom) {
        if (numbers[atom] >= 0) system.persons[static_cast<std::size_t>(numbers[atom])] += persons[atom];
    }
    std::map<Groups, int> index_of;
    for (SystemCell label : labels) {
        Groups groups = renumbered(label.atoms, numbers);
        if (label.least < 0) label.least = system.least_hidden;
        if (groups.empty()) {
            system.cell_of.push_back(-1);
            continue;
        }
        const auto [found, fresh] = index_of.try_emplace(groups, static_cast<int>(system.cells.size()));
        system.cell_of.push_back(found->second);
        if (fresh) {
            system.cells.push_back(label);
            system.cells.back().atoms = std::move(groups);
        } else {
            join(system.cells[static_cast<std::size_t>(found->second)], label);
        }
    }
    for (const auto& link : links) {
        Link small{renumbered(link.left, numbers), renumbered(link.right, numbers)};
        without_common(small);
        if (!small.left.empty() || !small.right.empty()) system.links.push_back(std::move(small));
    }
    add_knowers(system, knowers, numbers);
    return system;
}

std::vector<int> merged_times(const CellSystem& system, const std::vector<int>& when) {
    std::vector<int> times(static_cast<std::size_t>(system.atoms), -1);
    for (std::size_t atom = 0; atom < when.size(); ++atom) {
        if (const int number = system.atom_of[atom]; number >= 0) times[static_cast<std::size_t>(number)] = std::max(times[static_cast<std::size_t>(number)], when[atom]);
    }
    return times;
}

}  // namespace homeward::statistics
