#include <gtest/gtest.h>

#include "base/date.h"
#include "base/id.h"
#include "base/result.h"
#include "base/text.h"

namespace homeward {

struct ThingTag;
using ThingId = Id<ThingTag>;

TEST(Instant, ReadsWhatItWrites) {
    const Instant t{1'715'679'000'123};
    EXPECT_EQ(t.str(), "2024-05-14T09:30:00.123Z");
    EXPECT_EQ(Instant::parse(t.str()), t);
    EXPECT_EQ(Instant::parse("2024-05-14T09:30:00Z")->ms, 1'715'679'000'000);
    EXPECT_FALSE(Instant::parse("2024-05-14 09:30:00Z"));
    EXPECT_FALSE(Instant::parse("2024-02-30T09:30:00Z"));
}

TEST(Date, KnowsTheCalendar) {
    EXPECT_FALSE(Date::of(2015, 2, 31));
    EXPECT_TRUE(Date::of(2024, 2, 29));
    EXPECT_EQ((Date{2024, 1, 31}.plus_months(1)), (Date{2024, 2, 29}));
    EXPECT_EQ((Date{2024, 11, 30}.plus_months(3)), (Date{2025, 2, 28}));
    EXPECT_EQ(Date::of(Instant{-1}), (Date{1969, 12, 31}));
}

TEST(Date, IsAheadOfUtcWhereTheWorkIsDone) {
    const std::int64_t evening = Date{2026, 11, 22}.days() * 86'400'000 + 18 * 3'600'000;
    EXPECT_EQ(Date::latest_of(Instant{evening - 1}), (Date{2026, 11, 22}));
    EXPECT_EQ(Date::latest_of(Instant{evening}), (Date{2026, 11, 23}));
}

TEST(PartialDate, KeepsItsPrecision) {
    for (const char* text : {"2016", "2016~", "2016-05", "2016-05-03"}) {
        EXPECT_EQ(PartialDate::parse(text)->str(), text);
    }
    for (const char* text : {"", "16", "2016-13", "2016-02-30", "2016-5", "abcd"}) EXPECT_FALSE(PartialDate::parse(text));
    EXPECT_EQ(PartialDate::parse("2016-02")->latest(), (Date{2016, 2, 29}));
}

TEST(Age, TurnsOnTheBirthday) {
    const auto born = *PartialDate::parse("2003-04-30");
    EXPECT_EQ(age_on(born, {2021, 4, 29}), 17);
    EXPECT_EQ(age_on(born, {2021, 4, 30}), 18);
}

TEST(Id, SortsByTimeAndReadsWhatItWrites) {
    const auto a = ThingId::make({1000}), b = ThingId::make({2000});
    EXPECT_LT(a.str(), b.str());
    EXPECT_EQ(ThingId::parse(a.str()), a);
    EXPECT_EQ(a.str()[14], '7');
    EXPECT_FALSE(ThingId::parse("not an id"));
}

TEST(Text, TrimsWhatUnicodeCallsSpace) {
    EXPECT_EQ(trim("\xc2\xa0 Саодат \xef\xbb\xbf"), "Саодат");
    EXPECT_EQ(trim(" \t"), "");
}

TEST(Text, KnowsUtf8) {
    EXPECT_TRUE(is_utf8("Қурғонтеппа"));
    for (const char* bad : {"\xc0\x80", "\xed\xa0\x80", "\xf5\x80\x80\x80", "\xe4\xb8", "\x80"}) EXPECT_FALSE(is_utf8(bad));
    EXPECT_EQ(shortened("Қурғон", 3), "Қур…");
}

TEST(Text, CodesBase64url) {
    EXPECT_EQ(to_base64url(bytes_of("hi?>")), "aGk_Pg");
    EXPECT_EQ(text_of(*from_base64url("aGk_Pg")), "hi?>");
    EXPECT_FALSE(from_base64url("aGk_Pg=="));
    EXPECT_FALSE(from_base64url("a Gk"));
    for (int byte = 0x80; byte <= 0xff; ++byte) {
        EXPECT_FALSE(from_base64url(std::string("AAA") + static_cast<char>(byte))) << byte;
    }
}

Result<int> half(int n) {
    if (n % 2) return invalid("odd", "n");
    return n / 2;
}
Result<int> quarter(int n) { return half(TRY(half(n))); }

TEST(Result, CarriesTheFirstErrorOut) {
    EXPECT_EQ(*quarter(8), 2);
    EXPECT_EQ(quarter(6).error().key, "odd");
}

}  // namespace homeward
