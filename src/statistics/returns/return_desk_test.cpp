#include "statistics/returns/annual_return_fixture.h"

namespace homeward::statistics {
namespace {

using ReturnDeskTest = AnnualReturnTest;

TEST_F(ReturnDeskTest, OpensItsSecretWithTheInstallationsKeyAlone) {
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

TEST_F(ReturnDeskTest, KnowsWhereAHouseholdStoodTheYearBefore) {
    given_people(300);
    const auto first = prepare(coordinator, 2023, {2023, 12, 31}).value();
    ASSERT_TRUE(sign(coordinator, first) && sign(deputy, first) && release(deputy, first));
    const auto second = prepare(coordinator, 2024, {2024, 12, 31}).value();
    store->read([&](store::Connection& db) {
        const auto known = desk->secret(db, second);
        EXPECT_GT(known->households.size(), 20U);
        for (const auto& household : known->households) {
            EXPECT_FALSE(household.keys.empty());
            EXPECT_TRUE(std::ranges::any_of(household.members, [&](const auto& member) { return member.release == first.str(); }));
        }
    });
}

TEST_F(ReturnDeskTest, ThatSomebodyEditedIsShownToNobody) {
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

TEST_F(ReturnDeskTest, CountsWhatWasChosenAlone) {
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

TEST_F(ReturnDeskTest, HoldsAgainstEveryAttackerAndNotWithAFigureShownByHand) {
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

TEST_F(ReturnDeskTest, IsWithdrawnByTwoPeople) {
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

TEST_F(ReturnDeskTest, IsCountedAnewWhenAnotherWasReleasedInBetween) {
    given_people(300);
    const auto other_year = prepare(coordinator, 2023, {2023, 12, 31}).value();
    const auto id = prepare(coordinator).value();
    ASSERT_TRUE(sign(coordinator, id) && sign(deputy, id) && sign(coordinator, other_year) && sign(deputy, other_year));
    ASSERT_TRUE(release(deputy, other_year));
    EXPECT_EQ(key_of(release(deputy, id)), "return.count_anew");
}

}  // namespace
}  // namespace homeward::statistics
