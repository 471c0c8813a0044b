// A decision's life: who may write it, who may stop it, and that nothing but the calendar adopts it.
#include "council/decisions/decision.h"

#include "council/audience.h"
#include "council/clock.h"
#include "council/council_fixture.h"
#include "council/decisions/decision_json.h"
#include "council/decisions/decision_list.h"
#include "council/decisions/decision_story.h"

namespace homeward::council {
namespace {

using access::Actor;
using access::Role;
using access::Work;

struct DecisionTest : CouncilTest {
    Actor uz = account("focal.uz", Role::focal_point, "uz"), kg = account("focal.kg", Role::focal_point, "kg");
    Actor observer = account("observer", Role::observer, "un"), body = account("focal.osce", Role::focal_point, "osce");

    static DecisionDraft a_draft() {
        return {"A shared survey", {"en", "ru"}, {{"en", "The members share the survey."}, {"ru", "Члены делятся опросом."}}};
    }
    Result<DecisionId> write(const DecisionDraft& draft) {
        return act<DecisionId>(secretariat, [&](Work& work) { return draft_decision(work, draft); });
    }
    Done change(const Actor& actor, std::function<Done(Work&)> job) { return act<void>(actor, job); }
    Done edit(DecisionId id, int version, const DecisionDraft& draft) {
        return change(secretariat, [&](Work& work) { return edit_decision(work, id, version, draft); });
    }
    Done silence(DecisionId id, const char* until, int version = 1) {
        return change(secretariat, [&](Work& work) { return begin_silence(work, id, version, *Date::parse(until)); });
    }
    Done object(const Actor& actor, DecisionId id, const char* reason = "The text goes beyond our law.") {
        return change(actor, [&](Work& work) -> Done { TRY(object_to_decision(work, *exchange, id, reason)); return {}; });
    }
    Done take_back(const Actor& actor, DecisionId id) {
        return change(actor, [&](Work& work) { return withdraw_objection(work, *exchange, id); });
    }
    void tick() { ASSERT_TRUE(change(system, adopt_what_is_due)); }
    void at(const char* instant) { now = *Instant::parse(instant); }
    std::vector<Silence> silences(DecisionId id) {
        return *act<std::vector<Silence>>(system, [&](Work& work) -> Result<std::vector<Silence>> { return silences_of(work, id); });
    }
    std::vector<std::string> titles(const Actor& actor, const DecisionFilter& filter = {}) {
        const auto page = act<DecisionPage>(actor, [&](Work& work) { return list_decisions(work, filter); });
        std::vector<std::string> found;
        for (const auto& each : page->items) found.push_back(each.title);
        return found;
    }
    /// Under silence from 14 to 20 May 2024.
    DecisionId under_silence() {
        const auto id = *write(a_draft());
        EXPECT_TRUE(silence(id, "2024-05-20"));
        return id;
    }
};

TEST_F(DecisionTest, IsAdoptedByTheCalendarAtTheEndOfTheLastDay) {
    const auto id = under_silence();
    at("2024-05-20T23:59:59Z");
    tick();
    EXPECT_EQ(decision(id).state, "silence");
    EXPECT_EQ(decision(id).number, "");
    at("2024-05-21T00:00:00Z");
    tick();
    const auto adopted = decision(id);
    EXPECT_EQ(adopted.state, "adopted");
    EXPECT_EQ(adopted.number, "2024/1");
    EXPECT_EQ(adopted.adopted_on, (Date{2024, 5, 20}));
    EXPECT_EQ(silences(id)[0].ended_at, *Instant::parse("2024-05-21T00:00:00Z"));
    EXPECT_EQ(number("SELECT count(*) FROM audit_leaves WHERE action = 'decision.adopted'"), 1);
    tick();
    EXPECT_EQ(number("SELECT count(*) FROM audit_leaves WHERE action = 'decision.adopted'"), 1);
}

TEST_F(DecisionTest, ReadsAsAdoptedAlsoBeforeAnybodyHasRecordedIt) {
    const auto id = under_silence();
    at("2024-06-30T08:00:00Z");
    EXPECT_EQ(decision(id).state, "adopted");
    EXPECT_EQ(decision(id).adopted_on, (Date{2024, 5, 20}));
    EXPECT_EQ(silences(id)[0].outcome, "adopted");
    EXPECT_EQ(titles(secretariat, {.state = "adopted", .year = {}}).size(), 1u);
    EXPECT_EQ(titles(secretariat, {.state = "silence", .year = {}}).size(), 0u);
    EXPECT_EQ(object(uz, id).error().key, "decision.no_silence");
    EXPECT_EQ(edit(id, 1, a_draft()).error().key, "decision.not_a_draft");
    EXPECT_EQ(silence(id, "2024-07-20").error().key, "decision.not_a_draft");
    // Weeks later the record still says on which day the silence ended.
    tick();
    EXPECT_EQ(decision(id).adopted_on, (Date{2024, 5, 20}));
}

TEST_F(DecisionTest, AnObjectionOfAStateStopsIt) {
    const auto id = under_silence();
    at("2024-05-20T23:59:59Z");
    ASSERT_TRUE(object(uz, id));
    at("2024-05-25T00:00:00Z");
    tick();
    EXPECT_EQ(decision(id).state, "objected");
    EXPECT_EQ(number("SELECT count(*) FROM audit_leaves WHERE action = 'decision.adopted'"), 0);
    const auto told = silences(id);
    ASSERT_EQ(told[0].objections.size(), 1u);
    EXPECT_EQ(told[0].outcome, "objected");
    EXPECT_EQ(told[0].objections[0].member, "uz");
    EXPECT_EQ(told[0].objections[0].reason, "The text goes beyond our law.");
}

TEST_F(DecisionTest, OnlyAFocalPointOfAMemberStateObjects) {
    const auto id = under_silence();
    for (const auto& actor : {observer, secretariat, account("expert", Role::expert)}) EXPECT_EQ(object(actor, id).error().key, "access.not_allowed");
    EXPECT_EQ(object(body, id).error().key, "decision.not_a_state");
    EXPECT_EQ(object(uz, id, "  ").error().key, "council.text_missing");
    EXPECT_EQ(decision(id).state, "silence");
}

TEST_F(DecisionTest, SeveralStatesMayObjectUntilTheSilenceWouldHaveEnded) {
    const auto id = under_silence();
    ASSERT_TRUE(object(uz, id));
    EXPECT_EQ(object(uz, id).error().key, "decision.objected_already");
    at("2024-05-20T12:00:00Z");
    ASSERT_TRUE(object(kg, id));
    at("2024-05-21T00:00:00Z");
    EXPECT_EQ(object(account("focal2.kg", Role::focal_point, "kg"), id).error().key, "decision.no_silence");
    EXPECT_EQ(silences(id)[0].objections.size(), 2u);
}

TEST_F(DecisionTest, AWithdrawnObjectionDoesNotMendTheSilence) {
    const auto id = under_silence();
    ASSERT_TRUE(object(uz, id));
    EXPECT_EQ(silence(id, "2024-05-30").error().key, "decision.revise_first");
    EXPECT_EQ(take_back(kg, id).error().key, "decision.no_objection");
    ASSERT_TRUE(take_back(uz, id));
    at("2024-05-22T00:00:00Z");
    tick();
    EXPECT_EQ(decision(id).state, "objected");
    ASSERT_TRUE(silence(id, "2024-05-30"));
    EXPECT_EQ(decision(id).version, 2);
    at("2024-05-31T00:00:00Z");
    tick();
    EXPECT_EQ(decision(id).number, "2024/1");
    EXPECT_EQ(silences(id).size(), 2u);
}

TEST_F(DecisionTest, AnObjectedTextIsRevisedAndLiesUnderSilenceAnew) {
    const auto id = under_silence();
    ASSERT_TRUE(object(uz, id));
    auto revised = a_draft();
    EXPECT_EQ(edit(id, 1, revised).error().key, "decision.unchanged");
    revised.texts["en"] = "The members share the survey where their law allows.";
    ASSERT_TRUE(edit(id, 1, revised));
    EXPECT_EQ(decision(id).state, "draft");
    ASSERT_TRUE(silence(id, "2024-05-17", 2));
    at("2024-05-18T00:00:00Z");
    tick();
    EXPECT_EQ(decision(id).state, "adopted");
    const auto told = silences(id);
    ASSERT_EQ(told.size(), 2u);
    EXPECT_EQ(told[1].version, 2);
    EXPECT_EQ(told[1].outcome, "adopted");
}

TEST_F(DecisionTest, EveryAgreedLanguageIsWrittenBeforeTheSilence) {
    auto draft = a_draft();
    draft.languages = {"uz", "ru", "en"};
    const auto id = *write(draft);
    EXPECT_EQ(decision(id).languages, (std::vector<std::string>{"en", "ru", "uz"}));
    const auto refused = silence(id, "2024-05-20").error();
    EXPECT_EQ(refused.key, "decision.language_missing");
    EXPECT_EQ(refused.params.at("language"), "uz");
    draft.texts["uz"] = "Aʼzolar soʻrovnoma bilan boʻlishadilar.";
    ASSERT_TRUE(edit(id, 1, draft));
    EXPECT_TRUE(silence(id, "2024-05-20", 2));
}

TEST_F(DecisionTest, ASilenceIsNotTooShort) {
    const auto id = *write(a_draft());
    EXPECT_EQ(silence(id, "2024-05-16").error().key, "decision.silence_short");
    EXPECT_EQ(silence(id, "2024-05-16").error().params.at("days"), "3");
    EXPECT_TRUE(silence(id, "2024-05-17"));
}

TEST_F(DecisionTest, AnEditNeverOverwritesAColleagues) {
    const auto id = *write(a_draft());
    auto one = a_draft(), two = a_draft();
    one.title = "A survey of all";
    two.texts["ru"] = "Иначе.";
    ASSERT_TRUE(edit(id, 1, one));
    EXPECT_EQ(edit(id, 1, two).error().key, "decision.changed");
    EXPECT_EQ(silence(id, "2024-05-20", 1).error().key, "decision.changed");
    const auto edits = get<std::vector<DecisionEdit>>([&](store::Connection& db) -> Result<std::vector<DecisionEdit>> { return edits_of(db, id); });
    ASSERT_EQ(edits.size(), 1u);
    EXPECT_EQ(edits[0].by, "secretariat");
    ASSERT_EQ(edits[0].changes.size(), 1u);
    EXPECT_EQ(edits[0].changes[0].field, "title");
    EXPECT_EQ(edits[0].changes[0].was, "A shared survey");
    EXPECT_EQ(edits[0].changes[0].became, "A survey of all");
}

TEST_F(DecisionTest, ADraftNeedsATitleAndLanguagesThatTheCouncilWrites) {
    const auto refused = [&](auto change) {
        auto draft = a_draft();
        change(draft);
        return write(draft).error().key;
    };
    EXPECT_EQ(refused([](DecisionDraft& d) { d.title = " "; }), "council.text_missing");
    EXPECT_EQ(refused([](DecisionDraft& d) { d.languages = {}; }), "decision.languages");
    EXPECT_EQ(refused([](DecisionDraft& d) { d.languages = {"en", "de"}; }), "decision.language");
    EXPECT_EQ(refused([](DecisionDraft& d) { d.texts["kk"] = "Мәтін."; }), "decision.language");
    EXPECT_EQ(refused([](DecisionDraft& d) { d.texts["en"] = std::string(20'001, 'a'); }), "council.text_long");
    EXPECT_EQ(refused([&](DecisionDraft& d) { d.session_id = SessionId::make(now); }), "session.not_found");
    EXPECT_EQ(refused([](DecisionDraft& d) { d.commitment_id = "III.4"; }), "decision.commitment");
    EXPECT_EQ(refused([&](DecisionDraft& d) { d.agenda_item_id = AgendaItemId::make(now); }), "agenda.not_found");
    EXPECT_EQ(number("SELECT count(*) FROM decisions"), 0);
}

TEST_F(DecisionTest, NumbersHaveNoGapsWhateverBecomesOfDrafts) {
    const auto stopped = under_silence(), first = under_silence();
    ASSERT_TRUE(object(uz, stopped));
    const auto session = *open();
    EXPECT_EQ(number_of(*decide(session, "2024-05-14")), "2024/1");
    at("2024-05-21T00:00:00Z");
    tick();
    EXPECT_EQ(number_of(first), "2024/2");
    EXPECT_EQ(number_of(*decide(session, "2024-05-14")), "2024/3");
}

TEST_F(DecisionTest, ALaterOneTakesTheEarliersPlaceWhenItIsAdopted) {
    const auto earlier = *decide(*open(), "2024-05-14");
    auto draft = a_draft();
    draft.supersedes = {earlier, earlier};
    const auto later = *write(draft);
    draft.supersedes = {later};
    EXPECT_EQ(edit(later, 1, draft).error().key, "decision.supersedes");
    ASSERT_TRUE(silence(later, "2024-05-20"));
    EXPECT_FALSE(decision(earlier).superseded_by);
    at("2024-05-21T00:00:00Z");
    tick();
    ASSERT_TRUE(decision(earlier).superseded_by);
    EXPECT_EQ(decision(earlier).superseded_by->number, "2024/2");
    ASSERT_EQ(decision(later).supersedes.size(), 1u);
    EXPECT_EQ(decision(later).supersedes[0].id, earlier);
    EXPECT_EQ(titles(observer, {.state = "superseded", .year = {}}).size(), 1u);
    EXPECT_EQ(titles(observer, {.state = "adopted", .year = {}}), std::vector<std::string>{"A shared survey"});
}

TEST_F(DecisionTest, BeforeAdoptionOnlyThoseWhoDecideSeeIt) {
    const auto id = under_silence();
    const auto sees = [&](const Actor& actor) { return !titles(actor).empty(); };
    EXPECT_TRUE(sees(uz) && sees(secretariat));
    EXPECT_FALSE(sees(observer));
    EXPECT_FALSE(sees(Actor::guest()));
    at("2024-05-21T00:00:00Z");
    tick();
    EXPECT_TRUE(sees(observer));
    EXPECT_FALSE(sees(Actor::guest()));
    const auto may = [&](const Actor& actor) { return *act<bool>(actor, [&](Work& work) -> Result<bool> { return may_see(work, "deliberation", id.str()); }); };
    EXPECT_TRUE(may(uz));
    EXPECT_FALSE(may(observer));
    ASSERT_TRUE(change(secretariat, [&](Work& work) { return publish_decision(work, id); }));
    EXPECT_TRUE(sees(Actor::guest()));
}

TEST_F(DecisionTest, IsFoundByItsWordsAndItsNumberByThoseWhoMayReadIt) {
    const auto id = under_silence();
    EXPECT_EQ(titles(uz, {.state = "", .year = {}, .session = {}, .words = "survey"}).size(), 1u);
    EXPECT_EQ(titles(observer, {.state = "", .year = {}, .session = {}, .words = "survey"}).size(), 0u);
    EXPECT_EQ(titles(uz, {.state = "", .year = {}, .session = {}, .words = "elephants"}).size(), 0u);
    at("2024-05-21T00:00:00Z");
    tick();
    EXPECT_EQ(titles(observer, {.state = "", .year = 2024, .session = {}, .words = "2024/1"}).size(), 1u);
    EXPECT_EQ(titles(observer, {.state = "", .year = 2023, .session = {}, .words = "2024/1"}).size(), 0u);
    EXPECT_EQ(decision(id).number, "2024/1");
}

TEST_F(DecisionTest, TheListGoesPageByPageAndMissesNone) {
    const auto session = *open();
    for (int i = 0; i < 7; ++i) ASSERT_TRUE(decide(session, "2024-05-14"));
    DecisionFilter filter;
    filter.limit = 3;
    std::vector<std::string> seen;
    do {
        const auto page = *act<DecisionPage>(observer, [&](Work& work) { return list_decisions(work, filter); });
        for (const auto& each : page.items) seen.push_back(each.number);
        filter.cursor = page.next;
    } while (!filter.cursor.empty());
    EXPECT_EQ(seen.size(), 7u);
    std::ranges::sort(seen);
    EXPECT_EQ(std::ranges::unique(seen).size(), 0u);
    filter.cursor = "x' OR 1=1";
    EXPECT_EQ(act<DecisionPage>(observer, [&](Work& work) { return list_decisions(work, filter); }).error().key, "decision.cursor");
}

TEST_F(DecisionTest, AStateExplainsItsPositionBesideIt) {
    const auto id = *write(a_draft());
    const auto note = [&](const Actor& actor) { return change(actor, [&](Work& work) -> Done { TRY(add_note(work, *exchange, id, "We read it in the light of our law.")); return {}; }); };
    EXPECT_EQ(note(uz).error().key, "decision.no_notes");
    ASSERT_TRUE(silence(id, "2024-05-20"));
    ASSERT_TRUE(note(uz));
    EXPECT_EQ(note(body).error().key, "decision.not_a_state");
    EXPECT_EQ(note(observer).error().key, "access.not_allowed");
    EXPECT_EQ(decision(id).state, "silence");
    const auto notes = get<std::vector<DecisionNote>>([&](store::Connection& db) -> Result<std::vector<DecisionNote>> { return notes_of(db, id); });
    ASSERT_EQ(notes.size(), 1u);
    EXPECT_EQ(notes[0].member, "uz");
}

TEST_F(DecisionTest, StatesAreRemindedOnceBeforeASilenceEnds) {
    const auto id = under_silence();
    const auto reminded = [&] {
        EXPECT_TRUE(change(system, remind_of_silences));
        return number("SELECT count(*) FROM decision_silences WHERE reminded_at IS NOT NULL");
    };
    EXPECT_EQ(reminded(), 0);
    at("2024-05-19T08:00:00Z");
    EXPECT_EQ(reminded(), 1);
    const auto when = text("SELECT reminded_at FROM decision_silences");
    at("2024-05-20T08:00:00Z");
    EXPECT_EQ(reminded(), 1);
    EXPECT_EQ(text("SELECT reminded_at FROM decision_silences"), when);
    EXPECT_EQ(decision(id).state, "silence");
}

TEST_F(DecisionTest, ADraftIsTakenBackWithAReason) {
    const auto id = *write(a_draft());
    const auto withdraw = [&](const char* reason) { return change(secretariat, [&](Work& work) { return withdraw_decision(work, id, 1, reason); }); };
    EXPECT_EQ(withdraw("").error().key, "council.text_missing");
    ASSERT_TRUE(withdraw("The working group looks at it again."));
    EXPECT_EQ(decision(id).state, "withdrawn");
    EXPECT_EQ(silence(id, "2024-05-20", 2).error().key, "decision.not_a_draft");
    EXPECT_EQ(act_for("kg", id).error().key, "decision.not_adopted");
}

TEST_F(DecisionTest, PointsToTheClauseThatItServes) {
    const std::string document = DecisionId::make(now).str(), clause = DecisionId::make(now).str();
    store->write([&](store::Connection& db) {
        db.run("INSERT INTO commitment_documents (id, kind, title_en, title_ru, state, adopted_on, link, source, public, version, changed_by, changed_at)"
               " VALUES ($1, 'joint_plan', 'Joint Plan of Action', '', '', '2022-03', '', 'A source', 1, 1, 'x', $2)", document, now);
        db.run("INSERT INTO commitments (id, document_id, clause, text_en, text_ru, pillar, topic, version, changed_by, changed_at)"
               " VALUES ($1, $2, 'III.4', 'A text', '', 'rights', 'family', 1, 'x', $3)", clause, document, now);
        return true;
    });
    auto draft = a_draft();
    draft.commitment_id = clause;
    const auto served = decision(*write(draft)).commitment;
    ASSERT_TRUE(served);
    EXPECT_EQ(served->clause, "III.4");
    EXPECT_EQ(served->document_id, document);
    EXPECT_EQ(served->title_en, "Joint Plan of Action");
}

TEST_F(DecisionTest, WhatItPointsToIsNamedOnlyToThoseWhoMayReadIt) {
    const auto session = *open();
    const auto earlier = *decide(session, "2024-05-14");
    const auto later = *act<DecisionId>(secretariat, [&](Work& work) {
        return record_decision(work, *exchange, {session, std::nullopt, {{"en", "The members share more."}}, {2024, 5, 14}, "More", true, {earlier}});
    });
    ASSERT_TRUE(change(secretariat, [&](Work& work) -> Done { set_audience(work, "session", session.str(), {"signed_in"}); return {}; }));
    const auto shown = [&](const Actor& actor) { return *act<DecisionBody>(actor, [&](Work& work) -> Result<DecisionBody> { return decision_body(work, TRY(get_decision(work, later))); }); };
    EXPECT_EQ(shown(observer).session_title, "First session of the Council");
    EXPECT_EQ(shown(observer).supersedes.size(), 1u);
    const auto outside = shown(Actor::guest());
    EXPECT_EQ(outside.session_title, "");
    EXPECT_FALSE(outside.session_id);
    EXPECT_TRUE(outside.supersedes.empty());
    EXPECT_EQ(outside.title, "More");
}

/// Every route that could change a decision, tried while it lies under silence: none of them adopts it.
TEST_F(DecisionTest, NoRouteAdoptsEarly) {
    const auto id = under_silence();
    http::Router router;
    routes(router, program());
    int tried = 0;
    for (const auto& route : router.routes()) {
        if (route.kind != http::RouteKind::write || !route.pattern.starts_with("/api/decisions")) continue;
        if (route.pattern.find("objection") != std::string::npos) continue;
        for (const char* body : {"{}", R"({"version":1,"ends_on":"2024-05-14"})", R"({"version":1,"reason":"x"})", R"({"text":"x"})",
                                 R"({"version":1,"title":"x","languages":["en"],"texts":{"en":"x"}})"}) {
            for (const auto& actor : {secretariat, uz}) {
                http::Request request;
                request.method = route.method;
                request.path_parameters = {{"decision_id", id.str()}};
                request.headers = {{"content-type", "application/json"}};
                request.body = body;
                (void)act<http::Reply>(actor, [&](Work& work) { return route.handler(work, request); });
                ++tried;
            }
        }
        EXPECT_EQ(decision(id).state, "silence") << route.pattern;
    }
    EXPECT_GT(tried, 50);
    EXPECT_EQ(decision(id).title, "A shared survey");
}

}  // namespace
}  // namespace homeward::council
