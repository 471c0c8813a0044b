// Delivery over a wire that breaks in every way it can.
#include "exchange/courier.h"

#include <random>

#include "exchange/test_region.h"

namespace homeward::exchange {
namespace {

struct Delivery : testing_region::RegionTest {
    /// What the wire does with the next message.
    enum class Wire { good, down, answer_lost, half_answer, error_page, forged_receipt, other_receipt };
    Wire wire = Wire::good;
    int sent = 0;
    std::string last_receipt = "x";
    std::optional<Courier> courier;

    Delivery() { make_courier(); }
    void make_courier() {
        courier.emplace(*uz->works, *uz->exchange, [this](const std::string& url, const std::string& text) { return carry(url, text); },
                        BackOff{}, [] { return 1.0; });
    }
    /// The program is killed and starts again on its database.
    void restart() {
        courier.reset();
        uz->open();
        make_courier();
    }

    Result<std::string> carry(const std::string& url, const std::string& text) {
        ++sent;
        EXPECT_EQ(url, members.find("council")->base_url + "/exchange/messages");
        if (wire == Wire::down) return unavailable("http.cannot_connect");
        if (wire == Wire::error_page) return std::string("<html>502 Bad Gateway</html>");
        if (wire == Wire::other_receipt) return last_receipt;
        if (wire == Wire::forged_receipt) return forged(text);
        const auto answer = council->receive(text);
        if (!answer) return unavailable("exchange.no_receipt");
        if (wire == Wire::answer_lost) return unavailable("http.timeout");
        last_receipt = answer.value().receipt;
        if (wire == Wire::half_answer) return last_receipt.substr(0, last_receipt.size() / 2);
        return last_receipt;
    }
    /// A receipt for the right message, signed by another member.
    std::string forged(const std::string& text) {
        const auto message = read_message(text, keys.at("council"), members, now).value();
        Receipt receipt;
        receipt.from = "council";
        receipt.to = "uz";
        receipt.message = message.claims.id;
        receipt.hash = message.hash;
        receipt.place = message.claims.place;
        receipt.position = 1;
        receipt.at = now;
        return write_receipt(receipt, keys.at("kz"));
    }
    std::optional<Instant> deliver() { return courier->deliver("council"); }
    std::string problem() { return uz->text("SELECT problem FROM exchange_outbox ORDER BY epoch, seq"); }
};

TEST_F(Delivery, BringsEverythingInOrder) {
    for (int i = 1; i <= 5; ++i) uz->send("council", std::to_string(i));
    EXPECT_EQ(deliver(), std::nullopt);
    EXPECT_EQ(uz->delivered(), 5);
    EXPECT_EQ(council->text("SELECT group_concat(payload) FROM (SELECT payload FROM effects ORDER BY rowid)"), "1,2,3,4,5");
    EXPECT_EQ(sent, 5);
    EXPECT_EQ(uz->number("SELECT count(*) FROM audit_leaves WHERE action = 'message.delivered'"), 5);
}

TEST_F(Delivery, WaitsForAPeerThatIsDownAndLosesNothing) {
    wire = Wire::down;
    for (int i = 0; i < 3; ++i) uz->send("council");
    EXPECT_EQ(deliver(), now.plus_ms(1000));
    EXPECT_EQ(uz->waiting(), 3);
    EXPECT_EQ(sent, 1) << "the others wait behind the first";
    EXPECT_EQ(deliver(), now.plus_ms(1000));
    EXPECT_EQ(sent, 1) << "not before its time";
    wire = Wire::good;
    now = now.plus_ms(1000);
    EXPECT_EQ(deliver(), std::nullopt);
    EXPECT_EQ(council->effects(), 3);
}

TEST_F(Delivery, BacksOffToAQuarterOfAnHour) {
    wire = Wire::down;
    uz->send("council");
    std::vector<std::int64_t> waits;
    for (int i = 0; i < 14; ++i) {
        const Instant next = deliver().value();
        waits.push_back(next.ms - now.ms);
        now = next;
    }
    EXPECT_EQ(waits, (std::vector<std::int64_t>{1'000, 2'000, 4'000, 8'000, 16'000, 32'000, 64'000, 128'000, 256'000, 512'000, 900'000,
                                                900'000, 900'000, 900'000}));
}

TEST(BackOff, SpreadsItsAttemptsOverTheWholeWindow) {
    const BackOff back_off;
    EXPECT_EQ(back_off.wait_ms(3, 0), 100) << "never at once";
    EXPECT_EQ(back_off.wait_ms(3, 0.5), 4'000);
    EXPECT_EQ(back_off.wait_ms(3, 1), 8'000);
    EXPECT_EQ(back_off.wait_ms(1'000'000, 1), 900'000);
}

TEST_F(Delivery, IsRepeatedWithoutHarmWhenTheAnswerIsLost) {
    for (const Wire broken : {Wire::answer_lost, Wire::half_answer}) {
        wire = broken;
        uz->send("council");
        const Instant next = deliver().value();
        EXPECT_EQ(uz->waiting(), 1);
        wire = Wire::good;
        now = next;
        EXPECT_EQ(deliver(), std::nullopt);
        EXPECT_EQ(uz->waiting(), 0);
    }
    EXPECT_EQ(council->effects(), 2);
    EXPECT_EQ(council->exchange->counters().repeated, 2);
}

TEST_F(Delivery, BelievesNoReceiptButTheReceiversForThisMessage) {
    uz->send("council");
    deliver();
    uz->send("council");
    for (const Wire broken : {Wire::error_page, Wire::forged_receipt, Wire::other_receipt}) {
        wire = broken;
        now = deliver().value();
        EXPECT_EQ(uz->waiting(), 1);
    }
    EXPECT_EQ(uz->text("SELECT problem FROM exchange_outbox WHERE state = 'waiting'"), "exchange.other_message");
}

TEST_F(Delivery, TriesAtOnceWhenThePeerGivesASignOfLife) {
    wire = Wire::down;
    uz->send("council");
    for (int i = 0; i < 10; ++i) now = deliver().value();
    EXPECT_GT(deliver().value().ms, now.ms);
    wire = Wire::good;
    council->send("uz", "{}", "action");
    ASSERT_TRUE(uz->receive(council->message()));
    EXPECT_EQ(deliver(), std::nullopt);
    EXPECT_EQ(council->effects(), 1);
}

TEST_F(Delivery, HearsASignOfLifeThatComesWhileAnAttemptFails) {
    wire = Wire::down;
    uz->send("council");
    for (int i = 0; i < 10; ++i) now = deliver().value();
    bool heard = false;
    Courier interrupted(*uz->works, *uz->exchange, [&](auto& url, auto& text) {
        if (!heard) {
            heard = true;
            council->send("uz", "{}", "action");
            EXPECT_TRUE(uz->receive(council->message()));
        }
        return carry(url, text);
    }, BackOff{}, [] { return 1.0; });
    EXPECT_EQ(interrupted.deliver("council"), now.plus_ms(1000)) << "not a quarter of an hour";
}

TEST_F(Delivery, GoesOnAfterARefusalAndKeepsItsReason) {
    council->verdict = invalid("release.under_floor");
    uz->send("council");
    const std::string first = uz->message();
    ASSERT_TRUE(council->receive(first));
    council->verdict = {};
    uz->send("council");
    EXPECT_EQ(deliver(), std::nullopt);
    EXPECT_EQ(uz->text("SELECT state || ' ' || problem FROM exchange_outbox WHERE seq = 1"), "refused release.under_floor");
    EXPECT_EQ(uz->delivered(), 1);
    EXPECT_EQ(uz->number("SELECT count(*) FROM audit_leaves WHERE action = 'message.refused'"), 1);
}

TEST_F(Delivery, SendsAgainWhatARestoredReceiverLost) {
    for (int i = 1; i <= 4; ++i) uz->send("council", std::to_string(i));
    deliver();
    // The Council comes back from a backup of the time after the second message.
    council->run(
        "DELETE FROM exchange_inbox WHERE seq > 2; DELETE FROM effects WHERE payload > '2';"
        "UPDATE exchange_streams SET received_seq = 2;");
    uz->send("council", "5");
    now = deliver().value();
    EXPECT_EQ(problem(), "") << "those before arrived";
    EXPECT_EQ(deliver(), std::nullopt);
    EXPECT_EQ(council->text("SELECT group_concat(payload) FROM (SELECT payload FROM effects ORDER BY rowid)"), "1,2,3,4,5");
    EXPECT_EQ(uz->delivered(), 5);
}

TEST_F(Delivery, CountsAnewAfterTheSenderWasRestored) {
    for (int i = 1; i <= 3; ++i) uz->send("council", std::to_string(i));
    deliver();
    // uz comes back from a backup of the time after the first message.
    uz->run("DELETE FROM exchange_outbox WHERE seq > 1; UPDATE exchange_streams SET sent_seq = 1;");
    uz->store->write([&](store::Connection& db) { begin_epoch(db, now); return true; });
    uz->send("council", "4");
    EXPECT_EQ(deliver(), std::nullopt);
    EXPECT_EQ(council->text("SELECT group_concat(payload) FROM (SELECT payload FROM effects ORDER BY rowid)"), "1,2,3,4");
}

TEST_F(Delivery, StaysStuckLoudlyWhenARestoredSenderCountsOn) {
    for (int i = 1; i <= 2; ++i) uz->send("council");
    deliver();
    uz->run("DELETE FROM exchange_outbox WHERE seq > 1; UPDATE exchange_streams SET sent_seq = 1;");
    uz->send("council");
    EXPECT_TRUE(deliver());
    EXPECT_EQ(uz->text("SELECT problem FROM exchange_outbox WHERE state = 'waiting'"), "exchange.place_used");
}

TEST_F(Delivery, ArrivesOnceAndInOrderOverAnyWire) {
    std::mt19937 dice{20240514};
    int written = 0;
    for (int step = 0; step < 400; ++step) {
        if (dice() % 3 == 0 && written < 60) uz->send("council", std::to_string(++written));
        wire = static_cast<Wire>(dice() % 7);
        if (const auto next = deliver()) now = *next;
        if (dice() % 40 == 0) restart();
    }
    wire = Wire::good;
    while (const auto next = deliver()) now = *next;
    EXPECT_EQ(uz->waiting(), 0);
    EXPECT_EQ(council->effects(), written);
    EXPECT_EQ(council->number("SELECT count(DISTINCT payload) FROM effects"), written);
    EXPECT_EQ(council->number("SELECT count(*) FROM effects a JOIN effects b ON b.rowid = a.rowid + 1 WHERE CAST(b.payload AS INTEGER) < CAST(a.payload AS INTEGER)"), 0);
}

TEST_F(Delivery, RunsByItselfAndStops) {
    courier->start();
    for (int i = 0; i < 20; ++i) uz->send("council");
    for (int i = 0; i < 500 && uz->delivered() < 20; ++i) std::this_thread::sleep_for(std::chrono::milliseconds(10));
    EXPECT_EQ(uz->delivered(), 20);
    courier->stop();
    uz->send("council");
    EXPECT_EQ(uz->waiting(), 1);
    Courier next(*uz->works, *uz->exchange, [this](auto& url, auto& text) { return carry(url, text); });
    next.start();
    for (int i = 0; i < 500 && uz->waiting() > 0; ++i) std::this_thread::sleep_for(std::chrono::milliseconds(10));
    EXPECT_EQ(uz->waiting(), 0) << "what waits is tried at the start";
}

}  // namespace
}  // namespace homeward::exchange
