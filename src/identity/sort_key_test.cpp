#include "identity/sort_key.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace homeward::identity {
namespace {

TEST(SortKey, SortsAsPeopleDo) {
    std::vector<std::string> names = {"Яров", "ахмедов", "Ахмедов Али", "Ёлкин", "Елкин Б", "Ergash", "Ахмедова", "Жанов",
                                      "Қодиров", "Каримов", "Лола", "Akram", "Ғани", "Гани", "Ҳасан", "Цой", "Хан"};
    std::sort(names.begin(), names.end(), [](const auto& a, const auto& b) { return sort_key(a) < sort_key(b); });
    const std::vector<std::string> expected = {"ахмедов", "Ахмедов Али", "Ахмедова", "Гани", "Ғани", "Ёлкин", "Елкин Б", "Жанов",
                                               "Каримов", "Қодиров", "Лола", "Хан", "Ҳасан", "Цой", "Яров", "Akram", "Ergash"};
    EXPECT_EQ(names, expected);
}

TEST(SortKey, StaysShort) {
    EXPECT_EQ(sort_key(""), sort_key(""));
    EXPECT_LE(sort_key(std::string(100'000, 'a')).size(), longest_sort_key);
    EXPECT_LE(sort_key("\xff\xfe broken").size(), longest_sort_key);
    EXPECT_LT(sort_key("Каримова Саодат"), sort_key("Каримова Саодатхон"));
    EXPECT_LT(sort_key("Каримова Саодат Рустамовна").size(), 64u);
}

}  // namespace
}  // namespace homeward::identity
