#include "printing/dates.h"

#include <gtest/gtest.h>

namespace homeward::printing {
namespace {

TEST(LongDate, IsWrittenAsTheLanguageDoes) {
    EXPECT_EQ(long_date({2024, 5, 14}, "en"), "14 May 2024");
    EXPECT_EQ(long_date({2024, 5, 14}, "ru"), "14 мая 2024\u202fг.");
    EXPECT_EQ(long_date({2024, 1, 1}, "xx-unknown"), long_date({2024, 1, 1}, "en"));
    for (const auto* language : {"uz", "kk", "ky", "tg", "tk"}) EXPECT_NE(long_date({2024, 5, 14}, language).find("2024"), std::string::npos) << language;
}

TEST(LongDays, SayWhatTheyShareOnce) {
    EXPECT_EQ(long_days({2024, 5, 14}, {2024, 5, 14}, "en"), "14 May 2024");
    EXPECT_EQ(long_days({2024, 5, 14}, {2024, 5, 16}, "en"), "14–16 May 2024");
    EXPECT_EQ(long_days({2024, 12, 30}, {2025, 1, 2}, "en"), "30 December 2024\u2009–\u20092 January 2025");
    EXPECT_EQ(long_days({2024, 5, 14}, {2024, 5, 16}, "ru"), "14–16 мая 2024\u202fг.");
}

}  // namespace
}  // namespace homeward::printing
