#include "council/mailing.h"

#include <stdexcept>

#include "council/clock.h"
#include "council/council_fixture.h"

namespace homeward::council {
namespace {

struct Mailing : CouncilTest {
    access::Actor uz = account("focal.uz", access::Role::focal_point, "uz");
    access::Actor uz_two = account("alternate.uz", access::Role::focal_point, "uz");
    access::Actor kg = account("focal.kg", access::Role::focal_point, "kg");
    access::Actor expert = account("expert", access::Role::expert);

    Mailing() {
        for (const auto* each : {&secretariat, &uz, &uz_two, &kg, &expert}) {
            (void)act<bool>(system, [&](access::Work& work) -> Result<bool> {
                mail::set_address(work, each->id, each->username + "@council.example").value();
                return true;
            });
        }
    }
    int told(const access::Actor& by, const Audience& readers, const Audience& words, const std::string& title = "Share what works") {
        return *act<int>(by, [&](access::Work& work) -> Result<int> {
            set_audience(work, "decision", "d1", readers);
            return tell(work, words, {"decision_adopted", "decision", "d1", title, "/decisions/d1"});
        });
    }
    std::int64_t letters_to(const access::Actor& who) { return number("SELECT COUNT(*) FROM mail_letters WHERE account_id = '" + who.id.str() + "'"); }
};

TEST_F(Mailing, FindsAccountsByTheWordsOfTheirAudience) {
    EXPECT_EQ(told(system, {"signed_in"}, {"focal:uz"}), 2);
    EXPECT_EQ(told(system, {"signed_in"}, {"account:" + kg.id.str()}), 1);
    EXPECT_EQ(told(system, {"signed_in"}, {"focal_points", "secretariat", "focal:kg"}), 4);
    EXPECT_EQ(told(system, {"signed_in"}, {"signed_in"}), 5);
    EXPECT_EQ(told(system, {"signed_in"}, {"member:tj"}), 0);
}

TEST_F(Mailing, LeavesOutWhoMayNotSeeTheThing) {
    EXPECT_EQ(told(system, {"focal:uz"}, {"signed_in"}), 2);
    EXPECT_EQ(letters_to(kg) + letters_to(expert) + letters_to(secretariat), 0);
    EXPECT_EQ(told(system, {}, {"signed_in"}), 0);
}

TEST_F(Mailing, LeavesOutWhoeverActs) {
    EXPECT_EQ(told(uz, {"signed_in"}, {"focal:uz"}), 1);
    EXPECT_EQ(letters_to(uz), 0);
}

TEST_F(Mailing, NamesAThingOnlyWhenEverybodyMaySeeIt) {
    told(system, {"signed_in"}, {"focal:kg"});
    EXPECT_EQ(number("SELECT COUNT(*) FROM mail_letters WHERE instr(text || subject || path, 'Share what works')"), 0);
    told(system, {"all"}, {"focal:kg"});
    EXPECT_EQ(number("SELECT COUNT(*) FROM mail_letters WHERE instr(text, 'Share what works')"), 1);
}

TEST_F(Mailing, ClockRunsEachJobForItself) {
    std::vector<std::string> ran;
    const auto noting = [&ran](const char* name) {
        return Job{name, [&ran, name](access::Work& work) -> Done {
            EXPECT_EQ(work.actor.role, access::Role::system);
            work.record({"test.ran", "test", name});
            ran.push_back(name);
            return {};
        }};
    };
    const std::vector<Job> jobs{
        noting("first"),
        {"breaks", [](access::Work& work) -> Done {
             work.record({"test.half_done", "test", "breaks"});
             throw std::runtime_error("broken");
         }},
        {"refused", [](access::Work&) -> Done { return conflict("test.refused"); }},
        noting("last"),
    };
    EXPECT_EQ(run_due(*works, jobs), 2);
    EXPECT_EQ(ran, (std::vector<std::string>{"first", "last"}));
    EXPECT_EQ(number("SELECT COUNT(*) FROM audit_leaves WHERE action = 'test.half_done'"), 0);
}

TEST_F(Mailing, ClockRunsAtOnceAndStops) {
    std::mutex mutex;
    std::condition_variable changed;
    int times = 0;
    Clock clock(*works, {{"count", [&](access::Work&) -> Done {
        const std::lock_guard lock(mutex);
        ++times;
        changed.notify_all();
        return {};
    }}});
    clock.start();
    {
        std::unique_lock lock(mutex);
        EXPECT_TRUE(changed.wait_for(lock, std::chrono::seconds(10), [&] { return times > 0; }));
    }
    clock.stop();
    EXPECT_EQ(times, 1);
}

}  // namespace
}  // namespace homeward::council
