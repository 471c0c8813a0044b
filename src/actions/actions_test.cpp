// An action item goes from the Council to a State and its reports come back, over two real exchanges.
#include "actions/action.h"

#include <spdlog/spdlog.h>

#include "access/program_for_tests.h"
#include "exchange/courier.h"

namespace homeward::actions {
namespace {

using access::Actor;
using access::Role;
using access::Work;
using exchange::Exchange;

/// One program: a database, an exchange, and the way out.
struct Program : access::ProgramForTests {
    std::optional<Exchange> exchange;
    std::optional<exchange::Courier> courier;

    Program(const exchange::NodeKeys& keys, const exchange::Membership& members, const Instant& clock, exchange::Transport wire)
        : ProgramForTests(clock, {exchange::schema(), schema()}, access::Holds::no_records, [&clock] { return clock; }) {
        exchange.emplace(keys, members);
        courier.emplace(*works, *exchange, std::move(wire), exchange::BackOff{}, [] { return 1.0; });
    }
    std::vector<Action> actions() {
        return *works->read<std::vector<Action>>(Actor::program("system"), [](Work& work) -> Result<std::vector<Action>> {
            return list_actions(work.db, "");
        });
    }
    /// Sends a message of our own making, as a faulty peer would.
    void send(const char* type, const char* to, const std::string& payload) {
        ASSERT_TRUE(works->write<exchange::MessageId>(Actor::program("system"), [&](Work& work) { return exchange->enqueue(work, type, to, payload); }));
    }
    /// Why a member refused what we sent.
    std::string problem(const char* member) {
        std::string key;
        store->read([&](store::Connection& db) {
            key = db.query("SELECT COALESCE(problem, '') FROM exchange_outbox WHERE to_member = $1", member).value<std::string>().value_or("none");
        });
        return key;
    }
};

struct ActionsTest : testing::Test {
    Instant now = *Instant::parse("2024-05-14T09:00:00Z");
    bool wire_is_cut = false;
    std::map<std::string, exchange::NodeKeys> keys;
    exchange::Membership members;
    std::map<std::string, std::unique_ptr<Program>> programs;
    Actor secretariat{{}, Role::secretariat, "secretariat", "Secretariat", "en", "", ""};
    Actor coordinator{{}, Role::coordinator, "coordinator", "Coordinator", "en", "", ""};

    ActionsTest() {
        spdlog::set_level(spdlog::level::off);
        std::vector<exchange::Member> list;
        for (const std::string id : {"council", "kg", "uz"}) {
            keys.emplace(id, exchange::NodeKeys::generate(id));
            list.push_back({id, id, "http://127.0.0.1:" + std::to_string(8400 + list.size()), keys.at(id).sign.verify, keys.at(id).open.seal});
        }
        members = exchange::Membership::of(std::move(list)).value();
        for (const auto& [id, key] : keys) {
            programs[id] = std::make_unique<Program>(key, members, now, [this](const std::string& url, const std::string& text) { return carry(url, text); });
        }
        serve_at_council(*at("council").exchange);
        serve_at_node(*at("kg").exchange);
        serve_at_node(*at("uz").exchange);
    }
    Program& at(const std::string& id) { return *programs.at(id); }

    Result<std::string> carry(const std::string& url, const std::string& text) {
        if (wire_is_cut) return unavailable("http.cannot_connect");
        for (const auto& member : members.members()) {
            if (url != member.base_url + "/exchange/messages") continue;
            auto answer = at(member.id).exchange->receive(*at(member.id).works, text);
            if (!answer) return answer.error();
            return answer->receipt;
        }
        return unavailable("http.cannot_connect");
    }
    Result<ActionId> ask(const Actor& actor, const NewAction& action) {
        return at("council").works->write<ActionId>(actor, [&](Work& work) { return create_action(work, *at("council").exchange, action); });
    }
    static NewAction training() {
        return {"kg", "Train the teachers of Osh", "Twenty teachers, before the school year.", {2024, 9, 1}, "1", "Tashkent, 14 May 2024"};
    }
    ActionId asked() {
        const auto id = ask(secretariat, training());
        at("council").courier->deliver("kg");
        return *id;
    }
    Done report(const Actor& actor, ActionId id, const char* note, bool done) {
        return at("kg").works->write<void>(actor, [&](Work& work) { return report_progress(work, *at("kg").exchange, id, {note, done}); });
    }
};

TEST_F(ActionsTest, AnItemReachesItsOwnerAndTheReportsComeBack) {
    const auto id = asked();
    ASSERT_EQ(at("kg").actions().size(), 1u);
    const Action received = at("kg").actions()[0];
    EXPECT_EQ(received.id, id);
    EXPECT_EQ(received.title, "Train the teachers of Osh");
    EXPECT_EQ(received.due_on, (Date{2024, 9, 1}));
    EXPECT_EQ(received.session, "Tashkent, 14 May 2024");
    EXPECT_EQ(received.state, "open");
    EXPECT_TRUE(at("uz").actions().empty());

    ASSERT_TRUE(report(coordinator, id, "Half of them are trained.", false));
    now = now.plus_days(30);
    ASSERT_TRUE(report(coordinator, id, "All are trained.", true));
    at("kg").courier->deliver("council");
    const Action seen = at("council").actions()[0];
    EXPECT_EQ(seen.state, "done");
    ASSERT_EQ(seen.progress.size(), 2u);
    EXPECT_EQ(seen.progress[0].note, "Half of them are trained.");
    EXPECT_EQ(seen.progress[1].state, "done");
    EXPECT_EQ(at("kg").actions()[0].state, "done");
}

TEST_F(ActionsTest, WhatTheWireHoldsUpArrivesLaterOnceAndInOrder) {
    wire_is_cut = true;
    const auto id = asked();
    EXPECT_TRUE(at("kg").actions().empty());
    wire_is_cut = false;
    now = now.plus_days(1);
    at("council").courier->deliver("kg");
    at("council").courier->deliver("kg");
    ASSERT_EQ(at("kg").actions().size(), 1u);

    wire_is_cut = true;
    ASSERT_TRUE(report(coordinator, id, "Begun.", false));
    now.ms += 1;
    ASSERT_TRUE(report(coordinator, id, "Done.", true));
    at("kg").courier->deliver("council");
    EXPECT_TRUE(at("council").actions()[0].progress.empty());
    wire_is_cut = false;
    now = now.plus_days(1);
    at("kg").courier->deliver("council");
    ASSERT_EQ(at("council").actions()[0].progress.size(), 2u);
    EXPECT_EQ(at("council").actions()[0].progress[0].note, "Begun.");
    EXPECT_EQ(at("council").actions()[0].state, "done");
}

TEST_F(ActionsTest, ALaterReportMayOpenAnItemAgain) {
    const auto id = asked();
    ASSERT_TRUE(report(coordinator, id, "Done.", true));
    EXPECT_EQ(report(coordinator, id, "Done, really.", true).error().key, "progress.nothing_new");
    ASSERT_TRUE(report(coordinator, id, "A second group asked for it.", false));
    at("kg").courier->deliver("council");
    EXPECT_EQ(at("council").actions()[0].state, "open");
}

TEST_F(ActionsTest, OnlyTheSecretariatAsksAndOnlyTheCoordinatorReports) {
    EXPECT_EQ(ask({{}, Role::focal_point, "", "", "en", "", "kg"}, training()).error().code, ErrorCode::forbidden);
    const auto id = asked();
    EXPECT_EQ(report({{}, Role::social_worker, "", "", "en", "KG-O", ""}, id, "Done.", true).error().code, ErrorCode::forbidden);
    EXPECT_EQ(report(coordinator, ActionId::make(now), "Done.", true).error().key, "action.not_found");
}

TEST_F(ActionsTest, AnItemNeedsAnOwnerATitleAndTime) {
    const auto refused = [&](auto change) {
        NewAction action = training();
        change(action);
        return ask(secretariat, action).error();
    };
    EXPECT_EQ(refused([](NewAction& a) { a.owner = "xx"; }).key, "action.owner");
    EXPECT_EQ(refused([](NewAction& a) { a.owner = "council"; }).key, "action.owner");
    EXPECT_EQ(refused([](NewAction& a) { a.title = " "; }).key, "action.title");
    EXPECT_EQ(refused([](NewAction& a) { a.title = std::string(301, 'x'); }).field, "title");
    EXPECT_EQ(refused([](NewAction& a) { a.body = std::string(4001, 'x'); }).field, "body");
    EXPECT_EQ(refused([](NewAction& a) { a.due_on = {2024, 5, 13}; }).key, "action.in_the_past");
    EXPECT_TRUE(at("council").actions().empty());
    const auto id = asked();
    EXPECT_EQ(report(coordinator, id, "  ", true).error().key, "progress.note");
    EXPECT_EQ(report(coordinator, id, std::string(4001, 'x').c_str(), true).error().key, "action.too_long");
    EXPECT_TRUE(at("kg").actions()[0].progress.empty());
}

TEST_F(ActionsTest, NobodySpeaksForAnotherState) {
    const auto id = asked();
    at("uz").send("progress", "council", R"({"id":")" + ProgressId::make(now).str() + R"(","action_id":")" + id.str() +
                                             R"(","note":"Nothing to do.","state":"done","reported_at":"2024-05-14T09:00:00Z"})");
    at("uz").courier->deliver("council");
    EXPECT_EQ(at("uz").problem("council"), "action.not_yours");
    EXPECT_EQ(at("council").actions()[0].state, "open");
    at("uz").send("action", "kg", R"({"id":")" + ActionId::make(now).str() +
                                      R"(","title":"x","body":"","due_on":"2024-06-01","decision":"","session":"","created_at":"2024-05-14T09:00:00Z"})");
    at("uz").courier->deliver("kg");
    EXPECT_EQ(at("uz").problem("kg"), "action.not_from_council");
    EXPECT_EQ(at("kg").actions().size(), 1u);
}

TEST_F(ActionsTest, OpenItemsComeFirstAndTheEarliestDueOfThem) {
    NewAction later = training(), sooner = training();
    later.title = "later";
    later.due_on = {2024, 12, 1};
    sooner.title = "sooner";
    sooner.due_on = {2024, 6, 1};
    const auto finished = asked();
    ASSERT_TRUE(ask(secretariat, later));
    ASSERT_TRUE(ask(secretariat, sooner));
    at("council").courier->deliver("kg");
    ASSERT_TRUE(report(coordinator, finished, "Done.", true));
    const auto actions = at("kg").actions();
    ASSERT_EQ(actions.size(), 3u);
    EXPECT_EQ(actions[0].title, "sooner");
    EXPECT_EQ(actions[1].title, "later");
    EXPECT_EQ(actions[2].id, finished);
}

TEST_F(ActionsTest, AMovedDayAndADropReachTheOwnerWithTheirReason) {
    const auto id = asked();
    const auto change = [&](const Actor& actor, auto job) { return at("council").works->write<void>(actor, job); };
    ASSERT_TRUE(change(secretariat, [&](Work& work) { return move_due(work, *at("council").exchange, id, 1, {2024, 10, 1}, "The school year begins later."); }));
    at("council").courier->deliver("kg");
    const Action moved = at("kg").actions()[0];
    EXPECT_EQ(moved.due_on, (Date{2024, 10, 1}));
    ASSERT_EQ(moved.changes.size(), 1u);
    EXPECT_EQ(moved.changes[0].reason, "The school year begins later.");
    EXPECT_EQ(moved.changes[0].due_was, (Date{2024, 9, 1}));

    ASSERT_TRUE(change(secretariat, [&](Work& work) { return drop_action(work, *at("council").exchange, id, 2, "Another programme does it."); }));
    at("council").courier->deliver("kg");
    const Action dropped = at("kg").actions()[0];
    EXPECT_EQ(dropped.state, "dropped");
    EXPECT_EQ(dropped.dropped_reason, "Another programme does it.");
    EXPECT_EQ(at("council").actions()[0].state, "dropped");
    EXPECT_EQ(report(coordinator, id, "Too late.", false).error().key, "action.dropped");
    EXPECT_EQ(at("kg").actions()[0].progress.size(), 0u);
}

TEST_F(ActionsTest, AChangeNeedsTheVersionAReasonAndTheSecretariat) {
    const auto id = asked();
    const auto drop = [&](const Actor& actor, int version, const char* reason) {
        return at("council").works->write<void>(actor, [&](Work& work) { return drop_action(work, *at("council").exchange, id, version, reason); });
    };
    const auto move = [&](Date day) {
        return at("council").works->write<void>(secretariat, [&](Work& work) { return move_due(work, *at("council").exchange, id, 1, day, "Later."); });
    };
    EXPECT_EQ(drop({{}, Role::focal_point, "", "", "en", "", "kg"}, 1, "No.").error().code, ErrorCode::forbidden);
    EXPECT_EQ(drop(secretariat, 2, "No.").error().key, "action.changed");
    EXPECT_EQ(drop(secretariat, 1, " ").error().key, "action.reason");
    EXPECT_EQ(move({2024, 5, 13}).error().key, "action.in_the_past");
    EXPECT_EQ(move({2024, 9, 1}).error().key, "action.same_day");
    ASSERT_TRUE(drop(secretariat, 1, "No longer needed."));
    EXPECT_EQ(drop(secretariat, 2, "Again.").error().key, "action.closed");
    EXPECT_EQ(at("council").actions()[0].changes.size(), 1u);
}

TEST_F(ActionsTest, OlderNewsOfAnItemChangesNothing) {
    const auto id = asked();
    const auto say = [&](const char* due_on, const char* more) {
        at("council").send("action", "kg", R"({"id":")" + id.str() + R"(","title":"x","body":"","due_on":")" + due_on +
                                               R"(","decision":"","session":"","created_at":"2024-05-14T09:00:00Z")" + more + "}");
        at("council").courier->deliver("kg");
    };
    say("2024-11-01", R"(,"version":3,"state":"open","reason":"Later.")");
    say("2024-10-01", R"(,"version":2,"state":"open","reason":"A little later.")");
    EXPECT_EQ(at("kg").actions()[0].due_on, (Date{2024, 11, 1}));
    EXPECT_EQ(at("kg").actions()[0].changes.size(), 1u);
    say("2024-12-01", R"(,"version":4,"state":"lost")");
    EXPECT_EQ(at("kg").actions()[0].version, 3);
}

TEST_F(ActionsTest, EvidenceCrossesAsWordsAndALinkOnly) {
    const auto id = asked();
    const auto send = [&](const NewProgress& said) {
        return at("kg").works->write<void>(coordinator, [&](Work& work) { return report_progress(work, *at("kg").exchange, id, said); });
    };
    EXPECT_EQ(send({"Half.", false, 101, "", ""}).error().key, "progress.percent");
    EXPECT_EQ(send({"Half.", false, 50, "", "http://example.org/report"}).error().key, "progress.link");
    EXPECT_EQ(send({"Half.", false, 50, "", "https://example.org/a b"}).error().key, "progress.link");
    ASSERT_TRUE(send({"Half.", false, 50, "A list of courses", "https://example.org/courses"}));
    at("kg").courier->deliver("council");
    const Action seen = at("council").actions()[0];
    ASSERT_EQ(seen.progress.size(), 1u);
    EXPECT_EQ(seen.progress[0].percent, 50);
    EXPECT_EQ(seen.progress[0].evidence, "A list of courses");
    EXPECT_EQ(seen.progress[0].evidence_url, "https://example.org/courses");
}

TEST_F(ActionsTest, TheCouncilTakesAReportByHandUntilTheItemIsAtItsNode) {
    const auto id = *ask(secretariat, training());
    const Actor focal{{}, Role::focal_point, "", "", "en", "", "kg"}, other{{}, Role::focal_point, "", "", "en", "", "uz"};
    const auto by_hand = [&](const Actor& actor) {
        return at("council").works->write<void>(actor, [&](Work& work) { return report_at_council(work, id, {"Begun."}); });
    };
    EXPECT_EQ(by_hand(other).error().code, ErrorCode::forbidden);
    ASSERT_TRUE(by_hand(focal));
    now = now.plus_seconds(60);  // reports of one instant have no order
    ASSERT_TRUE(by_hand(secretariat));
    const Action seen = at("council").actions()[0];
    ASSERT_EQ(seen.progress.size(), 2u);
    EXPECT_EQ(seen.progress[0].reported_by, "kg");
    EXPECT_EQ(seen.progress[1].reported_by, "council");
    at("council").courier->deliver("kg");
    EXPECT_EQ(by_hand(focal).error().key, "action.reported_from_node");
}

TEST_F(ActionsTest, ABodyWithoutANodeOwnsAnItemThatIsSentNowhere) {
    NewAction action = training();
    action.owner = "01900000-0000-7000-8000-000000000001";
    EXPECT_EQ(ask(secretariat, action).error().key, "action.owner");
    action.without_node = true;
    ASSERT_TRUE(ask(secretariat, action));
    EXPECT_EQ(at("council").actions().size(), 1u);
    EXPECT_EQ(at("council").problem("kg"), "none");
    action.owner = "kg";
    EXPECT_EQ(ask(secretariat, action).error().key, "action.owner");
}

}  // namespace
}  // namespace homeward::actions
