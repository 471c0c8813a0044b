#include "council/audience.h"
#include "council/council_fixture.h"
#include "council/meetings/agenda_clock.h"
#include "council/meetings/feed.h"
#include "council/meetings/minutes.h"
#include "council/meetings/visit.h"
#include "council/members/body.h"

namespace homeward::council {
namespace {

using access::Actor;
using access::Role;
using access::Work;

struct Meetings : CouncilTest {
    Actor kg, uz, observer, second;

    Meetings() {
        EXPECT_TRUE(change(system, [&](Work& work) -> Done {
            know_states(work, *exchange);
            return {};
        }));
        kg = account("focal.kg", Role::focal_point, "kg");
        uz = account("focal.uz", Role::focal_point, "uz");
        observer = account("observer", Role::observer, "kg");
        second = account("secretariat2", Role::secretariat);
    }
    Done change(const Actor& actor, const std::function<Done(Work&)>& job) { return works->write<void>(actor, job); }
    std::string key(const Done& done) { return done ? "" : done.error().key; }
    Session session_of(SessionId id) {
        return get<Session>([&](store::Connection& db) { return get_session(db, id); });
    }
    SessionId plan(const std::function<void(Session&)>& with = [](Session&) {}) {
        Session session = a_session("2024-06-10", "2024-06-11");
        session.opens_at = "09:30";
        session.register_until = Date::parse("2024-06-01");
        with(session);
        return act<SessionId>(secretariat, [&](Work& work) { return open_session(work, members, session); }).value();
    }
    std::string add_timed(SessionId id, const char* title, const char* starts_at, int minutes, const char* day = nullptr) {
        AgendaItem item{{}, 1, title, ""};
        item.starts_at = starts_at;
        item.minutes = minutes;
        if (day) item.held_on = Date::parse(day);
        auto result = act<AgendaItemId>(secretariat, [&](Work& work) { return add_agenda_item(work, id, item); });
        return result ? "" : result.error().key;
    }
    Result<DelegateId> register_one(const Actor& actor, SessionId id, const char* body, const char* name, const char* role = "delegate") {
        return act<DelegateId>(actor, [&](Work& work) { return register_delegate(work, id, {{}, body, role, name, "Head of section", "ru", ""}); });
    }
    void hold(SessionId id) {
        now = *Instant::parse("2024-06-12T09:00:00Z");
        EXPECT_EQ(key(change(secretariat, [&](Work& work) { return hold_session(work, id, session_of(id).version); })), "");
    }
    std::string write(SessionId id, int version, const char* text = "The members met.\n\nThey shared what they learned.") {
        return key(change(secretariat, [&](Work& work) { return write_minutes(work, id, version, text, ""); }));
    }
    std::string approve(SessionId id, int version) {
        return key(change(secretariat, [&](Work& work) { return approve_minutes(work, id, version); }));
    }
    bool sees(const Actor& actor, const char* kind, const std::string& id) {
        bool seen = false;
        EXPECT_TRUE((works->read<void>(actor, [&](Work& work) -> Done {
            seen = may_see(work, kind, id);
            return {};
        })));
        return seen;
    }
};

TEST_F(Meetings, TheClockOfTheAgendaIsComputedAndOverlapIsRefused) {
    const auto id = plan();
    EXPECT_EQ(add_timed(id, "Opening", "", 30), "");
    EXPECT_EQ(add_timed(id, "Reports", "", 60), "");
    EXPECT_EQ(add_timed(id, "Too early", "10:30", 15), "agenda.overlap");
    EXPECT_EQ(add_timed(id, "After lunch", "14:00", 45), "");
    EXPECT_EQ(add_timed(id, "Second day", "10:00", 60, "2024-06-11"), "");
    EXPECT_EQ(add_timed(id, "Third day", "10:00", 60, "2024-06-12"), "agenda.day");
    EXPECT_EQ(add_timed(id, "No clock", "25:00", 60), "agenda.clock");
    const auto times = times_of(session_of(id));
    ASSERT_EQ(times.size(), 4u);
    EXPECT_EQ(clock_of_minutes(*times[0].begins), "09:30");
    EXPECT_EQ(clock_of_minutes(*times[1].begins) + "-" + clock_of_minutes(*times[1].ends), "10:00-11:00");
    EXPECT_EQ(clock_of_minutes(*times[2].begins), "14:00");
    EXPECT_EQ(times[3].day, *Date::parse("2024-06-11"));
}

TEST_F(Meetings, ItemsMoveAndAStaleVersionIsRefused) {
    const auto id = plan([](Session& session) { session.opens_at = ""; });
    for (const char* title : {"One", "Two", "Three"}) EXPECT_EQ(add_timed(id, title, "", 0), "");
    const auto three = session_of(id).agenda[2];
    const auto move = [&](int version) {
        return key(change(secretariat, [&](Work& work) { return move_agenda_item(work, id, three.id, version, 1); }));
    };
    EXPECT_EQ(move(1), "");
    EXPECT_EQ(move(1), "agenda.changed");
    auto agenda = session_of(id).agenda;
    EXPECT_EQ(agenda[0].title + agenda[1].title + agenda[2].title, "ThreeOneTwo");
    const auto one = agenda[1].id;
    EXPECT_TRUE(sees(observer, "agenda_item", one.str()));
    EXPECT_EQ(key(change(secretariat, [&](Work& work) { return remove_agenda_item(work, id, one, 1); })), "");
    EXPECT_FALSE(sees(observer, "agenda_item", one.str()));
    EXPECT_EQ(add_timed(id, "Four", "", 0), "");
    agenda = session_of(id).agenda;
    ASSERT_EQ(agenda.size(), 3u);
    EXPECT_EQ(agenda[2].position, 3);
    EXPECT_EQ(agenda[2].title, "Four");
}

TEST_F(Meetings, SpeakersAreNamedOnPublicSessionsAlone) {
    const auto id = plan();
    AgendaItem item{{}, 1, "Opening remarks", ""};
    item.speaker = "A speaker";
    const auto add = [&](SessionId session) {
        const auto result = act<AgendaItemId>(secretariat, [&](Work& work) { return add_agenda_item(work, session, item); });
        return result ? "" : result.error().key;
    };
    EXPECT_EQ(add(id), "agenda.speaker");
    const auto open = plan([](Session& session) { session.is_public = true; });
    EXPECT_EQ(add(open), "");
    Session closed = session_of(open);
    closed.is_public = false;
    EXPECT_EQ(key(change(secretariat, [&](Work& work) { return edit_session(work, members, closed); })), "session.speakers_named");
    EXPECT_TRUE(sees(Actor::guest(), "announcement", open.str()));
    EXPECT_FALSE(sees(Actor::guest(), "announcement", id.str()));
    EXPECT_TRUE(sees(observer, "announcement", id.str()));
    // Papers hang on the session itself, which stays with the Council.
    EXPECT_FALSE(sees(Actor::guest(), "session", open.str()));
    EXPECT_FALSE(sees(Actor::guest(), "agenda_item", session_of(open).agenda[0].id.str()));
}

TEST_F(Meetings, ADelegationRegistersItsOwnAndNobodyElseReadsTheirNames) {
    const auto id = plan();
    const auto first = register_one(kg, id, "kg", "A. Delegate", "head");
    ASSERT_TRUE(first);
    EXPECT_EQ(register_one(kg, id, "kg", "a. delegate").error().key, "delegate.twice");
    EXPECT_EQ(register_one(kg, id, "uz", "B. Delegate").error().key, "access.not_allowed");
    EXPECT_EQ(register_one(kg, id, "kg", "C. Expert", "expert").error().key, "delegate.role");
    ASSERT_TRUE(register_one(secretariat, id, "", "An expert", "expert"));
    ASSERT_TRUE(register_one(uz, id, "uz", "D. Delegate"));
    EXPECT_TRUE(sees(kg, "delegate", first->str()));
    EXPECT_FALSE(sees(uz, "delegate", first->str()));
    EXPECT_TRUE(works->read<bool>(uz, [&](Work& work) -> Result<bool> { return delegates_of(work, id).size() == 1; }).value());
    EXPECT_TRUE(works->read<bool>(secretariat, [&](Work& work) -> Result<bool> { return delegates_of(work, id).size() == 3; }).value());
    now = *Instant::parse("2024-06-02T00:00:00Z");  // the last day has ended
    EXPECT_EQ(register_one(uz, id, "uz", "E. Delegate").error().key, "registration.closed");
    const auto counts = get<std::vector<DelegationCount>>([&](store::Connection& db) -> Result<std::vector<DelegationCount>> { return counts_of(db, id); });
    ASSERT_EQ(counts.size(), 3u);
    EXPECT_EQ(counts[1].body, "kg");
    EXPECT_EQ(counts[1].registered, 1);
}

TEST_F(Meetings, AttendanceCountsPersonsNotDays) {
    const auto id = plan();
    const auto who = register_one(kg, id, "kg", "A. Delegate").value();
    const auto tick = [&](std::vector<Date> days) {
        return key(change(secretariat, [&](Work& work) { return tick_attendance(work, id, who, days); }));
    };
    EXPECT_EQ(tick({*Date::parse("2024-06-10")}), "session.not_begun");
    now = *Instant::parse("2024-06-11T09:00:00Z");
    EXPECT_EQ(tick({*Date::parse("2024-06-10"), *Date::parse("2024-06-11")}), "");
    EXPECT_EQ(tick({*Date::parse("2024-06-13")}), "attendance.day");
    EXPECT_EQ(number("SELECT COUNT(*) FROM attendance"), 2);
    const auto counts = get<std::vector<DelegationCount>>([&](store::Connection& db) -> Result<std::vector<DelegationCount>> { return counts_of(db, id); });
    EXPECT_EQ(counts[0].attended, 1);
    EXPECT_EQ(key(change(kg, [&](Work& work) { return withdraw_delegate(work, id, who, 1); })), "registration.closed");
    EXPECT_EQ(key(change(secretariat, [&](Work& work) { return withdraw_delegate(work, id, who, 1); })), "delegate.attended");
}

TEST_F(Meetings, AnInvitedBodyAnswersForItself) {
    const auto id = plan();
    const auto invitation = act<SessionInvitationId>(secretariat, [&](Work& work) { return invite(work, id, "kg"); }).value();
    EXPECT_EQ(act<SessionInvitationId>(secretariat, [&](Work& work) { return invite(work, id, "kg"); }).error().key, "invitation.twice");
    const auto answer = [&](const Actor& actor) {
        return key(change(actor, [&](Work& work) { return answer_invitation(work, id, invitation, "accepted", ""); }));
    };
    EXPECT_EQ(answer(uz), "invitation.not_found");
    EXPECT_EQ(answer(observer), "access.not_allowed");
    EXPECT_EQ(answer(kg), "");
    EXPECT_EQ(text("SELECT answer FROM session_invitations"), "accepted");
}

TEST_F(Meetings, MinutesAreApprovedWhenTheDayHasPassedAndAllIsAnswered) {
    const auto id = plan();
    ASSERT_TRUE(register_one(kg, id, "kg", "A. Delegate"));
    ASSERT_TRUE(register_one(uz, id, "uz", "B. Delegate"));
    hold(id);
    EXPECT_EQ(write(id, 0), "");
    EXPECT_EQ(write(id, 0), "minutes.changed");
    EXPECT_FALSE(sees(kg, "minutes", id.str()));
    EXPECT_EQ(approve(id, 1), "minutes.not_circulated");
    const auto circulate = [&](const char* until) {
        return key(change(secretariat, [&](Work& work) { return circulate_minutes(work, id, 1, *Date::parse(until)); }));
    };
    EXPECT_EQ(circulate("2024-06-12"), "minutes.until");
    EXPECT_EQ(circulate("2024-06-20"), "");
    EXPECT_TRUE(sees(kg, "minutes", id.str()));
    EXPECT_FALSE(sees(observer, "minutes", id.str()));
    EXPECT_EQ(approve(id, 1), "minutes.too_early");

    const auto comment = [&](const Actor& actor, int paragraph) {
        return act<MinutesCommentId>(actor, [&](Work& work) { return comment_on_minutes(work, id, {{}, "", {}, paragraph, 1, "Say who shared.", {}}); });
    };
    EXPECT_EQ(comment(kg, 3).error().key, "minutes.place");
    EXPECT_EQ(comment(observer, 2).error().key, "minutes.not_found");
    const auto said = comment(kg, 2);
    ASSERT_TRUE(said);
    now = *Instant::parse("2024-06-20T23:59:59Z");
    EXPECT_EQ(approve(id, 1), "minutes.unanswered");
    const auto reply = [&](const char* reason) {
        return key(change(secretariat, [&](Work& work) { return answer_comment(work, id, *said, "not_taken", reason); }));
    };
    EXPECT_EQ(reply(" "), "council.text_missing");
    EXPECT_EQ(reply("The list of participants says it."), "");
    EXPECT_EQ(approve(id, 1), "minutes.too_early");
    now = *Instant::parse("2024-06-21T00:00:00Z");
    EXPECT_EQ(comment(uz, 1).error().key, "minutes.comments_closed");
    EXPECT_EQ(approve(id, 1), "");
    EXPECT_TRUE(sees(observer, "minutes", id.str()));
    EXPECT_FALSE(sees(observer, "minutes_talk", id.str()));
    EXPECT_FALSE(sees(Actor::guest(), "minutes", id.str()));
    EXPECT_EQ(write(id, 1, "Something else."), "minutes.approved");
    const auto correct = [&] { return key(change(secretariat, [&](Work& work) { return correct_minutes(work, id, "Read 14 May.", ""); })); };
    EXPECT_EQ(correct(), "");
    EXPECT_EQ(correct(), "");
    EXPECT_EQ(number("SELECT MAX(number) FROM minutes_corrections"), 2);
}

TEST_F(Meetings, MinutesAreApprovedEarlierWhenEachDelegationHasNothingToSay) {
    const auto id = plan();
    ASSERT_TRUE(register_one(kg, id, "kg", "A. Delegate"));
    ASSERT_TRUE(register_one(uz, id, "uz", "B. Delegate"));
    hold(id);
    EXPECT_EQ(write(id, 0), "");
    EXPECT_EQ(key(change(secretariat, [&](Work& work) { return circulate_minutes(work, id, 1, *Date::parse("2024-06-20")); })), "");
    const auto silent = [&](const Actor& actor) { return key(change(actor, [&](Work& work) { return no_comment(work, id); })); };
    EXPECT_EQ(silent(kg), "");
    EXPECT_EQ(approve(id, 1), "minutes.too_early");
    EXPECT_EQ(silent(uz), "");
    // Another text has not been read by them.
    EXPECT_EQ(write(id, 1, "Another text."), "");
    EXPECT_EQ(approve(id, 2), "minutes.too_early");
    EXPECT_EQ(silent(kg), "");
    EXPECT_EQ(silent(uz), "");
    EXPECT_EQ(approve(id, 1), "minutes.changed");
    EXPECT_EQ(approve(id, 2), "");
}

TEST_F(Meetings, AVisitIsNotHeldUntilASecondPersonConfirmsItsSafeguards) {
    const auto id = plan([](Session& session) { session.kind = "site_visit"; session.host = "kg"; });
    now = *Instant::parse("2024-06-12T09:00:00Z");
    const auto held = [&] { return key(change(secretariat, [&](Work& work) { return hold_session(work, id, session_of(id).version); })); };
    const auto answer = [&](const std::string& code, const char* what) {
        return key(change(secretariat, [&](Work& work) { return answer_safeguard(work, id, code, what, what == std::string("kept") ? "" : "There were none."); }));
    };
    const auto confirm = [&](const Actor& actor, const char* stage) {
        return key(change(actor, [&](Work& work) { return confirm_safeguards(work, id, stage); }));
    };
    EXPECT_EQ(held(), "visit.unsafe");
    const auto items = get<std::vector<Safeguard>>([&](store::Connection& db) -> Result<std::vector<Safeguard>> { return safeguards_of(db, id); });
    for (const auto& item : items) {
        EXPECT_EQ(confirm(second, "visit"), item.stage == "visit" ? "visit.open" : "");
        EXPECT_EQ(answer(item.code, item.code == "no_media" ? "not_kept" : "kept"), "");
        if (item.code == "no_media") {
            EXPECT_EQ(confirm(second, "visit"), "visit.open");
            EXPECT_EQ(answer(item.code, "not_applicable"), "");
        }
    }
    EXPECT_EQ(confirm(secretariat, "visit"), "visit.own_work");
    EXPECT_EQ(confirm(uz, "visit"), "access.not_allowed");
    EXPECT_EQ(answer("no_names", "kept"), "");  // a change takes the confirmation back
    EXPECT_EQ(held(), "visit.unsafe");
    EXPECT_EQ(confirm(kg, "visit"), "");
    EXPECT_EQ(held(), "");
    EXPECT_EQ(answer("no_names", "kept"), "visit.closed");

    const auto report = [&](const char* text, bool publish) {
        return key(change(secretariat, [&](Work& work) { return write_summary(work, id, session_of(id).version, text, "", publish); }));
    };
    EXPECT_EQ(report("What we saw.", true), "visit.report_unsafe");
    EXPECT_EQ(report("What we saw.", false), "");
    EXPECT_EQ(confirm(kg, "report"), "");
    EXPECT_EQ(report("What we saw, and who.", true), "visit.report_changed");
    EXPECT_EQ(report("What we saw, and who.", false), "");
    EXPECT_EQ(report("What we saw, and who.", true), "visit.report_unsafe");
    EXPECT_EQ(confirm(kg, "report"), "");
    EXPECT_EQ(report("What we saw, and who.", true), "");
}

TEST_F(Meetings, AFeedHoldsWhatItsAccountMaySeeAndOpensToItsSecretAlone) {
    const auto open = plan([](Session& session) { session.is_public = true; session.title = "Open session"; });
    const auto closed = plan([](Session& session) { session.title = "Closed session"; });
    ASSERT_TRUE(register_one(kg, closed, "kg", "Rare Name"));
    std::string token;
    ASSERT_TRUE(change(observer, [&](Work& work) -> Done {
        token = renew_calendar_link(work);
        return {};
    }));
    const auto feed = [&](const Actor& actor) {
        return works->read<std::string>(actor, [&](Work& work) -> Result<std::string> { return feed_of(work, json_words(actor), "en", "https://council.example"); }).value();
    };
    store->read([&](store::Connection& db) {
        EXPECT_EQ(reader_of_link(db, token).value().username, "observer");
        EXPECT_EQ(reader_of_link(db, token + "x").error().key, "calendar.no_such_link");
    });
    EXPECT_NE(feed(observer).find("Closed session"), std::string::npos);
    EXPECT_EQ(feed(observer).find("Rare Name"), std::string::npos);
    EXPECT_EQ(feed(Actor::guest()).find("Closed session"), std::string::npos);
    EXPECT_NE(feed(Actor::guest()).find("DTSTART:20240610T043000Z"), std::string::npos);
    ASSERT_TRUE(change(secretariat, [&](Work& work) { return cancel_session(work, open, 1, "The host asked for another date."); }));
    EXPECT_NE(feed(Actor::guest()).find("STATUS:CANCELLED"), std::string::npos);
    EXPECT_NE(feed(Actor::guest()).find("SEQUENCE:1"), std::string::npos);
    ASSERT_TRUE(change(observer, [&](Work& work) -> Done { renew_calendar_link(work); return {}; }));
    store->read([&](store::Connection& db) { EXPECT_FALSE(reader_of_link(db, token)); });
    ASSERT_TRUE(change(system, [&](Work& work) { return access::disable_account(work, observer.id); }));
    EXPECT_EQ(number("SELECT COUNT(*) FROM calendar_links"), 1);
}

TEST_F(Meetings, TheDraftOfASummaryIsForTheSecretariatAndNotInTheIndex) {
    const auto id = plan();
    hold(id);
    ASSERT_TRUE(change(secretariat, [&](Work& work) { return write_summary(work, id, 2, "Zebrafinch was discussed.", "", false); }));
    const auto hits = [&] {
        std::int64_t total = 0;
        store->read([&](store::Connection& db) { total = search::find(db, {"zebrafinch", {"all", "secretariat", "signed_in"}, "", "", "", {}, 0, 20}).value().total; });
        return total;
    };
    EXPECT_EQ(hits(), 0);
    ASSERT_TRUE(change(secretariat, [&](Work& work) { return write_summary(work, id, 3, "Zebrafinch was discussed.", "", true); }));
    EXPECT_EQ(hits(), 1);
}

TEST_F(Meetings, TheListIsPagedAndEachReaderSeesTheirOwn) {
    std::vector<SessionId> all;
    for (int i = 0; i < 5; ++i) {
        now = now.plus_ms(1);
        all.push_back(plan([&](Session& session) { session.is_public = i % 2 == 0; }));
    }
    const auto page = [&](const Actor& actor, std::optional<SessionCursor> after) {
        std::vector<Session> sessions;
        store->read([&](store::Connection& db) { sessions = list_sessions(db, {.reader = json_words(actor), .kind = "plenary", .year = 2024}, after, 2); });
        return sessions;
    };
    const auto first = page(kg, std::nullopt);
    ASSERT_EQ(first.size(), 2u);
    EXPECT_EQ(first[0].id, all[4]);
    const auto cursor = SessionCursor::parse(SessionCursor{first[1].starts_on, first[1].id}.str());
    ASSERT_TRUE(cursor);
    EXPECT_EQ(page(kg, cursor)[0].id, all[2]);
    EXPECT_EQ(page(Actor::guest(), std::nullopt)[1].id, all[2]);
    EXPECT_FALSE(SessionCursor::parse("2024-06-10.' OR 1=1 --"));
}

}  // namespace
}  // namespace homeward::council
