#include <gtest/gtest.h>

#include <random>
#include <set>
#include <sstream>

#include "access/program_for_tests.h"
#include "statistics/kernel/audit.h"
#include "statistics/reports/report_files.h"
#include "statistics/reports/report_words.h"
#include "statistics/reports/saved.h"
#include "statistics/returns/annual_return.h"
#include "tabular/table.h"

namespace homeward::statistics {
namespace {

using access::Actor;
using access::Role;
using access::Work;

// Nothing outside the desk can make a table that may leave, and files take nothing else.
static_assert(!std::is_default_constructible_v<PassedReport>);
static_assert(!std::is_constructible_v<PassedReport, Table>);
static_assert(!std::is_invocable_v<decltype(to_file), Table, FileFormat, FileWords>);

const Dimensions kDimensions{{"region", {"UZ-FA", "UZ-TK", "UZ-SA", "unknown"}},
                             {"sex", {"female", "male", "unknown"}},
                             {"step", {"opened", "assessed", "in_service", "closed"}},
                             {"care", {"parent", "kinship", "none"}}};

struct ReportsTest : access::ProgramTest {
    std::vector<std::vector<int>> people;  ///< their categories; counted again by the tests in another way
    std::vector<int> scores;               ///< thousandths, of each
    std::optional<ReportDesk> desk;
    Actor coordinator, supervisor, other_supervisor, worker;

    ReportsTest() : ProgramTest(*Instant::parse("2026-11-10T09:00:00Z"), {schema()}) {
        coordinator = staff("coordinator", Role::coordinator);
        supervisor = staff("supervisor", Role::supervisor, "UZ-FA");
        other_supervisor = staff("supervisor2", Role::supervisor, "UZ-TK");
        worker = staff("worker", Role::social_worker, "UZ-FA");
        desk.emplace(*works, [this](Work& work, const std::string& unit) -> Result<Cube> { return cube_now(work.now, unit); });
    }
    Cube cube_now(Instant at, const std::string& unit) const {
        if (unit == "outcomes") {
            CubeMaker maker(unit, at, {kDimensions[0], {"month", {"0", "3", "6", "12", "24"}}});
            for (std::size_t i = 0; i < people.size(); ++i) maker.add({people[i][0], people[i][2]}, scores[i]);
            return maker.finished();
        }
        CubeMaker maker(unit, at, kDimensions);
        for (const auto& one : people) maker.add(one);
        return maker.finished();
    }
    void given_people(int count, unsigned seed = 1) {
        std::mt19937 random(seed);
        people.clear();
        scores.clear();
        for (int i = 0; i < count; ++i) {
            const auto skewed = [&](unsigned n) { return static_cast<int>(std::min(random() % n, random() % n)); };
            people.push_back({skewed(4), skewed(3), skewed(4), skewed(3)});
            scores.push_back(static_cast<int>(random() % 1001));
        }
    }
    /// Facts are taken anew.
    void next_month() {
        ++month;
        now = *Instant::parse("2027-" + std::string(month < 10 ? "0" : "") + std::to_string(month) + "-10T09:00:00Z");
    }
    int month = 0;
    Result<PassedReport> run(const Actor& actor, ReportSpec spec) { return desk->run(actor, spec); }

    std::int64_t recount(const PassedReport& report, std::size_t row, std::size_t column) const {
        const auto index = [](const std::string& key) {
            return static_cast<std::size_t>(std::ranges::find(kDimensions, key, &Dimension::key) - kDimensions.begin());
        };
        std::int64_t count = 0;
        for (const auto& one : people) {
            bool in = row + 1 == report.height() || one[index(report.spec().rows)] == static_cast<int>(row);
            if (report.columns()) in = in && (column + 1 == report.width() || one[index(*report.spec().columns)] == static_cast<int>(column));
            for (const auto& [dimension, category] : report.spec().filters) {
                in = in && kDimensions[index(dimension)].categories[static_cast<std::size_t>(one[index(dimension)])] == category;
            }
            count += in;
        }
        return count;
    }
    void expect_counted_and_hidden(const PassedReport& report) const {
        for (std::size_t row = 0; row < report.height(); ++row) {
            for (std::size_t column = 0; column < report.width(); ++column) {
                const auto truth = recount(report, row, column);
                if (const auto& cell = report.at(row, column)) EXPECT_EQ(*cell, truth);
                if (truth > 0 && truth < 10) EXPECT_FALSE(report.at(row, column)) << report.spec().rows << " " << row << "," << column;
            }
        }
    }
};

TEST_F(ReportsTest, ShownFiguresAreTheRecountAndSmallOnesAreHidden) {
    for (const unsigned seed : {1u, 2u, 3u}) {
        given_people(seed == 1 ? 400 : 150, seed);
        next_month();
        for (const ReportSpec& spec : std::vector<ReportSpec>{{"people", "region", {}, {}},
                                                              {"people", "sex", "step", {}},
                                                              {"people", "step", "sex", {}},
                                                              {"people", "care", "region", {{"sex", "female"}}},
                                                              {"people", "step", {}, {{"region", "UZ-TK"}}}}) {
            const auto report = run(coordinator, spec);
            if (!report) EXPECT_EQ(report.error().key, "report.cannot_protect") << seed;
            else expect_counted_and_hidden(*report);
        }
    }
}

/// Every figure that anybody saw in a month, as one system: what does a reader of all of them know of a hidden one?
TEST_F(ReportsTest, NoSumOfReportsOfAMonthOpensAHiddenFigure) {
    const std::vector<std::string> keys{"region", "sex", "step", "care"};
    for (unsigned seed = 1; seed <= 6; ++seed) {
        given_people(seed % 2 == 0 ? 120 : 600, seed);
        next_month();
        std::mt19937 random(seed);
        int refused = 0;
        for (int i = 0; i < 8; ++i) {
            auto order = keys;
            std::ranges::shuffle(order, random);
            ReportSpec spec{"people", order[0], {}, {}};
            if (random() % 2 == 0) spec.columns = order[1];
            if (random() % 3 == 0) spec.filters.push_back({order[2], cube_now(now, "people").dimensions[static_cast<std::size_t>(cube_now(now, "people").find(order[2]))].categories[0]});
            const auto report = run(coordinator, spec);
            if (!report) {
                EXPECT_EQ(report.error().key, "report.cannot_protect");
                ++refused;
            }
        }
        const Cube cube = cube_now(now, "people");
        TableSet set;
        std::vector<std::string> shown;
        store->read([&](store::Connection& db) {
            for (const auto row : db.query("SELECT crossed, shown FROM report_tables WHERE period = $1 ORDER BY rowid", Date::of(now).str().substr(0, 7))) {
                const std::string crossed(row.text(0));
                std::vector<std::string> crossing;
                std::istringstream parts(crossed);
                for (std::string part; std::getline(parts, part, '.');) crossing.push_back(part);
                set.tables.push_back(tabulate(cube, crossing));
                shown.emplace_back(row.text(1));
            }
        });
        EXPECT_LT(refused, 8);
        RecordProperty("refused_" + std::to_string(seed), refused);
        ASSERT_FALSE(set.tables.empty()) << "seed " << seed << ", refused " << refused;
        const CellSystem system = *system_of(set, Rules{});
        Pattern hidden(system.cells.size(), 1);
        std::size_t label = 0;
        for (const auto& letters : shown) {
            for (const char letter : letters) {
                if (const int cell = system.cell_of[label++]; cell >= 0 && letter == 'n') hidden[static_cast<std::size_t>(cell)] = 0;
            }
        }
        for (const auto& cell : audit(system, hidden)) {
            const auto& found = system.cells[static_cast<std::size_t>(cell.cell)];
            EXPECT_FALSE(found.sensitive) << "seed " << seed << ": " << found.value << " lies between " << cell.low << " and " << cell.high;
        }
    }
}

/// The cells of what stands in the register for a month that were hidden, or shown, by what they count.
std::set<std::string> cells_of(const Cube& cube, store::Connection& db, const std::string& period, bool hidden) {
    std::set<std::string> found;
    for (const auto row : db.query("SELECT crossed, shown FROM report_tables WHERE period = $1", period)) {
        std::vector<std::string> crossing;
        std::istringstream parts{std::string(row.text(0))};
        for (std::string part; std::getline(parts, part, '.');) crossing.push_back(part);
        const Table table = tabulate(cube, crossing);
        for (std::size_t cell = 0; cell < table.counts.size(); ++cell) {
            if ((row.text(1)[cell] != 'n') != hidden) continue;
            std::set<std::string> categories;
            const auto at = indices_of(table.dimensions, cell);
            for (std::size_t d = 0; d < at.size(); ++d) {
                if (!is_total(table.dimensions, d, at[d])) categories.insert(table.dimensions[d].key + "=" + table.dimensions[d].categories[static_cast<std::size_t>(at[d])]);
            }
            std::string name;
            for (const auto& category : categories) name += category + ";";
            found.insert(name);
        }
    }
    return found;
}

// Whoever has the reports of two months would subtract one from the other: nearly everybody counted is the same.
TEST_F(ReportsTest, WhatOneMonthHidTheNextDoesNotShow) {
    const std::vector<ReportSpec> asked{{"people", "sex", "step", {}}, {"people", "care", "region", {}}, {"people", "step", "care", {}}};
    int hidden_by_both = 0;
    for (unsigned seed = 1; seed <= 6; ++seed) {
        given_people(seed % 2 == 0 ? 150 : 400, seed);
        next_month();
        const std::string first = Date::of(now).str().substr(0, 7);
        for (const auto& spec : asked) (void)run(coordinator, spec);
        if (seed > 3) people.push_back({1, 1, 1, 1});
        scores.resize(people.size());
        next_month();
        const std::string second = Date::of(now).str().substr(0, 7);
        for (std::size_t i = asked.size(); i-- > 0;) (void)run(coordinator, asked[i]);
        store->read([&](store::Connection& db) {
            const Cube cube = cube_now(now, "people");
            auto hidden = cells_of(cube, db, first, true);
            for (const auto& shown : cells_of(cube, db, first, false)) hidden.erase(shown);
            for (const auto& cell : cells_of(cube, db, second, false)) {
                EXPECT_FALSE(hidden.contains(cell)) << "seed " << seed << ": " << cell;
            }
            for (const auto& cell : cells_of(cube, db, second, true)) hidden_by_both += static_cast<int>(hidden.contains(cell));
        });
    }
    EXPECT_GT(hidden_by_both, 50);
}

TEST_F(ReportsTest, FactsOfMonthsLongAgoAreNotKept) {
    given_people(100);
    for (int i = 0; i < 4; ++i) {
        next_month();
        ASSERT_TRUE(run(coordinator, {"people", "sex", {}, {}}));
    }
    EXPECT_EQ(number("SELECT count(*) FROM report_cubes"), 2);
    EXPECT_EQ(number("SELECT count(*) FROM report_tables"), 4);
}

TEST_F(ReportsTest, ASlowTableIsEndedAndSaysSoAndLeavesNothing) {
    given_people(300);
    ReportDesk hasty(*works, [this](Work& work, const std::string& unit) -> Result<Cube> { return cube_now(work.now, unit); }, {},
                     {.widened = std::chrono::milliseconds(0), .whole = std::chrono::milliseconds(0)});
    EXPECT_EQ(hasty.run(coordinator, {"people", "care", "step", {}}).error().key, "report.too_long");
    EXPECT_EQ(number("SELECT count(*) FROM report_tables"), 0);
    EXPECT_TRUE(run(coordinator, {"people", "care", "step", {}}));
}

TEST_F(ReportsTest, OneTableIsCountedAtATimeAndItsReaderAloneEndsIt) {
    given_people(100);
    ASSERT_TRUE(run(coordinator, {"people", "step", {}, {}}));
    {
        const Turn turn = desk->turns().take(coordinator, "mine").value();
        EXPECT_EQ(run(supervisor, {"people", "sex", {}, {}}).error().key, "report.busy");
        EXPECT_TRUE(run(supervisor, {"people", "step", {}, {}})) << "what is out does not wait";
        EXPECT_TRUE(turn.goes_on({1, 4}, std::chrono::minutes(1)));
        EXPECT_EQ(desk->turns().progress(coordinator, "mine").of, 4);
        EXPECT_EQ(desk->turns().progress(coordinator, "another").of, 0);
        EXPECT_EQ(desk->turns().progress(supervisor, "mine").of, 0);
        desk->turns().end(supervisor, "mine");
        desk->turns().end(coordinator, "another");
        EXPECT_TRUE(turn.goes_on({2, 4}, std::chrono::minutes(1)));
        desk->turns().end(coordinator, "mine");
        EXPECT_FALSE(turn.goes_on({3, 4}, std::chrono::minutes(1)));
        EXPECT_TRUE(turn.ended_by_reader());
    }
    EXPECT_EQ(desk->turns().progress(coordinator, "mine").of, 0);
    EXPECT_TRUE(run(supervisor, {"people", "sex", {}, {}}));
}

TEST_F(ReportsTest, FilesNameRegionsAndMonthsAsAReaderWould) {
    const ReportWords words("ru", {{"UZ-FA", "Ферганская область"}});
    EXPECT_EQ(words.category("region", "UZ-FA"), "Ферганская область");
    EXPECT_EQ(words.category("region", "UZ-XX"), "UZ-XX");
    EXPECT_EQ(words.category("region", "unknown"), "Неизвестно");
    EXPECT_EQ(words.category("month", "2026-10"), "10.2026");
    EXPECT_EQ(words.category("month", "12"), "12");
    EXPECT_EQ(words.category("operation", "uz-mehr"), "Mehr");
    EXPECT_EQ(words.category("arrival_year", "2019"), "2019");
}

TEST_F(ReportsTest, SameQuestionGivesTheSameFiguresAllMonthWhateverComesMeanwhile) {
    given_people(300);
    const ReportSpec spec{"people", "sex", "step", {}};
    const auto before = run(coordinator, spec).value();
    people.push_back({0, 0, 0, 0});
    scores.push_back(0);
    EXPECT_EQ(run(coordinator, spec)->checksum(), before.checksum());
    const auto turned = run(coordinator, {"people", "step", "sex", {}}).value();
    for (std::size_t row = 0; row < before.height(); ++row) {
        for (std::size_t column = 0; column < before.width(); ++column) EXPECT_EQ(before.at(row, column), turned.at(column, row));
    }
    now = *Instant::parse("2026-12-01T00:00:00Z");
    EXPECT_EQ(run(coordinator, spec)->at(3, 4), 301);
}

TEST_F(ReportsTest, ASupervisorSeesTheOwnRegionAlone) {
    given_people(600);
    const auto report = run(supervisor, {"people", "sex", {}, {}}).value();
    ASSERT_EQ(report.spec().filters.size(), 1u);
    EXPECT_EQ(report.spec().filters[0].category, "UZ-FA");
    expect_counted_and_hidden(report);
    EXPECT_EQ(run(supervisor, {"people", "region", {}, {}}).error().key, "report.region_fixed");
    EXPECT_EQ(run(supervisor, {"people", "sex", "region", {}}).error().key, "report.region_fixed");
    EXPECT_EQ(run(supervisor, {"people", "sex", {}, {{"region", "UZ-TK"}}}).error().key, "report.region_fixed");
    EXPECT_EQ(run(supervisor, {"people", "sex", "step", {{"care", "parent"}}}).error().key, "report.too_many_dimensions");
    EXPECT_EQ(run(worker, {"people", "sex", {}, {}}).error().code, ErrorCode::forbidden);
    EXPECT_EQ(desk->cube(worker, "people").error().code, ErrorCode::forbidden);
    EXPECT_EQ(desk->curve(worker, "").error().code, ErrorCode::forbidden);
}

TEST_F(ReportsTest, WhatCannotBeAskedIsRefusedWithTheReason) {
    given_people(50);
    EXPECT_EQ(run(coordinator, {"persons", "sex", {}, {}}).error().key, "report.unit");
    EXPECT_EQ(run(coordinator, {"people", "name", {}, {}}).error().field, "rows");
    EXPECT_EQ(run(coordinator, {"people", "sex", "sex", {}}).error().key, "report.twice");
    EXPECT_EQ(run(coordinator, {"people", "sex", {}, {{"step", "asleep"}}}).error().key, "report.category");
    EXPECT_EQ(run(coordinator, {"people", "sex", "step", {{"care", "parent"}, {"region", "UZ-FA"}}}).error().key, "report.too_many_dimensions");
    EXPECT_EQ(number("SELECT count(*) FROM report_tables"), 0);
}

TEST_F(ReportsTest, NoRoadOutTellsAHiddenFigure) {
    for (int i = 0; i < 40; ++i) people.push_back({i % 2, 0, 0, 0});
    // 20 and 7, 20 and 23: the 7 is hidden, and with it enough that neither margin gives it.
    for (int i = 0; i < 7; ++i) people.push_back({0, 1, 0, 0});
    for (int i = 0; i < 23; ++i) people.push_back({1, 1, 0, 0});
    scores.assign(people.size(), 500);
    const auto report = run(coordinator, {"people", "region", "sex", {}}).value();
    EXPECT_FALSE(report.at(0, 1));
    EXPECT_FALSE(report.at(0, 0)) << "the total of the line less this would give it";
    EXPECT_GT(report.hidden(), 1) << "a single hidden figure is the total less the others";
    const std::string csv = to_file(report, FileFormat::csv, {"Test"});
    for (const char* alone : {",7,", ",7\r"}) EXPECT_EQ(csv.find(alone), std::string::npos) << csv;
    EXPECT_NE(csv.find("hidden"), std::string::npos);
    EXPECT_EQ(report.checksum().size(), 64u);
    const std::string book = to_file(report, FileFormat::xlsx, {"Test", "ru"});
    auto opened = tabular::open(book);
    auto& reader = *opened;
    tabular::Row row;
    int rows = 0;
    while (*reader->next(row)) {
        ++rows;
        for (const auto& cell : row.cells) EXPECT_NE(cell.text, "7");
    }
    EXPECT_EQ(rows, static_cast<int>(report.height()) + 1);
    EXPECT_EQ(to_file(report, FileFormat::pdf, {"Test", "ru"}).substr(0, 5), "%PDF-");
    // Only patterns are kept of tables, and lines of the log hold no figure.
    EXPECT_EQ(number("SELECT count(*) FROM report_tables WHERE shown GLOB '*[^nrp]*'"), 0);
    EXPECT_EQ(leaves("report.run"), 1);
}

TEST_F(ReportsTest, ACurveHasItsNumbersAndHidesSmallGroups) {
    given_people(300);
    people.push_back({3, 0, 3, 0});
    scores.push_back(1000);
    for (const std::string region : {"", "UZ-FA", "unknown"}) {
        const auto curve = desk->curve(coordinator, region).value();
        ASSERT_EQ(curve.points.size(), 5u);
        for (std::size_t m = 0; m < 5; ++m) {
            std::int64_t asked = 0, sum = 0;
            for (std::size_t i = 0; i < people.size(); ++i) {
                if (people[i][2] != static_cast<int>(m) || (!region.empty() && kDimensions[0].categories[static_cast<std::size_t>(people[i][0])] != region)) continue;
                ++asked;
                sum += scores[i];
            }
            const auto& point = curve.points[m];
            if (point.people) EXPECT_EQ(*point.people, asked);
            if (asked < 10) EXPECT_FALSE(point.mean) << region << " " << point.month;
            if (asked > 0 && asked < 10) EXPECT_FALSE(point.people);
            if (point.mean) EXPECT_NEAR(*point.mean, static_cast<double>(sum) / 1000 / static_cast<double>(asked), 0.0251);
        }
    }
    EXPECT_EQ(desk->curve(supervisor, "UZ-TK")->points[0].people, desk->curve(coordinator, "UZ-FA")->points[0].people);
}

TEST_F(ReportsTest, ASavedReportIsForThoseItIsSharedWith) {
    const ReportSpec spec{"people", "sex", {}, {}};
    const auto save = [&](const Actor& actor, const std::string& name, Shared shared) {
        return works->write<SavedReportId>(actor, [&](Work& work) { return save_report(work, name, shared, spec); });
    };
    const auto seen = [&](const Actor& actor) {
        return works->read<std::vector<SavedReport>>(actor, [](Work& work) { return saved_reports(work); })->size();
    };
    const auto own = save(supervisor, "Own", Shared::own).value();
    ASSERT_TRUE(save(supervisor, "Region", Shared::region));
    ASSERT_TRUE(save(supervisor, "All", Shared::all));
    EXPECT_EQ(seen(supervisor), 3u);
    EXPECT_EQ(seen(other_supervisor), 1u);
    EXPECT_EQ(seen(coordinator), 1u);
    EXPECT_EQ(save(coordinator, "Region", Shared::region).error().key, "report.shared");
    EXPECT_EQ(save(coordinator, "  ", Shared::all).error().key, "report.name");
    EXPECT_EQ(save(worker, "Mine", Shared::own).error().code, ErrorCode::forbidden);
    const auto remove = [&](const Actor& actor) { return works->write<void>(actor, [&](Work& work) { return remove_report(work, own); }); };
    EXPECT_EQ(remove(other_supervisor).error().key, "report.not_found");
    EXPECT_TRUE(remove(supervisor));
    EXPECT_EQ(seen(supervisor), 2u);
}

}  // namespace
}  // namespace homeward::statistics
