#include "mail/post.h"

#include <stdexcept>

#include "mail/mail_fixture.h"
#include "mail/texts.h"

namespace homeward::mail {
namespace {

struct Post : MailTest {};

TEST_F(Post, WritesInTheLanguageOfItsReader) {
    send(reader, "decision_adopted", {{"title", "Share what works"}});
    send(russian, "decision_adopted", {{"title", "Share what works"}});
    EXPECT_EQ(text("SELECT subject FROM mail_letters WHERE account_id = '" + reader.str() + "'"), "A decision is adopted");
    EXPECT_NE(text("SELECT text FROM mail_letters WHERE account_id = '" + reader.str() + "'").find("“Share what works”"), std::string::npos);
    EXPECT_EQ(text("SELECT subject FROM mail_letters WHERE account_id = '" + russian.str() + "'"), "Решение принято");
}

TEST_F(Post, DoesNotNameAThingWithoutATitle) {
    send(reader);
    EXPECT_EQ(text("SELECT text FROM mail_letters"), "Good day,\n\nA decision of the Council is adopted.\n");
}

TEST_F(Post, TellsTheDayItIsAbout) {
    act([&](access::Work& work) { post(work, {russian, "silence_begun", {}, "/decisions", *Date::parse("2026-06-01"), {}}); });
    EXPECT_NE(text("SELECT text FROM mail_letters").find("Дата: 01.06.2026"), std::string::npos);
}

TEST_F(Post, LeavesAloneWhoHasNoAddressOrIsClosedOrDoesNotWantIt) {
    const auto without = account("without", "en", "");
    const auto closed = account("closed", "en", "closed@body.example");
    act([&](access::Work& work) {
        access::disable_account(work, closed).value();
        choose(work, reader, "decision_adopted", false);
    });
    for (const auto who : {without, closed, reader}) send(who);
    EXPECT_EQ(number("SELECT COUNT(*) FROM mail_letters"), 0);
    send(reader, "decision_objected");
    EXPECT_EQ(number("SELECT COUNT(*) FROM mail_letters"), 1);
}

TEST_F(Post, SendsADigestOnlyToThoseWhoAskForIt) {
    send(reader, "digest");
    EXPECT_EQ(number("SELECT COUNT(*) FROM mail_letters"), 0);
    act([&](access::Work& work) { choose(work, reader, "digest", true); });
    send(reader, "digest");
    EXPECT_EQ(number("SELECT COUNT(*) FROM mail_letters"), 1);
}

TEST_F(Post, ThrowsForAKindOrALineOrAHoleWithoutAText) {
    EXPECT_THROW(send(reader, "greetings"), std::logic_error);
    EXPECT_THROW(act([&](access::Work& work) { post(work, {reader, "digest", {}, "", {}, {{"weather", {}}}}); }), std::logic_error);
    EXPECT_THROW((void)filled("Due on {day}", {{"date", "x"}}), std::logic_error);
}

TEST_F(Post, KeepsAValueOnOneLine) {
    send(reader, "decision_adopted", {{"title", "One\r\nBcc: somebody@else.example\xE2\x80\xA8two"}});
    EXPECT_NE(text("SELECT text FROM mail_letters").find("“One  Bcc: somebody@else.example two”"), std::string::npos);
}

TEST_F(Post, TakesAnAddressThatIsOneMailboxOnly) {
    for (const auto* good : {"a@b.example", "first.last+tag@mail.gov.example", "o'neil@x-y.example"}) EXPECT_TRUE(is_address(good)) << good;
    for (const auto* bad : {"", "a", "@b.example", "a@", "a@b@c.example", "a b@c.example", "a@b.example\r\nBcc: c@d.example", "a@b.example,c@d.example",
                            "<a@b.example>", "a@b..example", ".a@b.example", "\"a b\"@c.example", "a@b.example\n", "a@почта.example"}) {
        EXPECT_FALSE(is_address(bad)) << bad;
    }
    act([&](access::Work& work) {
        EXPECT_EQ(set_address(work, reader, "a@b.example\r\nBcc: c@d.example").error().key, "mail.address");
        EXPECT_EQ(address_of(work.db, reader), "reader@body.example");
        set_address(work, reader, "").value();
        EXPECT_EQ(address_of(work.db, reader), "");
    });
}

TEST(Letters, AreWrittenInEveryLanguageForEveryKind) {
    for (const auto* kind : {"invitation", "minutes_to_comment", "silence_begun", "silence_ends_soon", "decision_adopted", "decision_objected",
                             "action_assigned", "action_due", "review_asked", "practice_published", "training_open", "training_accepted",
                             "training_follow_up", "expert_invited", "member_to_confirm", "notice_waiting", "notice_red_waiting",
                             "report_released", "digest"}) {
        EXPECT_TRUE(is_kind(kind)) << kind;
    }
    for (const auto& kind : kinds()) {
        for (const auto* language : {"en", "ru"}) {
            const Wording& words = wording(kind, language);
            EXPECT_EQ(words.text.find('{'), std::string::npos) << kind;
            EXPECT_NE(filled(words.named, {{"title", "TITLE"}}).find("TITLE"), std::string::npos) << kind;
            EXPECT_LE(length_of(words.subject), 60u) << kind;
            EXPECT_FALSE(words.name.empty()) << kind;
        }
    }
    EXPECT_EQ(written_language("ru-KG"), "ru");
    EXPECT_EQ(written_language("tg"), "en");
}

}  // namespace
}  // namespace homeward::mail
