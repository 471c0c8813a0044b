#include "base/json.h"

#include <gtest/gtest.h>

namespace homeward::json {

enum class Colour { red, green };
BOOST_DESCRIBE_ENUM(Colour, red, green)

struct Goal {
    std::string text;
    std::optional<Date> due_on;
    friend bool operator==(const Goal&, const Goal&) = default;
};
BOOST_DESCRIBE_STRUCT(Goal, (), (text, due_on))

struct Plan {
    Colour colour = Colour::red;
    std::vector<Goal> goals;
    double share = 0;
    bool open = false;
    PartialDate born_on;
    friend bool operator==(const Plan&, const Plan&) = default;
};
BOOST_DESCRIBE_STRUCT(Plan, (), (colour, goals, share, open, born_on))

TEST(Json, ReadsWhatItWrites) {
    const Plan plan{Colour::green, {{"school \"x\"\n", Date{2024, 5, 14}}, {"дом", std::nullopt}}, 0.25, true,
                    {2016, 0, 0, true}};
    const std::string text = write(plan);
    EXPECT_EQ(text, R"({"colour":"green","goals":[{"text":"school \"x\"\n","due_on":"2024-05-14"},{"text":"дом"}],)"
                    R"("share":0.25,"open":true,"born_on":"2016~"})");
    EXPECT_EQ(read<Plan>(text).value(), plan);
}

TEST(Json, NamesTheMemberThatIsWrong) {
    const auto wrong = read<Goal>(R"({"text":"a","due_on":"2024-02-30"})");
    EXPECT_EQ(wrong.error().field, "due_on");
    EXPECT_EQ(read<Goal>(R"({})").error().key, "json.missing");
    EXPECT_EQ(read<Goal>(R"({"text":"a","more":1})").error().key, "json.unknown");
    EXPECT_EQ(read<Goal>(R"({"text":1})").error().key, "json.wrong_type");
}

TEST(Json, RefusesDoubledKeysAndMalformedText) {
    EXPECT_EQ(read<Goal>(R"({"text":"a","text":"b"})").error().key, "json.duplicate_key");
    for (const char* text : {"", "{", "{\"text\":\"a\"} x", "[1,", "\"\xff\""}) {
        EXPECT_EQ(read<Goal>(text).error().key, "json.malformed") << text;
    }
    EXPECT_EQ(read<Goal>(std::string(100, '[')).error().key, "json.malformed");
}

}  // namespace homeward::json
