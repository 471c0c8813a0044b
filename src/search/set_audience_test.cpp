#include "search/search_fixture.h"

namespace homeward::search {
namespace {

struct SetAudienceTest : SearchTest {};

TEST_F(SetAudienceTest, WhoMayReadIsSaidAnewAndNothingElseChanges) {
    auto one = entry("a", "School meals", "A meal a day for every child");
    one.audience = {"member:uz", "secretariat"};
    put(db, one);
    const auto found_by = [&](std::vector<std::string> reader, std::string text) { return found({std::move(text), std::move(reader), "", "", "", {}}).hits.size(); };
    EXPECT_EQ(found_by({"member:uz"}, "meal child"), 1u);
    set_audience(db, one.kind, "a", {"all"});
    EXPECT_EQ(found_by({"all"}, "school meals"), 1u);
    EXPECT_EQ(found_by({"all"}, "\"meal a day\""), 1u);
    set_audience(db, one.kind, "a", {"member:kg"});
    EXPECT_EQ(found_by({"all"}, "school"), 0u);
    EXPECT_EQ(found_by({"member:uz"}, "school"), 0u);
    EXPECT_EQ(found_by({"member:kg"}, "school"), 1u);
    set_audience(db, one.kind, "a", {});
    EXPECT_EQ(found_by({"member:kg"}, "school"), 0u);
    set_audience(db, one.kind, "not there", {"all"});
    remove(db, one.kind, "a");
    EXPECT_EQ(*db.query("SELECT count(*) FROM search_words").value<int>(), 0);
}

}  // namespace
}  // namespace homeward::search
