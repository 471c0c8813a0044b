#include <spdlog/spdlog.h>

#include "access/program_for_tests.h"
#include "exchange/exchange.h"
#include "statistics/ledger/chain_for_tests.h"
#include "statistics/ledger/joint_store.h"
#include "statistics/ledger/own_chain.h"
#include "statistics/returns/annual_return.h"

namespace homeward::statistics {
namespace {

/// A State's node that chains what it shows, and a Council that the test plays.
struct OwnChain : access::ProgramTest {
    std::map<std::string, exchange::NodeKeys> keys;
    exchange::Membership members;
    std::optional<exchange::Exchange> exchange;
    CouncilForTests council;
    std::int64_t epoch = 0, seq = 0;

    OwnChain() : ProgramTest(*Instant::parse("2025-02-10T09:00:00Z"), {exchange::schema(), schema()}) {
        spdlog::set_level(spdlog::level::off);
        std::vector<exchange::Member> list;
        for (const std::string id : {"council", "kg", "uz"}) {
            const auto& k = keys.emplace(id, exchange::NodeKeys::generate(id)).first->second;
            list.push_back({id, id, "http://127.0.0.1:" + std::to_string(8400 + list.size()), k.sign.verify, k.open.seal});
        }
        members = exchange::Membership::of(std::move(list)).value();
        exchange.emplace(keys.at("uz"), members);
        serve_ledger_at_node(*exchange);
        council.key = keys.at("council").sign;
        epoch = now.ms / 1000;
    }

    Result<exchange::MessageId> add(NewEntry entry) {
        return act<exchange::MessageId>(system, [&](access::Work& work) { return add_entry(work, *exchange, entry); });
    }
    NewEntry tables(int year, std::int64_t women, std::optional<EntryId> replaces = {}) {
        return {EntryId::make(now), small_release("UZ", year, women, 31, now), replaces, replaces ? "Two registers were counted together." : "", {}, {}, {}};
    }
    EntryId given(int year, std::int64_t women = 20) {
        const NewEntry entry = tables(year, women);
        EXPECT_TRUE(add(entry));
        now = now.plus_seconds(60);
        return entry.id;
    }
    SignedEntry made(const EntryId& id) { return read_signed(text("SELECT signed FROM own_entries WHERE id = '" + id.str() + "'")).value(); }
    void settle(const EntryId& id, const char* state) {
        run("UPDATE exchange_outbox SET settled_at = created_at, state = '" + std::string(state) + "' WHERE id = (SELECT message_id FROM own_entries WHERE id = '" +
            id.str() + "')");
    }
    /// What the node answers to a step that the Council tells; empty when it takes it.
    std::string tell(const JointEntry& joint, const char* from = "council") {
        const exchange::Claims claims{exchange::MessageId::make(now), "ledger@1.0", from, "uz", {epoch, ++seq}, now, now.plus_days(90)};
        const auto answer = exchange->receive(*works, exchange::write_message(claims, write_joint(joint), keys.at(from), keys.at("uz").open.seal));
        if (!answer) return answer.error().key;
        return answer->outcome == exchange::Outcome::accepted ? "" : text("SELECT reason FROM exchange_inbox ORDER BY position DESC");
    }
    std::optional<EntryId> standing(int year) {
        return get<std::optional<EntryId>>([&](store::Connection& db) -> Result<std::optional<EntryId>> { return standing_entry(db, "uz", year); });
    }
    OwnEntry own(const EntryId& id) {
        return *get<std::optional<OwnEntry>>([&](store::Connection& db) -> Result<std::optional<OwnEntry>> { return find_own_entry(db, id); });
    }
};

TEST_F(OwnChain, ChainsWhatWaitsAndSendsItSigned) {
    const auto first = given(2023), second = given(2024);
    EXPECT_EQ(made(second).entry.place, 2);
    EXPECT_EQ(made(second).entry.previous, hash_of(made(first)));
    EXPECT_TRUE(check_signature(made(second), keys_of(members)));
    EXPECT_EQ(number("SELECT count(*) FROM exchange_outbox WHERE type = 'release@2.0' AND to_member = 'council'"), 2);
    EXPECT_EQ(own(second).state, EntryState::waiting);
    EXPECT_EQ(standing(2024), second);
}

TEST_F(OwnChain, AsksWhatANewCountOfTheYearReplaces) {
    const auto first = given(2024);
    EXPECT_EQ(add(tables(2024, 21)).error().key, "ledger.must_replace");
    const NewEntry correction = tables(2024, 21, first);
    ASSERT_TRUE(add(correction));
    EXPECT_EQ(made(correction.id).entry.kind, EntryKind::correction);
    EXPECT_EQ(standing(2024), correction.id);
    now = now.plus_seconds(60);
    const NewEntry withdrawal{EntryId::make(now), {}, correction.id, "The count is being checked.", {}, {}, {{"coordinator", now}, {"coordinator", now}}};
    ASSERT_TRUE(add(withdrawal));
    EXPECT_EQ(made(withdrawal.id).entry.kind, EntryKind::withdrawal);
    EXPECT_FALSE(standing(2024));
}

TEST_F(OwnChain, LeavesOutWhatTheCouncilRefusedAndWhatHungOnIt) {
    const auto first = given(2022), refused = given(2023), behind = given(2024);
    settle(first, "delivered");
    settle(refused, "refused");
    EXPECT_EQ(own(refused).state, EntryState::refused);
    EXPECT_FALSE(standing(2023));
    EXPECT_FALSE(standing(2024)) << "its chain holds no longer";
    const auto again = given(2023);
    EXPECT_EQ(made(again).entry.place, 2);
    EXPECT_EQ(made(again).entry.previous, hash_of(made(first)));
    (void)behind;
}

TEST_F(OwnChain, TakesTheJointLedgerStepByStep) {
    const auto first = given(2024);
    ChainForTests kg{"kg", keys.at("kg").sign, 0, {}};
    const auto one = council.add(kg.release(small_release("KG", 2024, 50, 40, now), now), now);
    const auto two = council.add(made(first), now);
    EXPECT_EQ(tell(two), "ledger.missing");
    EXPECT_EQ(tell(one), "");
    EXPECT_EQ(tell(two), "");
    EXPECT_EQ(tell(one), "") << "told again after a gap";
    EXPECT_EQ(own(first).state, EntryState::in_ledger);
    EXPECT_EQ(own(first).position, 2);
    EXPECT_EQ(leaves("ledger.step_received"), 2);
    const auto next = given(2023);
    EXPECT_EQ(made(next).entry.head, council.head());
    EXPECT_EQ(made(next).entry.place, 2);
}

TEST_F(OwnChain, RefusesAStepThatAnotherTellsOrThatIsForged) {
    ChainForTests kg{"kg", keys.at("kg").sign, 0, {}};
    const auto one = council.add(kg.release(small_release("KG", 2024, 50, 40, now), now), now);
    JointEntry forged = one;
    forged.signed_entry.entry.release->tables[0].cells = {{51}, {40}, {91}};
    EXPECT_EQ(tell(council.sign(forged)), "ledger.forged");
    forged = one;
    forged.signature = kg.sign(one.signed_entry.entry).signature;
    EXPECT_EQ(tell(forged), "ledger.council_signature");
    EXPECT_EQ(number("SELECT count(*) FROM joint_ledger"), 0);
    EXPECT_EQ(tell(one), "");
    JointEntry other = one;
    other.added_at = now.plus_seconds(1);
    EXPECT_EQ(tell(council.sign(other)), "ledger.fork") << "the Council tells two stories";
}

TEST_F(OwnChain, ACopyRestoredFromAnOldBackupFindsItsPlaceByTheJointLedger) {
    const auto first = given(2023), second = given(2024);
    council.add(made(first), now);
    council.add(made(second), now);
    run("DELETE FROM own_entries");
    for (const auto& step : council.steps) EXPECT_EQ(tell(step), "");
    EXPECT_EQ(standing(2024), second);
    const auto third = given(2022);
    EXPECT_EQ(made(third).entry.place, 3);
}

TEST_F(OwnChain, AChangeOnTheDiskIsFoundWithItsStep) {
    const auto first = given(2023), second = given(2024);
    council.add(made(first), now);
    council.add(made(second), now);
    for (const auto& step : council.steps) ASSERT_EQ(tell(step), "");
    const auto check = [&] {
        return get<LedgerCheck>([&](store::Connection& db) -> Result<LedgerCheck> { return check_ledger(db, keys_of(members), 1, 100); });
    };
    EXPECT_EQ(check().checked, 2);
    EXPECT_FALSE(check().problem);
    run("UPDATE joint_ledger SET line = replace(line, '\"value\":31', '\"value\":32') WHERE position = 2");
    EXPECT_EQ(check().checked, 1);
    EXPECT_EQ(check().problem->key, "release.margin");
    const auto lines = get<std::vector<LedgerLine>>([](store::Connection& db) -> Result<std::vector<LedgerLine>> { return list_ledger(db, 0, 10); });
    EXPECT_FALSE(lines[0].joint);
    EXPECT_TRUE(lines[1].joint);
}

}  // namespace
}  // namespace homeward::statistics
