// Random small releases against an attacker who tries every population that fits.
#include <gtest/gtest.h>

#include "statistics/kernel/audit.h"
#include "statistics/kernel/random_tables_test.h"

namespace homeward::statistics {
namespace {

using namespace testing;

struct Case {
    Register people;
    TableSet set;
    Rules rules;
};

/// Shapes: one table of two; one of three; two that share a margin; three in a ring.
Case random_case(unsigned seed) {
    std::mt19937 random(seed);
    Case made;
    made.rules.floor = 3 + static_cast<int>(random() % 2);
    made.rules.width = 1 + static_cast<int>(random() % 2);
    made.rules.zeros_shown = seed % 5 != 0;
    const int most = 3 + static_cast<int>(random() % 4);
    switch (seed % 4) {
        case 0:
            made.people = random_register(random, {3, 4}, most);
            made.set.tables = {table_of(made.people, "t1", {0, 1})};
            break;
        case 1:
            made.people = random_register(random, {2, 3, 2}, most);
            made.set.tables = {table_of(made.people, "t1", {0, 1, 2})};
            break;
        case 2:
            made.people = random_register(random, {2, 3, 2}, most);
            made.set.tables = {table_of(made.people, "t1", {0, 1}), table_of(made.people, "t2", {2, 1})};
            break;
        default:
            made.people = random_register(random, {2, 3, 2}, most);
            made.set.tables = {table_of(made.people, "t1", {0, 1}), table_of(made.people, "t2", {1, 2}), table_of(made.people, "t3", {0, 2})};
    }
    return made;
}

/// The same tables of a register that was changed.
Case remade(const Case& made) {
    Case again{made.people, {}, made.rules};
    for (const auto& table : made.set.tables) {
        std::vector<std::size_t> by;
        for (const auto& dimension : table.dimensions) by.push_back(static_cast<std::size_t>(dimension.key[0] - 'a'));
        again.set.tables.push_back(table_of(made.people, table.key, by));
    }
    return again;
}

/// Enough for every group: nothing larger than this is needed to reach the width from the true counts.
std::int64_t enough(const Case& made) {
    std::int64_t largest = 0;
    for (const auto persons : made.people.counts) largest = std::max(largest, persons);
    return largest + made.rules.width + 6;
}

bool narrow(const Case& made, const SafeTableSet& safe) {
    const auto cells = published(made.people, made.set, safe);
    const auto range = ranges(made.people, cells, enough(made), made.rules.width, made.rules.zeros_shown ? 1 : 0);
    for (std::size_t c = 0; c < cells.size(); ++c) {
        if (cells[c].sensitive && range[c].second - range[c].first < made.rules.width) return true;
    }
    return false;
}

TEST(Protection, HoldsAgainstOneWhoTriesEveryPopulation) {
    int protected_sets = 0, refused = 0, sensitive = 0;
    for (unsigned seed = 1; seed <= 400; ++seed) {
        const Case made = random_case(seed);
        const auto safe = protect(made.set, made.rules);
        if (!safe) {
            EXPECT_EQ(safe.error().key, "statistics.cannot_protect") << seed;
            ++refused;
            continue;
        }
        ++protected_sets;
        sensitive += safe->hidden_by_rule;
        EXPECT_FALSE(narrow(made, *safe)) << "seed " << seed;
        EXPECT_TRUE(audit(made.set, *safe)->empty()) << "seed " << seed;
    }
    EXPECT_GE(protected_sets, 200);
    EXPECT_GT(sensitive, 400);
    RecordProperty("refused", refused);
}

TEST(Protection, IsRefusedOnlyWhereHidingEverythingWouldNotDo) {
    int refused = 0;
    for (unsigned seed = 1; seed <= 400; ++seed) {
        Case made = random_case(seed);
        // So few people that the shown zeros and the total leave hardly any room.
        for (auto& persons : made.people.counts) persons = persons * 5 / 13;
        made = remade(made);
        made.rules.width = 3;
        made.rules.zeros_shown = true;
        if (protect(made.set, made.rules)) continue;
        ++refused;
        // All that may be hidden is hidden: zeros and totals of tables stay.
        SafeTableSet most_hidden;
        most_hidden.rules = made.rules;
        for (const auto& table : made.set.tables) {
            SafeTable safe{table.key, table.definition, table.population, table.dimensions, {}};
            for (std::size_t c = 0; c < table.counts.size(); ++c) {
                const bool small = table.counts[c] > 0 && table.counts[c] < made.rules.floor;
                const bool stays = table.counts[c] == 0 || (c + 1 == table.counts.size() && !small);
                if (stays) safe.cells.push_back({table.counts[c], Hidden::no});
                else safe.cells.push_back({std::nullopt, small ? Hidden::by_rule : Hidden::protects_another});
            }
            most_hidden.tables.push_back(std::move(safe));
        }
        EXPECT_TRUE(narrow(made, most_hidden)) << "seed " << seed;
    }
    EXPECT_GT(refused, 0);
}

/// Shows one set of people again under all its labels.
bool republish(const TableSet& set, SafeTableSet& safe, std::size_t t, std::size_t cell) {
    if (safe.tables[t].cells[cell].hidden != Hidden::protects_another) return false;
    std::map<std::string, std::string> wanted;
    const auto categories = [](const Table& table, std::size_t c) {
        std::map<std::string, std::string> found;
        const std::vector<int> at = indices_of(table.dimensions, c);
        for (std::size_t d = 0; d < at.size(); ++d) {
            if (!is_total(table.dimensions, d, at[d])) found[table.dimensions[d].key] = table.dimensions[d].categories[static_cast<std::size_t>(at[d])];
        }
        return found;
    };
    wanted = categories(set.tables[t], cell);
    for (std::size_t other = 0; other < set.tables.size(); ++other) {
        for (std::size_t c = 0; c < set.tables[other].counts.size(); ++c) {
            if (categories(set.tables[other], c) == wanted) safe.tables[other].cells[c] = {set.tables[other].counts[c], Hidden::no};
        }
    }
    return true;
}

TEST(Protection, NeedsEachCellThatItHides) {
    int mutants = 0, seen_by_audit = 0, seen_by_trying = 0;
    for (unsigned seed = 1; seed <= 120; ++seed) {
        const Case made = random_case(seed);
        const auto safe = protect(made.set, made.rules);
        if (!safe) continue;
        for (std::size_t t = 0; t < safe->tables.size(); ++t) {
            for (std::size_t cell = 0; cell < safe->tables[t].cells.size(); ++cell) {
                SafeTableSet mutant = *safe;
                if (!republish(made.set, mutant, t, cell)) continue;
                const auto exposed = audit(made.set, mutant);
                if (!exposed) continue;  // a label that zeros make the same people: caught as two decisions
                ++mutants;
                seen_by_audit += !exposed->empty();
                seen_by_trying += narrow(made, mutant);
            }
        }
    }
    EXPECT_GT(mutants, 300);
    EXPECT_EQ(seen_by_audit, mutants);
    EXPECT_EQ(seen_by_trying, mutants);
}

}  // namespace
}  // namespace homeward::statistics
