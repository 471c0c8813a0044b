#include "forms/expression.h"

#include <gtest/gtest.h>

#include <cmath>
#include <fstream>
#include <random>
#include <sstream>

#include "base/json.h"

namespace homeward::forms {
namespace {

Value plain(const boost::json::value& given) {
    if (given.is_bool()) return given.get_bool();
    if (given.is_number()) return given.to_number<double>();
    if (!given.is_array()) return std::string(given.get_string());
    std::string joined;
    for (const auto& code : given.get_array()) joined += (joined.empty() ? "" : " ") + std::string(code.get_string());
    return joined;
}

/// What a line of the shared table says is answered.
struct Line : Surroundings {
    const boost::json::object& line;
    Date day;
    Line(const boost::json::object& of, Date on) : line(of), day(on) {}

    const boost::json::value* answer(std::string_view code) const {
        const auto* answers = line.if_contains("answers");
        return answers ? answers->get_object().if_contains(code) : nullptr;
    }
    Value value(std::string_view code) const override {
        const auto* found = answer(code);
        return found ? plain(*found) : Value();
    }
    std::vector<Value> all(std::string_view code) const override {
        const auto* found = answer(code);
        if (!found || !found->is_object()) return {value(code)};
        if (const auto* rows = found->get_object().if_contains("rows")) return std::vector<Value>(static_cast<std::size_t>(rows->to_number<int>()), Value(true));
        std::vector<Value> values;
        for (const auto& each : found->at("each").get_array()) values.push_back(plain(each));
        return values;
    }
    Value self() const override { return line.contains("self") ? plain(line.at("self")) : Value(); }
    Date today() const override { return day; }
};

std::string shown(const Value& value) {
    if (is_empty(value)) return "no value";
    return (std::holds_alternative<std::string>(value) ? "text " : std::holds_alternative<bool>(value) ? "boolean " : "number ") + text_of(value);
}

TEST(Expression, GivesWhatTheTableThatTheBrowserReadsTooSays) {
    std::ifstream in(HOMEWARD_ROOT "/tests/data/forms/expressions.json");
    std::ostringstream text;
    text << in.rdbuf();
    const auto table = *json::parse(text.str());
    const Date today = *Date::parse(std::string_view(table.at("today").get_string()));
    ASSERT_GT(table.at("cases").get_array().size(), 100u);
    for (const auto& each : table.at("cases").get_array()) {
        const auto& line = each.get_object();
        const std::string expression(line.at("expression").get_string());
        const auto parsed = Expression::parse(expression);
        if (const auto* error = line.if_contains("error")) {
            ASSERT_FALSE(parsed) << expression;
            EXPECT_EQ(parsed.error().key, std::string(error->get_string())) << expression;
            EXPECT_EQ(parsed.error().params.at("position"), std::to_string(line.at("position").to_number<int>())) << expression;
            continue;
        }
        ASSERT_TRUE(parsed) << expression << ": " << parsed.error().key << " at " << parsed.error().params.at("position");
        const auto& expected = line.at("expected");
        EXPECT_EQ(shown(parsed->evaluate(Line(line, today))), shown(expected.is_null() ? Value() : plain(expected))) << expression;
    }
}

TEST(Expression, IsBoundedInLengthDepthAndParts) {
    EXPECT_EQ(Expression::parse(std::string(30, '(') + "1" + std::string(30, ')')).has_value(), true);
    EXPECT_EQ(Expression::parse(std::string(1'000, '(') + "1").error().key, "form.expression.too_deep");
    EXPECT_EQ(Expression::parse(std::string(1'000, '-') + "1").error().key, "form.expression.too_deep");
    std::string nested = "1";
    for (int i = 0; i < 200; ++i) nested = "not(" + nested + ")";
    EXPECT_EQ(Expression::parse(nested).error().key, "form.expression.too_deep");
    std::string chain = "1";
    for (int i = 0; i < 240; ++i) chain += "+1";
    EXPECT_TRUE(Expression::parse(chain));
    for (int i = 0; i < 20; ++i) chain += "+1";
    EXPECT_EQ(Expression::parse(chain).error().key, "form.expression.too_long");
    EXPECT_EQ(Expression::parse(std::string(2'001, ' ')).error().key, "form.expression.too_long");
}

TEST(Expression, KnowsTheFieldsThatItNames) {
    const auto parsed = Expression::parse("${a} > 1 and count(${rows}) = sum(${b} + 1) and max(${c}) > .");
    ASSERT_TRUE(parsed);
    ASSERT_EQ(parsed->references().size(), 4u);
    EXPECT_FALSE(parsed->references()[0].over_rows);
    EXPECT_TRUE(parsed->references()[1].counted);
    EXPECT_FALSE(parsed->references()[2].over_rows) << "an argument that is not the field itself is one value";
    EXPECT_TRUE(parsed->references()[3].over_rows);
    EXPECT_EQ(parsed->references()[1].position, 20);
    EXPECT_EQ(parsed->self_position(), 61);
}

struct Only : Surroundings {
    std::string text;
    explicit Only(std::string of) : text(std::move(of)) {}
    Value value(std::string_view) const override { return {}; }
    std::vector<Value> all(std::string_view) const override { return {}; }
    Value self() const override { return text; }
    Date today() const override { return {}; }
};

TEST(Expression, NoTextMakesAPatternSlow) {
    const auto parsed = Expression::parse("regex(., '((((a*)*)*)*)*b')");
    ASSERT_TRUE(parsed);
    const auto began = std::chrono::steady_clock::now();
    EXPECT_FALSE(truth_of(parsed->evaluate(Only(std::string(4'000, 'a')))));
    EXPECT_TRUE(truth_of(parsed->evaluate(Only(std::string(4'000, 'a') + "b"))));
    EXPECT_LT(std::chrono::steady_clock::now() - began, std::chrono::seconds(1));
    EXPECT_EQ(Expression::parse("regex(., '((((){1000}){1000}){1000}){1000}')").error().key, "form.expression.bad_pattern");
}

TEST(Expression, NoTextBreaksTheReaderAndEveryErrorHasAPlace) {
    const std::vector<std::string> pieces{"1", "2.5", "'a'", "\"й\"", "${a}", "${", "}", ".", "..", "(", ")", ",", "+", "-", "*", " div ", " mod ", "=", "!=", "<", "<=", ">", ">=", " and ", " or ",
                                          "not(", "if(", "count(", "sum(", "min(", "regex(., '", "')", "round(", "concat(", "today()", "age-in-years(", "x", " ", "\n", "\xF0\x9F\x98\x80", "[a-", "{2,", "\\", "|", "^", "$"};
    std::mt19937 random(20'240'514);
    int read = 0;
    for (int i = 0; i < 30'000; ++i) {
        std::string text;
        for (auto length = random() % 12; length > 0; --length) text += pieces[random() % pieces.size()];
        const auto parsed = Expression::parse(text);
        if (parsed) {
            ++read;
            (void)parsed->evaluate(Only("aab"));
            continue;
        }
        const int place = std::stoi(parsed.error().params.at("position"));
        ASSERT_GE(place, 1) << text;
        ASSERT_LE(place, static_cast<int>(text.size()) + 1) << text;
    }
    EXPECT_GT(read, 300);
}

}  // namespace
}  // namespace homeward::forms
