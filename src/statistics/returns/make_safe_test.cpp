#include "statistics/returns/make_safe.h"

#include <gtest/gtest.h>

#include "statistics/kernel/random_tables_test.h"

namespace homeward::statistics {
namespace {

using namespace testing;

// Two places of eleven, nearly everybody in a group of their own: beside shown totals no group can be kept open.
const std::vector<std::string> kGroups{"1", "2", "3", "4", "5", "6", "7", "8", "9", "10"};
const Register kFew{{{"place", {"1", "2"}}, {"group", kGroups}}, {1, 1, 1, 1, 1, 1, 1, 1, 1, 2, 2, 1, 1, 1, 1, 1, 1, 1, 1, 1}};
// One and one among many, where no sum of two classifications says so; all such sums together leave 0 to 2.
const Register kCorner{{{"a", {"1", "2"}}, {"b", {"1", "2"}}, {"c", {"1", "2"}}}, {1, 20, 20, 20, 20, 20, 20, 1}};

ReleaseProblem problem_of(TableSet tables) {
    ReleaseProblem problem;
    problem.reference_date = {2024, 12, 31};
    problem.tables = std::move(tables);
    return problem;
}

Waiting patient() { return {{}, [] { return false; }, {}}; }

TableSet all_pairs() { return {{table_of(kCorner, "ab", {0, 1}), table_of(kCorner, "bc", {1, 2}), table_of(kCorner, "ac", {0, 2})}}; }

TEST(MakeSafe, LeavesAReturnThatIsSafeAsItIs) {
    const auto made = make_safe(problem_of(all_pairs()), patient()).value();
    EXPECT_TRUE(made.tables.given_up.empty());
    EXPECT_FALSE(made.coarser_because);
    EXPECT_EQ(made.tables.safe.hidden_by_rule + made.tables.safe.hidden_to_protect, 0);
}

TEST(MakeSafe, GivesUpTheTableThatNoPatternKeepsAndSaysWhy) {
    const auto made = make_safe(problem_of({{table_of(kFew, "by_place", {0}), table_of(kFew, "fine", {0, 1})}}), patient()).value();
    ASSERT_TRUE(made.coarser_because);
    EXPECT_EQ(made.coarser_because->key, "statistics.cannot_protect");
    EXPECT_EQ(made.coarser_because->field, "fine");
    EXPECT_FALSE(made.coarser_because->params.at("cell").empty());
    ASSERT_FALSE(made.tables.given_up.empty());
    for (const auto& one : made.tables.given_up) EXPECT_EQ(one.table, "fine");
    EXPECT_EQ(made.tables.safe.tables[0].cells, (std::vector<SafeCell>{{11, Hidden::no}, {11, Hidden::no}, {22, Hidden::no}}));
    ASSERT_EQ(made.unseen.tables.size(), 1U);
    EXPECT_EQ(key_before(made.unseen.tables[0].key), "fine");
}

TEST(MakeSafe, GuardsWhatNobodySees) {
    ReleaseProblem problem = problem_of(all_pairs());
    problem.unseen = left_out({{table_of(kCorner, "abc", {0, 1, 2})}}, problem.tables);
    const auto made = make_safe(problem, patient()).value();
    EXPECT_TRUE(made.tables.given_up.empty());
    EXPECT_EQ(made.tables.safe.hidden_by_rule, 0);
    EXPECT_GT(made.tables.safe.hidden_to_protect, 0) << "the three tables together tell that one to be 0 to 2";
}

TEST(MakeSafe, GuardsWhatNobodySawBesideALaterRelease) {
    // Of the first release two of the three tables came out; the same people are counted again by the third.
    ReleaseProblem problem = problem_of({{table_of(kCorner, "ac", {0, 2})}});
    const auto earlier = [&](Table table, bool unseen) {
        std::vector<char> shown(table.counts.size(), unseen ? 0 : 1);
        problem.earlier.push_back({"first", {2024, 12, 31}, std::move(table), std::move(shown), Rules{}, unseen});
    };
    earlier(table_of(kCorner, "ab", {0, 1}), false);
    earlier(table_of(kCorner, "bc", {1, 2}), false);
    earlier(left_out({{table_of(kCorner, "abc", {0, 1, 2})}}, {}).tables[0], true);
    for (const char* key : {"a", "b", "c"}) problem.movements.classifications[key].moves = Movement::Moves::never;
    problem.movements.stocks = {"people"};
    const auto made = make_safe(problem, patient()).value();
    EXPECT_GT(made.tables.safe.hidden_by_rule + made.tables.safe.hidden_to_protect, 0);
    std::erase_if(problem.earlier, &EarlierTable::unseen);
    const auto careless = make_safe(problem, patient()).value();
    EXPECT_EQ(careless.tables.safe.hidden_by_rule + careless.tables.safe.hidden_to_protect, 0);
}

TEST(MakeSafe, TellsWhichHouseholdsItCannotHoldAnEarlierFigureFrom) {
    // Of ten people four and six were hidden; a family of seven, whom nobody reckoned with then, has but three people to guess about.
    const std::vector<Dimension> places{{"place", {"1", "2"}}};
    ReleaseProblem problem = problem_of({{table_of(Register{places, {30, 40}}, "t", {0})}});
    problem.earlier.push_back({"first", {2023, 12, 31}, table_of(Register{places, {4, 6}}, "t", {0}), {0, 0, 1}});
    problem.movements.classifications["place"].moves = Movement::Moves::never;
    problem.movements.stocks = {"people"};
    Household family;
    for (int member = 0; member < 7; ++member) family.members.push_back({"people", {{"place", member < 4 ? 0 : 1}}, "first"});
    problem.households.push_back(std::move(family));
    const auto made = make_safe(problem, patient()).value();
    EXPECT_FALSE(made.coarser_because);
    EXPECT_EQ(made.households.size(), 1u) << "what they know of other figures is kept from them all the same";
    const auto told = std::ranges::find_if(made.told, &ProtectedRelease::Told::household);
    ASSERT_NE(told, made.told.end());
    EXPECT_EQ(told->release, "first");
    EXPECT_EQ(told->table, "t");
    // Who tries to break it is not told of that again, but of everything else.
    const auto excuses = [](const CellSystem& system) { return system.knowers.at(0).excused.size(); };
    EXPECT_EQ(excuses(joint_system(problem).value()), 0u);
    EXPECT_EQ(excuses(joint_system(problem, made.told).value()), static_cast<std::size_t>(std::ranges::count_if(made.told, &ProtectedRelease::Told::household)));
}

TEST(MakeSafe, TakesACoarserAnswerWhenTimeIsOverAndNoneWhenItsReaderIsGone) {
    std::mt19937 random(8);
    const Register people = random_register(random, {3, 4, 3}, 9);
    const ReleaseProblem problem = problem_of({{table_of(people, "whole", {0, 1, 2}), table_of(people, "part", {0, 1})}});
    bool time_is_over = true, gone = false;
    int tried = 0;
    const Waiting waiting{[&](int, int) { return !time_is_over; }, [&] { return gone; }, [&] { time_is_over = false; ++tried; }};
    const auto made = make_safe(problem, waiting).value();
    EXPECT_EQ(made.coarser_because->key, "statistics.ended");
    EXPECT_FALSE(made.tables.given_up.empty());
    EXPECT_GT(tried, 0);
    time_is_over = gone = true;
    EXPECT_EQ(make_safe(problem, waiting).error().key, "statistics.ended");
}

TEST(MakeSafe, EndsWhereNotEvenTheTotalIsFoundInItsTime) {
    std::mt19937 random(8);
    const Register people = random_register(random, {3, 4, 3}, 9);
    ReleaseProblem problem = problem_of({{table_of(people, "whole", {0, 1, 2}), table_of(people, "part", {0, 1})}});
    const auto first = make_safe(problem, patient()).value();
    for (std::size_t t = 0; t < problem.tables.tables.size(); ++t) {
        std::vector<char> shown;
        for (const auto& cell : first.tables.safe.tables[t].cells) shown.push_back(cell.persons.has_value());
        problem.earlier.push_back({"first", {2023, 12, 31}, problem.tables.tables[t], std::move(shown)});
    }
    problem.movements.stocks = {"people"};
    int lasts = 0;
    const Waiting waiting{[](int, int) { return false; }, [] { return false; }, {}, [&] { ++lasts; }};
    EXPECT_EQ(make_safe(problem, waiting).error().key, "statistics.ended");
    EXPECT_EQ(lasts, 1);
    EXPECT_TRUE(make_safe(problem, patient()));
}

TEST(MakeSafe, ComesDownToTheTotal) {
    const Register people{{{"a", {"1", "2", "3", "4"}}, {"b", {"1", "2", "3"}}}, {1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 2, 0}};
    const auto made = make_safe(problem_of({{table_of(people, "t", {0, 1}), table_of(people, "u", {0})}}), patient()).value();
    ASSERT_EQ(made.tables.safe.tables.size(), 1U);
    EXPECT_EQ(made.tables.safe.tables[0].cells, (std::vector<SafeCell>{{12, Hidden::no}}));
    EXPECT_EQ(made.tables.given_up, (std::vector<GivenUp>{{"t", "a"}, {"t", "b"}, {"u", ""}}));
}

}  // namespace
}  // namespace homeward::statistics
