// Actions on their way: who is late, what earlier sessions left open, and letters to owners.
#include "council/audience.h"
#include "council/council_fixture.h"
#include "council/followup/council_action.h"
#include "council/members/body.h"

namespace homeward::council {
namespace {

using access::Actor;
using access::Role;
using access::Work;

struct FollowUpTest : CouncilTest {
    Actor kg = account("focal.kg", Role::focal_point, "kg"), uz = account("focal.uz", Role::focal_point, "uz");
    SessionId session = *open();
    DecisionId decided = *decide(session, "2024-05-14");

    actions::ActionId ask(const char* owner, const char* title, const char* due_on) {
        return *act<actions::ActionId>(secretariat, [&](Work& work) { return act_on(work, *exchange, decided, {owner, title, "", *Date::parse(due_on), {}, {}}); });
    }
    ActionPage page(const ActionFilter& filter, const Actor* reader = nullptr) {
        return *act<ActionPage>(reader ? *reader : secretariat, [&](Work& work) { return list_council_actions(work, filter); });
    }
    std::vector<std::string> titles(const ActionFilter& filter = {}) {
        std::vector<std::string> found;
        for (const auto& each : page(filter).items) found.push_back(each.action.title);
        return found;
    }
    Done drop(actions::ActionId id) {
        return act<void>(secretariat, [&](Work& work) { return actions::drop_action(work, *exchange, id, 1, "No longer needed."); });
    }
    Done done(actions::ActionId id) {
        return act<void>(secretariat, [&](Work& work) { return actions::report_at_council(work, id, {"Done.", true}); });
    }
    void at(const char* day) { now = *Instant::parse(std::string(day) + "T09:00:00Z"); }
};

TEST_F(FollowUpTest, TheEarliestDueStandFirstAndTheClosedLast) {
    const auto early = ask("kg", "early", "2024-06-01");
    ask("uz", "late", "2024-09-01");
    const auto finished = ask("kg", "finished", "2024-07-01");
    const auto dropped = ask("uz", "dropped", "2024-08-01");
    ASSERT_TRUE(done(finished));
    ASSERT_TRUE(drop(dropped));
    at("2024-06-10");
    EXPECT_EQ(titles(), (std::vector<std::string>{"early", "late", "dropped", "finished"}));
    EXPECT_EQ(titles({.owner = "", .state = "overdue"}), std::vector<std::string>{"early"});
    EXPECT_EQ(titles({.owner = "", .state = "open"}), (std::vector<std::string>{"early", "late"}));
    EXPECT_EQ(titles({.owner = "", .state = "done"}), std::vector<std::string>{"finished"});
    EXPECT_EQ(titles({.owner = "", .state = "dropped"}), std::vector<std::string>{"dropped"});
    EXPECT_EQ(titles({.owner = "kg", .state = ""}), (std::vector<std::string>{"early", "finished"}));
    EXPECT_EQ(act<ActionPage>(kg, [](Work& work) { return list_council_actions(work, {.owner = "", .state = "lost"}); }).error().key, "action.state");
    (void)early;
}

TEST_F(FollowUpTest, ThePagesMissNoneAndRepeatNone) {
    std::vector<actions::ActionId> ids;
    for (int i = 0; i < 9; ++i) ids.push_back(ask("kg", std::to_string(i).c_str(), "2024-06-01"));
    for (int i = 0; i < 4; ++i) ASSERT_TRUE(done(ids[static_cast<std::size_t>(i)]));
    for (const int limit : {1, 2, 4, 5, 20}) {
        std::vector<std::string> seen;
        ActionFilter filter;
        filter.limit = limit;
        do {
            const auto one = page(filter);
            for (const auto& each : one.items) seen.push_back(each.action.title);
            filter.cursor = one.next;
        } while (!filter.cursor.empty());
        EXPECT_EQ(seen.size(), 9u) << limit;
        std::ranges::sort(seen);
        EXPECT_EQ(std::ranges::unique(seen).size(), 0u) << limit;
    }
    EXPECT_EQ(act<ActionPage>(kg, [](Work& work) { return list_council_actions(work, {.owner = "", .state = "", .session = {}, .before_session = {}, .decision = {}, .cursor = "open.x.y"}); }).error().key,
              "action.cursor");
}

TEST_F(FollowUpTest, ASessionSeesWhatEarlierOnesLeftOpen) {
    ask("kg", "still open", "2024-09-01");
    ASSERT_TRUE(done(ask("uz", "finished", "2024-09-01")));
    const auto next = *open("2024-12-10", "2024-12-11");
    ActionFilter before;
    before.before_session = next;
    EXPECT_EQ(titles(before), std::vector<std::string>{"still open"});
    before.before_session = session;
    EXPECT_TRUE(titles(before).empty());
    const auto of_session = *act<actions::ActionId>(secretariat, [&](Work& work) {
        return act_for_session(work, *exchange, next, {"kg", "of the later session", "", {2024, 12, 20}, {}, {}});
    });
    EXPECT_TRUE(titles(before).empty());
    EXPECT_EQ(titles({.owner = "", .state = "", .session = next}), std::vector<std::string>{"of the later session"});
    EXPECT_EQ(act<CouncilAction>(kg, [&](Work& work) { return get_council_action(work, of_session); })->action.session, "First session of the Council");
}

TEST_F(FollowUpTest, TheRollUpCountsEachOnceAndNamesStatesWithoutAny) {
    ask("kg", "late", "2024-06-01");
    ask("kg", "in time", "2024-12-01");
    ASSERT_TRUE(done(ask("kg", "finished", "2024-06-01")));
    ASSERT_TRUE(drop(ask("kg", "dropped", "2024-06-01")));
    at("2024-07-01");
    const auto tallies = *act<std::vector<ActionTally>>(kg, [&](Work& work) -> Result<std::vector<ActionTally>> { return tally_by_owner(work, *exchange); });
    ASSERT_EQ(tallies.size(), 2u);
    EXPECT_EQ(tallies[0].key, "kg");
    EXPECT_EQ((std::array{tallies[0].overdue, tallies[0].open, tallies[0].done, tallies[0].dropped}), (std::array<std::int64_t, 4>{1, 1, 1, 1}));
    EXPECT_EQ(tallies[1].key, "uz");
    EXPECT_EQ((std::array{tallies[1].overdue, tallies[1].open, tallies[1].done, tallies[1].dropped}), (std::array<std::int64_t, 4>{0, 0, 0, 0}));
    const auto sessions = *act<std::vector<ActionTally>>(kg, [&](Work& work) -> Result<std::vector<ActionTally>> { return tally_by_session(work); });
    ASSERT_EQ(sessions.size(), 1u);
    EXPECT_EQ(sessions[0].key, session.str());
    EXPECT_EQ(sessions[0].overdue, 1);
    EXPECT_EQ(sessions[0].title_ru, "");
    store->write([&](store::Connection& db) { return db.run("UPDATE council_sessions SET title_ru = 'Первое заседание Совета' WHERE id = $1", session); });
    EXPECT_EQ((*act<std::vector<ActionTally>>(kg, [&](Work& work) -> Result<std::vector<ActionTally>> { return tally_by_session(work); }))[0].title_ru, "Первое заседание Совета");
    EXPECT_EQ(page({}).items[0].session_ru, "Первое заседание Совета");
}

TEST_F(FollowUpTest, ABodyWithoutANodeReportsThroughItsAccount) {
    ASSERT_TRUE(act<BodyId>(secretariat, [](Work& work) {
        BodyName name;
        name.language = "en";
        name.name = "Organisation for Security and Co-operation in Europe";
        Body body;
        body.code = "osce";
        body.kind = "international_organisation";
        return add_body(work, body, name);
    }));
    const Actor osce = account("focal.osce", Role::focal_point, "osce");
    const auto id = ask("osce", "Send the handbook", "2024-06-01");
    EXPECT_EQ(number("SELECT count(*) FROM exchange_outbox"), 0);
    EXPECT_TRUE(act<void>(osce, [&](Work& work) { return actions::report_at_council(work, id, {"Sent.", true}); }));
    const auto seen = *act<CouncilAction>(uz, [&](Work& work) { return get_council_action(work, id); });
    EXPECT_EQ(seen.action.state, "done");
    EXPECT_EQ(seen.action.progress[0].reported_by, "osce");
    EXPECT_EQ(seen.owner_name, "Organisation for Security and Co-operation in Europe");
    EXPECT_FALSE(seen.delivery);
}

TEST_F(FollowUpTest, OwnersAreRemindedOnceBeforeAndOnceAfterTheDay) {
    ask("kg", "Train the teachers", "2024-06-01");
    const auto reminders = [&] {
        EXPECT_TRUE(act<void>(system, remind_of_actions));
        return text("SELECT group_concat(kind) FROM (SELECT kind FROM action_reminders ORDER BY kind)");
    };
    EXPECT_EQ(reminders(), "");
    at("2024-05-25");
    EXPECT_EQ(reminders(), "due_soon");
    EXPECT_EQ(reminders(), "due_soon");
    at("2024-06-02");
    EXPECT_EQ(reminders(), "due_soon,overdue");
    EXPECT_EQ(reminders(), "due_soon,overdue");
}

TEST_F(FollowUpTest, WhoIsOutsideTheCouncilSeesNoAction) {
    const auto id = ask("kg", "Train the teachers", "2024-06-01");
    const Actor admin = account("admin", Role::admin), guest = Actor::guest();
    EXPECT_TRUE(page({}, &admin).items.empty());
    EXPECT_TRUE(page({}, &guest).items.empty());
    EXPECT_EQ(act<CouncilAction>(guest, [&](Work& work) { return get_council_action(work, id); }).error().key, "action.not_found");
}

}  // namespace
}  // namespace homeward::council
