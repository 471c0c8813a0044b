// What a receiver does with everything that can come off a wire.
#include "base/json.h"
#include "exchange/jwe.h"
#include "exchange/jws.h"
#include "exchange/test_region.h"

namespace homeward::exchange {
namespace {

struct Receive : testing_region::RegionTest {
    /// The message is refused with this reason, logged, and changes nothing.
    void expect_refused(const std::string& text, const std::string& reason) {
        const std::string before = council->everything_but_refusals();
        const auto refusals = council->number("SELECT count(*) FROM exchange_refusals");
        const auto answer = council->receive(text);
        ASSERT_FALSE(answer) << reason;
        EXPECT_EQ(answer.error().key, reason);
        EXPECT_EQ(council->everything_but_refusals(), before) << reason;
        EXPECT_EQ(council->number("SELECT count(*) FROM exchange_refusals"), refusals + 1) << reason;
        EXPECT_EQ(council->last_refusal(), reason);
    }
    /// The same for a message whose sender is proven and therefore told.
    void expect_turned_away(const std::string& text, Outcome outcome, const std::string& reason) {
        const std::string before = council->everything_but_refusals();
        const auto answer = council->receive(text);
        ASSERT_TRUE(answer) << reason;
        EXPECT_EQ(answer.value().outcome, outcome);
        EXPECT_EQ(council->everything_but_refusals(), before) << reason;
        EXPECT_EQ(council->last_refusal(), reason);
    }
    /// Refused for good: no effect, but the place is used up and the sender holds the proof.
    void expect_settled_as_refused(const std::string& text, const std::string& reason) {
        const auto effects = council->effects();
        const auto answer = council->receive(text);
        ASSERT_TRUE(answer) << reason;
        EXPECT_EQ(answer.value().outcome, Outcome::refused);
        EXPECT_EQ(council->effects(), effects) << reason;
        EXPECT_EQ(council->text("SELECT reason FROM exchange_inbox ORDER BY position DESC"), reason);
        EXPECT_EQ(council->last_refusal(), reason);
    }
    Receipt receipt_of(const Answer& answer, const MessageId& id, const std::string& text) {
        return read_receipt(answer.receipt, *members.find("council"), "uz", id, hash_of(text)).value();
    }
    /// Signed by uz with any claims at all.
    std::string with_claims(const std::string& json) { return sign_jws("homeward-message+jws", json, keys.at("uz").sign); }
    std::string sealed(std::string_view payload = "{}") {
        return seal_jwe(payload, keys.at("council").open.seal, {"uz", "council"});
    }
};

TEST_F(Receive, TakesAMessageAndSignsForIt) {
    const MessageId id = uz->send("council", R"({"year":2024})");
    const std::string text = uz->message();
    const auto answer = council->receive(text);
    ASSERT_TRUE(answer);
    EXPECT_EQ(council->text("SELECT payload FROM effects"), R"({"year":2024})");
    const Receipt receipt = receipt_of(answer.value(), id, text);
    EXPECT_EQ(receipt.outcome, Outcome::accepted);
    EXPECT_EQ(receipt.position, 1);
    EXPECT_EQ(receipt.place, first_place());
    EXPECT_EQ(council->text("SELECT actor FROM audit_leaves WHERE action = 'message.received'"), "member:uz");
}

TEST_F(Receive, ShowsNothingOfThePayloadOnTheWire) {
    uz->send("council", R"({"secret":"housing"})");
    const std::string text = uz->message();
    for (const auto part : split(text, '.')) {
        EXPECT_EQ(std::string(text_of(*from_base64url(part))).find("housing"), std::string::npos);
    }
}

TEST_F(Receive, GivesAReplayedMessageItsReceiptAndNoSecondEffect) {
    uz->send("council");
    const std::string text = uz->message();
    const auto first = council->receive(text);
    const std::string before = council->everything_but_refusals();
    now = now.plus_days(200);  // long expired by now
    const auto again = council->receive(text);
    ASSERT_TRUE(again);
    EXPECT_EQ(again.value().receipt, first.value().receipt);
    EXPECT_EQ(council->everything_but_refusals(), before);
    EXPECT_EQ(council->exchange->counters().repeated, 1);
}

TEST_F(Receive, RefusesAForgedSignatureAndAnUnknownSender) {
    const Claims c = claims(first_place());
    NodeKeys forger = NodeKeys::generate("uz");
    expect_refused(write_message(c, "{}", forger, keys.at("council").open.seal), "exchange.unknown_sender");
    forger.sign.verify = keys.at("uz").sign.verify;  // claims the right key, signs with another
    expect_refused(write_message(c, "{}", forger, keys.at("council").open.seal), "exchange.bad_signature");
    EXPECT_EQ(council->text("SELECT claimed_sender FROM exchange_refusals ORDER BY position DESC"), "uz");
}

TEST_F(Receive, RefusesAMemberThatSpeaksForAnother) {
    expect_refused(signed_by("kz", claims(first_place())), "exchange.not_its_sender");
}

TEST_F(Receive, RefusesWhatIsForAnother) {
    Claims c = claims(first_place());
    c.to = "kz";
    expect_refused(signed_by("uz", c), "exchange.wrong_receiver");
}

TEST_F(Receive, RefusesAMemberThatPassesOnAnothersSealedText) {
    // kz took the sealed part out of a message of uz and signs it as its own.
    const std::string stolen = sealed(R"({"year":2024})");
    const std::string text = sign_jws(
        "homeward-message+jws",
        R"({"id":")" + MessageId::make(now).str() + R"(","type":"release@1.0","from":"kz","to":"council","epoch":1,"seq":1,"sent_at":")" +
            now.str() + R"(","expires_at":")" + now.plus_days(1).str() + R"(","sealed":")" + stolen + "\"}",
        keys.at("kz").sign);
    expect_settled_as_refused(text, "exchange.wrong_parties");
}

TEST_F(Receive, RefusesEveryCutAndEveryFlippedBit) {
    const std::string good = signed_by("uz", claims(first_place()));
    const std::string before = council->everything_but_refusals();
    for (std::size_t i = 0; i < good.size(); i += 7) {
        EXPECT_FALSE(read_message(good.substr(0, i), keys.at("council"), members, now)) << i;
        std::string changed = good;
        changed[i] = static_cast<char>(changed[i] ^ (1 << i % 8));
        EXPECT_FALSE(read_message(changed, keys.at("council"), members, now)) << i;
    }
    EXPECT_FALSE(council->receive(good.substr(0, good.size() - 1)));
    EXPECT_FALSE(council->receive(good + "\n"));
    EXPECT_EQ(council->everything_but_refusals(), before);
    EXPECT_TRUE(council->receive(good)) << "the original is still good";
}

TEST_F(Receive, RefusesRubbish) {
    for (const std::string text : {"", ".", "..", "...", "{}", "eyJhbGciOiJub25lIn0.e30.", "\xff\xfe", "a.b.c"}) {
        expect_refused(text, "exchange.malformed");
    }
    expect_refused(std::string(max_message_bytes + 1, 'a'), "exchange.too_large");
}

TEST_F(Receive, RefusesOtherAlgorithms) {
    const std::string good = signed_by("uz", claims(first_place()));
    for (const std::string algorithm : {"none", "HS256", "EdDSA"}) {
        const std::string header = R"({"alg":")" + algorithm + R"(","typ":"homeward-message+jws","kid":")" + keys.at("uz").sign.verify.kid() + "\"}";
        expect_refused(to_base64url(bytes_of(header)) + good.substr(good.find('.')), "exchange.algorithm");
    }
}

TEST_F(Receive, RefusesAReceiptInTheGuiseOfAMessage) {
    expect_refused(sign_jws("homeward-receipt+jws", "{}", keys.at("uz").sign), "exchange.wrong_kind");
}

TEST_F(Receive, RefusesClaimsThatNoHonestSenderSigns) {
    const std::string id = MessageId::make(now).str();
    const auto text = [&](const std::string& id, const std::string& epoch, const std::string& seq, Instant sent, Instant expires, const std::string& more) {
        return with_claims(R"({"id":")" + id + R"(","type":"release@1.0","from":"uz","to":"council","epoch":)" + epoch + R"(,"seq":)" + seq +
                           R"(,"sent_at":")" + sent.str() + R"(","expires_at":")" + expires.str() + R"(","sealed":")" + sealed() + "\"" + more + "}");
    };
    expect_refused(text(id, "1", "0", now, now.plus_days(1), ""), "exchange.malformed");
    expect_refused(text(id, "0", "1", now, now.plus_days(1), ""), "exchange.malformed");
    expect_refused(text(id, "1", "-1", now, now.plus_days(1), ""), "exchange.malformed");
    expect_refused(text(id, "1", "1.5", now, now.plus_days(1), ""), "exchange.malformed");
    expect_refused(text(id, "99999999999", "1", now, now.plus_days(1), ""), "exchange.malformed");
    expect_refused(text(id, "1", "99999999999999999999", now, now.plus_days(1), ""), "exchange.malformed");
    expect_refused(text("not an id", "1", "1", now, now.plus_days(1), ""), "exchange.malformed");
    expect_refused(text("6ba7b810-9dad-41d1-80b4-00c04fd430c8", "1", "1", now, now.plus_days(1), ""), "exchange.malformed");
    expect_refused(text(id, "1", "1", now, now.plus_days(-1), ""), "exchange.malformed");
    expect_refused(text(id, "1", "1", now, now.plus_days(91), ""), "exchange.malformed");
    expect_refused(text(id, "1", "1", now, now.plus_days(1), R"(,"more":1)"), "exchange.malformed");
    expect_refused(text(id, "1", "1", now, now.plus_days(1), R"(,"seq":2)"), "exchange.malformed");
    expect_refused(with_claims("{}"), "exchange.malformed");
    expect_refused(with_claims("[]"), "exchange.malformed");
    expect_refused(text(id, "1", "1", now.plus_days(2), now.plus_days(3), ""), "exchange.clock");
    EXPECT_TRUE(council->receive(text(id, "1", "1", now.plus_seconds(23 * 3600), now.plus_days(3), "")));
}

TEST_F(Receive, AnswersAReorderedMessageWithThePlaceItExpects) {
    for (int i = 0; i < 3; ++i) uz->send("council");
    expect_turned_away(uz->message(2), Outcome::gap, "exchange.gap");
    const MessageId third = *MessageId::parse(uz->text("SELECT id FROM exchange_outbox WHERE seq = 3"));
    const std::string text = uz->message(3);
    const Receipt receipt = receipt_of(council->receive(text).value(), third, text);
    EXPECT_EQ(receipt.expected, first_place());
    for (int seq = 1; seq <= 3; ++seq) EXPECT_EQ(council->receive(uz->message(seq)).value().outcome, Outcome::accepted) << seq;
    EXPECT_EQ(council->effects(), 3);
}

TEST_F(Receive, TurnsAwayAnotherMessageAtAUsedPlace) {
    ASSERT_TRUE(council->receive(signed_by("uz", claims(first_place()))));
    expect_turned_away(signed_by("uz", claims(first_place())), Outcome::later, "exchange.place_used");
}

TEST_F(Receive, TakesANewEpochFromItsStartAndNoneThatIsOver) {
    const Place old = first_place();
    ASSERT_TRUE(council->receive(signed_by("uz", claims(old))));
    const Place next{old.epoch + 60, 1};
    now = now.plus_seconds(60);
    expect_turned_away(signed_by("uz", claims({next.epoch, 2})), Outcome::gap, "exchange.gap");
    EXPECT_EQ(council->receive(signed_by("uz", claims(next))).value().outcome, Outcome::accepted);
    expect_turned_away(signed_by("uz", claims({old.epoch, 2})), Outcome::later, "exchange.place_used");
}

TEST_F(Receive, FreezesAMemberThatSaysTwoThingsUnderOneId) {
    Claims c = claims(first_place());
    const std::string first = signed_by("uz", c, R"({"persons":531})");
    ASSERT_TRUE(council->receive(first));
    const auto answer = council->receive(signed_by("uz", c, R"({"persons":530})"));
    EXPECT_EQ(answer.value().outcome, Outcome::later);
    EXPECT_EQ(council->last_refusal(), "exchange.equivocation");
    EXPECT_EQ(council->effects(), 1);
    EXPECT_EQ(council->number("SELECT count(*) FROM audit_leaves WHERE action = 'message.equivocation'"), 1);

    expect_turned_away(signed_by("uz", claims({c.place.epoch, 2})), Outcome::later, "exchange.frozen");
    EXPECT_EQ(council->receive(first).value().outcome, Outcome::accepted) << "what was receipted stays receipted";
    council->store->write([](store::Connection& db) { return thaw(db, "uz").has_value(); });
    EXPECT_EQ(council->receive(signed_by("uz", claims({c.place.epoch, 2}))).value().outcome, Outcome::accepted);
    council->store->write([](store::Connection& db) { EXPECT_FALSE(thaw(db, "uz")); return true; });
}

TEST_F(Receive, RefusesForGoodWhatExpired) {
    const std::string text = signed_by("uz", claims(first_place()));
    now = now.plus_days(91);
    EXPECT_TRUE(read_message(text, keys.at("council"), members, now).value().payload) << "24 hours of tolerance";
    now = now.plus_seconds(1);
    expect_settled_as_refused(text, "exchange.expired");
}

TEST_F(Receive, RefusesForGoodWhatItDoesNotKnow) {
    Claims c = claims(first_place());
    int seq = 0;
    for (const char* type : {"gossip@1.0", "release", "release@3.0", "release@1.0 ", "receipt@1.0", ""}) {
        c.id = MessageId::make(now);
        c.place.seq = ++seq;
        c.type = type;
        expect_settled_as_refused(signed_by("uz", c), "exchange.unknown_type");
    }
    c.id = MessageId::make(now);
    c.place.seq = ++seq;
    c.type = "progress@1.0";
    expect_settled_as_refused(signed_by("uz", c), "exchange.type_not_served");
}

TEST_F(Receive, RefusesForGoodWhatItCannotOpen) {
    const auto text = [&](std::int64_t seq, const std::string& sealed) {
        return with_claims(R"({"id":")" + MessageId::make(now).str() + R"(","type":"release@1.0","from":"uz","to":"council","epoch":1,"seq":)" +
                           std::to_string(seq) + R"(,"sent_at":")" + now.str() + R"(","expires_at":")" + now.plus_days(1).str() +
                           R"(","sealed":")" + sealed + "\"}");
    };
    expect_settled_as_refused(text(1, seal_jwe("{}", keys.at("kz").open.seal, {"uz", "council"})), "exchange.stale_key");
    expect_settled_as_refused(text(2, seal_jwe("{}", keys.at("council").open.seal, {"uz", "kz"})), "exchange.wrong_parties");
    expect_settled_as_refused(text(3, "a.b.c.d.e"), "exchange.malformed");
    expect_settled_as_refused(text(4, sealed(R"({"a":1,"a":2})")), "exchange.payload_malformed");
    expect_settled_as_refused(text(5, sealed("")), "exchange.payload_malformed");
    EXPECT_EQ(council->receive(text(6, sealed("{}"))).value().outcome, Outcome::accepted) << "the stream goes on";
}

TEST_F(Receive, LeavesNothingOfAMessageWhoseHandlerRefuses) {
    council->verdict = invalid("release.under_floor");
    const MessageId id = uz->send("council");
    const std::string text = uz->message();
    const auto answer = council->receive(text);
    EXPECT_EQ(receipt_of(answer.value(), id, text).reason, "release.under_floor");
    EXPECT_EQ(council->effects(), 0);
    council->verdict = {};
    EXPECT_EQ(council->receive(text).value().receipt, answer.value().receipt) << "the answer is given once and for all";
    EXPECT_EQ(council->effects(), 0);
}

TEST_F(Receive, AsksToComeAgainWhenTheHandlerCannotNow) {
    council->verdict = unavailable("release.not_now");
    uz->send("council");
    expect_turned_away(uz->message(), Outcome::later, "release.not_now");
    council->verdict = {};
    EXPECT_EQ(council->receive(uz->message()).value().outcome, Outcome::accepted);
    EXPECT_EQ(council->effects(), 1);
}

TEST_F(Receive, KeepsTheListOfRefusalsShort) {
    council->run("INSERT INTO exchange_refusals VALUES (20000, '2024-01-01T00:00:00.000Z', '', 'x', '', 0), (10001, '2024-01-01T00:00:00.000Z', '', 'x', '', 0)");
    (void)council->receive("rubbish");
    EXPECT_EQ(council->number("SELECT min(position) FROM exchange_refusals"), 20000);
}

TEST_F(Receive, IsSettledOnceWhenTheSameMessageComesOnManyConnections) {
    uz->send("council");
    const std::string text = uz->message();
    std::vector<std::thread> connections;
    std::array<std::string, 8> receipts;
    for (auto& receipt : receipts) connections.emplace_back([&] { receipt = council->receive(text).value().receipt; });
    for (auto& connection : connections) connection.join();
    EXPECT_EQ(council->effects(), 1);
    for (const auto& receipt : receipts) EXPECT_EQ(receipt, receipts[0]);
}

TEST_F(Receive, WantsAManifestThatListsItsOwnKeys) {
    EXPECT_THROW(Exchange(NodeKeys::generate("uz"), members), std::runtime_error);
    EXPECT_THROW(Exchange(NodeKeys::generate("tj"), members), std::runtime_error);
}

TEST_F(Receive, EnqueuesOnlyWhatMayCross) {
    const auto key_of = [&](std::string_view type, std::string_view to, std::string_view payload) {
        return uz->works->write<MessageId>(access::Actor::program("system"), [&](access::Work& work) {
            return uz->exchange->enqueue(work, type, to, payload);
        }).error().key;
    };
    EXPECT_EQ(key_of("gossip", "council", "{}"), "exchange.unknown_type");
    EXPECT_EQ(key_of("release", "nobody", "{}"), "exchange.unknown_member");
    EXPECT_EQ(key_of("release", "uz", "{}"), "exchange.unknown_member");
    EXPECT_EQ(key_of("release", "council", "{"), "exchange.payload_malformed");
    EXPECT_EQ(key_of("release", "council", std::string(max_payload_bytes + 1, ' ')), "exchange.too_large");
    EXPECT_EQ(uz->waiting(), 0);
}

TEST_F(Receive, ABigPayloadFits) {
    const std::string payload = "\"" + std::string(max_payload_bytes - 2, 'x') + "\"";
    uz->send("council", payload);
    EXPECT_LE(uz->message().size(), max_message_bytes);
    EXPECT_EQ(council->receive(uz->message()).value().outcome, Outcome::accepted);
}

}  // namespace
}  // namespace homeward::exchange
