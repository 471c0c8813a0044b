#include "council/digest.h"

#include "council/audience.h"
#include "council/clock.h"
#include "council/council_fixture.h"

namespace homeward::council {
namespace {

struct Digest : CouncilTest {
    access::Actor uz = account("focal.uz", access::Role::focal_point, "uz");
    access::Actor observer = account("observer", access::Role::observer);

    Digest() {
        now = *Instant::parse("2026-05-17T12:00:00Z");  // a Sunday
        for (const auto* each : {&uz, &observer, &secretariat}) {
            do_it([&](access::Work& work) {
                mail::set_address(work, each->id, each->username + "@council.example").value();
                if (each != &secretariat) mail::choose(work, each->id, "digest", true);
            });
        }
        send();  // the week in which they asked
        do_it([](access::Work& work) { work.db.run("DELETE FROM mail_letters"); });
    }
    void do_it(std::function<void(access::Work&)> job) {
        (void)act<bool>(system, [&](access::Work& work) -> Result<bool> {
            job(work);
            return true;
        });
    }
    void make(const char* kind, const char* title, const Audience& readers) {
        do_it([&](access::Work& work) {
            const std::string id = to_string(make_uuid(work.now));
            set_audience(work, kind, id, readers);
            search::put(work.db, {kind, id, title, "", readers, "", "", work.today()});
        });
    }
    void send() { EXPECT_EQ(run_due(*works, {{"mail.digests", send_digests}}), 0); }
    std::string letter_to(const access::Actor& who) {
        return text("SELECT text FROM mail_letters WHERE kind = 'digest' AND account_id = '" + who.id.str() + "'");
    }
};

TEST_F(Digest, CountsWhatItsReaderMayReadAndNamesWhatIsPublic) {
    make("decision", "quokka decision", {"signed_in"});
    make("practice", "wombat practice", {"all"});
    make("notice", "secret notice", {"focal:uz"});
    now = *Instant::parse("2026-05-18T05:00:00Z");
    send();
    EXPECT_NE(letter_to(uz).find("Decisions: 1\nPractices and lessons: 1\nNotices: 1\n– wombat practice\n"), std::string::npos) << letter_to(uz);
    EXPECT_NE(letter_to(observer).find("Decisions: 1\nPractices and lessons: 1\n– wombat practice\n"), std::string::npos) << letter_to(observer);
    EXPECT_EQ(number("SELECT COUNT(*) FROM mail_letters WHERE instr(text, 'quokka') OR instr(text, 'secret')"), 0);
    EXPECT_EQ(letter_to(secretariat), "");
}

TEST_F(Digest, ComesOnceAWeekFromMondayMorningOn) {
    make("decision", "A decision", {"all"});
    now = *Instant::parse("2026-05-18T04:59:59Z");
    send();
    EXPECT_EQ(number("SELECT COUNT(*) FROM mail_letters"), 0);
    now = *Instant::parse("2026-05-18T05:00:00Z");
    send();
    send();
    EXPECT_EQ(number("SELECT COUNT(*) FROM mail_letters"), 2);
    make("decision", "Another", {"all"});
    now = *Instant::parse("2026-05-21T12:00:00Z");
    send();
    EXPECT_EQ(number("SELECT COUNT(*) FROM mail_letters"), 2);
    now = *Instant::parse("2026-05-25T05:00:00Z");
    send();
    EXPECT_EQ(number("SELECT COUNT(*) FROM mail_letters"), 4);
}

TEST_F(Digest, DoesNotComeWhenNothingIsNew) {
    make("decision", "An old decision", {"all"});
    now = now.plus_days(15);
    send();
    EXPECT_EQ(number("SELECT COUNT(*) FROM mail_letters"), 0);
}

}  // namespace
}  // namespace homeward::council
