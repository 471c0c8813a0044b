#include "vault/vault.h"

#include <gtest/gtest.h>
#include <sys/stat.h>

#include <filesystem>

namespace homeward::vault {
namespace {

struct VaultTest : testing::Test {
    store::Connection db{":memory:", store::Connection::Mode::read_write};
    Secret node_key = Secret::random();
    Vault vault{node_key};
    Uuid person = make_uuid({1000});
    Place place{"person_names", "name", "row-1"};
    VaultTest() { store::migrate(db, schema()); }
};

TEST_F(VaultTest, OpensWhatItSealed) {
    const Bytes sealed = vault.create_key(db, person, {0}).seal(place, "a name");
    EXPECT_EQ(vault.key_of(db, person)->open(place, sealed), "a name");
    EXPECT_EQ(std::string(text_of(sealed)).find("a name"), std::string::npos);
}

TEST_F(VaultTest, RefusesAValueMovedToAnotherPlaceOrPerson) {
    const PersonKey key = vault.create_key(db, person, {0});
    const Bytes sealed = key.seal(place, "a name");
    EXPECT_THROW((void)key.open({"person_names", "name", "row-2"}, sealed), std::runtime_error);
    EXPECT_THROW((void)key.open({"persons", "name", "row-1"}, sealed), std::runtime_error);
    EXPECT_THROW((void)vault.create_key(db, make_uuid({2000}), {0}).open(place, sealed), std::runtime_error);
}

TEST_F(VaultTest, RefusesEveryFlippedByte) {
    const PersonKey key = vault.create_key(db, person, {0});
    const Bytes sealed = key.seal(place, "a name");
    for (std::size_t i = 0; i < sealed.size(); ++i) {
        Bytes changed = sealed;
        changed[i] ^= 1;
        EXPECT_THROW((void)key.open(place, changed), std::runtime_error) << i;
    }
    EXPECT_THROW((void)key.open(place, Bytes{1, 2, 3}), std::runtime_error);
}

TEST_F(VaultTest, AnotherNodesKeyOpensNothing) {
    vault.create_key(db, person, {0});
    EXPECT_THROW((void)Vault(Secret::random()).key_of(db, person), std::runtime_error);
}

TEST_F(VaultTest, ADestroyedKeyErasesThePerson) {
    vault.create_key(db, person, {0});
    vault.destroy_key(db, person);
    EXPECT_EQ(vault.key_of(db, person).error().code, ErrorCode::not_found);
}

TEST(KeyFile, IsForItsOwnerOnly) {
    const std::string path = testing::TempDir() + "node_" + std::to_string(Instant::system_now().ms) + ".key";
    const Secret made = create_key_file(path);
    EXPECT_EQ(load_key_file(path).bytes, made.bytes);
    EXPECT_THROW((void)create_key_file(path), std::runtime_error);
    ::chmod(path.c_str(), 0644);
    EXPECT_THROW((void)load_key_file(path), std::runtime_error);
    std::filesystem::remove(path);
    EXPECT_THROW((void)load_key_file(path), std::runtime_error);
}

}  // namespace
}  // namespace homeward::vault
