// What all the world can work out of everything that is out.
#include <gtest/gtest.h>

#include "statistics/kernel/simulated_register_test.h"
#include "statistics/ledger/published.h"

namespace homeward::statistics {
namespace {

using namespace testing;

Release release_of(const std::string& state, int year, const SafeTableSet& safe) {
    return {state, year, {year, 12, 31}, safe.rules, released(safe), {}, {}};
}

/// A State's returns of some years, each protected beside the earlier ones.
std::vector<PublishedRelease> returns_of(const std::string& state, unsigned seed, int years, bool with_corrections = false) {
    LivingRegister people(seed);
    people.operations = 2 + years;
    people.arrive(0, 90, 2019);
    people.arrive(1, 30, 2019);
    std::vector<EarlierTable> out;
    std::vector<PublishedRelease> releases;
    for (int year = 2020; year < 2020 + years; ++year) {
        if (year == 2021) people.arrive(1, 6, year); else people.arrive(year - 2018, 45, year);
        people.live();
        if (with_corrections) people.correct(2);
        ReleaseProblem problem{{year, 12, 31}, living_return(people, year), out, {}, {}, living_movements()};
        const auto safe = protect_release(problem);
        if (!safe) {
            ADD_FAILURE() << state << " " << year << " " << safe.error().key << " " << safe.error().field;
            break;
        }
        put_out(out, std::to_string(year), problem.reference_date, problem.tables, safe->safe);
        releases.push_back({state + std::to_string(year), release_of(state, year, safe->safe)});
    }
    return releases;
}

TEST(Published, FindsNothingOpenedWhereEachReleaseWasProtectedBesideTheEarlierOnes) {
    for (const unsigned seed : {1U, 3U}) {
        const auto opened = audit_published(returns_of("UZ", seed, 2, seed != 1), {});
        ASSERT_TRUE(opened) << opened.error().key;
        for (const auto& cell : *opened) ADD_FAILURE() << seed << " " << cell.release_id << " " << cell.table << " " << cell.cell << " " << cell.low << ".." << cell.high;
    }
}

/// One table by sex and one more classification, all of it given.
PublishedRelease small_release(const std::string& state, const std::vector<std::optional<std::int64_t>>& cells) {
    Release release{state, 2025, {2025, 12, 31}, {}, {}, {}, {}};
    release.tables.push_back({"returnees", {"returnees", 1}, "returnees", {{"sex", {"female", "male"}}}, {}});
    for (const auto& cell : cells) release.tables[0].cells.push_back({cell});
    return {state + "1", release};
}

RegionalFigure women_of_the_region(std::vector<std::string> states, std::int64_t value) {
    return {"figure", {"returnees", 1}, "returnees", {2025, 12, 31}, {{"sex", "female"}}, std::move(states), value};
}

TEST(Published, NamesTheCellThatARegionalFigureOpens) {
    const auto nothing = std::nullopt;
    const std::vector<PublishedRelease> releases{small_release("KZ", {100, 50, 150}), small_release("KG", {60, 40, 100}), small_release("TJ", {80, 90, 170}),
                                                 small_release("UZ", {nothing, nothing, 40})};
    const auto before = audit_published(releases, {women_of_the_region({"KZ", "KG", "TJ"}, 240)});
    ASSERT_TRUE(before) << before.error().key;
    EXPECT_TRUE(before->empty());
    const auto after = audit_published(releases, {women_of_the_region({"KZ", "KG", "TJ", "UZ"}, 244)});
    ASSERT_TRUE(after);
    ASSERT_EQ(after->size(), 1U);  // the men of that State are known too, but there are 36 of them
    EXPECT_EQ(after->front().state, "UZ");
    EXPECT_EQ(after->front().release_id, "UZ1");
    EXPECT_EQ(after->front().cell, "sex=female");
    EXPECT_EQ(after->front().low, 4);
    EXPECT_EQ(after->front().high, 4);
}

TEST(Published, LeavesOpenWhatTwoStatesHideTogether) {
    const auto nothing = std::nullopt;
    const std::vector<PublishedRelease> releases{small_release("KZ", {100, 50, 150}), small_release("TJ", {nothing, nothing, 90}), small_release("UZ", {nothing, nothing, 40})};
    const auto opened = audit_published(releases, {women_of_the_region({"KZ", "TJ", "UZ"}, 124)});
    ASSERT_TRUE(opened);
    EXPECT_TRUE(opened->empty());
}

TEST(Published, SaysWhenNobodyFitsWhatIsShown) {
    const auto refused = audit_published({small_release("UZ", {30, 10, 40})}, {women_of_the_region({"UZ"}, 31)});
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().key, "ledger.no_population");
    EXPECT_EQ(refused.error().params.at("state"), "UZ");
}

TEST(Published, FindsWhatAReleaseProtectedAloneOpens) {
    // Three people came within the year; those of the year before were hidden, and nobody leaves.
    const auto nothing = std::nullopt;
    PublishedRelease first = small_release("UZ", {nothing, nothing, 40});
    first.id = "UZ2024";
    first.release.year = 2024;
    first.release.reference_date = {2024, 12, 31};
    const PublishedRelease second = small_release("UZ", {12, 31, 43});
    const auto opened = audit_published({first, second}, {});
    ASSERT_TRUE(opened) << opened.error().key;
    ASSERT_EQ(opened->size(), 1U);  // of the men everybody can tell that they were 28 at least
    EXPECT_EQ(opened->front().release_id, "UZ2024");
    EXPECT_EQ(opened->front().cell, "sex=female");
    EXPECT_EQ(opened->front().low, 9);
    EXPECT_EQ(opened->front().high, 12);
}

TEST(Published, ReckonsWithPeopleWhoAreGone) {
    const auto nothing = std::nullopt;
    PublishedRelease first = small_release("UZ", {nothing, nothing, 40});
    first.id = "UZ2024";
    first.release.year = 2024;
    first.release.reference_date = {2024, 12, 31};
    // Fewer than the year before: records were erased, and nobody knows whose.
    const auto opened = audit_published({first, small_release("UZ", {12, 26, 38})}, {});
    ASSERT_TRUE(opened) << opened.error().key;
    EXPECT_TRUE(opened->empty());
}

}  // namespace
}  // namespace homeward::statistics
