#include "council/notices/notice.h"

#include "council/clock.h"
#include "council/council_fixture.h"
#include "council/notices/notice_store.h"

namespace homeward::council {
namespace {

struct Notices : CouncilTest {
    access::Actor uz = account("focal.uz", access::Role::focal_point, "uz");
    access::Actor uz_two = account("alternate.uz", access::Role::focal_point, "uz");
    access::Actor kg = account("focal.kg", access::Role::focal_point, "kg");
    access::Actor observer = account("observer", access::Role::observer, "uz");

    static NewNotice a_notice(const char* urgency = "raised", const char* marking = "amber") {
        return {"documents", urgency, marking, {"kg"}, "Birth certificates are refused at two crossings",
                "Families with children born abroad are turned away where the certificate is not translated.", {}, true};
    }
    Result<NoticeId> send(const access::Actor& by, const NewNotice& notice) {
        return act<NoticeId>(by, [&](access::Work& work) { return send_notice(work, notice); });
    }
    std::string refusal(const access::Actor& by, const NewNotice& notice) {
        const auto sent = send(by, notice);
        return sent ? "sent" : sent.error().key;
    }
    std::string acknowledge(const access::Actor& by, NoticeId id, const std::string& comment = "") {
        const auto done = act<bool>(by, [&](access::Work& work) -> Result<bool> {
            TRY(acknowledge_notice(work, id, comment));
            return true;
        });
        return done ? "done" : done.error().key;
    }
    std::string withdraw(const access::Actor& by, NoticeId id, const std::string& reason = "The crossings take them again.") {
        const auto done = act<bool>(by, [&](access::Work& work) -> Result<bool> {
            TRY(withdraw_notice(work, id, reason));
            return true;
        });
        return done ? "done" : done.error().key;
    }
    Result<Notice> see(const access::Actor& by, NoticeId id) {
        return act<Notice>(by, [&](access::Work& work) { return see_notice(work, id); });
    }
    std::size_t in_box(const access::Actor& by, const char* box) {
        return act<NoticePage>(by, [&](access::Work& work) { return list_notices(work, {box, {}, {}, {}, 100}); })->items.size();
    }
    void take_mail() {
        for (const auto* each : {&secretariat, &uz, &uz_two, &kg, &observer}) {
            (void)act<bool>(system, [&](access::Work& work) -> Result<bool> {
                mail::set_address(work, each->id, each->username + "@council.example").value();
                return true;
            });
        }
    }
    std::int64_t letters(const access::Actor& to, const std::string& kind) {
        return number("SELECT COUNT(*) FROM mail_letters WHERE kind = '" + kind + "' AND account_id = '" + to.id.str() + "'");
    }
    void ring() { EXPECT_EQ(run_due(*works, {{"notices.alarms", ring_notice_alarms}}), 0); }
};

TEST_F(Notices, GoFromOneSideToOthers) {
    const auto id = send(uz, a_notice()).value();
    const auto notice = see(kg, id).value();
    EXPECT_EQ(notice.sender, "uz");
    EXPECT_EQ(notice.addressees.at(0).code, "kg");
    EXPECT_EQ(notice.acknowledge_by, now.plus_seconds(72 * 3600));
    EXPECT_EQ(in_box(kg, "waiting"), 1u);
    EXPECT_EQ(in_box(uz, "out"), 1u);
    EXPECT_EQ(in_box(kg, "out"), 0u);
}

TEST_F(Notices, AreWrittenByFocalPointsAndTheSecretariatForTheirOwnSide) {
    EXPECT_EQ(refusal(observer, a_notice()), "access.not_allowed");
    EXPECT_EQ(refusal(account("expert", access::Role::expert), a_notice()), "access.not_allowed");
    EXPECT_EQ(refusal(account("lost", access::Role::focal_point), a_notice()), "notice.for_nobody");
    EXPECT_EQ(see(secretariat, send(secretariat, a_notice()).value())->sender, "council");
}

TEST_F(Notices, AreRefusedForWhatTheyLack) {
    const auto with = [](auto change) {
        NewNotice notice = a_notice();
        change(notice);
        return notice;
    };
    EXPECT_EQ(refusal(uz, with([](auto& n) { n.topic = "weather"; })), "notice.topic");
    EXPECT_EQ(refusal(uz, with([](auto& n) { n.urgency = "amber"; })), "notice.urgency");
    EXPECT_EQ(refusal(uz, with([](auto& n) { n.marking = "white"; })), "notice.marking");
    EXPECT_EQ(refusal(uz, with([](auto& n) { n.addressees = {}; })), "notice.addressees");
    EXPECT_EQ(refusal(uz, with([](auto& n) { n.addressees = {"kg", "uz"}; })), "notice.own_addressee");
    EXPECT_EQ(refusal(uz, with([](auto& n) { n.addressees = {"tj"}; })), "notice.nobody_there");
    EXPECT_EQ(refusal(uz, with([](auto& n) { n.hours = 0; })), "notice.hours");
    EXPECT_EQ(refusal(uz, with([](auto& n) { n.no_person = false; })), "notice.no_person");
    EXPECT_EQ(refusal(uz, with([](auto& n) { n.title = ""; })), "council.text_missing");
    EXPECT_EQ(refusal(uz, with([](auto& n) { n.text = std::string(4001, 'x'); })), "council.text_long");
}

TEST_F(Notices, SpeakOfGroupsAndNeverOfPersons) {
    const auto saying = [&](const char* text) {
        NewNotice notice = a_notice();
        notice.text = text;
        return refusal(uz, notice);
    };
    EXPECT_EQ(saying("A boy, born 14.05.2016, has no papers."), "council.person_data_birth");
    EXPECT_EQ(saying("Call +998 90 123 45 67."), "council.person_data_phone");
    EXPECT_EQ(saying("Write to mother@mail.example."), "council.person_data_email");
    EXPECT_EQ(saying("Passport AB1234567 was refused."), "council.person_data_document");
    EXPECT_EQ(saying("Some 40 families in 3 districts wait since 14.05.2024."), "sent");
    NewNotice titled = a_notice();
    titled.title = "Ask mother@mail.example";
    EXPECT_EQ(refusal(uz, titled), "council.person_data_email");
}

TEST_F(Notices, AreAcknowledgedOnceByEachAddressee) {
    NewNotice notice = a_notice();
    notice.addressees = {"kg", "council"};
    const auto id = send(uz, notice).value();
    EXPECT_EQ(acknowledge(kg, id, "We look into it."), "done");
    EXPECT_EQ(acknowledge(kg, id), "notice.acknowledged");
    EXPECT_EQ(acknowledge(uz_two, id), "notice.not_addressed");
    EXPECT_EQ(acknowledge(secretariat, id, "Ask mother@mail.example"), "council.person_data_email");
    const auto sent = see(uz, id).value();
    EXPECT_EQ(sent.addressees.at(1).by_name, "focal.kg");
    EXPECT_EQ(sent.addressees.at(1).at, now);
    EXPECT_EQ(sent.addressees.at(1).comment, "We look into it.");
    EXPECT_FALSE(sent.addressees.at(0).at);
    EXPECT_TRUE(sent.silent_addressee());
}

TEST_F(Notices, TellOnlyTheirSenderWhoHasAcknowledged) {
    NewNotice notice = a_notice();
    notice.addressees = {"kg", "council"};
    const auto id = send(uz, notice).value();
    acknowledge(kg, id, "We look into it.");
    EXPECT_FALSE(see(secretariat, id)->addressees.at(1).at);
    EXPECT_EQ(see(secretariat, id)->addressees.at(1).comment, "");
    EXPECT_TRUE(see(kg, id)->addressees.at(1).at);
    EXPECT_TRUE(see(uz_two, id)->addressees.at(1).at);
}

TEST_F(Notices, AreAcknowledgedOnlyByThoseWhoSpeakForAState) {
    const auto id = send(kg, [] {
        NewNotice notice = a_notice("raised", "amber_strict");
        notice.addressees = {"uz"};
        return notice;
    }()).value();
    EXPECT_TRUE(see(observer, id));  // of the addressed State
    EXPECT_EQ(acknowledge(observer, id), "notice.not_addressed");
}

TEST_F(Notices, RingWhenARedOneStaysUnanswered) {
    take_mail();
    const auto id = send(uz, a_notice("red", "amber")).value();
    EXPECT_EQ(letters(kg, "notice_waiting"), 1);
    now = now.plus_seconds(24 * 3600 - 1);
    ring();
    EXPECT_EQ(letters(uz, "notice_red_waiting"), 0);
    EXPECT_EQ(in_box(uz, "silent"), 0u);
    now = now.plus_seconds(1);
    ring();
    ring();
    EXPECT_EQ(letters(uz, "notice_red_waiting"), 1);
    EXPECT_EQ(letters(uz_two, "notice_red_waiting"), 1);
    EXPECT_EQ(letters(kg, "notice_red_waiting"), 1);
    EXPECT_EQ(letters(observer, "notice_red_waiting") + letters(secretariat, "notice_red_waiting"), 0);
    EXPECT_EQ(in_box(uz, "silent"), 1u);
    EXPECT_TRUE(see(uz, id)->alarmed_at);
    acknowledge(kg, id);
    EXPECT_EQ(in_box(uz, "silent"), 0u);
}

TEST_F(Notices, RingAlsoForTlpRedAndWithinTheHoursAsked) {
    NewNotice notice = a_notice("routine", "red");
    notice.hours = 2;
    send(uz, notice).value();
    send(uz, a_notice("routine", "red")).value();
    now = now.plus_seconds(2 * 3600);
    EXPECT_EQ(in_box(uz, "silent"), 1u);
    ring();
    EXPECT_EQ(number("SELECT COUNT(*) FROM audit_leaves WHERE action = 'notice.alarmed'"), 1);
    now = now.plus_seconds(22 * 3600);
    ring();
    EXPECT_EQ(number("SELECT COUNT(*) FROM audit_leaves WHERE action = 'notice.alarmed'"), 2);
}

TEST_F(Notices, DoNotRingWhenAllAnsweredOrTheyWereTakenBackOrAreNotRed) {
    const auto answered = send(uz, a_notice("red")).value(), taken_back = send(uz, a_notice("red")).value();
    send(uz, a_notice("raised")).value();
    acknowledge(kg, answered);
    withdraw(uz, taken_back);
    now = now.plus_days(30);
    ring();
    EXPECT_EQ(number("SELECT COUNT(*) FROM audit_leaves WHERE action = 'notice.alarmed'"), 0);
}

TEST_F(Notices, TakenBackShowTheirReasonAndKeepTheirText) {
    take_mail();
    const auto id = send(uz, a_notice()).value();
    EXPECT_EQ(withdraw(kg, id), "notice.not_yours");
    EXPECT_EQ(withdraw(uz_two, id), "done");
    EXPECT_EQ(withdraw(uz, id), "notice.closed");
    EXPECT_EQ(acknowledge(kg, id), "notice.closed");
    EXPECT_EQ(see(kg, id)->text, "");
    EXPECT_EQ(see(kg, id)->withdrawn_reason, "The crossings take them again.");
    EXPECT_NE(see(uz, id)->text, "");
    EXPECT_EQ(in_box(kg, "waiting"), 0u);
    EXPECT_EQ(letters(kg, "notice_withdrawn"), 1);
}

TEST_F(Notices, AreCorrectedByAnotherInTheirPlace) {
    const auto first = send(uz, a_notice()).value();
    const auto correct = [&](const access::Actor& by) {
        NewNotice better = a_notice();
        better.addressees = {by.id == uz.id ? "kg" : "uz"};
        return act<NoticeId>(by, [&](access::Work& work) { return correct_notice(work, first, better); });
    };
    EXPECT_EQ(correct(kg).error().key, "notice.not_yours");
    const auto second = correct(uz).value();
    EXPECT_EQ(see(kg, first)->corrected_by, second);
    EXPECT_EQ(see(kg, first)->state(), "corrected");
    EXPECT_EQ(see(kg, second)->corrects, first);
    EXPECT_EQ(in_box(kg, "waiting"), 1u);
    EXPECT_EQ(correct(uz).error().key, "notice.closed");
}

TEST_F(Notices, AreListedInPages) {
    for (int i = 0; i < 5; ++i) {
        now = now.plus_ms(1);
        send(uz, a_notice()).value();
    }
    std::optional<NoticeId> after;
    std::size_t seen = 0;
    for (int page = 0; page < 3; ++page) {
        const auto part = act<NoticePage>(kg, [&](access::Work& work) { return list_notices(work, {"in", {}, {}, after, 2}); }).value();
        seen += part.items.size();
        after = part.next;
        EXPECT_EQ(after.has_value(), page < 2);
    }
    EXPECT_EQ(seen, 5u);
}

TEST_F(Notices, ThatWaitAreListedByHowTheyPress) {
    const auto titled = [&](const char* title, const char* urgency, int hours) {
        NewNotice notice = a_notice(urgency);
        notice.title = title;
        notice.hours = hours;
        now = now.plus_ms(1);
        return send(uz, notice).value();
    };
    titled("red, late", "red", 2);
    titled("late", "routine", 1);
    titled("red", "red", 300);
    titled("soon", "raised", 200);
    titled("later", "raised", 250);
    const auto answered = titled("answered", "red", 1);
    acknowledge(kg, answered);
    titled("red, later still", "red", 310);
    now = now.plus_seconds(3 * 3600);
    for (const int limit : {1, 2, 3, 100}) {
        SCOPED_TRACE(limit);
        std::vector<std::string> seen;
        std::optional<NoticeId> after;
        do {
            const auto page = act<NoticePage>(kg, [&](access::Work& work) { return list_notices(work, {{}, {}, {}, after, limit}); }).value();
            for (const auto& each : page.items) seen.push_back(each.title);
            after = page.next;
        } while (after);
        EXPECT_EQ(seen, (std::vector<std::string>{"red, late", "late", "red", "red, later still", "soon", "later", "answered"}));
    }
    EXPECT_FALSE(see(kg, answered)->overdue_for("kg", now));
    // Its sender has nothing to acknowledge: the newest first.
    EXPECT_EQ(act<NoticePage>(uz, [&](access::Work& work) { return list_notices(work, {{}, {}, {}, {}, 1}); })->items.at(0).title, "red, later still");
}

TEST_F(Notices, GoOnlyToThoseWhoCanAnswer) {
    const auto there = act<std::vector<std::string>>(uz, [](access::Work& work) -> Result<std::vector<std::string>> { return possible_addressees(work); });
    EXPECT_EQ(*there, (std::vector<std::string>{"council", "kg"}));
}

}  // namespace
}  // namespace homeward::council
