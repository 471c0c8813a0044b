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

/// What a source could say: an answer of each kind, nothing at all, and that somebody is not concerned.
std::int32_t random_answer(const Indicator& indicator, std::mt19937& random) {
    const auto below = [&](int n) { return static_cast<std::int32_t>(random() % static_cast<unsigned>(n)); };
    switch (indicator.measure) {
        case Measure::population: return kNothingKnown;
        case Measure::happened: return below(2) == 0 ? kNothingKnown : below(2);
        case Measure::days_to_first:
        case Measure::days_in: return below(4) == 0 ? kNothingKnown : 1 + below(500);
        case Measure::score: return below(4) == 0 ? kNothingKnown : below(1001);
        case Measure::standing: return below(static_cast<int>(indicator.categories.size()) + 1) - 1;
        case Measure::timeliness: return below(2) == 0 ? kNotConcerned : below(3);
    }
    return kNothingKnown;
}

std::vector<PersonFact> random_facts(unsigned seed, int people, int year = 2024) {
    const Catalogue catalogue = catalogue_of(year).value();
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
        for (const auto& indicator : catalogue.indicators) fact.answers.push_back(random_answer(indicator, random));
        facts.push_back(std::move(fact));
    }
    return facts;
}

/// Whether an answer belongs to a category, written down anew from the category's own words.
bool is_answer(std::int32_t answer, const std::string& category, const Indicator& indicator) {
    static const std::map<std::string, std::pair<int, int>> ranges{
        {"0_30", {0, 30}}, {"31_90", {31, 90}}, {"91_180", {91, 180}}, {"181_365", {181, 365}}, {"over_365", {366, 100000}}, {"0_90", {0, 90}},
        {"1_90", {1, 90}}, {"91_365", {91, 365}}, {"low", {0, 333}}, {"middle", {334, 666}}, {"high", {667, 1000}}};
    if (category == "reached") return answer == 1;
    if (category == "not_reached") return answer < 1;
    if (const auto range = ranges.find(category); range != ranges.end()) return answer >= range->second.first && answer <= range->second.second;
    const auto code = std::ranges::find(indicator.categories, category);
    return code == indicator.categories.end() ? answer == kNothingKnown : answer == code - indicator.categories.begin();
}

/// Whether a person is in a category, written down anew.
bool is_in(const PersonFact& fact, std::int32_t answer, const Dimension& dimension, int index, const Indicator& indicator) {
    if (index == static_cast<int>(dimension.categories.size())) return true;
    const std::string category = dimension.categories[static_cast<std::size_t>(index)];
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
    return is_answer(answer, category, indicator);
}

bool is_counted(const PersonFact& fact, std::int32_t answer, const std::string& population) {
    const int age = fact.age_years;
    if (population == "school_age") return age >= 7 && age <= 17;
    if (population == "children") return age >= 0 && age <= 17;
    if (population == "adults") return age >= 18;
    if (population == "plans_to_review" || population == "complainants") return answer != kNotConcerned;
    EXPECT_EQ(population, "returnees");
    return true;
}

std::int64_t recounted(const std::vector<PersonFact>& facts, const Table& table, std::size_t cell, const Catalogue& catalogue) {
    const Indicator& indicator = *catalogue.find(table.definition.indicator);
    const auto place = static_cast<std::size_t>(&indicator - catalogue.indicators.data());
    const std::vector<int> at = indices_of(table.dimensions, cell);
    std::int64_t persons = 0;
    for (const auto& fact : facts) {
        const auto answer = fact.answers.at(place);
        bool in = fact.arrived_on <= reference && is_counted(fact, answer, indicator.population);
        for (std::size_t d = 0; d < at.size(); ++d) in = in && is_in(fact, answer, table.dimensions[d], at[d], indicator);
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
    EXPECT_EQ(set.tables[1].key, "documents_restored.sex_age_band");
    EXPECT_EQ(set.tables[2].key, "documents_restored.region_operation");
}

/// Indicators, crossings and people by lot: whatever is chosen agrees with the register to the unit.
TEST(Count, AgreesWithARecountWhateverIsChosen) {
    std::map<Measure, int> compared;
    for (unsigned seed = 1; seed <= 40; ++seed) {
        std::mt19937 random(seed);
        const int year = seed % 2 == 0 ? 2024 : 2025;
        Catalogue catalogue = catalogue_of(year).value();
        for (auto& indicator : catalogue.indicators) {
            std::vector<std::string> crossing;
            for (const auto& key : indicator.may_cross) if (random() % 3 == 0) crossing.push_back(key);
            if (indicator.has_outcome() || !crossing.empty()) indicator.crossings = {crossing};
        }
        const auto facts = random_facts(seed, static_cast<int>(random() % 400), year);
        const TableSet set = count(facts, catalogue, classifications, reference).value();
        ASSERT_TRUE(check(set)) << seed;
        for (const auto& table : set.tables) {
            if (catalogue.find(table.definition.indicator)->unit == Unit::families) continue;
            for (std::size_t cell = 0; cell < table.counts.size(); ++cell, ++compared[catalogue.find(table.definition.indicator)->measure]) {
                ASSERT_EQ(table.counts[cell], recounted(facts, table, cell, catalogue)) << seed << " " << table.key << " " << cell_name(table.dimensions, cell);
            }
        }
    }
    EXPECT_EQ(compared.size(), 7u) << "every way to answer was counted";
    for (const auto& [measure, cells] : compared) EXPECT_GT(cells, 100) << static_cast<int>(measure);
}

TEST(Count, CountsFamiliesOnceUnderTheirFirstOperation) {
    const Catalogue catalogue = catalogue_of(2024).value();
    const auto facts = random_facts(9, 500);
    std::map<int, std::pair<int, bool>> families;
    for (const auto& fact : facts) {
        if (fact.family_slot < 0 || fact.arrived_on > reference) continue;
        auto [family, fresh] = families.try_emplace(fact.family_slot, fact.operation, false);
        family->second.first = std::min<int>(family->second.first, fact.operation);
        family->second.second |= fact.answers.at(static_cast<std::size_t>(catalogue.find("families_reunified") - catalogue.indicators.data())) == 1;
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

TEST(Count, RefusesAnAnswerThatIsNone) {
    const Catalogue catalogue = catalogue_of(2025).value();
    const auto at = [&](const char* key) { return static_cast<std::size_t>(catalogue.find(key) - catalogue.indicators.data()); };
    const std::vector<std::pair<const char*, int>> wrongs{{"housing", 2}, {"days_to_first_document", -3}, {"time_in_residential_care", 0},
                                                          {"care_arrangements", 7}, {"complaints_answered", kNothingKnown}, {"consent_coverage", 3}};
    for (const auto& [key, answer] : wrongs) {
        auto facts = random_facts(1, 10, 2025);
        facts[5].answers[at(key)] = answer;
        const auto refused = count(facts, catalogue, classifications, reference);
        ASSERT_FALSE(refused) << key;
        EXPECT_EQ(refused.error().key, "statistics.fact_out_of_range");
        EXPECT_EQ(refused.error().params.at("indicator"), key);
    }
}

TEST(Count, GivesAPersonTheSameFingerprintInEveryYear) {
    auto facts = random_facts(13, 100);
    for (auto& fact : facts) fact.key = 1000u + static_cast<unsigned>(fact.person_slot), fact.family_key = fact.family_slot < 0 ? 0 : 9000u + static_cast<unsigned>(fact.family_slot);
    auto later = facts;
    std::ranges::reverse(later);
    for (std::size_t i = 0; i < later.size(); ++i) later[i].person_slot = static_cast<std::int32_t>(i), later[i].arrived_on = facts[i].arrived_on;
    for (auto& fact : facts) fact.arrived_on = {2019, 1, 1};
    for (auto& fact : later) fact.arrived_on = {2019, 1, 1};
    const auto first = count(facts, catalogue_of(2024).value(), classifications, reference).value();
    const auto second = count(later, catalogue_of(2024).value(), classifications, {2025, 12, 31}).value();
    ASSERT_EQ(first.tables.size(), second.tables.size());
    for (std::size_t t = 0; t < first.tables.size(); ++t) EXPECT_EQ(first.tables[t].people, second.tables[t].people) << first.tables[t].key;
}

TEST(Households, StandWhereTheirMembersAreCounted) {
    const Catalogue catalogue = catalogue_of(2025).value();
    const auto facts = random_facts(3, 120, 2025);
    const auto households = households_of(facts, catalogue, classifications, reference).value();
    std::set<int> families;
    std::size_t alone = 0, arrived = 0;
    for (const auto& fact : facts) {
        if (fact.arrived_on > reference) continue;
        ++arrived;
        if (fact.family_slot < 0) ++alone;
        else families.insert(fact.family_slot);
    }
    // People alone who stand in the same cells are one household to reckon with.
    EXPECT_LE(households.size(), families.size() + alone);
    EXPECT_GT(households.size(), families.size());
    // Every member adds up to every count of a table that is crossed by all classifications of its population alone.
    const TableSet set = count(facts, catalogue, classifications, reference).value();
    const Table& everyone = set.tables[0];
    std::vector<std::int64_t> counted(everyone.counts.size(), 0);
    std::size_t persons = 0;
    for (const auto& household : households) {
        for (const auto& member : household.members) {
            if (member.population != "returnees") continue;
            ++persons;
            std::vector<int> at;
            for (const auto& dimension : everyone.dimensions) at.push_back(member.categories.at(dimension.key));
            ++counted[cell_at(everyone.dimensions, at)];
            EXPECT_TRUE(member.categories.contains("outcome.housing"));
            EXPECT_TRUE(member.categories.contains("outcome.outcome_social_24"));
        }
    }
    EXPECT_LE(persons, arrived);
    for (std::size_t cell = 0; cell < counted.size(); ++cell) EXPECT_LE(counted[cell], everyone.counts[cell]);
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
