#include "statistics/kernel/households.h"

#include <gtest/gtest.h>

namespace homeward::statistics {
namespace {

Household household(int age, std::vector<std::uint64_t> keys, const std::string& release = {}) {
    return {{{"returnees", {{"age", age}}, release}}, std::move(keys)};
}

/// Ages and releases of a household's members.
std::string members_of(const Household& household) {
    std::string text;
    for (const auto& member : household.members) text += std::to_string(member.categories.at("age")) + "@" + member.release + " ";
    return text;
}

TEST(Households, RememberWhereTheyStood) {
    const auto all = with_their_past({household(1, {7, 8, 9})}, {{"2024", {household(0, {7, 8}), household(5, {6})}}, {"2025", {household(1, {8})}}});
    ASSERT_EQ(all.size(), 4U);
    std::map<std::string, std::vector<std::uint64_t>> keys_of;
    for (const auto& one : all) keys_of[members_of(one)] = one.keys;
    EXPECT_EQ(keys_of, (std::map<std::string, std::vector<std::uint64_t>>{
                           {"1@ ", {9}}, {"1@ 0@2024 ", {7}}, {"1@ 0@2024 1@2025 ", {8}}, {"5@2024 ", {6}}}));
}

TEST(Households, AreJoinedByWhatAReleaseItselfSays) {
    // What the earlier release remembered of still earlier ones comes from those.
    const auto all = with_their_past({household(2, {7})}, {{"2025", {{{{"returnees", {{"age", 1}}, ""}, {"returnees", {{"age", 0}}, "2024"}}, {7}}}}});
    ASSERT_EQ(all.size(), 1U);
    EXPECT_EQ(members_of(all[0]), "2@ 1@2025 ");
}

TEST(Households, WithoutKeysStayAsTheyAre) {
    const auto all = with_their_past({household(1, {}), household(2, {7})}, {{"2024", {household(0, {})}}});
    ASSERT_EQ(all.size(), 2U);
    EXPECT_EQ(members_of(all[0]), "2@ ");
    EXPECT_EQ(members_of(all[1]), "1@ ");
}

}  // namespace
}  // namespace homeward::statistics
