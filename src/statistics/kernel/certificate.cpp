#include "statistics/kernel/certificate.h"

#include <algorithm>
#include <map>
#include <numeric>
#include <optional>

#include "statistics/kernel/attack_model.h"

namespace homeward::statistics {
namespace {

constexpr int base = -1;

Error not_open(int cell, int knower) { return invalid("statistics.not_open", {}, {{"cell", std::to_string(cell)}, {"knower", std::to_string(knower)}}); }

/// A population that has the true count in every cell, where nobody counted the groups.
std::optional<std::vector<std::int64_t>> true_population(const CellSystem& system) {
    if (!system.persons.empty() || system.cells.empty()) return system.persons;
    AttackModel model(system);
    Pattern hidden(system.cells.size(), 0);
    for (std::size_t c = 1; c < system.cells.size(); ++c) model.show(static_cast<int>(c));
    hidden[0] = 1;
    std::vector<int> knowers(system.knowers.size());
    std::iota(knowers.begin(), knowers.end(), 0);
    model.reckon_with(knowers);
    if (model.stretch(0, 1, 0) != Solved::optimal) return std::nullopt;
    auto witness = model.whole(hidden);
    return witness && witness->differences.empty() ? std::optional(std::move(witness->atoms)) : std::nullopt;
}

/// Populations by number, with what each cell and knower thinks of them.
class Populations {
public:
    Populations(const CellSystem& system, const std::vector<Witness>& witnesses)
        : system_(system), witnesses_(witnesses), known_anyway_(known_anyway(system)), of_cell_(system.cells.size()) {
        for (std::size_t w = 0; w < witnesses.size(); ++w) {
            for (const auto& [cell, difference] : witnesses[w].differences) of_cell_[static_cast<std::size_t>(cell)].emplace_back(static_cast<int>(w), difference);
        }
    }

    bool refuted(int population, int knower) const {
        return population != base && knower != outsider && std::ranges::binary_search(witnesses_[static_cast<std::size_t>(population)].refuted_by, knower);
    }
    bool knows_anyway(int cell, int knower) const {
        return knower != outsider && !known_anyway_[static_cast<std::size_t>(knower)].empty() && known_anyway_[static_cast<std::size_t>(knower)][static_cast<std::size_t>(cell)];
    }
    bool holds(const Opening& opening, int knower) const { return !refuted(opening.low, knower) && !refuted(opening.high, knower); }
    bool wide(const Opening& opening) const {
        const SystemCell& cell = system_.cells[static_cast<std::size_t>(opening.cell)];
        const std::int64_t low = difference(opening.low, opening.cell), high = difference(opening.high, opening.cell);
        return high - low >= cell.width && high >= cell.up && -low >= cell.down;
    }
    /// The lowest and the highest that a knower must believe.
    Opening widest(int cell, int knower) const {
        Opening opening{cell, knower, base, base};
        std::int64_t low = 0, high = 0;
        for (const auto& [witness, difference] : of_cell_[static_cast<std::size_t>(cell)]) {
            if (refuted(witness, knower)) continue;
            if (difference < low) { low = difference; opening.low = witness; }
            if (difference > high) { high = difference; opening.high = witness; }
        }
        return opening;
    }

private:
    std::int64_t difference(int population, int cell) const { return population == base ? 0 : witnesses_[static_cast<std::size_t>(population)].difference(cell); }

    const CellSystem& system_;
    const std::vector<Witness>& witnesses_;
    std::vector<Pattern> known_anyway_;
    std::vector<std::vector<std::pair<int, std::int64_t>>> of_cell_;
};

Shift shift_of(const std::vector<std::int64_t>& persons, const Witness& witness) {
    Shift shift;
    for (std::size_t atom = 0; atom < persons.size(); ++atom) {
        if (witness.atoms[atom] != persons[atom]) shift.emplace_back(static_cast<int>(atom), witness.atoms[atom] - persons[atom]);
    }
    return shift;
}

bool covered(const Populations& populations, const std::vector<Opening>& openings, int cell, int knower) {
    return populations.knows_anyway(cell, knower) || std::ranges::any_of(openings, [&](const Opening& opening) { return populations.holds(opening, knower); });
}

std::vector<std::int64_t> population_of(const Certificate& certificate, int number) {
    std::vector<std::int64_t> persons = certificate.persons;
    if (number == base) return persons;
    for (const auto& [atom, more] : certificate.shifts[static_cast<std::size_t>(number)]) persons[static_cast<std::size_t>(atom)] += more;
    return persons;
}

Done check_numbers(const CellSystem& system, const Certificate& certificate) {
    const auto bad = [](const char* part, std::size_t index) { return invalid("statistics.bad_certificate", {}, {{"part", part}, {"index", std::to_string(index)}}); };
    const auto within = [](int number, std::size_t size, int least) { return number >= least && number < static_cast<int>(size); };
    if (certificate.persons.size() != static_cast<std::size_t>(system.atoms)) return bad("persons", certificate.persons.size());
    for (std::size_t s = 0; s < certificate.shifts.size(); ++s) {
        for (const auto& [atom, more] : certificate.shifts[s]) if (!within(atom, certificate.persons.size(), 0)) return bad("shifts", s);
    }
    for (std::size_t o = 0; o < certificate.openings.size(); ++o) {
        const Opening& opening = certificate.openings[o];
        const bool good = within(opening.cell, system.cells.size(), 0) && within(opening.knower, system.knowers.size(), outsider) &&
                          within(opening.low, certificate.shifts.size(), base) && within(opening.high, certificate.shifts.size(), base);
        if (!good) return bad("openings", o);
    }
    return {};
}

}  // namespace

Result<Certificate> certify(const CellSystem& system, const std::vector<Witness>& proofs) {
    auto persons = true_population(system);
    if (!persons) return invalid("statistics.no_population");
    Certificate certificate{std::move(*persons), {}, {}};
    const Populations populations(system, proofs);
    for (int cell = 0; cell < static_cast<int>(system.cells.size()); ++cell) {
        if (!system.cells[static_cast<std::size_t>(cell)].sensitive) continue;
        std::vector<Opening> openings;
        for (int knower = outsider; knower < static_cast<int>(system.knowers.size()); ++knower) {
            if (covered(populations, openings, cell, knower)) continue;
            const Opening opening = populations.widest(cell, knower);
            if (!populations.wide(opening)) return not_open(cell, knower);
            openings.push_back(opening);
        }
        certificate.openings.insert(certificate.openings.end(), openings.begin(), openings.end());
    }
    // Only what an opening needs goes into the certificate.
    std::map<int, int> number_of{{base, base}};
    const auto kept = [&](int witness) {
        const auto [number, fresh] = number_of.try_emplace(witness, static_cast<int>(certificate.shifts.size()));
        if (fresh) certificate.shifts.push_back(shift_of(certificate.persons, proofs[static_cast<std::size_t>(witness)]));
        return number->second;
    };
    for (auto& opening : certificate.openings) {
        opening.low = kept(opening.low);
        opening.high = kept(opening.high);
    }
    return certificate;
}

Done check_certificate(const CellSystem& system, const Pattern& hidden, const Certificate& certificate) {
    TRY(check_numbers(system, certificate));
    std::vector<Witness> witnesses;
    for (int number = base; number < static_cast<int>(certificate.shifts.size()); ++number) {
        auto witness = witness_of(system, hidden, population_of(certificate, number));
        const bool good = witness && (number != base || (witness->differences.empty() && witness->refuted_by.empty()));
        if (!good) return invalid("statistics.wrong_population", {}, {{"population", std::to_string(number)}});
        if (number != base) witnesses.push_back(std::move(*witness));
    }
    const Populations populations(system, witnesses);
    std::vector<std::vector<Opening>> of_cell(system.cells.size());
    for (const auto& opening : certificate.openings) {
        if (populations.wide(opening)) of_cell[static_cast<std::size_t>(opening.cell)].push_back(opening);
    }
    for (int cell = 0; cell < static_cast<int>(system.cells.size()); ++cell) {
        const auto c = static_cast<std::size_t>(cell);
        if (!system.cells[c].sensitive) continue;
        if (!hidden[c]) return not_open(cell, outsider);
        for (int knower = outsider; knower < static_cast<int>(system.knowers.size()); ++knower) {
            if (!covered(populations, of_cell[c], cell, knower)) return not_open(cell, knower);
        }
    }
    return {};
}

}  // namespace homeward::statistics
