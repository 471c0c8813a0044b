#include "casework/visits/draft_key.h"

#include "access/program_for_tests.h"
#include "casework/case_file.h"
#include "history/history.h"

namespace homeward::casework {
namespace {

struct DraftKeyTest : access::ProgramTest {
    DraftKeyTest() : ProgramTest(*Instant::parse("2024-05-14T09:00:00Z"), {vault::schema(), history::schema(), people::schema(), schema()}, access::Holds::records) {}
};

TEST_F(DraftKeyTest, IsTheAccountsOwnAndStaysTheSame) {
    const auto key_of = [&](const access::Actor& who) { return act<std::string>(who, [](access::Work& work) { return draft_key(work); }); };
    const auto worker = staff("worker", access::Role::social_worker, "UZ-FA"), other = staff("worker2", access::Role::social_worker, "UZ-FA");
    EXPECT_EQ(key_of(worker)->size(), 43u);
    EXPECT_EQ(*key_of(worker), *key_of(worker));
    EXPECT_NE(*key_of(worker), *key_of(other));
    EXPECT_EQ(key_of(staff("officer", access::Role::data_protection_officer)).error().code, ErrorCode::forbidden);
}

}  // namespace
}  // namespace homeward::casework
