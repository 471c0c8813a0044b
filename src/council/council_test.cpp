#include "base/json.h"
#include "council/council_fixture.h"

namespace homeward::council {
namespace {

using access::Actor;
using access::Role;
using access::Work;

TEST_F(CouncilTest, ASessionIsOpenedWithItsAgendaAndStandsInTheList) {
    const auto id = open();
    ASSERT_TRUE(id);
    ASSERT_TRUE(add(*id, "Lessons of the first year"));
    ASSERT_TRUE(add(*id, "A shared survey"));
    const auto session = get<Session>([&](store::Connection& db) { return get_session(db, *id); });
    EXPECT_EQ(session.title, "First session of the Council");
    EXPECT_EQ(session.host, "uz");
    ASSERT_EQ(session.agenda.size(), 2u);
    EXPECT_EQ(session.agenda[0].position, 1);
    EXPECT_EQ(session.agenda[1].position, 2);
    EXPECT_EQ(session.agenda[1].title, "A shared survey");
    EXPECT_EQ(open("2024-12-10", "2024-12-11").has_value(), true);
    store->read([](store::Connection& db) {
        const auto sessions = list_sessions(db);
        ASSERT_EQ(sessions.size(), 2u);
        EXPECT_EQ(sessions[0].starts_on, (Date{2024, 12, 10}));
    });
}

TEST_F(CouncilTest, ASessionOfNoKindOfNoMemberOrEndingBeforeItBeginsIsRefused) {
    const auto with = [&](auto change) {
        Session session = a_session();
        change(session);
        return act<SessionId>(secretariat, [&](Work& work) { return open_session(work, members, session); }).error().key;
    };
    EXPECT_EQ(with([](Session& s) { s.kind = "party"; }), "session.kind");
    EXPECT_EQ(with([](Session& s) { s.host = "xx"; }), "session.host");
    EXPECT_EQ(with([](Session& s) { s.title = " \t "; }), "council.text_missing");
    EXPECT_EQ(with([](Session& s) { s.title = std::string(301, 'a'); }), "council.text_long");
    EXPECT_EQ(with([](Session& s) { s.ends_on = {2024, 5, 13}; }), "session.dates");
    EXPECT_EQ(add(SessionId::make(now), "An item").error().key, "session.not_found");
}

TEST_F(CouncilTest, DecisionsAreNumberedWithinTheirYear) {
    const auto first = *open();
    const auto later = *open("2025-04-30", "2025-04-30");
    EXPECT_EQ(decide(later, "2025-04-30").error().key, "decision.hall_not_held");
    now = *Instant::parse("2025-04-30T15:00:00Z");
    EXPECT_EQ(number_of(*decide(first, "2024-05-14")), "2024/1");
    EXPECT_EQ(number_of(*decide(first, "2024-05-14")), "2024/2");
    EXPECT_EQ(number_of(*decide(later, "2025-04-30")), "2025/1");
    for (int i = 3; i <= 11; ++i) EXPECT_EQ(number_of(*decide(first, "2024-05-14")), "2024/" + std::to_string(i));
}

TEST_F(CouncilTest, ADecisionStandsOnADayOfItsSessionAndOnItsAgenda) {
    const auto session = *open();
    const auto other = *open("2025-04-30", "2025-04-30");
    const auto item = *add(other, "An item of the other session");
    EXPECT_EQ(decide(session, "2024-05-15").error().key, "decision.date");
    EXPECT_EQ(decide(session, "2024-05-14", item).error().key, "agenda.not_found");
    EXPECT_EQ(decide(SessionId::make(now), "2024-05-14").error().key, "session.not_found");
    const auto mine = *add(session, "An item");
    const auto decided = decide(session, "2024-05-14", mine);
    ASSERT_TRUE(decided);
    EXPECT_EQ(decision(*decided).agenda_item_id, mine);
}

TEST_F(CouncilTest, AnActionOfADecisionGoesToItsOwnerAlone) {
    const auto decision = *decide(*open(), "2024-05-14");
    const auto action = act_for("kg", decision);
    ASSERT_TRUE(action);
    EXPECT_EQ(number("SELECT count(*) FROM exchange_outbox"), 1);
    EXPECT_EQ(text("SELECT to_member || ' ' || type FROM exchange_outbox"), "kg action@1.0");
    const auto message = exchange::read_message(text("SELECT message FROM exchange_outbox"), keys.at("kg"), members, now);
    ASSERT_TRUE(message);
    const auto payload = *json::parse(*message->payload);
    EXPECT_EQ(payload.at("id").as_string(), action->str());
    EXPECT_EQ(payload.at("decision").as_string(), "2024/1");
    EXPECT_EQ(payload.at("session").as_string(), "First session of the Council");
    EXPECT_EQ(payload.at("due_on").as_string(), "2024-09-01");
    EXPECT_EQ(exchange::read_message(text("SELECT message FROM exchange_outbox"), keys.at("uz"), members, now).error().key, "exchange.wrong_receiver");
    ActionFilter of_this;
    of_this.decision = decision;
    const auto kept = *act<ActionPage>(secretariat, [&](Work& work) { return list_council_actions(work, of_this); });
    ASSERT_EQ(kept.items.size(), 1u);
    EXPECT_EQ(kept.items[0].action.owner, "kg");
}

TEST_F(CouncilTest, AnActionThatIsRefusedSendsNothing) {
    const auto decision = *decide(*open(), "2024-05-14");
    EXPECT_EQ(act_for("xx", decision).error().key, "action.owner");
    EXPECT_EQ(act_for("council", decision).error().key, "action.owner");
    EXPECT_EQ(act_for("kg", decision, "2024-05-13").error().key, "action.in_the_past");
    EXPECT_EQ(act_for("kg", DecisionId::make(now)).error().key, "decision.not_found");
    EXPECT_EQ(number("SELECT count(*) FROM exchange_outbox"), 0);
    EXPECT_EQ(number("SELECT count(*) FROM action_items"), 0);
}

TEST_F(CouncilTest, ItsOwnerReportsProgressAndNobodyElse) {
    const auto action = *act_for("kg", *decide(*open(), "2024-05-14"));
    const auto report = [&](const char* from, const char* state) {
        const std::string payload = R"({"id":")" + actions::ProgressId::make(now).str() + R"(","action_id":")" + action.str() +
                                    R"(","note":"Begun in two regions.","state":")" + state + R"(","reported_at":"2024-05-20T08:00:00Z"})";
        return outcome_of(send(from, "progress@1.0", payload));
    };
    EXPECT_EQ(report("uz", "done"), "action.not_yours");
    EXPECT_EQ(report("kg", "open"), "accepted");
    EXPECT_EQ(report("kg", "lost"), "progress.state");
    EXPECT_EQ(report("kg", "done"), "accepted");
    const auto kept = get<actions::Action>([&](store::Connection& db) { return actions::get_action(db, action); });
    EXPECT_EQ(kept.state, "done");
    ASSERT_EQ(kept.progress.size(), 2u);
    EXPECT_EQ(kept.progress[0].note, "Begun in two regions.");
}

TEST_F(CouncilTest, EachRoleMayDoWhatItsLineInTheTableSaysAndNoMore) {
    const auto session = *open();
    const auto decision = *decide(session, "2024-05-14");
    for (const Role role : {Role::focal_point, Role::expert, Role::observer, Role::admin, Role::data_protection_officer}) {
        const Actor actor = account(std::string(access::name_of(role)).c_str(), role);
        const auto refused = [&](auto job) { return act<void>(actor, job).error().key; };
        EXPECT_EQ(refused([&](Work& w) -> Done { TRY(open_session(w, members, a_session())); return {}; }), "access.not_allowed");
        EXPECT_EQ(refused([&](Work& w) -> Done { TRY(add_agenda_item(w, session, "An item", "")); return {}; }), "access.not_allowed");
        EXPECT_EQ(refused([&](Work& w) -> Done { TRY(record_decision(w, *exchange, {session, std::nullopt, {{"en", "Text"}}, {2024, 5, 14}})); return {}; }), "access.not_allowed");
        EXPECT_EQ(refused([&](Work& w) -> Done { TRY(act_on(w, *exchange, decision, {"kg", "Act", "", {2024, 9, 1}, {}, {}})); return {}; }), "access.not_allowed");
        EXPECT_EQ(refused([&](Work& w) -> Done { TRY(publish_claim(w, a_claim("kg", 511))); return {}; }), "access.not_allowed");
        EXPECT_EQ(refused([&](Work& w) -> Done { return withdraw_claim(w, ClaimId::make(w.now)); }), "access.not_allowed");
        const bool reads = role == Role::focal_point || role == Role::expert || role == Role::observer;
        EXPECT_EQ(may(actor, access::Permission::read_council), reads);
    }
    EXPECT_EQ(number("SELECT count(*) FROM council_sessions"), 1);
}

TEST_F(CouncilTest, EveryChangeIsALineOfTheLog) {
    const auto session = *open();
    (void)add(session, "An item");
    (void)act_for("kg", *decide(session, "2024-05-14"));
    const auto claim = *publish(a_claim("kg", 511));
    (void)act<void>(secretariat, [&](Work& work) { return withdraw_claim(work, claim); });
    for (const char* action : {"session.opened", "agenda.added", "decision.recorded", "action.created", "claim.published", "claim.withdrawn"}) {
        EXPECT_EQ(number("SELECT count(*) FROM audit_leaves WHERE action = '" + std::string(action) + "'"), 1) << action;
    }
}

}  // namespace
}  // namespace homeward::council
