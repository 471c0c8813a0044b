#include "statistics/returns/annual_return_fixture.h"

#include <functional>

namespace homeward::statistics {
namespace {

TEST_F(AnnualReturnTest, IsPreparedByACoordinatorAlone) {
    EXPECT_EQ(prepare(worker).error().code, ErrorCode::forbidden);
    EXPECT_EQ(prepare(officer).error().code, ErrorCode::forbidden);
    EXPECT_EQ(number("SELECT count(*) FROM annual_returns"), 0);
    EXPECT_TRUE(prepare(coordinator));
    EXPECT_EQ(number("SELECT count(*) FROM audit_leaves WHERE action = 'return.prepared'"), 1);
}

TEST_F(AnnualReturnTest, HasAReferenceDateInItsYearAndNotInTheFuture) {
    EXPECT_EQ(prepare(coordinator, 2024, {2023, 12, 31}).error().key, "return.reference_date");
    EXPECT_EQ(prepare(coordinator, 2025, {2025, 2, 11}).error().field, "reference_date");
    EXPECT_TRUE(prepare(coordinator, 2025, {2025, 2, 10}));
    now = Instant{Date{2025, 2, 10}.days() * 86'400'000 + 19 * 3'600'000};  // after midnight in Tashkent
    EXPECT_TRUE(prepare(coordinator, 2025, {2025, 2, 11}));
    EXPECT_EQ(prepare(coordinator, 2018, {2018, 12, 31}).error().key, "return.year");
}

TEST_F(AnnualReturnTest, IsSignedByTwoDifferentPeople) {
    given_people(300);
    const auto id = prepare(coordinator).value();
    EXPECT_EQ(get(id).state(), ReturnState::draft);
    EXPECT_EQ(sign(worker, id).error().code, ErrorCode::forbidden);
    ASSERT_TRUE(sign(coordinator, id));
    EXPECT_EQ(key_of(sign(coordinator, id)), "return.signed_by_you");
    EXPECT_EQ(get(id).state(), ReturnState::draft);
    ASSERT_TRUE(sign(officer, id));
    EXPECT_EQ(get(id).state(), ReturnState::ready);
    EXPECT_EQ(key_of(sign(deputy, id)), "return.signed");
    EXPECT_EQ(key_of(sign(coordinator, ReturnId::make(now))), "return.not_found");
    EXPECT_EQ(number("SELECT count(*) FROM audit_leaves WHERE action = 'return.signed'"), 2);
}

TEST_F(AnnualReturnTest, IsReleasedOnceAfterTwoSignatures) {
    given_people(300);
    const auto id = prepare(coordinator).value();
    EXPECT_EQ(key_of(release(coordinator, id)), "return.two_signatures");
    ASSERT_TRUE(sign(coordinator, id));
    EXPECT_EQ(key_of(release(coordinator, id)), "return.two_signatures");
    now = now.plus_seconds(60);
    ASSERT_TRUE(sign(officer, id));
    EXPECT_EQ(release(officer, id).error().code, ErrorCode::forbidden);
    EXPECT_EQ(number("SELECT count(*) FROM exchange_outbox"), 0);
    now = now.plus_seconds(60);
    ASSERT_TRUE(release(deputy, id));
    EXPECT_EQ(key_of(release(coordinator, id)), "return.released");
    EXPECT_EQ(key_of(sign(deputy, id)), "return.released");
    EXPECT_EQ(number("SELECT count(*) FROM exchange_outbox WHERE to_member = 'council' AND type = 'release@2.0'"), 1);
    EXPECT_EQ(number("SELECT count(*) FROM audit_leaves WHERE action = 'return.released'"), 1);

    const auto annual = get(id);
    EXPECT_EQ(annual.state(), ReturnState::released);
    EXPECT_EQ(annual.released_by, deputy.id);
    ASSERT_EQ(annual.release->sign_offs.size(), 2U);
    EXPECT_EQ(annual.release->sign_offs[0].role, "coordinator");
    EXPECT_EQ(annual.release->sign_offs[1].role, "data_protection_officer");
    EXPECT_EQ(annual.release->made_at, now);
    store->read([&](store::Connection& db) {
        EXPECT_EQ(exchange::delivery_of(db, *annual.message)->state, exchange::Delivery::State::waiting);
    });
}

TEST_F(AnnualReturnTest, GivesWayToANewCountOfItsYear) {
    given_people(300);
    const auto old = prepare(coordinator).value();
    ASSERT_TRUE(sign(coordinator, old) && sign(deputy, old));
    const auto other_year = prepare(coordinator, 2023, {2023, 12, 31}).value();
    now = now.plus_seconds(1);
    const auto fresh = prepare(deputy).value();
    EXPECT_EQ(get(old).state(), ReturnState::replaced);
    EXPECT_EQ(key_of(release(coordinator, old)), "return.replaced");
    EXPECT_EQ(key_of(sign(officer, old)), "return.replaced");
    EXPECT_EQ(get(fresh).state(), ReturnState::draft);
    EXPECT_TRUE(get(fresh).signatures.empty());
    EXPECT_EQ(get(other_year).state(), ReturnState::draft);
}

TEST_F(AnnualReturnTest, IsCorrectedByTheReleaseOfANewOne) {
    given_people(300);
    const auto first = given_released();
    now = now.plus_days(1);
    EXPECT_EQ(prepare(coordinator).error().key, "return.reason");
    const auto second = prepare(coordinator, 2024, {2024, 12, 31}, "Two families were counted twice.").value();
    EXPECT_EQ(get(second).replaces, first);
    EXPECT_EQ(get(first).state(), ReturnState::released);
    ASSERT_TRUE(sign(coordinator, second) && sign(deputy, second) && release(coordinator, second));
    EXPECT_EQ(get(first).state(), ReturnState::corrected);
    EXPECT_EQ(get(second).state(), ReturnState::released);
    EXPECT_EQ(number("SELECT count(*) FROM exchange_outbox"), 2);
    store->read([&](store::Connection& db) {
        const auto all = list_returns(db);
        ASSERT_EQ(all.size(), 2U);
        EXPECT_EQ(all[0].id, second);
        EXPECT_EQ(all[1].signatures.size(), 2U);
    });
}

TEST_F(AnnualReturnTest, OfAStateWithoutReturneesIsAllZerosAndCanBeReleased) {
    const auto id = given_released();
    const auto annual = get(id);
    for (const auto& table : annual.release->tables) {
        for (const auto& cell : table.cells) EXPECT_EQ(cell.persons, 0);
    }
    EXPECT_EQ(annual.hidden_by_rule, 0);
}

std::string condition(const Dimension& dimension, int category) {
    if (dimension.key.starts_with("outcome.")) return category == 0 ? "hit = 1" : "hit = 0";
    if (dimension.key != "age_band") return dimension.key + " = " + std::to_string(category);
    const std::string& band = dimension.categories[static_cast<std::size_t>(category)];
    if (band == "unknown") return "age < 0";
    const std::string from = band.substr(0, band.find('_')), to = band.substr(band.find('_') + 1);
    return to == "plus" ? "age >= " + from : "age BETWEEN " + from + " AND " + to;
}

/// One cell counted with SQL, from its labels alone.
std::int64_t count_by_sql(store::Connection& db, const Catalogue& catalogue, const ReleasedTable& table, std::size_t cell, Date on) {
    const Indicator& indicator = *catalogue.find(table.definition.indicator);
    const Population& population = catalogue.population(indicator.population);
    const std::string hit = indicator.has_outcome() ? "reached >> " + std::to_string(&indicator - catalogue.indicators.data()) + " & 1" : "0";
    // A family stands under the operation of its first member, and is reached when any member is.
    std::string sql = "SELECT count(*) FROM (SELECT " +
                      (indicator.unit == Unit::families ? "min(operation) AS operation, max(" + hit + ") AS hit, 0 AS age FROM people WHERE arrived_on <= $1"
                                                          " AND family >= 0 GROUP BY family)"
                                                        : "*, " + hit + " AS hit FROM people WHERE arrived_on <= $1)") +
                      " WHERE 1 = 1";
    if (population.age_from > 0) sql += " AND age >= " + std::to_string(population.age_from);
    if (population.age_before) sql += " AND age < " + std::to_string(*population.age_before);
    const auto at = indices_of(table.dimensions, cell);
    for (std::size_t d = 0; d < at.size(); ++d) {
        if (!is_total(table.dimensions, d, at[d])) sql += " AND " + condition(table.dimensions[d], at[d]);
    }
    return *db.query(sql, on).value<std::int64_t>();
}

/// Zeros that inform are hidden like small counts, unless nobody is in the group at all.
bool hides_zero(const Rules& rules, const ReleasedTable& table, std::size_t cell, const std::function<std::int64_t(std::size_t)>& count) {
    if (rules.shows_zeros_of(table.definition.indicator) || table.dimensions.empty()) return false;
    auto group = indices_of(table.dimensions, cell);
    group.back() = static_cast<int>(table.dimensions.back().categories.size());
    return count(cell_at(table.dimensions, group)) > 0;
}

TEST_F(AnnualReturnTest, ShowsWhatSqlCountsAndHidesEverySmallCount) {
    std::size_t shown = 0, hidden = 0;
    for (const int people : {0, 7, 60, 400, 1500}) {
        given_people(people, static_cast<unsigned>(people));
        now = now.plus_seconds(1);
        const auto annual = get(prepare(coordinator).value());
        store->read([&](store::Connection& db) {
            const Catalogue catalogue = *catalogue_of(2024);
            for (std::size_t t = 0; t < annual.release->tables.size(); ++t) {
                const auto& table = annual.release->tables[t];
                for (std::size_t c = 0; c < table.cells.size(); ++c) {
                    const auto counted = count_by_sql(db, catalogue, table, c, {2024, 12, 31});
                    const auto why = annual.hidden[t][c];
                    if (why == Hidden::no) EXPECT_EQ(table.cells[c].persons, counted) << table.key << " " << cell_name(table.dimensions, c);
                    else EXPECT_FALSE(table.cells[c].persons) << table.key;
                    const bool zero_informs = counted == 0 && hides_zero(annual.release->rules, table, c, [&](std::size_t group) {
                        return count_by_sql(db, catalogue, table, group, {2024, 12, 31});
                    });
                    const bool small = zero_informs || (counted > 0 && counted < annual.release->rules.floor);
                    EXPECT_EQ(why == Hidden::by_rule, small) << people << " " << table.key << " " << cell_name(table.dimensions, c) << " " << counted;
                    ++(why == Hidden::no ? shown : hidden);
                }
            }
        });
    }
    EXPECT_GT(shown, 1000U);
    EXPECT_GT(hidden, 300U);
}

TEST_F(AnnualReturnTest, GivesNoSmallCountAwayBetweenItsTotals) {
    // One child under seven: everybody, less the adults, less the children of school age.
    store->write([](store::Connection& db) {
        for (int i = 0; i < 400; ++i) {
            db.run("INSERT INTO people VALUES ($1, $2, $3, $4, $5, '2021-04-30', 0)", i, i / 4, i % 3, i % 2, i == 0 ? 3 : i % 2 == 0 ? 8 + i % 9 : 18 + i % 40);
        }
        return true;
    });
    const auto annual = get(prepare(coordinator).value());
    std::map<std::string, std::optional<std::int64_t>> total;
    for (const auto& table : annual.release->tables) total[table.population] = table.cells.back().persons;
    EXPECT_EQ(total.at("returnees"), 400);
    EXPECT_FALSE(total.at("adults") && total.at("school_age"));
    EXPECT_TRUE(annual.given_up.empty());
}

TEST_F(AnnualReturnTest, OfAFewPeopleIsOneNumber) {
    given_people(18);
    store->write([](store::Connection& db) { db.run("UPDATE people SET arrived_on = '2021-04-30', age = slot * 3, operation = slot % 3"); return true; });
    const auto id = given_released();
    const auto annual = get(id);
    ASSERT_EQ(annual.release->tables.size(), 1U);
    EXPECT_EQ(annual.release->tables[0].cells.back().persons, 18);
    EXPECT_EQ(annual.given_up.size(), 3U + 9U);
    ASSERT_TRUE(annual.because);
    EXPECT_FALSE(annual.because->took_too_long);
    EXPECT_FALSE(annual.because->table.empty() || annual.because->cell.empty());
    EXPECT_EQ(annual.state(), ReturnState::released);
}

/// Walks a stored release as any reader of the database would, without our own types.
void expect_no_figure_where_hidden(const std::string& payload, const std::vector<std::vector<Hidden>>& hidden) {
    const auto parsed = json::parse(payload).value();
    const auto& tables = parsed.at("tables").as_array();
    ASSERT_EQ(tables.size(), hidden.size());
    for (std::size_t t = 0; t < tables.size(); ++t) {
        const auto& cells = tables[t].at("cells").as_array();
        ASSERT_EQ(cells.size(), hidden[t].size());
        for (std::size_t c = 0; c < cells.size(); ++c) {
            const auto& cell = cells[c].as_object();
            if (hidden[t][c] == Hidden::no) continue;
            EXPECT_EQ(cell.size(), 1U) << "a hidden cell has more than its flag";
            EXPECT_EQ(cell.at("hidden"), true);
        }
    }
}

TEST_F(AnnualReturnTest, KeepsNoHiddenFigureInTheDatabase) {
    given_people(400);
    const auto id = given_released();
    const auto annual = get(id);
    ASSERT_GT(annual.hidden_by_rule, 20);
    store->read([&](store::Connection& db) {
        auto query = db.query("SELECT payload, hidden, given_up FROM annual_returns");
        ASSERT_TRUE(query.next());
        expect_no_figure_where_hidden(query.row().get<std::string>(0), annual.hidden);
        // The reasons are letters, one a cell, and nothing else.
        EXPECT_EQ(query.row().text(1).find_first_not_of("nrphe\",[]"), std::string_view::npos);
        EXPECT_EQ(query.row().text(2), "[]");
    });
    // No other table of the area, and no column beyond those above, the counts of hidden cells, and what was chosen and why.
    EXPECT_EQ(number("SELECT count(*) FROM sqlite_schema WHERE type = 'table' AND name LIKE '%return%'"), 4);
    EXPECT_EQ(number("SELECT count(*) FROM pragma_table_info('annual_returns')"), 21);
    // True counts lie sealed: not one word of them can be read.
    store->read([&](store::Connection& db) {
        auto query = db.query("SELECT content_sealed FROM return_secrets");
        ASSERT_TRUE(query.next());
        const auto sealed = query.row().get<Bytes>(0);
        const std::string text(sealed.begin(), sealed.end());
        for (const char* word : {"counts", "people", "households", "persons", "returnees"}) EXPECT_EQ(text.find(word), std::string::npos) << word;
    });
}

TEST_F(AnnualReturnTest, AsAFileMarksHiddenFiguresWithoutTheirReason) {
    given_people(400);
    const auto annual = get(given_released());
    const std::string csv = tables_csv(*annual.release);
    std::size_t lines = 0, marked = 0, cells = 0, hidden = 0;
    for (std::size_t at = 0; at < csv.size(); at = csv.find("\r\n", at) + 2) {
        const auto line = csv.substr(at, csv.find("\r\n", at) - at);
        ++lines;
        if (line.ends_with(",,hidden")) ++marked;
        else if (lines > 1) EXPECT_TRUE(line.ends_with(",shown")) << line;
    }
    for (const auto& table : annual.hidden) {
        cells += table.size();
        hidden += table.size() - static_cast<std::size_t>(std::ranges::count(table, Hidden::no));
    }
    EXPECT_EQ(lines, cells + 1);
    EXPECT_EQ(marked, hidden);
    EXPECT_EQ(csv.find("protect"), std::string::npos);
    EXPECT_NE(csv.find("table,indicator,version,population,operation,sex,age_band,outcome,value,status\r\n"), std::string::npos);
}

TEST(ReturnCsv, RunsNothingInASpreadsheet) {
    Release release;
    release.state = "UZ";
    release.tables = {{"t", {"returnees", 1}, "returnees", {{"operation", {"=HYPERLINK(1)"}}}, {{12}, {12}}}};
    EXPECT_NE(tables_csv(release).find(",'=HYPERLINK(1),12,shown"), std::string::npos);
}

}  // namespace
}  // namespace homeward::statistics
