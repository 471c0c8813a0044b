#include "exchange/membership.h"

#include <gtest/gtest.h>

#include <filesystem>

#include "base/id.h"

namespace homeward::exchange {
namespace {

Member member(const std::string& id, const std::string& url) {
    const NodeKeys keys = NodeKeys::generate(id);
    return {id, "The node of " + id, url, keys.sign.verify, keys.open.seal};
}

TEST(Membership, ReadsBackWhatItWrote) {
    const auto made = Membership::of({member("uz", "https://uz.example.org"), member("council", "http://127.0.0.1:8400")}).value();
    const auto read = Membership::parse(made.str());
    ASSERT_TRUE(read);
    ASSERT_NE(read.value().find("uz"), nullptr);
    EXPECT_EQ(read.value().find("uz")->seal, made.find("uz")->seal);
    EXPECT_EQ(read.value().find_by_kid(made.find("council")->verify.kid())->id, "council");
    EXPECT_EQ(read.value().find("kz"), nullptr);
    EXPECT_EQ(read.value().find_by_kid("nobody"), nullptr);
}

TEST(Membership, TakesNoAddressThatIsNotPlainlyAMembers) {
    for (const char* url : {"https://uz.example.org", "https://uz.example.org:8443", "http://127.0.0.1:8401", "http://[::1]:8401",
                            "http://localhost"}) {
        EXPECT_TRUE(Membership::of({member("uz", url)})) << url;
    }
    for (const char* url : {"", "https://", "http://uz.example.org", "http://127.0.0.1.example.org", "https://a@example.org",
                            "https://example.org/path", "https://example.org?x", "file:///etc/passwd", "https://example.org\r\nX: y"}) {
        EXPECT_EQ(Membership::of({member("uz", url)}).error().field, "uz/base_url") << url;
    }
}

TEST(Membership, RefusesWhatTwoMembersShare) {
    const Member uz = member("uz", "http://127.0.0.1:1");
    Member kz = member("kz", "http://127.0.0.1:2");
    EXPECT_EQ(Membership::of({uz, member("uz", "http://127.0.0.1:2")}).error().field, "uz/id");
    EXPECT_EQ(Membership::of({uz, member("kz", "http://127.0.0.1:1")}).error().field, "kz/base_url");
    kz.verify = uz.verify;
    EXPECT_EQ(Membership::of({uz, kz}).error().field, "kz/signing");
    kz = member("kz", "http://127.0.0.1:2");
    kz.seal = uz.seal;
    EXPECT_EQ(Membership::of({uz, kz}).error().field, "kz/sealing");
}

TEST(Membership, RefusesBadIdsAndBadManifests) {
    for (const char* id : {"", "UZ", "1uz", "u z", "uz/../kz", "uz\n"}) EXPECT_FALSE(is_member_id(id)) << id;
    EXPECT_FALSE(is_member_id(std::string(33, 'a')));
    EXPECT_TRUE(is_member_id("council"));
    const std::string good = Membership::of({member("uz", "http://127.0.0.1:1")}).value().str();
    EXPECT_FALSE(Membership::parse(""));
    EXPECT_FALSE(Membership::parse(good.substr(0, good.size() - 1)));
    EXPECT_FALSE(Membership::parse("{\"more\":1," + good.substr(1)));
    std::string swapped = good;
    swapped.replace(swapped.find("Ed25519"), 7, "X25519");
    EXPECT_EQ(Membership::parse(swapped).error().key, "exchange.bad_member");
    EXPECT_THROW(Membership::load("/nonexistent/region.json"), std::runtime_error);
}

TEST(MakeRegion, GivesEachMemberItsKeysAndAllTheManifest) {
    const std::filesystem::path root = testing::TempDir() + "region_" + to_string(make_uuid(Instant::system_now()));
    const std::vector<MemberPlace> places = {{"council", "Council", "http://127.0.0.1:8400", root / "council"},
                                             {"uz", "Uzbekistan", "http://127.0.0.1:8401", root / "uz"}};
    ASSERT_TRUE(make_region(places));
    for (const auto& place : places) {
        const auto keys = load_key_file((place.directory / "exchange_keys.json").string());
        const auto members = Membership::load(place.directory / "region.json");
        EXPECT_EQ(keys.member, place.id);
        EXPECT_EQ(members.find(place.id)->verify, keys.sign.verify);
        EXPECT_EQ(members.find(place.id)->seal, keys.open.seal);
        EXPECT_EQ(members.members().size(), 2u);
    }
    EXPECT_THROW((void)make_region(places), std::runtime_error);
    std::filesystem::remove_all(root);
}

}  // namespace
}  // namespace homeward::exchange
