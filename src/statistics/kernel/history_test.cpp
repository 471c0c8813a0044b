// Several releases as one system.
#include <gtest/gtest.h>

#include "statistics/kernel/audit.h"
#include "statistics/kernel/history.h"
#include "statistics/kernel/simulated_register_test.h"

namespace homeward::statistics {
namespace {

using namespace testing;

constexpr Date end_of(int year) { return {year, 12, 31}; }

TEST(History, ProtectsEachYearBesideTheEarlierOnes) {
    LivingRegister people(7);
    people.operations = 3;
    people.arrive(0, 156, 2019);
    people.arrive(1, 64, 2019);
    std::vector<EarlierTable> out;
    for (int year = 2019; year < 2022; ++year) {
        if (year == 2020) people.arrive(2, 261, year);
        if (year == 2021) people.arrive(2, 6, year);
        if (year > 2019) people.live();
        const ReleaseProblem problem{end_of(year), living_return(people, year), out, {}, {}, living_movements()};
        const auto safe = protect_release(problem);
        ASSERT_TRUE(safe) << year << " " << safe.error().key;
        const CellSystem system = joint_system(problem, safe->told, safe->insight).value();
        Pattern hidden(system.cells.size(), 1);
        std::size_t label = 0;
        const auto show = [&](bool shown) {
            if (shown && system.cell_of[label] >= 0) hidden[static_cast<std::size_t>(system.cell_of[label])] = 0;
            ++label;
        };
        for (const auto& table : safe->safe.tables) for (const auto& cell : table.cells) show(cell.persons.has_value());
        for (const auto& earlier : out) for (const char shown : earlier.shown) show(shown != 0);
        show_what_is_known(system, hidden);
        EXPECT_TRUE(audit(system, hidden).empty()) << year;
        put_out(out, std::to_string(year), end_of(year), problem.tables, safe->safe);
    }
}

}  // namespace
}  // namespace homeward::statistics
