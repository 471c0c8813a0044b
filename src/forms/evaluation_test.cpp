#include "forms/evaluation.h"

#include <gtest/gtest.h>

#include <fstream>
#include <sstream>

#include "forms/answers_json.h"
#include "forms/translate.h"

namespace homeward::forms {
namespace {

const Date kDay{2024, 5, 14};

Definition definition_of(const std::string& fields, const std::string& further = {}) {
    const auto read = read_definition(R"({"id": "f", "version": 1, "title": {"en": "F"}, "fields": [)" + fields + "]" + further + "}");
    EXPECT_TRUE(read) << read.error().key << " " << read.error().field;
    return *read;
}
Form form_of(const std::string& fields, const std::string& further = {}) {
    std::vector<Problem> problems;
    auto form = Form::make(definition_of(fields, further), problems);
    EXPECT_TRUE(form) << problems.front().key << " " << problems.front().field.value_or("");
    return *form;
}
Evaluation evaluated(const Form& form, const std::string& answers, std::vector<AnswerError>* wrong = nullptr) {
    std::vector<AnswerError> errors;
    const auto read = read_answers(form, answers, errors);
    EXPECT_TRUE(read);
    if (wrong) *wrong = errors; else EXPECT_TRUE(errors.empty()) << errors.front().at << " " << errors.front().key;
    return evaluate(form, *read, kDay);
}
std::string field(const std::string& code, const std::string& kind, const std::string& more = {}) {
    return R"({"code": ")" + code + R"(", "kind": ")" + kind + R"(", "label": {"en": "L"})" + (more.empty() ? "" : ", " + more) + "}";
}
std::vector<std::string> places(const std::vector<AnswerError>& errors) {
    std::vector<std::string> all;
    for (const auto& error : errors) all.push_back(error.at + " " + error.key);
    return all;
}
/// The keys of what is wrong with a form of these fields, with the field that is named.
std::vector<std::string> problems_in(const Definition& definition) {
    std::vector<std::string> all;
    for (const auto& problem : problems_of(definition)) all.push_back(problem.field.value_or("-") + " " + problem.key);
    return all;
}

const std::string kYesNo = R"("choices": [{"code": "yes", "label": {"en": "Yes"}, "score": 1}, {"code": "no", "label": {"en": "No"}, "score": 0}, {"code": "skip", "label": {"en": "-"}}])";

TEST(Evaluation, WhatIsNotRelevantIsDroppedAndCountsAsNotAnswered) {
    const auto form = form_of(field("a", "yes_no") + "," + field("b", "text", R"j("relevant": "${a} = 'yes'")j") + "," +
                              field("c", "text", R"j("relevant": "${b} != ''", "required": "true()")j"));
    const auto hidden = evaluated(form, R"({"a": "no", "b": "kept?", "c": "kept?"})");
    EXPECT_EQ(write_answers(hidden.answers), R"({"a":"no"})");
    EXPECT_EQ(hidden.hidden, (std::vector<std::string>{"b", "c"}));
    EXPECT_TRUE(hidden.errors.empty());
    EXPECT_EQ(hidden.asked, 1);
    const auto shown = evaluated(form, R"({"a": "yes", "b": "x"})");
    EXPECT_EQ(places(shown.errors), (std::vector<std::string>{"c form.required"}));
    EXPECT_EQ(shown.asked, 3);
    EXPECT_EQ(shown.answered, 2);
}

TEST(Evaluation, OrderOfFieldsPlaysNoPartInWhatDependsOnWhat) {
    const auto form = form_of(field("total", "calculate", R"j("calculation": "${later} * 2")j") + "," + field("later", "calculate", R"j("calculation": "${last} + 1")j") + "," +
                              field("last", "integer"));
    EXPECT_EQ(write_answers(evaluated(form, R"({"last": 3, "total": 999})").answers), R"({"last":3,"later":4,"total":8})");
    EXPECT_EQ(write_answers(evaluated(form, "{}").answers), "{}") << "no number is no value";
}

TEST(Evaluation, RowsOfARepeatAreWorkedOutOneByOneAndTogether) {
    const auto form = form_of(
        R"({"code": "children", "kind": "repeat", "label": {"en": "C"}, "most": 3, "fields": [)" + field("child_age", "integer", R"j("constraint": ". >= 0 and . < 18")j") + "," +
        R"({"code": "child_school", "kind": "group", "label": {"en": "G"}, "relevant": "${child_age} >= ${school_age}", "fields": [)" +
        field("grade", "integer", R"j("required": "true()")j") + "]}]}," + field("school_age", "integer") + "," +
        field("oldest", "calculate", R"j("calculation": "max(${child_age})")j") + "," + field("how_many", "calculate", R"j("calculation": "count(${children})")j") + "," +
        field("grades", "calculate", R"j("calculation": "count(${grade})")j"));
    const auto result = evaluated(form, R"({"school_age": 7, "children": [{"child_age": 4, "grade": 1}, {"child_age": 9, "grade": 3}, {"child_age": 20}]})");
    EXPECT_EQ(result.hidden, (std::vector<std::string>{"children/0/child_school"}));
    EXPECT_EQ(places(result.errors), (std::vector<std::string>{"children/2/child_age form.constraint", "children/2/grade form.required"}));
    EXPECT_EQ(write_answers(result.answers), R"({"grades":1,"how_many":3,"oldest":20,"school_age":7,"children":[{"child_age":4},{"child_age":9,"grade":3},{"child_age":20}]})");
    std::vector<AnswerError> wrong;
    (void)evaluated(form, R"({"children": [{}, {}, {}, {}]})", &wrong);
    EXPECT_EQ(places(wrong), (std::vector<std::string>{"children form.too_many_rows"}));
}

TEST(Evaluation, AHiddenRepeatHasNoRows) {
    const auto form = form_of(field("any", "yes_no") + "," + R"({"code": "rows", "kind": "repeat", "label": {"en": "R"}, "relevant": "${any} = 'yes'", "fields": [)" + field("x", "integer") + "]}," +
                              field("sum_x", "calculate", R"j("calculation": "sum(${x})")j"));
    const auto result = evaluated(form, R"({"any": "no", "rows": [{"x": 5}]})");
    EXPECT_EQ(write_answers(result.answers), R"({"any":"no","sum_x":0})");
}

TEST(Answers, AreOfTheirKindOrNamed) {
    const auto form = form_of(field("t", "text") + "," + field("i", "integer") + "," + field("d", "decimal") + "," + field("day", "date") + "," + field("born", "partial_date") + "," +
                              field("y", "yes_no") + "," + field("c", "choice", kYesNo) + "," + field("m", "choices", kYesNo) + "," +
                              R"({"code": "r", "kind": "repeat", "label": {"en": "R"}, "fields": [)" + field("x", "integer") + "]}," + field("n", "note"));
    std::vector<AnswerError> wrong;
    const auto result = evaluated(form, R"({"t": 1, "i": 1.5, "d": "2", "day": "2024-02-30", "born": "soon", "y": true, "c": "maybe", "m": ["yes", "x"], "r": {}, "n": "x", "x": 1, "zz": 1})", &wrong);
    EXPECT_EQ(places(wrong), (std::vector<std::string>{"t form.not_text", "i form.not_integer", "d form.not_decimal", "day form.not_date", "born form.not_partial_date",
                                                       "y form.not_yes_no", "c form.unknown_choice", "m form.unknown_choice", "r form.not_rows", "n form.unknown_field",
                                                       "x form.unknown_field", "zz form.unknown_field"}));
    EXPECT_EQ(write_answers(result.answers), "{}");
    const std::string good = R"({"born":"2016~","c":"yes","d":2.5,"day":"2024-02-29","i":-3,"m":["no","yes"],"t":"Ўзбек","y":"no","r":[{"x":1}]})";
    EXPECT_EQ(write_answers(evaluated(form, good).answers), good);
    EXPECT_EQ(write_answers(evaluated(form, R"({"t": "", "i": null, "m": [], "r": []})").answers), "{}");
    (void)evaluated(form, R"({"t": ")" + std::string(201, 'x') + R"(", "i": 1e300})", &wrong);
    EXPECT_EQ(places(wrong), (std::vector<std::string>{"t form.text_long", "i form.not_integer"}));
}

TEST(Scores, AreWeightedMeansOfWhatWasAnswered) {
    const auto form = form_of(field("a", "choice", kYesNo + R"(, "dimension": "d1", "weight": 3)") + "," + field("b", "choice", kYesNo + R"(, "dimension": "d1")") + "," +
                              field("c", "choices", kYesNo + R"(, "dimension": "d2")") + "," + field("k", "calculate", R"j("calculation": "0.25", "dimension": "d3")j"),
                              R"(, "scales": [{"code": "s", "label": {"en": "S"}, "dimensions": [{"code": "d1", "label": {"en": "1"}, "weight": 1}, {"code": "d2", "label": {"en": "2"}, "weight": 2},
                               {"code": "d3", "label": {"en": "3"}, "weight": 1}], "bands": [{"code": "low", "from": 0, "label": {"en": "-"}}, {"code": "high", "from": 0.5, "label": {"en": "+"}}]}])");
    const auto score = evaluated(form, R"({"a": "yes", "b": "no", "c": ["yes", "no", "skip"]})").scores.at(0);
    EXPECT_DOUBLE_EQ(score.dimensions.at("d1"), 0.75);
    EXPECT_DOUBLE_EQ(score.dimensions.at("d2"), 0.5);
    EXPECT_DOUBLE_EQ(*score.total, (0.75 + 2 * 0.5 + 0.25) / 4);
    EXPECT_EQ(score.band, "high");
    const auto skipped = evaluated(form, R"({"a": "skip", "c": ["skip"]})").scores.at(0);
    EXPECT_EQ(skipped.dimensions.size(), 1u) << "what has no score does not count";
    EXPECT_EQ(skipped.band, "low");
}

TEST(Problems, OfReferencesAndOrderNameTheirField) {
    const std::string rows = R"({"code": "rows", "kind": "repeat", "label": {"en": "R"}, "fields": [)" + field("x", "integer") + "]}";
    using List = std::vector<std::string>;
    EXPECT_EQ(problems_in(definition_of(field("a", "text", R"j("relevant": "${b} = 1")j"))), (List{"a form.expression.unknown_field"}));
    EXPECT_EQ(problems_in(definition_of(field("a", "text", R"j("relevant": "${x} = 1")j") + "," + rows)), (List{"a form.expression.of_many_rows"}));
    EXPECT_EQ(problems_in(definition_of(field("a", "text", R"j("relevant": "sum(${rows}) = 1")j") + "," + rows)), (List{"a form.expression.rows_only_counted"}));
    EXPECT_EQ(problems_in(definition_of(field("a", "text", R"j("relevant": ". = 1")j"))), (List{"a form.expression.no_self"}));
    EXPECT_EQ(problems_in(definition_of(field("a", "text", R"j("relevant": "${a} = 1")j"))), (List{"a form.cycle"}));
    EXPECT_EQ(problems_in(definition_of(field("a", "text", R"j("relevant": "${b} = 1")j") + "," + field("b", "text", R"j("relevant": "${c} = 1")j") + "," +
                                        field("c", "calculate", R"j("calculation": "${a} + 1")j"))), (List{"a form.cycle"}));
    EXPECT_EQ(problems_in(definition_of(R"({"code": "g", "kind": "group", "label": {"en": "G"}, "relevant": "${in} = 1", "fields": [)" + field("in", "integer") + "]}")), (List{"g form.cycle"}));
    EXPECT_EQ(problems_in(definition_of(field("a", "integer", R"j("constraint": ". > ${a}", "required": "${a} = 1")j"))), List{}) << "neither makes a value";
    EXPECT_EQ(problems_in(definition_of(field("a", "text") + "," + field("a", "text"))), (List{"a form.code_twice"}));
    EXPECT_EQ(problems_in(definition_of(field("A b", "text"))), (List{"A b form.bad_code"}));
    EXPECT_EQ(problems_in(definition_of(R"({"code": "r", "kind": "repeat", "label": {"en": "R"}, "fields": [)" + rows + "]}")), (List{"rows form.repeat_in_repeat"}));
}

TEST(Problems, OfTextsChoicesAndScales) {
    using List = std::vector<std::string>;
    EXPECT_EQ(problems_in(definition_of(field("a", "choice"))), (List{"a form.choices_missing"}));
    EXPECT_EQ(problems_in(definition_of(R"({"code": "a", "kind": "text", "label": {"uz": "Savol"}})")), (List{"a form.label_missing"}));
    EXPECT_EQ(problems_in(definition_of(R"({"code": "a", "kind": "text", "label": {"en": "How loyal? A loyalty test"}})")), (List{"a form.word_refused"}));
    EXPECT_EQ(problems_in(definition_of(field("ideology_score", "text"))), (List{"ideology_score form.word_refused"}));
    EXPECT_EQ(problems_in(definition_of(field("a", "choice", R"("choices": [{"code": "fighter", "label": {"en": "F"}}])"))), (List{"a form.word_refused"}));
    EXPECT_EQ(problems_in(definition_of(field("a", "choice", kYesNo + R"(, "dimension": "d")"))), (List{"a form.unknown_dimension"}));
    EXPECT_EQ(problems_in(definition_of(field("a", "calculate"))), (List{"a form.calculation_missing", "- form.no_questions"}));
    EXPECT_EQ(problems_in(definition_of("")), (List{"- form.no_questions"}));
}

TEST(Problems, ACodeThatVanishesNeedsAWord) {
    const auto before = definition_of(field("a", "choice", kYesNo) + "," + field("b", "integer"));
    const auto keys = [&](const std::string& fields, const std::string& further = {}) {
        std::vector<std::string> all;
        for (const auto& problem : problems_after(before, definition_of(fields, further))) all.push_back(problem.key);
        return all;
    };
    using List = std::vector<std::string>;
    const std::string b = field("b", "integer"), short_list = R"("choices": [{"code": "yes", "label": {"en": "Y"}}, {"code": "no", "label": {"en": "N"}}])";
    EXPECT_EQ(keys(field("a", "choice", kYesNo) + "," + b), List{});
    EXPECT_EQ(keys(b), (List{"form.code_vanished"}));
    EXPECT_EQ(keys(b, R"(, "changes": [{"field": "a"}])"), List{});
    EXPECT_EQ(keys(field("a2", "choice", kYesNo) + "," + b, R"(, "changes": [{"field": "a", "becomes": "a2"}])"), List{});
    EXPECT_EQ(keys(b, R"(, "changes": [{"field": "a", "becomes": "nowhere"}])"), (List{"form.becomes_unknown"}));
    EXPECT_EQ(keys(field("a", "choice", short_list) + "," + b), (List{"form.choice_vanished"}));
    EXPECT_EQ(keys(field("a", "choice", short_list) + "," + b, R"(, "changes": [{"field": "a", "choice": "skip"}])"), List{});
    EXPECT_EQ(keys(field("a", "choice", short_list) + "," + b, R"(, "changes": [{"field": "a", "choice": "skip", "becomes": "maybe"}])"), (List{"form.becomes_unknown"}));
    EXPECT_EQ(keys(field("a", "choice", kYesNo) + "," + field("b", "text")), (List{"form.kind_changed"}));
    EXPECT_EQ(keys(field("a", "choice", kYesNo) + "," + field("b", "decimal")), List{});
    EXPECT_EQ(keys(field("a", "choice", kYesNo) + "," + b, R"(, "changes": [{"field": "zz"}])"), (List{"form.change_of_nothing"}));
}

TEST(Translated, OldAnswersSpeakTheCodesOfALaterVersion) {
    const auto second = definition_of(field("a2", "choice", kYesNo), R"(, "changes": [{"field": "a", "becomes": "a2"}, {"field": "a", "choice": "sometimes", "becomes": "yes"}, {"field": "gone"}])");
    const auto third = definition_of(field("a3", "choices", kYesNo), R"(, "changes": [{"field": "a2", "becomes": "a3"}, {"field": "rows", "becomes": "lines"}, {"field": "x", "choice": "old", "becomes": "new"}])");
    Answers answers{{{"a", std::string("sometimes")}, {"gone", 4.0}, {"kept", true}}, {{"rows", {{{"x", std::vector<std::string>{"old", "new"}}}}}}};
    const auto now = translated(answers, std::vector{second, third});
    EXPECT_EQ(write_answers(now), R"({"a3":"yes","kept":true,"lines":[{"x":["new"]}]})");
    EXPECT_EQ(write_answers(translated(answers, {})), write_answers(answers));
}

TEST(Definition, IsBounded) {
    std::string many;
    for (int i = 0; i < 1'001; ++i) many += (i ? "," : "") + field("f" + std::to_string(i), "text");
    EXPECT_EQ(read_definition(R"({"id": "f", "version": 1, "title": {}, "fields": [)" + many + "]}").error().key, "form.too_many_fields");
    std::string deep = field("x", "text");
    for (int i = 0; i < 25; ++i) deep = R"({"code": "g)" + std::to_string(i) + R"(", "kind": "group", "label": {}, "fields": [)" + deep + "]}";
    EXPECT_EQ(read_definition(R"({"id": "f", "version": 1, "title": {}, "fields": [)" + deep + "]}").error().key, "form.too_deep");
    EXPECT_EQ(read_definition(R"({"id": "f", "version": 1, "title": {}, "fields": [], "surprise": 1})").error().key, "json.unknown");
}

TEST(Evaluation, GivesWhatTheTableThatTheBrowserReadsTooSays) {
    std::ifstream in(HOMEWARD_ROOT "/tests/data/forms/evaluations.json");
    std::ostringstream text;
    text << in.rdbuf();
    const auto table = *json::parse(text.str());
    ASSERT_GE(table.at("cases").get_array().size(), 10u);
    for (const auto& line : table.at("cases").get_array()) {
        std::vector<Problem> problems;
        const auto form = Form::make(*read_definition(json::write(line.at("definition"))), problems);
        ASSERT_TRUE(form) << line.at("about");
        std::vector<AnswerError> errors;
        const auto answers = *read_answers(*form, json::write(line.at("answers")), errors);
        auto result = evaluate(*form, answers, kDay);
        errors.insert(errors.end(), result.errors.begin(), result.errors.end());
        const auto& expected = line.at("expected");
        EXPECT_EQ(answers_value(result.answers), expected.at("answers").get_object()) << line.at("about") << "\n" << write_answers(result.answers);
        EXPECT_EQ(json::write(result.hidden), json::write(expected.at("hidden"))) << line.at("about");
        std::vector<std::string> wanted;
        for (const auto& error : expected.at("errors").get_array()) wanted.push_back(std::string(error.at("at").get_string()) + " " + std::string(error.at("key").get_string()));
        EXPECT_EQ(places(errors), wanted) << line.at("about");
        EXPECT_EQ(result.asked, expected.at("asked").to_number<int>()) << line.at("about");
        EXPECT_EQ(result.answered, expected.at("answered").to_number<int>()) << line.at("about");
        const auto& scores = expected.at("scores").get_array();
        ASSERT_EQ(result.scores.size(), scores.size()) << line.at("about");
        for (std::size_t i = 0; i < scores.size(); ++i) {
            EXPECT_DOUBLE_EQ(*result.scores[i].total, scores[i].at("total").to_number<double>()) << line.at("about");
            EXPECT_EQ(*result.scores[i].band, std::string(scores[i].at("band").get_string())) << line.at("about");
            EXPECT_EQ(result.scores[i].dimensions.size(), scores[i].at("dimensions").get_object().size()) << line.at("about");
            for (const auto& [dimension, score] : scores[i].at("dimensions").get_object()) {
                EXPECT_DOUBLE_EQ(result.scores[i].dimensions.at(std::string(dimension)), score.to_number<double>()) << line.at("about");
            }
        }
    }
}

/// A chain of 1,000 fields, each shown by the one before, over 50 rows: evaluated in order it is quick.
TEST(Evaluation, OfTheLargestFormIsQuick) {
    std::string fields;
    for (int i = 0; i < 998; ++i) {
        fields += (i ? "," : "") + field("f" + std::to_string(i), "integer", i ? R"("relevant": "${f)" + std::to_string(i - 1) + R"(} = 1")" : std::string());
    }
    const auto form = form_of(R"({"code": "rows", "kind": "repeat", "label": {"en": "R"}, "most": 50, "fields": [)" + fields + "]}");
    std::string row = "{";
    for (int i = 0; i < 998; ++i) row += (i ? "," : "") + std::string("\"f") + std::to_string(i) + "\":1";
    row += "}";
    std::string rows;
    for (int i = 0; i < 50; ++i) rows += (i ? "," : "") + row;
    const auto began = std::chrono::steady_clock::now();
    EXPECT_EQ(evaluated(form, R"({"rows": [)" + rows + "]}").answered, 998 * 50);
    EXPECT_LT(std::chrono::steady_clock::now() - began, std::chrono::seconds(2));
}

}  // namespace
}  // namespace homeward::forms
