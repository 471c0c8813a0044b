#include <gtest/gtest.h>

#include <fstream>
#include <set>
#include <sstream>

#include "statistics/definitions/catalogue_file.h"

namespace homeward::statistics {
namespace {

std::string replaced(std::string text, const std::string& what, const std::string& by) {
    const auto at = text.find(what);
    EXPECT_NE(at, std::string::npos) << what;
    return text.replace(at, what.size(), by);
}
const std::string shipped{shipped_catalogue()};

TEST(Catalogue, KnowsNoYearBeforeTheFirstOperation) {
    EXPECT_EQ(catalogue_of(2018).error().key, "statistics.no_catalogue");
    for (const int year : {2019, 2024, 2025, 2026}) {
        const Catalogue catalogue = catalogue_of(year).value();
        EXPECT_EQ(catalogue.year, year);
        EXPECT_TRUE(catalogue.locked_on) << year;
        std::set<std::string> keys;
        for (const auto& indicator : catalogue.indicators) {
            EXPECT_TRUE(keys.insert(indicator.key).second) << indicator.key;
            EXPECT_EQ(catalogue.population(indicator.population).key, indicator.population);
            EXPECT_FALSE(indicator.source.empty());
            EXPECT_FALSE(indicator.crossings.empty());
        }
    }
}

TEST(Catalogue, OfAYearThatIsNotSettledYetIsTheLastSettledOne) {
    const int last = settled_years().back();
    const Catalogue settled = catalogue_of(last).value(), later = catalogue_of(last + 3).value();
    EXPECT_EQ(later.hash, settled.hash);
    EXPECT_EQ(later.year, last + 3);
    EXPECT_FALSE(later.locked_on);
}

TEST(Catalogue, HoldsEveryIndicatorThatStatesAgreedOn) {
    const Catalogue catalogue = catalogue_of(2026).value();
    for (const char* key : {"returnees", "documents_restored", "days_to_first_document", "children_in_school", "days_to_school", "families_reunified",
                            "care_arrangements", "time_in_residential_care", "housing", "health_care", "psychosocial_support", "training", "grants_and_loans",
                            "employment", "plan_reviews", "consent_coverage", "complaints_answered"}) {
        EXPECT_TRUE(catalogue.find(key)) << key;
    }
    for (const char* dimension : {"economic", "social", "psychosocial"}) {
        for (const int month : {0, 3, 6, 12, 24}) {
            const auto* indicator = catalogue.find("outcome_" + std::string(dimension) + "_" + std::to_string(month));
            ASSERT_TRUE(indicator) << dimension << month;
            EXPECT_EQ(indicator->month, month);
        }
    }
}

TEST(Catalogue, AsksForLargerFloorsWhereACountTellsMore) {
    const Catalogue catalogue = catalogue_of(2026).value();
    const Rules rules = rules_for(catalogue, 5);
    EXPECT_EQ(rules.floor_for("returnees"), 5) << "a State's own floor may be larger than the least";
    for (const auto& indicator : catalogue.indicators) {
        const bool guarded = indicator.subject == Subject::health || indicator.subject == Subject::legal || indicator.subject == Subject::children;
        EXPECT_EQ(indicator.floor >= 10, guarded) << indicator.key;
        EXPECT_GE(rules.floor_for(indicator.key), indicator.floor) << indicator.key;
    }
    EXPECT_TRUE(rules_for(catalogue).floor_of.empty());
}

TEST(Catalogue, IsLockedAsItStands) {
    const auto file = read_catalogue_file(shipped).value();
    const auto lock = read_lock(shipped_lock()).value();
    const auto held = check_lock(file, lock);
    EXPECT_TRUE(held) << held.error().key;
    EXPECT_EQ(extended_lock(file, lock, lock.years.rbegin()->first, {2030, 1, 1}), shipped_lock()) << "the file is as the command writes it";
}

TEST(Catalogue, ThatWasEditedAfterItsLockIsRefused) {
    const auto lock = read_lock(shipped_lock()).value();
    const auto refusal = [&](const std::string& text) {
        const auto file = read_catalogue_file(text);
        EXPECT_TRUE(file) << file.error().key << " " << file.error().field;
        const auto held = check_lock(*file, lock);
        EXPECT_FALSE(held);
        return held ? Error{} : held.error();
    };
    // Which services count for housing, which are the classes, who is asked: each is the definition.
    for (const auto& [what, by, indicator] : std::vector<std::tuple<std::string, std::string, std::string>>{
             {"\"codes\": [\"housing\"]", "\"codes\": [\"housing\", \"social_aid\"]", "housing@1"},
             {"\"to\": 30}, {\"key\": \"31_90\", \"from\": 31", "\"to\": 29}, {\"key\": \"31_90\", \"from\": 30", "days_to_first_document@1"},
             {"\"key\": \"employment\", \"version\": 1, \"from\": 2019, \"unit\": \"persons\", \"population\": \"adults\"",
              "\"key\": \"employment\", \"version\": 1, \"from\": 2019, \"unit\": \"persons\", \"population\": \"returnees\"", "employment@1"},
             {"\"legal\": 10", "\"legal\": 9", "documents_restored@1"}}) {
        const auto error = refusal(replaced(shipped, what, by));
        EXPECT_EQ(error.key, "statistics.catalogue.changed") << what;
        EXPECT_EQ(error.params.at("indicator"), indicator);
    }
    const auto out = refusal(replaced(shipped, "\"key\": \"training\", \"version\": 1, \"from\": 2019", "\"key\": \"training\", \"version\": 1, \"from\": 2022"));
    EXPECT_EQ(out.key, "statistics.catalogue.taken_out");
    EXPECT_EQ(out.params, (std::map<std::string, std::string>{{"indicator", "training@1"}, {"year", "2019"}}));
    const auto in = refusal(replaced(shipped, "\"key\": \"plan_reviews\", \"version\": 1, \"from\": 2025", "\"key\": \"plan_reviews\", \"version\": 1, \"from\": 2024"));
    EXPECT_EQ(in.key, "statistics.catalogue.put_in");
    EXPECT_EQ(in.params.at("year"), "2024");
    EXPECT_EQ(refusal(replaced(shipped, "{\"key\": \"50_plus\", \"from\": 50}", "{\"key\": \"50_64\", \"from\": 50, \"to\": 64},\n  {\"key\": \"65_plus\", \"from\": 65}")).key,
              "statistics.catalogue.year_changed");
    // Beside what is settled there is room: an indicator of its own years, and words.
    const auto added = read_catalogue_file(replaced(shipped, "\"key\": \"plan_reviews\", \"version\": 1, \"from\": 2025", "\"key\": \"plan_reviews\", \"version\": 2, \"from\": 2027"));
    ASSERT_TRUE(added);
    EXPECT_EQ(check_lock(*added, lock).error().key, "statistics.catalogue.taken_out") << "2025 still has its first version";
}

TEST(Catalogue, NamesTheRuleThatAFileBreaks) {
    const auto refused = [&](const std::string& what, const std::string& by) {
        const auto file = read_catalogue_file(replaced(shipped, what, by));
        EXPECT_FALSE(file) << by;
        return file ? std::string() : file.error().key + " " + file.error().field + (file.error().params.contains("key") ? " " + file.error().params.at("key") : "");
    };
    EXPECT_EQ(refused("{\"key\": \"children\", \"within\": \"returnees\"", "{\"key\": \"children\", \"within\": \"school_age\""), "statistics.catalogue.loop populations[1] children");
    EXPECT_EQ(refused("{\"key\": \"returnees\"}", "{\"key\": \"returnees\", \"within\": \"returnees\"}"), "statistics.catalogue.loop populations[0] returnees");
    EXPECT_EQ(refused("{\"key\": \"12_17\", \"from\": 12", "{\"key\": \"12_17\", \"from\": 11"), "statistics.catalogue.bands age_bands");
    EXPECT_EQ(refused("{\"key\": \"7_11\", \"from\": 7, \"to\": 11}", "{\"key\": \"7_11\", \"from\": 7, \"to\": 10}"), "statistics.catalogue.bands age_bands");
    EXPECT_EQ(refused("{\"key\": \"91_180\", \"from\": 91", "{\"key\": \"91_180\", \"from\": 90"), "statistics.catalogue.bands indicators[10] days_to_first_document");
    EXPECT_EQ(refused("\"population\": \"families\"", "\"population\": \"family\""), "statistics.catalogue.unknown_population indicators[3] families_reunified");
    EXPECT_EQ(refused("\"key\": \"housing\", \"version\"", "\"key\": \"training\", \"version\""), "statistics.catalogue.double_key indicators[7] training");
    EXPECT_EQ(refused("\"within\": \"children\", \"age_from\": 7", "\"within\": \"children\", \"age_from\": 6"), "statistics.catalogue.age populations[2] school_age");
    EXPECT_EQ(refused("{\"key\": \"adults\", \"within\": \"returnees\"", "{\"key\": \"adults\", \"within\": \"children\""), "statistics.catalogue.age populations[3] adults");
    EXPECT_EQ(refused("people.document_facts.restored_on", "people.persons.name"), "statistics.catalogue.unknown_source indicators[1] documents_restored");
    EXPECT_EQ(refused("\"month\": 3,", "\"month\": 4,").substr(0, 28), "statistics.catalogue.measure");
    EXPECT_EQ(refused("\"may_cross\": [\"operation\"]", "\"may_cross\": [\"operation\", \"sex\"]"), "statistics.catalogue.crossing indicators[3] families_reunified");
    EXPECT_EQ(refused("\"demography\": 3", "\"demography\": 2"), "statistics.catalogue.floor indicators[0] returnees");
    EXPECT_EQ(refused("\"version\": 1, \"from\": 2019", "\"version\": 1, \"from\": 1999"), "statistics.catalogue.years indicators[0] returnees");
    EXPECT_EQ(refused("\"floors\"", "\"flours\"").substr(0, 5), "json.");
    EXPECT_EQ(read_catalogue_file("{").error().key, "json.malformed");
}

TEST(Catalogue, ForgetsNothingWhenAYearIsAdded) {
    const auto file = read_catalogue_file(shipped).value();
    const auto lock = read_lock(shipped_lock()).value();
    const int next = lock.years.rbegin()->first + 1;
    const auto longer = read_lock(extended_lock(file, lock, next, {2027, 1, 1})).value();
    EXPECT_EQ(longer.years.at(next).locked_on, (Date{2027, 1, 1}));
    EXPECT_EQ(longer.years.at(2025).locked_on, lock.years.at(2025).locked_on);
    EXPECT_TRUE(check_lock(file, longer));
    EXPECT_EQ(read_lock(R"({"format": 1, "years": {}, "indicators": {}})").error().key, "statistics.catalogue.lock_years");
}

/// A name for every definition, in both languages: the pages show no code.
TEST(Catalogue, HasWordsForAllThatItNames) {
    const auto file = read_catalogue_file(shipped).value();
    for (const char* language : {"en", "ru"}) {
        std::ifstream in(std::string(HOMEWARD_ROOT) + "/web/src/i18n/" + language + "/indicators.json");
        std::stringstream words;
        words << in.rdbuf();
        const std::string text = words.str();
        const auto has = [&](const std::string& key) { return text.find("\"" + key + "\":") != std::string::npos; };
        for (const auto& dated : file.indicators) {
            EXPECT_TRUE(has(dated.indicator.key)) << language << " " << dated.indicator.key;
            EXPECT_TRUE(has(dated.indicator.source.substr(dated.indicator.source.rfind('.') + 1))) << language << " " << dated.indicator.source;
            for (const auto& outcome : dated.indicator.outcomes()) EXPECT_TRUE(has(outcome)) << language << " " << outcome;
        }
        for (const auto& population : file.populations) EXPECT_TRUE(has(population.key)) << language << " " << population.key;
    }
}

}  // namespace
}  // namespace homeward::statistics
