// Our messages against another implementation: tests/protocol/peer.mjs, over npm `jose`.
// Needs Node and the packages of web/ (scripts/setup brings both).
#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>

#include "base/json.h"
#include "exchange/envelope.h"

namespace homeward::exchange {
namespace {

namespace files = std::filesystem;

struct Interop : testing::Test {
    files::path folder = testing::TempDir() + "interop_" + to_string(make_uuid(Instant::system_now()));
    NodeKeys keys;
    Membership members;

    Interop() {
        const std::vector<MemberPlace> places = {{"council", "Council", "http://127.0.0.1:8400", folder / "council"},
                                                 {"uz", "Uzbekistan", "http://127.0.0.1:8401", folder / "uz"}};
        EXPECT_TRUE(make_region(places));
        keys = load_key_file((folder / "uz/exchange_keys.json").string());
        members = Membership::load(folder / "uz/region.json");
    }
    ~Interop() override { files::remove_all(folder); }

    void play(const std::string& what) const {
        const std::string command = "node '" HOMEWARD_ROOT "/tests/protocol/answer.mjs' " + what + " '" + folder.string() + "'";
        ASSERT_EQ(std::system(command.c_str()), 0) << "run scripts/setup when Node or jose is missing";
    }
    void write(const std::string& name, const std::string& text) const { std::ofstream(folder / name) << text; }
    std::string read(const std::string& name) const {
        std::ifstream file(folder / name);
        return {std::istreambuf_iterator<char>(file), {}};
    }
};

TEST_F(Interop, BothSidesReadWhatTheOtherWrote) {
    const Instant now = Instant::system_now();
    const std::string payload = R"({"year":2024,"note":"оила — family"})";
    const Claims claims{MessageId::make(now), "release@1.0", "uz", "council", {now.ms / 1000, 1}, now, now.plus_days(90)};
    const std::string message = write_message(claims, payload, keys, members.find("council")->seal);
    write("message.txt", message);
    play("answer");

    const auto seen = json::parse(read("read.json")).value();
    EXPECT_EQ(seen.at("id").as_string(), claims.id.str());
    EXPECT_EQ(seen.at("sent_at").as_string(), now.str());
    EXPECT_EQ(seen.at("payload").as_string(), payload);
    const auto receipt = read_receipt(read("receipt.txt"), *members.find("council"), "uz", claims.id, hash_of(message));
    ASSERT_TRUE(receipt) << receipt.error().key;
    EXPECT_EQ(receipt.value().position, 7);

    const auto back = read_message(read("message_back.txt"), keys, members, Instant::system_now());
    ASSERT_TRUE(back) << back.error().key;
    EXPECT_EQ(back.value().payload, R"({"title":"Үй — уй — хона"})") << back.value().refusal;
    Receipt answer;
    answer.from = "uz";
    answer.to = "council";
    answer.message = back.value().claims.id;
    answer.hash = back.value().hash;
    answer.place = back.value().claims.place;
    answer.outcome = Outcome::gap;
    answer.reason = "exchange.gap";
    answer.expected = Place{5, 6};
    answer.at = Instant::system_now();
    write("receipt_back.txt", write_receipt(answer, keys));
    play("check");

    const std::map<std::string, std::string> refused = {
        {"eddsa", "exchange.algorithm"}, {"jku", "exchange.malformed"},         {"jwk", "exchange.malformed"},
        {"no_kind", "exchange.malformed"}, {"receipt", "exchange.wrong_kind"},  {"no_claims", "exchange.malformed"},
        {"for_another", "exchange.wrong_receiver"}, {"flattened", "exchange.malformed"}};
    for (const auto& [name, key] : refused) {
        const std::string text = read("refused/" + name + ".txt");
        ASSERT_FALSE(text.empty()) << name;
        const auto result = read_message(text, keys, members, Instant::system_now());
        ASSERT_FALSE(result) << name;
        EXPECT_EQ(result.error().key, key) << name;
    }
}

}  // namespace
}  // namespace homeward::exchange
