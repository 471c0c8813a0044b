// Problems that other tools were measured on. The bars are what those tools, or a search after them, reached.
#include <gtest/gtest.h>

#include <cmath>

#include "statistics/kernel/audit.h"
#include "statistics/kernel/suppress.h"
#include "statistics/problems/problem_files.h"

namespace homeward::statistics {
namespace {

struct Loaded {
    Problem problem;
    CellSystem system;
};

/// width   in persons, of amounts in per cent; 0 takes the usual one
Loaded load(const std::string& name, std::int64_t width = 0) {
    Problem problem = read_problem(std::string(HOMEWARD_ROOT) + "/tests/data/sdc/" + name, width).value();
    CellSystem system = system_of(problem);  // each single person of a group is a knower
    return {std::move(problem), std::move(system)};
}

int secondary(const Loaded& loaded, const Pattern& hidden) {
    int cells = 0;
    for (std::size_t label = 0; label < loaded.problem.labels.size(); ++label) {
        const int cell = loaded.system.cell_of[label];
        cells += cell >= 0 && hidden[static_cast<std::size_t>(cell)] && !loaded.problem.labels[label].sensitive;
    }
    return cells;
}

struct Bar {
    const char* problem;
    int sensitive;
    int secondary;  // at most
};

class Problems : public ::testing::TestWithParam<Bar> {};

TEST_P(Problems, AreSafeWithNoMoreThanTheBar) {
    const Loaded loaded = load(GetParam().problem);
    int sensitive = 0;
    for (const auto& label : loaded.problem.labels) sensitive += label.sensitive;
    EXPECT_EQ(sensitive, GetParam().sensitive);
    const auto suppression = suppress(loaded.system);
    ASSERT_TRUE(suppression);
    EXPECT_LE(secondary(loaded, suppression->hidden), GetParam().secondary);
    EXPECT_TRUE(audit(loaded.system, suppression->hidden).empty());
}

INSTANTIATE_TEST_SUITE_P(Measured, Problems,
                         ::testing::Values(Bar{"z1_maxN3_z0", 3, 3}, Bar{"z2_single_maxN3_z0", 8, 12}, Bar{"z2_linked_maxN3_z0", 9, 15},
                                           Bar{"z2_linked_maxN3_z1", 11, 18}, Bar{"z3_single_maxN3_z0", 333, 175},
                                           Bar{"z3_linked_maxN3_z0", 350, 234}, Bar{"syn_dev_P1_n3z0", 65, 48}, Bar{"syn_dev_P2_n3z0", 89, 81},
                                           Bar{"syn_dev_P4_n3z0", 8, 20}, Bar{"insee_act_size", 77, 64}, Bar{"insee_act_cj", 60, 68}));

/// Labels of sensitive cells that a pattern gives away exactly to those who know nobody.
int exactly_known(const Loaded& loaded, const std::string& problem, const std::string& pattern_file) {
    const auto pattern = read_pattern(std::string(HOMEWARD_ROOT) + "/tests/data/sdc/" + problem + "/" + pattern_file, loaded.problem).value();
    // The same people are hidden only where every label of them is.
    Pattern hidden(loaded.system.cells.size(), 1);
    for (std::size_t label = 0; label < pattern.size(); ++label) {
        const int cell = loaded.system.cell_of[label];
        if (cell >= 0 && !pattern[label]) hidden[static_cast<std::size_t>(cell)] = 0;
    }
    std::vector<char> known(loaded.system.cells.size(), 0);
    for (const auto& exposure : audit(loaded.system, hidden)) {
        if (exposure.knower != outsider) continue;
        known[static_cast<std::size_t>(exposure.cell)] = std::floor(exposure.high + 1e-6) - std::ceil(exposure.low - 1e-6) < 1;
    }
    int labels = 0;
    for (std::size_t label = 0; label < pattern.size(); ++label) {
        const int cell = loaded.system.cell_of[label];
        labels += loaded.problem.labels[label].sensitive && cell >= 0 && known[static_cast<std::size_t>(cell)];
    }
    return labels;
}

TEST(Audit, FindsWhatAPeersPatternGivesAway) {
    // GaussSuppression 1.2.3 without singleton handling, under an attacker who knows that zeros are shown.
    EXPECT_EQ(exactly_known(load("z3_single_maxN3_z0"), "z3_single_maxN3_z0", "peer_gauss_nosingleton.csv"), 130);
    EXPECT_EQ(exactly_known(load("syn_dev_P2_n3z0"), "syn_dev_P2_n3z0", "peer_gauss_nosingleton.csv"), 21);
    EXPECT_EQ(exactly_known(load("z3_single_maxN3_z0"), "z3_single_maxN3_z0", "peer_gauss_default.csv"), 0);
    EXPECT_EQ(exactly_known(load("syn_dev_P2_n3z0"), "syn_dev_P2_n3z0", "peer_gauss_default.csv"), 0);
}

TEST(Audit, RefusesAPatternWithAnyOneNeededCellShownAgain) {
    for (const char* name : {"z1_maxN3_z0", "z2_linked_maxN3_z0", "syn_dev_P1_n3z0", "syn_dev_P4_n3z0"}) {
        const Loaded loaded = load(name);
        const auto suppression = suppress(loaded.system).value();
        int mutants = 0;
        for (std::size_t c = 0; c < loaded.system.cells.size(); ++c) {
            if (!suppression.hidden[c] || loaded.system.cells[c].sensitive) continue;
            Pattern mutant = suppression.hidden;
            mutant[c] = 0;
            EXPECT_FALSE(audit(loaded.system, mutant).empty()) << name << " cell " << c;
            ++mutants;
        }
        EXPECT_GE(mutants, 3) << name;
    }
}

TEST(ProblemFiles, NameTheLineThatIsWrong) {
    EXPECT_EQ(read_problem(std::string(HOMEWARD_ROOT) + "/tests/data/sdc/none", 1).error().key, "statistics.no_such_file");
    const auto refused = read_pattern(std::string(HOMEWARD_ROOT) + "/tests/data/sdc/z1_maxN3_z0/labels.csv", load("z1_maxN3_z0").problem);
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().key, "statistics.no_such_column");
}

}  // namespace
}  // namespace homeward::statistics
