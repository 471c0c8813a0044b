#include "council/ledger/ledger.h"

#include "council/council_fixture.h"
#include "council/returns/evidence.h"

namespace homeward::council {
namespace {

using statistics::EntryId;
using statistics::OpenedCell;
using statistics::small_release;

struct LedgerTest : CouncilTest {
    LedgerTest() { now = *Instant::parse("2025-02-10T09:00:00Z"); }

    statistics::LedgerHead head() {
        return get<statistics::LedgerHead>([](store::Connection& db) -> Result<statistics::LedgerHead> { return statistics::joint_head(db); });
    }
    statistics::JointEntry step(std::int64_t position) {
        return statistics::read_joint(text("SELECT line FROM joint_ledger WHERE position = " + std::to_string(position))).value();
    }
    EntryId entry_at(std::int64_t position) { return step(position).signed_entry.entry.id; }
    std::string release(const char* from, int year, std::int64_t women = 20, std::int64_t men = 31) {
        return CouncilTest::release(small_release(from == std::string("uz") ? "UZ" : "KG", year, women, men, now), from);
    }
    std::string send_as(const statistics::SignedEntry& entry) { return outcome_of(send(entry)); }
    std::int64_t told(const char* member) {
        return number("SELECT count(*) FROM exchange_outbox WHERE type = 'ledger@1.0' AND to_member = '" + std::string(member) + "'");
    }
    Done tell() {
        return act<void>(system, [&](access::Work& work) { return tell_members(work, *exchange); });
    }
    /// Everything that came opens the first cell of the newest release of a State.
    void given_an_audit_that_finds(const char* state) {
        audit = [state](const auto& releases, const auto&, const auto&) {
            std::vector<OpenedCell> opened;
            if (releases.size() > 1) opened.push_back({state, releases.front().id, "returnees", "sex=female", 3, 3});
            return opened;
        };
    }
    statistics::PublicFigure a_figure(std::int64_t value = 141) {
        return {{{}, {"returnees", 1}, "returnees", {2024, 12, 31}, {}, {"KG", "UZ"}, value}, "Statement at the plenary"};
    }
    Result<EntryId> publish(const statistics::PublicFigure& figure) { return publish_figure(*works, secretariat, *exchange, figure, audit); }
};

TEST_F(LedgerTest, TwoStatesThatCrossedArePutInOrderAndBothAreTaken) {
    // Both were audited beside an empty ledger.
    ASSERT_EQ(send_as(states.at("uz").release(small_release("UZ", 2024, 20, 31, now), now)), "accepted");
    ASSERT_EQ(send_as(states.at("kg").release(small_release("KG", 2024, 50, 40, now), now)), "accepted");
    EXPECT_EQ(step(1).signed_entry.entry.member, "uz");
    EXPECT_EQ(step(2).previous, statistics::head_of(step(1)).hash);
    EXPECT_EQ(step(2).signed_entry.entry.head, statistics::LedgerHead{});
    statistics::Chain chain;
    for (int i = 1; i <= 2; ++i) {
        EXPECT_TRUE(chain.check(step(i), statistics::keys_of(members)));
        chain.add(step(i));
    }
}

TEST_F(LedgerTest, TheSecondIsAuditedBesideTheFirst) {
    std::vector<std::size_t> seen;
    audit = [&](const auto& releases, const auto&, const auto&) {
        seen.push_back(releases.size());
        return std::vector<OpenedCell>{};
    };
    ASSERT_EQ(release("uz", 2024), "accepted");
    ASSERT_EQ(release("kg", 2024), "accepted");
    EXPECT_EQ(seen, (std::vector<std::size_t>{1, 2}));
}

TEST_F(LedgerTest, AReleaseThatWouldOpenAnothersCellIsRefusedWithStateTableAndCell) {
    ASSERT_EQ(release("uz", 2024), "accepted");
    given_an_audit_that_finds("UZ");
    EXPECT_EQ(release("kg", 2024), "ledger.opens_cell");
    const auto params = exchange::params_of_kept(text("SELECT receipt FROM exchange_inbox ORDER BY position DESC"));
    EXPECT_EQ(params.at("state"), "UZ");
    EXPECT_EQ(params.at("year"), "2024");
    EXPECT_EQ(params.at("table"), "returnees");
    EXPECT_EQ(params.at("cell"), "sex=female");
    EXPECT_EQ(head().position, 1);
    EXPECT_EQ(number("SELECT count(*) FROM releases"), 1);
}

TEST_F(LedgerTest, ACellThatWasOpenBeforeIsNotHeldAgainstTheNext) {
    ASSERT_EQ(release("uz", 2024), "accepted");
    ASSERT_EQ(release("kg", 2024), "accepted");
    given_an_audit_that_finds("UZ");
    EXPECT_EQ(release("kg", 2023), "accepted");
}

TEST_F(LedgerTest, WhatComesInBetweenMakesTheStateSendAgain) {
    auto kg = states.at("kg");
    bool crossed = false;
    audit = [&](const auto&, const auto&, const auto&) {
        // While this audit runs, another State's release arrives.
        if (!std::exchange(crossed, true)) EXPECT_EQ(send_as(kg.release(small_release("KG", 2024, 50, 40, now), now)), "accepted");
        return std::vector<OpenedCell>{};
    };
    const auto entry = states.at("uz").release(small_release("UZ", 2024, 20, 31, now), now);
    const auto message = message_of("uz", "release@2.0", statistics::write_signed(entry));
    const auto first = exchange->receive(*works, message);
    EXPECT_EQ(first->outcome, exchange::Outcome::later);
    EXPECT_EQ(text("SELECT reason FROM exchange_refusals ORDER BY position DESC"), "ledger.moved_on");
    EXPECT_EQ(exchange->receive(*works, message)->outcome, exchange::Outcome::accepted);
    EXPECT_EQ(head().position, 2);
    EXPECT_EQ(exchange->receive(*works, message)->outcome, exchange::Outcome::accepted) << "once more, with the same receipt";
    EXPECT_EQ(head().position, 2);
}

TEST_F(LedgerTest, AForgedEntryABrokenChainAndAnUnknownHeadAreRefused) {
    auto uz = states.at("uz");
    auto forged = uz.release(small_release("UZ", 2024, 20, 31, now), now);
    forged.signature = states.at("kg").sign(forged.entry).signature;
    EXPECT_EQ(send_as(forged), "ledger.forged");
    EXPECT_EQ(send_as(uz.release(small_release("UZ", 2024, 20, 31, now), now)), "ledger.place") << "its first is missing";
    uz = states.at("uz");
    EXPECT_EQ(send_as(uz.release(small_release("UZ", 2024, 20, 31, now), now, {3, exchange::hash_of("elsewhere")})), "ledger.unknown_head");
    EXPECT_EQ(outcome_of(send("uz", "release@1.0", statistics::write_release(small_release("UZ", 2024, 20, 31, now)))), "ledger.old_form");
    EXPECT_EQ(head().position, 0);
    EXPECT_EQ(release("uz", 2024), "accepted");
}

TEST_F(LedgerTest, AWithdrawalTakesTheReturnFromTheDashboardAndSaysWhy) {
    ASSERT_EQ(release("uz", 2024), "accepted");
    auto alone = states.at("uz").withdraw(entry_at(1), now, head());
    auto uz = states.at("uz");
    --uz.place;
    uz.tip = statistics::hash_of(step(1).signed_entry);
    alone.entry.sign_offs.resize(1);
    EXPECT_EQ(send_as(uz.sign(alone.entry)), "release.two_signatures");
    now = now.plus_days(1);
    ASSERT_EQ(send_as(uz.withdraw(entry_at(1), now, head())), "accepted");
    const auto all = get<std::vector<ReceivedRelease>>([](store::Connection& db) -> Result<std::vector<ReceivedRelease>> { return list_releases(db); });
    ASSERT_EQ(all.size(), 1u);
    EXPECT_FALSE(all[0].current);
    EXPECT_EQ(all[0].withdrawn->at, now);
    EXPECT_EQ(all[0].withdrawn->reason, "The count is being checked.");
    EXPECT_EQ(get<statistics::Published>([](store::Connection& db) -> Result<statistics::Published> { return published(db); }).releases.size(), 1u)
        << "what was seen is known for ever";
    EXPECT_EQ(leaves("release.withdrawn"), 1);
}

TEST_F(LedgerTest, EachStateIsToldEachStepOnceAndAgainWhatItMisses) {
    ASSERT_EQ(release("uz", 2024), "accepted");
    ASSERT_EQ(release("kg", 2024), "accepted");
    EXPECT_EQ(told("uz"), 2);
    EXPECT_EQ(told("kg"), 2);
    ASSERT_TRUE(tell());
    EXPECT_EQ(told("uz"), 2);
    // A node whose copy was lost asks for the first.
    const auto receipt = exchange::write_receipt({"uz", "council", exchange::MessageId::make(now), "hash", {1, 1}, exchange::Outcome::refused, "ledger.missing",
                                                  {{"next", "1"}}, 1, {}, now}, keys.at("uz"));
    store->write([&](store::Connection& db) {
        db.run("UPDATE exchange_outbox SET state = 'refused', problem = 'ledger.missing', settled_at = $1, receipt = $2 WHERE to_member = 'uz' AND type = 'ledger@1.0'",
               now, receipt);
        return true;
    });
    now = now.plus_seconds(60);
    ASSERT_TRUE(tell());
    EXPECT_EQ(told("uz"), 4);
    ASSERT_TRUE(tell());
    EXPECT_EQ(told("uz"), 4) << "asked once";
    EXPECT_EQ(told("kg"), 2);
}

TEST_F(LedgerTest, AMemberThatJoinsLaterIsToldAll) {
    ASSERT_EQ(release("uz", 2024), "accepted");
    run("DELETE FROM ledger_told WHERE member = 'kg'");
    now = now.plus_seconds(60);
    ASSERT_TRUE(tell());
    EXPECT_EQ(told("kg"), 2);
}

TEST_F(LedgerTest, AFigureOfTheRegionIsAuditedBeforeItStandsAnywhere) {
    ASSERT_EQ(release("uz", 2024), "accepted");
    ASSERT_EQ(release("kg", 2024, 50, 40), "accepted");
    const auto id = publish(a_figure());
    ASSERT_TRUE(id);
    EXPECT_EQ(step(3).signed_entry.entry.figure->figure.value, 141);
    EXPECT_EQ(step(3).signed_entry.entry.member, "council");
    EXPECT_TRUE(statistics::check_signatures(step(3), statistics::keys_of(members)));
    EXPECT_EQ(publish(a_figure(142)).error().key, "ledger.figure_exists");
    EXPECT_EQ(publish(a_figure(7)).error().key, "ledger.figure_small");
    auto strange = a_figure();
    strange.figure.states = {"KG", "XX"};
    EXPECT_EQ(publish(strange).error().params.at("state"), "XX");
    strange = a_figure();
    strange.figure.reference_date = {2030, 1, 1};
    EXPECT_EQ(publish(strange).error().key, "ledger.figure_date");
    EXPECT_EQ(publish_figure(*works, account("focal.uz", access::Role::focal_point, "uz"), *exchange, a_figure()).error().code, ErrorCode::forbidden);
}

TEST_F(LedgerTest, AFigureThatWouldOpenACellIsRefused) {
    ASSERT_EQ(release("uz", 2024), "accepted");
    audit = [](const auto& releases, const auto& figures, const auto&) {
        std::vector<OpenedCell> opened;
        if (!figures.empty()) opened.push_back({"UZ", releases.front().id, "returnees", "sex=female", 3, 3});
        return opened;
    };
    const auto refused = publish(a_figure());
    EXPECT_EQ(refused.error().key, "ledger.opens_cell");
    EXPECT_EQ(refused.error().params.at("cell"), "sex=female");
    EXPECT_EQ(head().position, 1);
}

TEST_F(LedgerTest, AWithdrawnFigureStaysKnownUnlessNothingFitsWithIt) {
    ASSERT_EQ(release("uz", 2024), "accepted");
    const auto id = publish(a_figure()).value();
    const auto withdraw = [&](const std::string& reason) {
        return act<void>(secretariat, [&](access::Work& work) { return withdraw_figure(work, *exchange, id, reason); });
    };
    EXPECT_EQ(withdraw(" ").error().key, "ledger.reason");
    ASSERT_TRUE(withdraw("It was counted twice."));
    EXPECT_EQ(withdraw("Again").error().key, "ledger.replaces");
    std::vector<std::size_t> figures_seen;
    audit = [&](const auto&, const auto& figures, const auto&) -> Result<std::vector<OpenedCell>> {
        figures_seen.push_back(figures.size());
        if (!figures.empty()) return invalid("ledger.no_population", {}, {{"state", "KG"}});
        return std::vector<OpenedCell>{};
    };
    EXPECT_EQ(release("kg", 2024), "accepted");
    EXPECT_EQ(figures_seen, (std::vector<std::size_t>{1, 0}));
}

}  // namespace
}  // namespace homeward::council
