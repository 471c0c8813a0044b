#include "statistics/kernel/circuits.h"

#include <gtest/gtest.h>

#include "statistics/kernel/audit.h"
#include "statistics/kernel/census_fixture.h"
#include "statistics/kernel/square_fixture.h"

namespace homeward::statistics {
namespace {

using testing::some;
using testing::square;

Pattern hiding(std::initializer_list<std::size_t> cells) {
    Pattern hidden(15, 0);
    for (const std::size_t cell : cells) hidden[cell] = 1;
    return hidden;
}

TEST(Circuits, GoRoundASquare) {
    const CellSystem system = square(some);
    Circuits circuits(system, hiding({0, 1, 3, 4}));
    const auto up = circuits.find(0, 1, {});
    ASSERT_TRUE(up);
    EXPECT_EQ(up->differences, (std::vector<std::pair<int, std::int64_t>>{{0, 1}, {1, -1}, {3, -1}, {4, 1}}));
    const auto down = circuits.find(0, -2, {});
    ASSERT_TRUE(down);
    EXPECT_EQ(down->difference(0), -2);
}

TEST(Circuits, FindNothingWhereThereIsNothing) {
    const CellSystem system = square(some);
    EXPECT_FALSE(Circuits(system, hiding({0, 1, 3})).find(0, 1, {}));     // three corners
    EXPECT_FALSE(Circuits(system, hiding({0, 1, 3, 4})).find(0, 2, {}));  // a hidden cell holds somebody
    EXPECT_FALSE(Circuits(system, hiding({0, 1, 3, 4})).find(8, 1, {}));  // it is shown
    EXPECT_FALSE(Circuits(system, hiding({0, 1, 3, 4})).find(0, 0, {}));
}

TEST(Circuits, KeepWhomAKnowerKnows) {
    const CellSystem system = square(some, {{"household", {{1, 2}}, false}});
    Circuits circuits(system, hiding({0, 1, 3, 4}));
    EXPECT_FALSE(circuits.find(0, 1, {0}));
    EXPECT_TRUE(circuits.find(0, -1, {0}));
    EXPECT_TRUE(circuits.find(0, 1, {}));  // another question does not remember them
}

TEST(Circuits, AddWaysUpWhereOneAloneWouldLackPeople) {
    // Up by one takes somebody out of groups of one, which are not shown empty; others must come there first.
    const std::vector<std::int64_t> sparse{5, 1, 5, 1, 5, 5, 5, 5, 5};
    const CellSystem system = square(sparse);
    Circuits circuits(system, hiding({0, 1, 2, 3, 4, 5, 6, 7, 8}));
    const auto witness = circuits.find(0, 2, {});
    ASSERT_TRUE(witness);
    EXPECT_GE(witness->difference(0), 2);
    EXPECT_GE(witness->difference(1), 0);
    EXPECT_GE(witness->difference(3), 0);
}

TEST(Circuits, FindNothingWithoutTheTruth) {
    std::vector<SystemCell> cells{{{0, 1}, 5, true, false, 1}, {{1, 2}, 6, true, false, 1}, {{0, 1, 2}, 8, false, true, 1}};
    const CellSystem system = simplified(3, {}, cells, {}, true);
    EXPECT_FALSE(Circuits(system, {1, 1, 0}).find(0, 1, {}));
}

TEST(Circuits, OpenCellsOfACensusThatNoShortWayOpens) {
    const auto [system, hidden] = testing::hidden_census();
    Detours detours(system);
    Circuits circuits(system, hidden);
    for (std::size_t c = 0; c < hidden.size(); ++c) if (hidden[c]) detours.hide(static_cast<int>(c));
    int asked = 0, found = 0;
    for (std::size_t c = 0; c < hidden.size() && asked < 60; ++c) {
        const int cell = static_cast<int>(c);
        if (!system.cells[c].sensitive || detours.find(hidden, cell, 1, {}) || detours.find(hidden, cell, -1, {})) continue;
        ++asked;
        const auto witness = circuits.find(cell, 1, {});
        if (!witness) continue;
        ++found;
        EXPECT_GE(witness->difference(cell), 1);
        EXPECT_TRUE(witness_of(system, hidden, witness->atoms));
    }
    EXPECT_GT(found, 15) << "of " << asked;
}

TEST(Circuits, LeaveTheAuditOfACensusAsStrict) {
    const auto [system, hidden] = testing::hidden_census();
    const auto audited = audit(system, hidden, GoOn()).value();
    WitnessPool pool(system);
    for (const auto& proof : audited.proofs) {
        ASSERT_TRUE(witness_of(system, hidden, proof.atoms));
        pool.add(proof);
    }
    std::vector<char> exposed(system.cells.size(), 0);
    for (const auto& exposure : audited.exposed) exposed[static_cast<std::size_t>(exposure.cell)] = 1;
    for (std::size_t c = 0; c < exposed.size(); ++c) {
        if (system.cells[c].sensitive) EXPECT_NE(pool.wide_enough(static_cast<int>(c)), exposed[c] != 0) << c;
    }
    EXPECT_EQ(std::ranges::count(exposed, 1), 41);
}

}  // namespace
}  // namespace homeward::statistics
