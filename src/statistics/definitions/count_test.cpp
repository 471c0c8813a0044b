#include "statistics/definitions/count.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <random>
#include <set>

namespace homeward::statistics {
namespace {

const Date reference{2024, 12, 31};
const Classifications classifications{{"mehr_1", "mehr_2", "not_broken_down"}, {"north", "south"}};

std::vector<PersonFact> random_facts(unsigned seed, int people) {
    std::mt19937 random(seed);
    const auto below = [&](int n) { return static_cast<int>(random() % static_cast<unsigned>(n)); };
    std::vector<PersonFact> facts;
    for (int i = 0; i < people; ++i) {
        PersonFact fact;
        fact.person_slot = i;
        fact.family_slot = below(4) == 0 ? -1 : below(people / 3 + 1);
        fact.operation = static_cast<std::int16_t>(below(3));
        fact.region = static_cast<std::int16_t>(below(3) - 1);
        fact.sex = static_cast<Sex>(below(20) == 0 ? 2 : below(2));
        fact.age_years = static_cast<std::int16_t>(below(30) == 0 ? -1 : below(70));
        fact.arrived_on = {2019 + below(7), 1 + below(12), 1 + below(28)};
        fact.reached = static_cast<std::uint16_t>(below(1 << outcome_count));
        facts.push_back(fact);
    }
    return facts;
}

/// Whether a person is in a category, written down anew.
bool is_in(const PersonFact& fact, const Dimension& dimension, int index, const Indicator& indicator) {
    const std::string category = index < static_cast<int>(dimension.categories.size()) ? dimension.categories[static_cast<std::size_t>(index)] : "";
    if (category.empty()) return true;
    if (dimension.key == "operation") return classifications.operations[static_cast<std::size_t>(fact.operation)] == category;
    if (dimension.key == "region") return (fact.region < 0 ? "unknown" : classifications.regions[static_cast<std::size_t>(fact.region)]) == category;
    if (dimension.key == "sex") return category == (fact.sex == Sex::female ? "female" : fact.sex == Sex::male ? "male" : "unknown");
    if (dimension.key == "age_band") {
        static const std::map<std::string, std::pair<int, int>> bands{{"0_6", {0, 7}}, {"7_11", {7, 12}}, {"12_17", {12, 18}}, {"18_29", {18, 30}},
                                                                       {"30_49", {30, 50}}, {"50_plus", {50, 999}}, {"unknown", {-1, 0}}};
        const auto [from, before] = bands.at(category);
        return fact.age_years >= from && fact.age_years < before;
    }
    EXPECT_EQ(dimension.key, "outcome." + indicator.key);
    return fact.has(*indicator.outcome) == (category == "reached");
}

std::int64_t recounted(const std::vector<PersonFact>& facts, const Table& table, std::size_t cell, const Indicator& indicator) {
    const std::vector<int> at = indices_of(table.dimensions, cell);
    std::int64_t persons = 0;
    for (const auto& fact : facts) {
        if (fact.arrived_on > reference) continue;
        if (indicator.population == "school_age" && (fact.age_years < 7 || fact.age_years > 17)) continue;
        if (indicator.population == "adults" && fact.age_years < 18) continue;
        bool in = true;
        for (std::size_t d = 0; d < at.size(); ++d) in = in && is_in(fact, table.dimensions[d], at[d], indicator);
        persons += in;
    }
    return persons;
}

TEST(Count, AgreesWithARecountByHand) {
    Catalogue catalogue = catalogue_of(2024).value();
    // Every classification that a table can have, and two tables of one indicator.
    catalogue.indicators[1].crossings = {{"sex", "age_band"}, {"region", "operation"}};
    const auto facts = random_facts(7, 600);
    const TableSet set = count(facts, catalogue, classifications, reference).value();
    ASSERT_EQ(set.tables.size(), catalogue.indicators.size() + 1);
    EXPECT_TRUE(check(set));
    int compared = 0;
    for (const auto& table : set.tables) {
        const Indicator& indicator = *catalogue.find(table.definition.indicator);
        if (indicator.unit == Unit::families) continue;
        for (std::size_t cell = 0; cell < table.counts.size(); ++cell, ++compared) {
            EXPECT_EQ(table.counts[cell], recounted(facts, table, cell, indicator)) << table.key << " " << cell_name(table.dimensions, cell);
        }
    }
    EXPECT_GT(compared, 500);
    EXPECT_EQ(set.tables[1].key, "documents_restored.sex_age_band");
    EXPECT_EQ(set.tables[2].key, "documents_restored.region_operation");
}

TEST(Count, CountsFamiliesOnceUnderTheirFirstOperation) {
    const Catalogue catalogue = catalogue_of(2024).value();
    const auto facts = random_facts(9, 500);
    std::map<int, std::pair<int, bool>> families;
    for (const auto& fact : facts) {
        if (fact.family_slot < 0 || fact.arrived_on > reference) continue;
        auto [family, fresh] = families.try_emplace(fact.family_slot, fact.operation, false);
        family->second.first = std::min<int>(family->second.first, fact.operation);
        family->second.second |= fact.has(Outcome::reunited_with_family);
    }
    const TableSet set = count(facts, catalogue, classifications, reference).value();
    const auto& table = *std::ranges::find(set.tables, "families_reunified", &Table::key);
    ASSERT_EQ(table.dimensions.size(), 2u);
    for (int operation = 0; operation < 3; ++operation) {
        std::int64_t all = 0, reunited = 0;
        for (const auto& [slot, family] : families) {
            all += family.first == operation;
            reunited += family.first == operation && family.second;
        }
        EXPECT_EQ(table.counts[cell_at(table.dimensions, std::vector{operation, 2})], all);
        EXPECT_EQ(table.counts[cell_at(table.dimensions, std::vector{operation, 0})], reunited);
    }
}

TEST(Count, GivesTheSamePeopleTheSameFingerprintInEveryTable) {
    const auto facts = random_facts(11, 400);
    const TableSet set = count(facts, catalogue_of(2024).value(), classifications, reference).value();
    const auto& everyone = set.tables[0];
    const auto& school = *std::ranges::find(set.tables, "children_in_school", &Table::key);
    // Girls of 7 to 11: in the first table by sex and age band, in the other the denominator of the first band.
    const std::size_t in_all = cell_at(everyone.dimensions, std::vector{3, 0, 1});
    const std::size_t in_school = cell_at(school.dimensions, std::vector{0, 0, 2});
    ASSERT_GT(everyone.counts[in_all], 0);
    EXPECT_EQ(everyone.counts[in_all], school.counts[in_school]);
    EXPECT_EQ(everyone.people[in_all], school.people[in_school]);
    std::set<std::uint64_t> different;
    for (std::size_t c = 0; c < everyone.counts.size(); ++c) if (everyone.counts[c] > 3) different.insert(everyone.people[c]);
    EXPECT_GT(different.size(), 30u);
}

TEST(Count, RefusesAPersonTwice) {
    auto facts = random_facts(1, 10);
    facts[4].person_slot = 3;
    const auto refused = count(facts, catalogue_of(2024).value(), classifications, reference);
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().key, "statistics.fact_repeated");
    EXPECT_EQ(refused.error().params.at("person_slot"), "3");
}

TEST(Count, RefusesWhatNoClassificationKnows) {
    for (const int wrong : {0, 1, 2}) {
        auto facts = random_facts(1, 10);
        if (wrong == 0) facts[5].operation = 3;
        if (wrong == 1) facts[5].region = 2;
        if (wrong == 2) facts[5].age_years = -2;
        const auto refused = count(facts, catalogue_of(2024).value(), classifications, reference);
        ASSERT_FALSE(refused);
        EXPECT_EQ(refused.error().key, "statistics.fact_out_of_range");
        EXPECT_EQ(refused.error().params.at("person_slot"), "5");
    }
}

TEST(Count, RefusesPopulationsThatCutAnAgeBand) {
    Catalogue catalogue = catalogue_of(2024).value();
    for (auto& population : catalogue.populations) if (population.key == "school_age") population.age_from = 6;
    const auto refused = count({}, catalogue, classifications, reference);
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().key, "statistics.bad_crossing");
    EXPECT_EQ(refused.error().field, "children_in_school");
}

TEST(Count, OfNobodyIsAllZeros) {
    const TableSet set = count({}, catalogue_of(2024).value(), classifications, reference).value();
    for (const auto& table : set.tables) for (const auto counted : table.counts) EXPECT_EQ(counted, 0);
}

TEST(Catalogue, KnowsNoYearBeforeTheFirstOperation) {
    EXPECT_EQ(catalogue_of(2018).error().key, "statistics.no_catalogue");
    const Catalogue catalogue = catalogue_of(2024).value();
    std::set<std::string> keys;
    for (const auto& indicator : catalogue.indicators) {
        EXPECT_TRUE(keys.insert(indicator.key).second) << indicator.key;
        EXPECT_EQ(catalogue.population(indicator.population).key, indicator.population);
        EXPECT_FALSE(indicator.source.empty());
        EXPECT_FALSE(indicator.crossings.empty());
    }
}

TEST(AgeBands, BeginWhereTheySay) {
    const auto& bands = age_dimension().categories;
    const auto band = [&](int age) { return bands[static_cast<std::size_t>(age_band_of(age))]; };
    EXPECT_EQ(band(-1), "unknown");
    EXPECT_EQ(band(0), "0_6");
    EXPECT_EQ(band(6), "0_6");
    EXPECT_EQ(band(7), "7_11");
    EXPECT_EQ(band(17), "12_17");
    EXPECT_EQ(band(18), "18_29");
    EXPECT_EQ(band(49), "30_49");
    EXPECT_EQ(band(50), "50_plus");
    EXPECT_EQ(band(107), "50_plus");
}

}  // namespace
}  // namespace homeward::statistics
