#include "exchange/envelope.h"

#include <gtest/gtest.h>

#include <fstream>

#include "base/json.h"
#include "exchange/jws.h"

namespace homeward::exchange {
namespace {

struct ReceiptForm : testing::Test {
    Instant now = *Instant::parse("2024-05-14T09:00:00Z");
    NodeKeys council = NodeKeys::generate("council");
    NodeKeys kz = NodeKeys::generate("kz");
    Member peer{"council", "Council", "http://127.0.0.1:8400", council.sign.verify, council.open.seal};
    MessageId id = MessageId::make(now);
    std::string hash = hash_of("a message");
    Receipt good{"council", "uz", id, hash, {1, 1}, Outcome::accepted, "", {}, 1, {}, now};

    Result<Receipt> read(const std::string& text) const { return read_receipt(text, peer, "uz", id, hash); }
    std::string key_of(const Receipt& receipt) const {
        const auto result = read(write_receipt(receipt, council));
        return result ? "" : result.error().key;
    }
    Receipt with(Outcome outcome, std::string reason, std::optional<std::int64_t> position, std::optional<Place> expected) const {
        Receipt receipt = good;
        receipt.outcome = outcome;
        receipt.reason = std::move(reason);
        receipt.position = position;
        receipt.expected = expected;
        return receipt;
    }
};

TEST_F(ReceiptForm, CountsForItsMessageItsSenderAndItsReader) {
    EXPECT_EQ(key_of(good), "");
    Receipt other = good;
    other.message = MessageId::make(now);
    EXPECT_EQ(key_of(other), "exchange.other_message");
    other = good;
    other.hash = hash_of("another message under the same id");
    EXPECT_EQ(key_of(other), "exchange.other_message");
    other = good;
    other.to = "kz";
    EXPECT_EQ(key_of(other), "exchange.other_message");
    other = good;
    other.from = "kz";
    EXPECT_EQ(key_of(other), "exchange.other_message");
    EXPECT_EQ(read(write_receipt(good, kz)).error().key, "exchange.unknown_sender");
}

TEST_F(ReceiptForm, HasWhatItsOutcomeNeedsAndNothingElse) {
    const Place place{1, 1};
    EXPECT_EQ(key_of(with(Outcome::refused, "release.year", 1, {})), "");
    EXPECT_EQ(key_of(with(Outcome::gap, "exchange.gap", {}, place)), "");
    EXPECT_EQ(key_of(with(Outcome::later, "exchange.frozen", {}, {})), "");
    for (const Receipt& bad : {with(Outcome::accepted, "", {}, {}), with(Outcome::accepted, "release.year", 1, {}),
                               with(Outcome::refused, "", 1, {}), with(Outcome::refused, "release.year", {}, {}),
                               with(Outcome::gap, "exchange.gap", {}, {}), with(Outcome::gap, "exchange.gap", 1, place),
                               with(Outcome::later, "", {}, {}), with(Outcome::later, "exchange.frozen", {}, place),
                               with(Outcome::later, "<b>any text</b>", {}, {}), with(Outcome::later, std::string(101, '.'), {}, {})}) {
        EXPECT_EQ(key_of(bad), "exchange.malformed") << bad.reason;
    }
}

TEST_F(ReceiptForm, RefusesEveryCutAndEveryFlippedBit) {
    const std::string text = write_receipt(good, council);
    for (std::size_t i = 0; i < text.size(); ++i) {
        std::string changed = text;
        changed[i] = static_cast<char>(changed[i] ^ (1 << i % 8));
        EXPECT_FALSE(read(changed)) << i;
        EXPECT_FALSE(read(text.substr(0, i))) << i;
    }
}

TEST_F(ReceiptForm, IsNoMessage) {
    const std::string message = sign_jws("homeward-message+jws", "{}", council.sign);
    EXPECT_EQ(read(message).error().key, "exchange.wrong_kind");
}

TEST(MessageTypes, AreThoseOfTheContract) {
    std::ifstream file(HOMEWARD_ROOT "/api/exchange.yaml");
    const std::string contract{std::istreambuf_iterator<char>(file), {}};
    const auto list = contract.find("\nx-message-types:\n");
    ASSERT_NE(list, std::string::npos);
    std::string expected = "\nx-message-types:\n";
    for (const auto& type : message_types()) expected += "  " + type.written() + ": " + std::string(type.schema) + "\n";
    EXPECT_EQ(contract.substr(list), expected);
    for (const auto& type : message_types()) {
        EXPECT_NE(contract.find("\n    " + std::string(type.schema) + ":\n      type: object\n"), std::string::npos) << type.name;
    }
}

}  // namespace
}  // namespace homeward::exchange
