#include <gtest/gtest.h>

#include "statistics/definitions/count.h"
#include "statistics/kernel/audit.h"
#include "statistics/kernel/random_tables_test.h"

namespace homeward::statistics {
namespace {

using namespace testing;

Table table_with(std::string key, Dimensions dimensions, std::vector<std::int64_t> inner) {
    Register people{dimensions, std::move(inner)};
    std::vector<std::size_t> by(dimensions.size());
    for (std::size_t d = 0; d < by.size(); ++d) by[d] = d;
    return table_of(people, key, by);
}

const Dimension sex{"a", {"female", "male"}};
const Dimension band{"b", {"child", "adult", "old"}};

const SafeCell& at(const SafeTable& table, std::vector<int> indices) { return table.cells[cell_at(table.dimensions, indices)]; }

TEST(Protect, ShowsATableWithoutSmallCountsAsItIs) {
    const Table table = table_with("t", {sex, band}, {20, 30, 0, 40, 50, 12});
    const SafeTableSet safe = protect({{table}}, {}).value();
    for (std::size_t c = 0; c < table.counts.size(); ++c) EXPECT_EQ(safe.tables[0].cells[c], (SafeCell{table.counts[c], Hidden::no}));
    EXPECT_EQ(safe.hidden_by_rule + safe.hidden_to_protect, 0);
}

TEST(Protect, HidesASmallCountWithEnoughOthersThatNoneComesBySubtraction) {
    const Table table = table_with("t", {sex, band}, {20, 30, 7, 40, 50, 12});
    const SafeTableSet safe = protect({{table}}, {}).value();
    const SafeTable& shown = safe.tables[0];
    EXPECT_EQ(at(shown, {0, 2}).hidden, Hidden::by_rule);
    EXPECT_FALSE(at(shown, {0, 2}).persons);
    EXPECT_EQ(at(shown, {2, 3}).persons, 159);
    EXPECT_EQ(safe.hidden_by_rule, 1);
    EXPECT_EQ(safe.hidden_to_protect, 3);  // a rectangle, the least that a table of two crossings needs
    EXPECT_TRUE(audit({{table}}, safe)->empty());
}

TEST(Protect, ShowsEveryZero) {
    const Table table = table_with("t", {sex, band}, {20, 30, 7, 0, 50, 12});
    const SafeTableSet safe = protect({{table}}, {}).value();
    EXPECT_EQ(at(safe.tables[0], {1, 0}).persons, 0);
}

TEST(Protect, HidesZerosWhereTheRulesSaySo) {
    const Table table = table_with("t", {sex, band}, {20, 30, 0, 40, 50, 12});
    Rules rules;
    rules.zeros_shown = false;
    const SafeTableSet safe = protect({{table}}, rules).value();
    EXPECT_EQ(at(safe.tables[0], {0, 2}).hidden, Hidden::by_rule);
    EXPECT_GE(safe.hidden_to_protect, 3);
}

TEST(Protect, ShowsATotalUnlessItIsSmallItself) {
    const SafeTableSet small = protect({{table_with("t", {sex}, {4, 3})}}, {}).value();
    for (const auto& cell : small.tables[0].cells) EXPECT_EQ(cell.hidden, Hidden::by_rule);
    const SafeTableSet larger = protect({{table_with("t", {sex}, {4, 30})}}, {}).value();
    EXPECT_EQ(at(larger.tables[0], {0}).hidden, Hidden::by_rule);
    EXPECT_EQ(at(larger.tables[0], {1}).hidden, Hidden::protects_another);
    EXPECT_EQ(at(larger.tables[0], {2}).persons, 34);
}

TEST(Protect, GuardsAllButAFewLikeTheFew) {
    // 97 of 100 have papers: the three without are as few as three with would be.
    const Dimension outcome{"c", {"reached", "not_reached"}};
    const SafeTableSet safe = protect({{table_with("documents", {sex, outcome}, {48, 2, 49, 1})}}, {}).value();
    EXPECT_EQ(at(safe.tables[0], {2, 1}).hidden, Hidden::by_rule);
    EXPECT_NE(at(safe.tables[0], {2, 0}).hidden, Hidden::no);
}

TEST(Protect, TakesOneDecisionForTheSamePeopleInTwoTables) {
    const Register people{{sex, band, {"c", {"x", "y"}}}, {20, 30, 11, 40, 4, 12, 33, 15, 21, 60, 70, 80}};
    const TableSet set{{table_of(people, "t1", {0, 1}), table_of(people, "t2", {1, 2})}};
    const SafeTableSet safe = protect(set, {}).value();
    for (int category = 0; category <= 3; ++category) {
        EXPECT_EQ(at(safe.tables[0], {2, category}), at(safe.tables[1], {category, 2})) << category;
    }
    EXPECT_TRUE(audit(set, safe)->empty());
}

TEST(Protect, TakesOneDecisionForPeopleOfOneFingerprint) {
    // Two populations, linked by nothing but who is in them.
    Table all = table_with("all", {sex, band}, {20, 5, 30, 40, 50, 60});
    Table adults = table_with("adults", {sex}, {5, 50});
    adults.population = "adults";
    for (Table* table : {&all, &adults}) table->people.assign(table->counts.size(), 0);
    for (std::size_t c = 0; c < all.counts.size(); ++c) all.people[c] = 100 + c;
    adults.people = {all.people[1], all.people[5], all.people[9]};
    const TableSet set{{all, adults}};
    const SafeTableSet safe = protect(set, {}).value();
    EXPECT_EQ(at(safe.tables[0], {0, 1}), at(safe.tables[1], {0}));
    EXPECT_EQ(at(safe.tables[0], {1, 1}), at(safe.tables[1], {1}));
    EXPECT_EQ(at(safe.tables[0], {2, 1}), at(safe.tables[1], {2}));
}

TEST(Protect, KeepsTheFloorOfEachIndicator) {
    Table table = table_with("t", {sex}, {6, 30});
    Rules rules;
    rules.floor_of["t"] = 5;
    EXPECT_EQ(protect({{table}}, rules)->hidden_by_rule, 0);
    rules.floor_of["t"] = 8;
    EXPECT_EQ(protect({{table}}, rules)->hidden_by_rule, 1);
}

TEST(Protect, GivesTheSamePatternForTheSameInput) {
    std::mt19937 random(5);
    const Register people = random_register(random, {3, 4, 3}, 14);
    const TableSet set{{table_of(people, "t1", {0, 1, 2})}};
    const SafeTableSet first = protect(set, {}).value();
    const SafeTableSet second = protect(set, {}).value();
    EXPECT_GT(first.hidden_to_protect, 0);
    EXPECT_EQ(first.tables[0].cells, second.tables[0].cells);
}

TEST(Protect, NamesTheCellThatCannotBeProtected) {
    const Table table = table_with("t", {sex}, {3, 7});
    Rules rules;
    rules.floor = 4;
    rules.width = 9;  // ten people in two hidden cells of at least one: each has 1 to 9
    const auto refused = protect({{table}}, rules);
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().key, "statistics.cannot_protect");
    EXPECT_EQ(refused.error().field, "t");
    EXPECT_EQ(refused.error().params.at("cell"), "a=female");
}

TEST(Protect, RefusesTablesThatContradictEachOther) {
    const Table one = table_with("t1", {sex, band}, {20, 30, 7, 40, 50, 12});
    const Table two = table_with("t2", {sex}, {57, 101});
    EXPECT_EQ(protect({{one, two}}, {}).error().key, "statistics.two_counts");
    Table other_bands = table_with("t2", {{"b", {"child", "adult"}}}, {100, 59});
    EXPECT_EQ(protect({{one, other_bands}}, {}).error().key, "statistics.dimension_differs");
    Rules rules;
    rules.floor = 0;
    EXPECT_EQ(protect({{one}}, rules).error().key, "statistics.bad_rules");
}

TEST(Audit, FindsWhatOneHandShowsAgain) {
    const Table table = table_with("t", {sex, band}, {20, 30, 7, 40, 50, 12});
    SafeTableSet safe = protect({{table}}, {}).value();
    for (std::size_t c = 0; c < table.counts.size(); ++c) {
        if (safe.tables[0].cells[c].hidden != Hidden::protects_another) continue;
        SafeTableSet broken = safe;
        broken.tables[0].cells[c] = {table.counts[c], Hidden::no};
        const auto exposed = audit({{table}}, broken).value();
        ASSERT_EQ(exposed.size(), 1u);
        EXPECT_EQ(cell_name(table.dimensions, exposed[0].cell), "a=female, b=old");
        EXPECT_TRUE(exposed[0].by_arithmetic);
        EXPECT_EQ(exposed[0].low, 7);
    }
}

TEST(Audit, RefusesAFigureThatIsNotTheCount) {
    const Table table = table_with("t", {sex}, {20, 30});
    SafeTableSet safe = protect({{table}}, {}).value();
    safe.tables[0].cells[0].persons = 21;
    EXPECT_EQ(audit({{table}}, safe).error().key, "statistics.wrong_figure");
}

/// A return as a State makes it: seven operations, most people women and children.
std::vector<PersonFact> fictional_returnees(unsigned seed, int people) {
    std::mt19937 random(seed);
    const auto pick = [&](const std::vector<int>& weights) {
        int left = static_cast<int>(random() % 100);
        int choice = 0;
        while (choice + 1 < static_cast<int>(weights.size()) && left >= weights[static_cast<std::size_t>(choice)]) left -= weights[static_cast<std::size_t>(choice++)];
        return choice;
    };
    std::vector<PersonFact> facts;
    for (int i = 0; i < people; ++i) {
        PersonFact fact;
        fact.person_slot = i;
        fact.family_slot = i / 3;
        fact.operation = static_cast<std::int16_t>(pick({6, 31, 27, 2, 2, 13, 19}));
        const int ages[] = {3, 9, 14, 22, 38, 60};
        fact.age_years = static_cast<std::int16_t>(ages[pick({26, 18, 19, 14, 19, 4})]);
        fact.sex = pick(fact.age_years < 18 ? std::vector{50, 50} : std::vector{86, 14}) == 0 ? Sex::female : Sex::male;
        fact.arrived_on = {2020, 6, 1};
        // In the order of the catalogue, whose first indicator counts the people alone.
        fact.answers.push_back(kNothingKnown);
        for (const int share : {80, 85, 60, 50, 70, 40, 30, 15, 25}) fact.answers.push_back(pick({share, 100 - share}) == 0 ? 1 : kNothingKnown);
        facts.push_back(fact);
    }
    return facts;
}

TEST(Protect, MakesAYearsReturnSafe) {
    const Classifications classifications{{"s1", "s2", "s3", "r1", "s4", "s5", "not_broken_down"}, {}};
    for (const int people : {754, 511, 381, 531, 100'000, 0}) {
        const TableSet set = count(fictional_returnees(static_cast<unsigned>(people), people), catalogue_of(2024).value(), classifications, {2024, 12, 31}).value();
        const auto safe = protect(set, {});
        ASSERT_TRUE(safe) << people << " " << safe.error().key << " " << safe.error().field;
        EXPECT_TRUE(audit(set, *safe)->empty()) << people;
        // The headline stays.
        EXPECT_EQ(safe->tables[0].cells.back().persons, people);
        EXPECT_EQ(safe->hidden_by_rule > 0, people > 0 && people < 1000);
    }
}

}  // namespace
}  // namespace homeward::statistics
