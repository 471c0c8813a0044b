#include "statistics/kernel/circuits.h"

#include <algorithm>
#include <cstdlib>
#include <limits>
#include <map>
#include <utility>

namespace homeward::statistics {
namespace {

constexpr std::int64_t far = std::numeric_limits<std::int64_t>::max() / 4;
// A cell of several groups that can spare so many is hardly ever short; `witness_of` looks at all.
constexpr std::int64_t plenty = 8;
constexpr std::size_t most_ways = 12'000;
// Begun anew so often, each time with so many ways added up.
constexpr int most_tries = 5;
constexpr int most_added = 300;
// Groups looked at for each of these ways.
constexpr int most_looks = 1'000;

}  // namespace

Circuits::Circuits(const CellSystem& system, const Pattern& hidden)
    : system_(&system), hidden_(hidden), detours_(system), things_of_(static_cast<std::size_t>(system.atoms)) {
    const auto& persons = detours_.persons();
    for (const std::int64_t there : persons) things_.push_back({.low = -there, .high = far});
    for (std::size_t c = 0; c < system.cells.size(); ++c) {
        const SystemCell& cell = system.cells[c];
        if (hidden[c]) detours_.hide(static_cast<int>(c));
        const std::int64_t room = hidden[c] ? std::max<std::int64_t>(0, cell.value - system.least_of(static_cast<int>(c))) : 0;
        if (cell.atoms.size() == 1) {
            thing_of_.push_back(cell.atoms[0]);
            things_[static_cast<std::size_t>(cell.atoms[0])].low = -room;
            continue;
        }
        thing_of_.push_back(static_cast<int>(things_.size()));
        things_.push_back({.low = -room, .high = far});
        if (!hidden[c] || (room >= plenty && !cell.sensitive)) continue;
        for (const int atom : cell.atoms) things_of_[static_cast<std::size_t>(atom)].push_back(thing_of_.back());
    }
}

/// One way through each hidden cell; people who are not there do not matter yet.
void Circuits::gather() {
    gathered_ = true;
    detours_.look_at_most(most_looks);
    for (std::size_t c = 0; c < hidden_.size() && ways_.size() < most_ways; ++c) {
        if (!hidden_[c]) continue;
        if (auto way = detours_.way(static_cast<int>(c), 1)) add(std::move(*way));
    }
}

void Circuits::add(Detours::Way atoms) {
    if (ways_.size() >= most_ways) return;
    std::map<int, std::int64_t> cells;
    for (const auto& [atom, by] : atoms) {
        for (const int thing : things_of_[static_cast<std::size_t>(atom)]) cells[thing] += by;
    }
    for (const auto& [thing, by] : cells) if (by != 0) atoms.emplace_back(thing, by);
    for (const auto& [thing, by] : atoms) things_[static_cast<std::size_t>(thing)].ways.push_back({static_cast<int>(ways_.size()), by > 0 ? 1 : -1});
    ways_.push_back(std::move(atoms));
}

void Circuits::note(const Witness& witness) {
    Detours::Way way;
    for (std::size_t atom = 0; atom < witness.atoms.size(); ++atom) {
        if (const std::int64_t by = witness.atoms[atom] - detours_.persons()[atom]; by != 0) way.emplace_back(static_cast<int>(atom), by);
    }
    add(std::move(way));
}

void Circuits::narrow(std::size_t thing, std::int64_t low, std::int64_t high) {
    Thing& at = things_[thing];
    narrowed_.push_back({thing, at.low, at.high});
    at.low = std::max(at.low, low);
    at.high = std::min(at.high, high);
}

void Circuits::reckon_with(const std::vector<int>& knowers) {
    for (const int number : knowers) {
        const Knower& knower = system_->knowers[static_cast<std::size_t>(number)];
        for (const auto& [group, persons] : knower.least) {
            const auto atom = static_cast<std::size_t>(group);
            const std::int64_t least = persons - detours_.persons()[atom];
            narrow(atom, least, knower.exactly ? least : far);
        }
    }
}

std::int64_t Circuits::wrong(const Thing& thing, std::int64_t off) {
    return off < thing.low ? thing.low - off : off > thing.high ? off - thing.high : 0;
}

/// By how much more is wrong after one way more.
std::int64_t Circuits::change(const Detours::Way& way, int sign) const {
    std::int64_t more = 0;
    for (const auto& [number, by] : way) {
        const Thing& thing = things_[static_cast<std::size_t>(number)];
        more += thing.weight * (wrong(thing, thing.off + sign * by) - wrong(thing, thing.off));
    }
    return more;
}

void Circuits::touch(int number) {
    if (std::exchange(things_[static_cast<std::size_t>(number)].touched, true)) return;
    touched_.push_back(number);
}

void Circuits::move(const Detours::Way& way, int sign) {
    for (const auto& [number, by] : way) {
        things_[static_cast<std::size_t>(number)].off += sign * by;
        touch(number);
    }
}

std::vector<int> Circuits::wrong_things() const {
    std::vector<int> bad;
    for (const int number : touched_) {
        const Thing& thing = things_[static_cast<std::size_t>(number)];
        if (wrong(thing, thing.off) != 0) bad.push_back(number);
    }
    return bad;
}

/// The way that sets this one right and the least wrong elsewhere; not the one before, which would lead back.
std::optional<Circuits::Turn> Circuits::best_turn(int thing, int before, Dice& dice) {
    const Thing& at = things_[static_cast<std::size_t>(thing)];
    const int direction = at.off < at.low ? 1 : -1;
    std::optional<Turn> best;
    std::int64_t least = far;
    std::size_t ties = 0;
    for (const Turn& turn : at.ways) {
        if (turn.way == before) continue;
        const std::int64_t more = change(ways_[static_cast<std::size_t>(turn.way)], direction * turn.sign);
        if (more < least) ties = 0;
        if (more > least || dice.below(++ties) != 0) continue;
        least = more;
        best = Turn{turn.way, direction * turn.sign};
    }
    return best;
}

/// What stays wrong weighs more with every step, so that no step is repeated for ever.
bool Circuits::set_right(Dice& dice) {
    int before = -1;
    for (int added = 0; added <= most_added; ++added) {
        const std::vector<int> bad = wrong_things();
        if (bad.empty()) return true;
        const auto turn = best_turn(bad[dice.below(bad.size())], before, dice);
        if (!turn) return false;
        if (change(ways_[static_cast<std::size_t>(turn->way)], turn->sign) >= 0) {
            for (const int number : bad) ++things_[static_cast<std::size_t>(number)].weight;
        }
        move(ways_[static_cast<std::size_t>(turn->way)], turn->sign);
        before = turn->way;
    }
    return false;
}

void Circuits::go_back() {
    for (const int number : touched_) {
        Thing& thing = things_[static_cast<std::size_t>(number)];
        thing.off = 0;
        thing.weight = 1;
        thing.touched = false;
    }
    touched_.clear();
}

std::optional<Witness> Circuits::find(int cell, std::int64_t difference, const std::vector<int>& knowers) {
    if (!detours_.from_truth() || difference == 0 || !hidden_[static_cast<std::size_t>(cell)]) return std::nullopt;
    if (!gathered_) gather();
    const int asked = thing_of_[static_cast<std::size_t>(cell)];
    reckon_with(knowers);
    narrow(static_cast<std::size_t>(asked), difference > 0 ? difference : -far, difference > 0 ? far : difference);
    const Thing& at = things_[static_cast<std::size_t>(asked)];
    const bool possible = at.low <= at.high;
    Dice dice(static_cast<std::size_t>(cell));
    std::optional<Witness> found;
    for (int tries = 0; possible && tries < most_tries && !found; ++tries) {
        touch(asked);
        if (set_right(dice)) {
            std::vector<std::int64_t> atoms = detours_.persons();
            for (std::size_t atom = 0; atom < atoms.size(); ++atom) atoms[atom] += things_[atom].off;
            found = witness_of(*system_, hidden_, std::move(atoms));
        }
        go_back();
    }
    for (; !narrowed_.empty(); narrowed_.pop_back()) {
        things_[narrowed_.back().thing].low = narrowed_.back().low;
        things_[narrowed_.back().thing].high = narrowed_.back().high;
    }
    return found;
}

}  // namespace homeward::statistics
