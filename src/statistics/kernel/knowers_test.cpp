// Households and member States who know some of the people, against brute force: every population is tried.
#include <gtest/gtest.h>

#include "statistics/kernel/audit.h"
#include "statistics/kernel/random_tables_test.h"
#include "statistics/kernel/suppress.h"

namespace homeward::statistics {
namespace {

using namespace testing;

/// A small register, its tables as one system, and who knows whom.
struct Neighbourhood {
    Register people;
    std::vector<Published> cells;  // one per label
    std::vector<Knower> knowers;   // in groups of the register
    CellSystem system;
    std::int64_t width = 1;
};

/// Every person a household of one, and two larger ones.
std::vector<Knower> households(std::mt19937& random, const Register& people) {
    std::vector<Knower> knowers;
    std::vector<int> settled;
    for (int group = 0; group < static_cast<int>(people.size()); ++group) {
        if (people.counts[static_cast<std::size_t>(group)] == 0) continue;
        settled.push_back(group);
        knowers.push_back({"person", {{group, 1}}, false});
    }
    for (int household = 0; household < 2 && settled.size() > 1; ++household) {
        const int first = settled[random() % settled.size()], second = settled[random() % settled.size()];
        if (first == second) continue;
        knowers.push_back({"household", {{std::min(first, second), 1}, {std::max(first, second), 1}}, false});
    }
    return knowers;
}

/// Somebody who keeps the register of the first category of the first classification.
Knower member_state(const Register& people) {
    Knower state{"state", {}, true};
    for (int group = 0; group < static_cast<int>(people.size()); ++group) {
        if (people.category(static_cast<std::size_t>(group), 0) == 0) state.least.emplace_back(group, people.counts[static_cast<std::size_t>(group)]);
    }
    return state;
}

Neighbourhood made(unsigned seed) {
    std::mt19937 random(seed);
    Neighbourhood place;
    place.width = 1 + static_cast<std::int64_t>(random() % 2);
    place.people = random_register(random, seed % 2 == 0 ? std::vector<int>{3, 3} : std::vector<int>{2, 2, 2}, 4);
    TableSet set;
    if (seed % 2 == 0) set.tables = {table_of(place.people, "t1", {0, 1})};
    else set.tables = {table_of(place.people, "t1", {0, 1}), table_of(place.people, "t2", {1, 2})};
    const std::int64_t floor = 3;
    SafeTableSet open;
    for (const auto& table : set.tables) {
        open.tables.push_back({table.key, table.definition, table.population, table.dimensions, {}});
        for (const auto count : table.counts) open.tables.back().cells.push_back({std::nullopt, count > 0 && count < floor ? Hidden::by_rule : Hidden::no});
    }
    place.cells = published(place.people, set, open);
    std::vector<SystemCell> labels;
    for (const auto& cell : place.cells) {
        std::vector<int> atoms;
        for (const auto group : cell.groups) atoms.push_back(static_cast<int>(group));
        labels.push_back({std::move(atoms), cell.truth, cell.sensitive, cell.groups.size() == place.people.size(), place.width});
    }
    place.knowers = households(random, place.people);
    if (seed % 3 == 0) place.knowers.push_back(member_state(place.people));
    place.system = simplified(static_cast<int>(place.people.size()), place.people.counts, labels, {}, true, place.knowers);
    return place;
}

/// What the public sees under a pattern.
std::vector<Published> seen(const Neighbourhood& place, const Pattern& hidden) {
    std::vector<Published> cells = place.cells;
    for (std::size_t label = 0; label < cells.size(); ++label) {
        const int cell = place.system.cell_of[label];
        cells[label].value = cell >= 0 && hidden[static_cast<std::size_t>(cell)] ? std::nullopt : std::optional(cells[label].truth);
    }
    return cells;
}

/// Per cell of the system whether somebody is left with too few values, by trying every population.
Pattern narrow_by_trying(const Neighbourhood& place, const Pattern& hidden, const Knower* knower) {
    std::vector<std::pair<std::int64_t, std::int64_t>> known(place.people.size(), {0, 1'000});
    for (const auto& [group, persons] : knower == nullptr ? decltype(knower->least)() : knower->least) {
        known[static_cast<std::size_t>(group)] = {persons, knower->exactly ? persons : 1'000};
    }
    const auto cells = seen(place, hidden);
    const auto range = ranges(place.people, cells, 8, place.width, 1, known);
    Pattern narrow(place.system.cells.size(), 0);
    for (std::size_t label = 0; label < cells.size(); ++label) {
        const int cell = place.system.cell_of[label];
        if (cell >= 0 && cells[label].sensitive && range[label].second - range[label].first < place.width) narrow[static_cast<std::size_t>(cell)] = 1;
    }
    return narrow;
}

/// Cells that a member State need not be kept from: all their groups are its own, or shown to be empty.
bool own(const Neighbourhood& place, const Knower& knower, std::size_t label) {
    return knower.exactly && std::ranges::all_of(place.cells[label].groups, [&](std::size_t group) {
        return place.system.atom_of[group] < 0 || std::ranges::any_of(knower.least, [&](const auto& known) { return static_cast<std::size_t>(known.first) == group; });
    });
}

/// (cell, index of the knower in the system or `outsider`) that brute force finds narrow; for a knower only where nobody else sees it.
std::set<std::pair<int, int>> found_by_trying(const Neighbourhood& place, const Pattern& hidden) {
    std::set<std::pair<int, int>> found;
    const Pattern for_all = narrow_by_trying(place, hidden, nullptr);
    for (std::size_t c = 0; c < for_all.size(); ++c) if (for_all[c]) found.emplace(static_cast<int>(c), outsider);
    for (std::size_t k = 0; k < place.knowers.size(); ++k) {
        const Pattern narrow = narrow_by_trying(place, hidden, &place.knowers[k]);
        for (std::size_t label = 0; label < place.cells.size(); ++label) {
            const int cell = place.system.cell_of[label];
            if (cell < 0 || !narrow[static_cast<std::size_t>(cell)] || for_all[static_cast<std::size_t>(cell)] || own(place, place.knowers[k], label)) continue;
            found.emplace(cell, place.system.knower_of[k]);
        }
    }
    return found;
}

std::set<std::pair<int, int>> found_by_audit(const Neighbourhood& place, const Pattern& hidden) {
    std::set<std::pair<int, int>> found;
    for (const auto& exposure : audit(place.system, hidden)) found.emplace(exposure.cell, exposure.knower);
    return found;
}

TEST(Knowers, FindNothingInAProtectedSetWhoeverTries) {
    int protected_sets = 0, for_households = 0;
    for (unsigned seed = 1; seed <= 150; ++seed) {
        const Neighbourhood place = made(seed);
        const auto suppression = suppress(place.system);
        if (!suppression) continue;
        ++protected_sets;
        EXPECT_TRUE(found_by_trying(place, suppression->hidden).empty()) << "seed " << seed;
        EXPECT_TRUE(found_by_audit(place, suppression->hidden).empty()) << "seed " << seed;
        for_households += static_cast<int>(std::ranges::count(suppression->reasons, Hidden::household));
        // The same again: nothing depends on chance.
        EXPECT_EQ(suppress(place.system)->hidden, suppression->hidden) << "seed " << seed;
    }
    EXPECT_GE(protected_sets, 60);
    EXPECT_GT(for_households, 0);
}

TEST(Knowers, AreFoundByTheAuditWhereBruteForceFindsThem) {
    int outsiders = 0, insiders = 0;
    for (unsigned seed = 1; seed <= 150; ++seed) {
        const Neighbourhood place = made(seed);
        std::mt19937 random(seed * 7919);
        Pattern hidden(place.system.cells.size(), 0);
        for (std::size_t c = 0; c < hidden.size(); ++c) hidden[c] = place.system.cells[c].sensitive || random() % 2 == 0;
        const auto tried = found_by_trying(place, hidden);
        EXPECT_EQ(found_by_audit(place, hidden), tried) << "seed " << seed;
        for (const auto& [cell, knower] : tried) ++(knower < 0 ? outsiders : insiders);
    }
    EXPECT_GT(outsiders, 50);
    EXPECT_GT(insiders, 15);
}

TEST(Knowers, AreExcusedOnlyOfCellsThatNothingKeepsWideForThem) {
    int sets = 0, excused = 0, found_elsewhere = 0;
    for (unsigned seed = 1; seed <= 150; ++seed) {
        Neighbourhood place = made(seed);
        std::mt19937 random(seed);
        for (auto& cell : place.system.cells) cell.stays = cell.stays || random() % 3 == 0;  // as what was shown before
        const auto strict = suppress(place.system);
        if (strict || strict.error().params.at("knower") == std::to_string(outsider)) continue;
        const auto suppression = suppress(place.system, {}, nullptr, true);
        if (!suppression) continue;
        ++sets;
        const std::set<std::pair<int, int>> pairs(suppression->excused.begin(), suppression->excused.end());
        EXPECT_EQ(found_by_trying(place, suppression->hidden), pairs) << "seed " << seed;
        Pattern all(place.system.cells.size(), 0);
        for (std::size_t c = 0; c < all.size(); ++c) all[c] = place.system.cells[c].sensitive || !place.system.cells[c].stays;
        const auto hopeless = found_by_trying(place, all);
        EXPECT_TRUE(std::ranges::includes(hopeless, pairs)) << "seed " << seed;
        excused += static_cast<int>(pairs.size());
        found_elsewhere += static_cast<int>(std::ranges::count_if(pairs, [&](const auto& pair) {
            return std::ranges::any_of(place.system.cells, [&](const auto& cell) {
                const int other = static_cast<int>(&cell - place.system.cells.data());
                return cell.sensitive && !pairs.contains({other, pair.second});
            });
        }));
    }
    EXPECT_GT(sets, 5);
    EXPECT_GT(excused, sets);
    EXPECT_GT(found_elsewhere, 0) << "who is excused of one cell is guarded against in another";
}

TEST(Knowers, WhoKnowTheSameAreOne) {
    const std::vector<SystemCell> labels{{{0, 1}, 5}, {{2}, 4}, {{0, 1, 2}, 9, false, true}};
    const auto system = simplified(4, {2, 3, 4, 0}, labels, {}, true,
                                   {{"a", {{0, 1}}, false}, {"b", {{1, 1}}, false}, {"c", {{0, 1}, {1, 2}}, false}, {"d", {{3, 1}}, false}});
    // Groups 0 and 1 are always counted together, so whoever knows one person in either knows the same.
    EXPECT_EQ(system.knower_of, (std::vector<int>{0, 0, 1, -1}));
    EXPECT_EQ(system.knowers[1].least, (std::vector<std::pair<int, std::int64_t>>{{system.atom_of[0], 3}}));
    // Unless somebody knows exactly who is in one of them.
    EXPECT_EQ(simplified(4, {2, 3, 4, 0}, labels, {}, true, {{"s", {{0, 2}}, true}}).atoms, 3);
}

TEST(Withheld, CellsStayHiddenAndCostNothing) {
    // Two tables of one population; the second is of an earlier release.
    std::vector<SystemCell> labels{{{0}, 2, true}, {{1}, 8}, {{2}, 9}, {{0, 1, 2}, 19, false, true}, {{1, 2}, 17}};
    labels[4].withheld = true;
    const auto system = simplified(3, {2, 8, 9}, labels, {}, true);
    const auto suppression = suppress(system).value();
    EXPECT_TRUE(suppression.hidden[4]);
    EXPECT_EQ(suppression.reasons[4], Hidden::earlier_release);
    EXPECT_EQ(suppression.reasons[0], Hidden::by_rule);
    EXPECT_EQ(std::ranges::count(suppression.reasons, Hidden::protects_another), 1);
    // A label of this release makes the same people an ordinary cell.
    labels.push_back({{1, 2}, 17});
    EXPECT_FALSE(simplified(3, {2, 8, 9}, labels, {}, true).cells[4].withheld);
}

TEST(Amounts, AreKeptOpenOnBothSides) {
    std::vector<SystemCell> labels{{{0}, 500, true}, {{1}, 700}, {{2}, 900}, {{0, 1, 2}, 2100, false, true}};
    labels[0].up = labels[0].down = 50;
    labels[0].width = 100;
    const auto system = simplified(3, {500, 700, 900}, labels, {}, true);
    const auto suppression = suppress(system).value();
    WitnessPool pool(system);
    for (const auto& proof : suppression.proofs) pool.add(proof);
    EXPECT_GE(pool.range(0).second, 50);
    EXPECT_LE(pool.range(0).first, -50);
}

}  // namespace
}  // namespace homeward::statistics
