#include "exchange/keys.h"

#include <gtest/gtest.h>
#include <sys/stat.h>

#include <filesystem>
#include <fstream>

#include "base/id.h"

namespace homeward::exchange {
namespace {

struct KeyFileTest : testing::Test {
    std::string path = testing::TempDir() + "exchange_keys_" + to_string(make_uuid(Instant::system_now())) + ".json";
    NodeKeys keys = NodeKeys::generate("uz");
    ~KeyFileTest() override { std::filesystem::remove(path); }

    std::string text() const {
        std::ifstream file(path);
        return {std::istreambuf_iterator<char>(file), {}};
    }
    void write(const std::string& text) const {
        std::filesystem::remove(path);
        std::ofstream(path) << text;
        ::chmod(path.c_str(), 0600);
    }
};

TEST_F(KeyFileTest, ReadsBackWhatItWrote) {
    create_key_file(path, keys);
    const NodeKeys read = load_key_file(path);
    EXPECT_EQ(read.member, "uz");
    EXPECT_EQ(read.sign.d.bytes, keys.sign.d.bytes);
    EXPECT_EQ(read.sign.verify, keys.sign.verify);
    EXPECT_EQ(read.open.d.bytes, keys.open.d.bytes);
    EXPECT_EQ(read.open.seal, keys.open.seal);
}

TEST_F(KeyFileTest, IsForItsOwnerOnlyAndNeverOverwritten) {
    create_key_file(path, keys);
    struct stat info {};
    ASSERT_EQ(::stat(path.c_str(), &info), 0);
    EXPECT_EQ(info.st_mode & 0777, 0600u);
    EXPECT_THROW(create_key_file(path, keys), std::runtime_error);
    ::chmod(path.c_str(), 0640);
    EXPECT_THROW(load_key_file(path), std::runtime_error);
}

TEST_F(KeyFileTest, RefusesHalvesThatDoNotBelongTogether) {
    create_key_file(path, keys);
    std::string changed = text();
    const std::string x = to_base64url(keys.sign.verify.x);
    changed.replace(changed.find(x), x.size(), to_base64url(NodeKeys::generate("uz").sign.verify.x));
    write(changed);
    EXPECT_THROW(load_key_file(path), std::runtime_error);
}

TEST_F(KeyFileTest, RefusesAnythingElse) {
    EXPECT_THROW(load_key_file(path), std::runtime_error);
    create_key_file(path, keys);
    const std::string good = text();
    for (const std::string& bad : {std::string(), std::string("{}"), good.substr(0, good.size() / 2), good + "x",
                                   "{\"more\":1," + good.substr(1)}) {
        write(bad);
        EXPECT_THROW(load_key_file(path), std::runtime_error) << bad.size();
    }
}

}  // namespace
}  // namespace homeward::exchange
