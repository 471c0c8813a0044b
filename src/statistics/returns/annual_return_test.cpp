#include "statistics/returns/return_desk.h"

#include <spdlog/spdlog.h>

#include <random>

#include "access/program_for_tests.h"
#include "base/json.h"
#include "exchange/state.h"
#include "statistics/returns/return_csv.h"

namespace homeward::statistics {
namespace {

using access::Actor;
using access::Role;
using access::Work;

/// What the areas publish, in one table, so that the test can count it in another way. What was reached is a bit by the place of its
/// indicator among those of 2024.
constexpr int kIndicators = 10;
constexpr const char* kPeople =
    "CREATE TABLE people (slot INTEGER PRIMARY KEY, family INTEGER, operation INTEGER, sex INTEGER, age INTEGER, arrived_on TEXT, reached INTEGER);";
const Classifications kClassifications{{"mehr-1", "mehr-2", "mehr-3"}, {}};

Facts facts_of(Work& work, const Catalogue& catalogue, Date) {
    const Catalogue whole = *catalogue_of(2024);
    Facts facts{{}, kClassifications};
    for (const auto row : work.db.query("SELECT slot, family, operation, sex, age, arrived_on, reached FROM people")) {
        PersonFact fact;
        fact.person_slot = row.get<std::int32_t>(0);
        fact.family_slot = row.get<std::int32_t>(1);
        fact.operation = row.get<std::int16_t>(2);
        fact.sex = static_cast<Sex>(row.integer(3));
        fact.age_years = row.get<std::int16_t>(4);
        fact.arrived_on = row.get<Date>(5);
        for (const auto& indicator : catalogue.indicators) {
            const auto bit = whole.find(indicator.key) ? whole.find(indicator.key) - whole.indicators.data() : kIndicators;
            fact.answers.push_back(indicator.measure == Measure::timeliness ? kNotConcerned : row.integer(6) >> bit & 1 ? 1 : kNothingKnown);
        }
        facts.persons.push_back(std::move(fact));
    }
    return facts;
}

struct AnnualReturnTest : access::ProgramTest {
    std::optional<exchange::Exchange> exchange;
    std::optional<ReturnDesk> desk;
    Actor coordinator, deputy, officer, worker;

    AnnualReturnTest() : ProgramTest(*Instant::parse("2025-02-10T09:00:00Z"), {exchange::schema(), schema(), {{"test/people", kPeople}}}) {
        spdlog::set_level(spdlog::level::off);
        join_region();
        desk.emplace(*exchange, "UZ", facts_of, vault::Secret::random());
        coordinator = staff("coordinator", Role::coordinator);
        deputy = staff("deputy", Role::coordinator);
        officer = staff("officer", Role::data_protection_officer);
        worker = staff("worker", Role::social_worker, "UZ-FA");
    }
    void join_region() {
        std::vector<exchange::Member> list;
        std::optional<exchange::NodeKeys> own;
        for (const std::string id : {"council", "uz"}) {
            auto keys = exchange::NodeKeys::generate(id);
            list.push_back({id, id, "http://127.0.0.1:" + std::to_string(8400 + list.size()), keys.sign.verify, keys.open.seal});
            if (id == "uz") own = std::move(keys);
        }
        exchange.emplace(std::move(*own), exchange::Membership::of(std::move(list)).value());
    }
    /// People of all sexes and ages, some of unknown age, some arriving after the reference date, in families of five.
    void given_people(int people, unsigned seed = 1) {
        std::mt19937 random(seed);
        const auto draw = [&](unsigned below) { return static_cast<int>(random() % below); };
        store->write([&](store::Connection& db) {
            db.run("DELETE FROM people");
            for (int i = 0; i < people; ++i) {
                const int sex = draw(100) < 60 ? 0 : draw(30) == 0 ? 2 : 1;
                const int age = draw(40) == 0 ? -1 : sex == 1 ? draw(25) : draw(60);
                db.run("INSERT INTO people VALUES ($1, $2, $3, $4, $5, $6, $7)", i, draw(12) == 0 ? -1 : i / 5, draw(20) == 0 ? 2 : i % 2, sex, age,
                       draw(20) == 0 ? "2025-01-15" : "2021-04-30", draw(2) == 0 ? 0 : draw(1 << kIndicators));
            }
            return true;
        });
    }

    Result<ReturnId> prepare(const Actor& actor, int year = 2024, Date on = {2024, 12, 31}, const std::string& reason = {}) {
        return desk->prepare(*works, actor, {year, on, {}, reason});
    }
    Done sign(const Actor& actor, ReturnId id) {
        return works->write<void>(actor, [&](Work& work) { return desk->sign(work, id); });
    }
    Done release(const Actor& actor, ReturnId id) {
        return works->write<void>(actor, [&](Work& work) { return desk->release(work, id); });
    }
    AnnualReturn get(ReturnId id) {
        return ProgramTest::get<AnnualReturn>([&](store::Connection& db) { return desk->get(db, id); });
    }
    ReturnId given_released() {
        const auto id = prepare(coordinator).value();
        EXPECT_TRUE(sign(coordinator, id) && sign(deputy, id) && release(deputy, id));
        return id;
    }
};

std::string key_of(const Done& done) { return done ? "" : done.error().key; }

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
                    const bool small = counted > 0 && counted < annual.release->rules.floor;
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
        EXPECT_EQ(query.row().text(1).find_first_not_of("nrp\",[]"), std::string_view::npos);
        EXPECT_EQ(query.row().text(2), "[]");
    });
    // No other table of the area, and no column beyond those above, the counts of hidden cells, and what was chosen and why.
    EXPECT_EQ(number("SELECT count(*) FROM sqlite_schema WHERE type = 'table' AND name LIKE '%return%'"), 4);
    EXPECT_EQ(number("SELECT count(*) FROM pragma_table_info('annual_returns')"), 20);
    // True counts lie sealed: not one word of them can be read.
    store->read([&](store::Connection& db) {
        auto query = db.query("SELECT content_sealed FROM return_secrets");
        ASSERT_TRUE(query.next());
        const auto sealed = query.row().get<Bytes>(0);
        const std::string text(sealed.begin(), sealed.end());
        for (const char* word : {"counts", "people", "households", "persons", "returnees"}) EXPECT_EQ(text.find(word), std::string::npos) << word;
    });
}

TEST_F(AnnualReturnTest, OpensItsSecretWithTheInstallationsKeyAlone) {
    given_people(300);
    const auto id = prepare(coordinator).value();
    store->read([&](store::Connection& db) {
        const auto known = desk->secret(db, id);
        ASSERT_TRUE(known);
        EXPECT_EQ(known->counts.tables.size(), get(id).release->tables.size());
        EXPECT_FALSE(known->certificate.openings.empty());
        EXPECT_EQ(to_hex(sha256(write_secret(*known))), get(id).certificate);
        const ReturnDesk stranger(*exchange, "UZ", facts_of, vault::Secret::random());
        EXPECT_THROW((void)stranger.secret(db, id), std::runtime_error);
        EXPECT_EQ(stranger.get(db, id).error().key, "return.not_passed");
    });
}

TEST_F(AnnualReturnTest, ThatSomebodyEditedIsShownToNobody) {
    given_people(300);
    const auto id = prepare(coordinator).value();
    const std::string reasons = ProgramTest::get<AnnualReturn>([&](store::Connection& db) { return desk->get(db, id); }).id.str();
    store->write([&](store::Connection& db) {
        db.run("UPDATE annual_returns SET hidden = replace(hidden, 'r', 'n') WHERE id = $1", id);
        return true;
    });
    store->read([&](store::Connection& db) { EXPECT_EQ(desk->get(db, id).error().key, "return.not_passed"); });
    EXPECT_EQ(key_of(sign(coordinator, id)), "return.not_passed");
    EXPECT_EQ(reasons, id.str());
}

TEST_F(AnnualReturnTest, CountsWhatWasChosenAlone) {
    given_people(600);
    const auto chosen = [&](std::vector<ChosenTable> tables) { return desk->prepare(*works, coordinator, {2024, {2024, 12, 31}, std::move(tables), {}}); };
    const auto id = chosen({{"housing", {"sex"}}, {"returnees", {}}}).value();
    const auto annual = get(id);
    ASSERT_EQ(annual.release->tables.size(), 2U);
    EXPECT_EQ(annual.release->tables[0].key, "returnees");
    EXPECT_TRUE(annual.release->tables[0].dimensions.empty());
    EXPECT_EQ(annual.release->tables[1].dimensions.size(), 2U);
    EXPECT_EQ(chosen({{"beauty", {}}}).error().key, "return.indicator");
    EXPECT_EQ(chosen({{"housing", {"sex", "sex"}}}).error().key, "return.crossing");
    EXPECT_EQ(chosen({{"families_reunified", {"sex"}}}).error().params.at("classification"), "sex");
    EXPECT_EQ(number("SELECT count(*) FROM annual_returns"), 1);
}

TEST_F(AnnualReturnTest, HoldsAgainstEveryAttackerAndNotWithAFigureShownByHand) {
    given_people(500);
    const auto id = prepare(coordinator).value();
    const auto target_of = [&](const Actor& actor) { return works->read<Target>(actor, [&](Work& work) { return desk->target(work, id); }); };
    EXPECT_EQ(target_of(worker).error().code, ErrorCode::forbidden);
    const Target target = target_of(officer).value();
    const auto attempts = attack(target, {}).value();
    for (const auto& attempt : attempts) {
        EXPECT_GT(attempt.guarded, 0);
        EXPECT_TRUE(attempt.opened.empty()) << static_cast<int>(attempt.by);
    }
    const auto annual = get(id);
    int refused = 0, tried = 0;
    for (std::size_t t = 0; t < annual.hidden.size(); ++t) {
        for (std::size_t c = 0; c < annual.hidden[t].size() && tried < 12; c += 3) {
            if (annual.hidden[t][c] == Hidden::no) continue;
            Target by_hand = target;
            ASSERT_TRUE(show_by_hand(by_hand, {{annual.release->tables[t].key, c}}));
            EXPECT_EQ(show_by_hand(by_hand, {{annual.release->tables[t].key, c}}).error().key, "return.shown_already");
            const auto now_opened = attack(by_hand, {}).value();
            ++tried;
            refused += std::ranges::any_of(now_opened, [](const Attempt& attempt) { return !attempt.opened.empty(); });
        }
    }
    EXPECT_GT(tried, 5);
    EXPECT_EQ(refused, tried);
    const auto view = outside_view(target, {}).value();
    for (std::size_t t = 0; t < view.size(); ++t) {
        for (std::size_t c = 0; c < view[t].size(); ++c) {
            const auto& range = view[t][c];
            ASSERT_EQ(range.has_value(), annual.hidden[t][c] != Hidden::no);
            if (!range) continue;
            const auto truth = target.problem.tables.tables[t].counts[c];
            EXPECT_LE(range->low, truth);
            EXPECT_TRUE(!range->high || truth <= *range->high);
            if (annual.hidden[t][c] == Hidden::by_rule) EXPECT_TRUE(!range->high || *range->high - range->low >= annual.release->rules.width_for(annual.release->tables[t].definition.indicator));
        }
    }
}

TEST_F(AnnualReturnTest, IsWithdrawnByTwoPeople) {
    given_people(300);
    const auto id = given_released();
    const auto ask = [&](const Actor& actor, const std::string& reason) {
        return works->write<void>(actor, [&](Work& work) { return desk->ask_withdrawal(work, id, reason); });
    };
    const auto confirm = [&](const Actor& actor) { return works->write<void>(actor, [&](Work& work) { return desk->confirm_withdrawal(work, id); }); };
    EXPECT_EQ(key_of(confirm(deputy)), "return.no_withdrawal");
    EXPECT_EQ(ask(worker, "x").error().code, ErrorCode::forbidden);
    EXPECT_EQ(key_of(ask(coordinator, "")), "return.reason");
    ASSERT_TRUE(ask(coordinator, "The list of arrivals had a flight twice."));
    EXPECT_EQ(key_of(ask(deputy, "Again.")), "return.withdrawal_asked");
    EXPECT_EQ(key_of(confirm(coordinator)), "return.second_person");
    EXPECT_EQ(get(id).state(), ReturnState::released);
    now = now.plus_seconds(60);
    ASSERT_TRUE(confirm(deputy));
    EXPECT_EQ(key_of(confirm(deputy)), "return.withdrawn");
    const auto annual = get(id);
    EXPECT_EQ(annual.state(), ReturnState::withdrawn);
    EXPECT_EQ(annual.withdrawal->confirmed->by, deputy.id);
    EXPECT_TRUE(annual.withdrawal->message);
    EXPECT_EQ(number("SELECT count(*) FROM audit_leaves WHERE action = 'return.withdrawn'"), 1);
    // What it showed stays in the model, and a new return of the year corrects nothing.
    const auto next = prepare(coordinator).value();
    EXPECT_FALSE(get(next).replaces);
    const Target target = works->read<Target>(coordinator, [&](Work& work) { return desk->target(work, next); }).value();
    EXPECT_FALSE(target.problem.earlier.empty());
}

TEST_F(AnnualReturnTest, IsCountedAnewWhenAnotherWasReleasedInBetween) {
    given_people(300);
    const auto other_year = prepare(coordinator, 2023, {2023, 12, 31}).value();
    const auto id = prepare(coordinator).value();
    ASSERT_TRUE(sign(coordinator, id) && sign(deputy, id) && sign(coordinator, other_year) && sign(deputy, other_year));
    ASSERT_TRUE(release(deputy, other_year));
    EXPECT_EQ(key_of(release(deputy, id)), "return.count_anew");
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
