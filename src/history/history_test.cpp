#include "history/history.h"

#include "access/program_for_tests.h"

namespace homeward::history {
namespace {

struct HistoryTest : access::ProgramTest {
    const access::Actor clerk = staff("worker", access::Role::social_worker);
    const Uuid person = make_uuid(now);

    HistoryTest() : ProgramTest(Instant::parse("2024-05-14T09:00:00Z").value(), {vault::schema(), schema()}, access::Holds::records) {
        store->write([&](store::Connection& db) {
            vault.create_key(db, person, now);
            return true;
        });
    }

    Done save(const Thing& thing, const Fields& before, const Fields& after) {
        return act<void>(clerk, [&](access::Work& work) { return note(work, person, thing, before, after); });
    }
    std::vector<Change> changes(std::vector<Compartment> compartments, std::string thing_id = "", std::optional<ChangeId> before = {}, int most = 50) {
        return read<std::vector<Change>>(clerk, [&](access::Work& work) -> Result<std::vector<Change>> {
            return changes_of(work, person, compartments, thing_id, before, most);
        }).value();
    }
};

TEST_F(HistoryTest, TellsWhoChangedWhatFromWhatToWhat) {
    ASSERT_TRUE(save({"person", "p1"}, {{"district", "Rishton"}, {"phone", "1"}}, {{"district", "Quva"}, {"phone", "1"}, {"note", "moved"}}));
    const auto all = changes({Compartment::record});
    ASSERT_EQ(all.size(), 2u) << "what stayed the same is no change";
    const auto district = std::ranges::find(all, "district", &Change::field);
    ASSERT_NE(district, all.end());
    EXPECT_EQ(district->before, "Rishton");
    EXPECT_EQ(district->after, "Quva");
    EXPECT_EQ(district->by, clerk.id);
    EXPECT_EQ(district->at, now);
}

TEST_F(HistoryTest, KeepsCompartmentsApart) {
    ASSERT_TRUE(save({"grant", "g1", Compartment::grants}, {}, {{"amount", "1000"}}));
    ASSERT_TRUE(save({"note", "n1", Compartment::psychosocial}, {}, {{"text", "slept better"}}));
    EXPECT_TRUE(changes({Compartment::record}).empty());
    ASSERT_EQ(changes({Compartment::grants}).size(), 1u);
    EXPECT_EQ(changes({Compartment::grants}).front().after, "1000");
    EXPECT_EQ(changes({Compartment::record, Compartment::psychosocial}).size(), 1u);
}

TEST_F(HistoryTest, PagesFromTheNewestAndOneThingAlone) {
    for (int i = 0; i < 5; ++i) {
        now = now.plus_seconds(1);
        ASSERT_TRUE(save({"plan", i < 3 ? "a" : "b"}, {{"title", std::to_string(i)}}, {{"title", std::to_string(i + 1)}}));
    }
    const auto first = changes({Compartment::record}, "", {}, 2);
    ASSERT_EQ(first.size(), 2u);
    EXPECT_EQ(first[0].after, "5");
    const auto second = changes({Compartment::record}, "", first[1].id, 2);
    ASSERT_EQ(second.size(), 2u);
    EXPECT_EQ(second[0].after, "3");
    EXPECT_EQ(changes({Compartment::record}, "a").size(), 3u);
}

TEST_F(HistoryTest, LiesSealedInTheFileAndGoesWithTheKey) {
    ASSERT_TRUE(save({"person", "p1"}, {}, {{"note", "Unmistakable"}}));
    store->read([&](store::Connection& db) {
        EXPECT_FALSE(db.query("SELECT 1 FROM field_changes WHERE instr(after_sealed, 'Unmistakable')").next());
    });
    store->write([&](store::Connection& db) {
        vault.destroy_key(db, person);
        return true;
    });
    const auto gone = read<std::vector<Change>>(clerk, [&](access::Work& work) -> Result<std::vector<Change>> {
        return changes_of(work, person, std::vector{Compartment::record}, "", {}, 10);
    });
    ASSERT_FALSE(gone);
    EXPECT_EQ(gone.error().key, "person.erased");
}

}  // namespace
}  // namespace homeward::history
