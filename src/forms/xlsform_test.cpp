#include "forms/xlsform.h"

#include <gtest/gtest.h>

#include "forms/shipped.h"
#include "tabular/row_writer.h"

namespace homeward::forms {
namespace {

using Rows = std::vector<std::vector<std::string>>;

/// A workbook with these sheets, as somebody would make it by hand.
std::string workbook(const std::vector<std::pair<std::string, Rows>>& sheets) {
    std::vector<std::string> names;
    for (const auto& [name, ignored] : sheets) names.push_back(name);
    std::string out;
    const auto book = tabular::xlsx_book_writer(out, names);
    for (std::size_t i = 0; i < sheets.size(); ++i) {
        if (i) book->next_sheet();
        for (const auto& row : sheets[i].second) {
            for (const auto& cell : row) book->text(cell);
            book->end_row();
        }
    }
    book->finish();
    return out;
}
ReadXlsForm read_of(const std::vector<std::pair<std::string, Rows>>& sheets) {
    auto read = read_xlsform(workbook(sheets));
    EXPECT_TRUE(read) << read.error().key;
    return std::move(*read);
}
std::vector<std::string> reasons(const ReadXlsForm& read) {
    std::vector<std::string> all;
    for (const auto& each : read.left_out) all.push_back(each.sheet + " " + std::to_string(each.row) + " " + each.key);
    return all;
}

TEST(XlsForm, ARoundTripKeepsTheMeaningOfEveryShippedForm) {
    for (const auto text : shipped_forms()) {
        const auto definition = *read_definition(text);
        const auto read = read_xlsform(write_xlsform(definition));
        ASSERT_TRUE(read) << definition.id << " " << read.error().key;
        EXPECT_TRUE(read->left_out.empty()) << definition.id << " " << reasons(*read).front();
        EXPECT_EQ(write_definition(read->definition), write_definition(definition));
    }
}

TEST(XlsForm, AFormOfAnotherProgramIsTaken) {
    const auto read = read_of({{"survey", {{"type", "name", "label::English (en)", "label::Русский (ru)", "hint", "required", "relevant", "constraint", "constraint_message", "appearance"},
                                           {"text", "who", "Who?", "Кто?", "", "yes"},
                                           {"select_one yesno", "School", "School?", "Школа?", "Ask both", "", "${who} != ''"},
                                           {"", ""},
                                           {"begin_group", "g", "More", "Ещё"},
                                           {"begin repeat", "kids", "Children", "Дети"},
                                           {"integer", "kid_age", "Age", "Возраст", "", "", "", ". < 18", "Under 18"},
                                           {"end repeat", ""},
                                           {"select_multiple things", "needs", "Needs", "Нужды"},
                                           {"end_group", ""},
                                           {"text", "story", "Story", "Рассказ", "", "", "", "", "", "multiline"},
                                           {"calculate", "n", "", "", "", "", "", "", "", ""}}},
                                {"choices", {{"list_name", "name", "label::English (en)", "label::ru"}, {"yesno", "yes", "Yes", "Да"}, {"yesno", "no", "No", "Нет"},
                                             {"things", "Bed-1", "Bed", "Кровать"}}},
                                {"settings", {{"form_title", "form_id"}, {"Моя форма", "My Form"}}}});
    const auto& fields = read.definition.fields;
    EXPECT_EQ(read.definition.id, "my_form");
    EXPECT_EQ(read.definition.title.at("ru"), "Моя форма");
    ASSERT_EQ(fields.size(), 5u);
    EXPECT_EQ(fields[0].required, "true()");
    EXPECT_EQ(fields[1].code, "school");
    EXPECT_EQ(fields[1].kind, Kind::choice);
    EXPECT_EQ(fields[1].options().size(), 2u);
    EXPECT_EQ(fields[1].hint->at("en"), "Ask both");
    EXPECT_EQ(fields[1].label.at("ru"), "Школа?");
    EXPECT_EQ(fields[2].inner()[0].inner()[0].constraint, ". < 18");
    EXPECT_EQ(fields[2].inner()[1].options()[0].code, "bed_1");
    EXPECT_EQ(fields[3].kind, Kind::long_text);
    EXPECT_EQ(reasons(read), (std::vector<std::string>{"choices 4 form.left_out.renamed", "survey 3 form.left_out.renamed"}));
}

TEST(XlsForm, WhatCannotBeTakenIsSaidRowByRow) {
    const auto read = read_of({{"survey", {{"type", "name", "label", "relevant", "calculation", "repeat_count", "default", "label::Deutsch (de)"},
                                           {"geopoint", "place", "Where?"},
                                           {"image", "photo", "Photo"},
                                           {"start", "start"},
                                           {"text", "a", "A", "pulldata('x', 'y')", "", "", "3"},
                                           {"text", "", "No name"},
                                           {"select_one nothing", "b", "B"},
                                           {"select_one_from_file f.csv", "c", "C"},
                                           {"end_group", ""},
                                           {"begin_repeat", "r", "R", "", "", "${a}"},
                                           {"text", "a", "Twice", "${gone} = 1"}}}});
    EXPECT_EQ(reasons(read), (std::vector<std::string>{
        "survey 1 form.left_out.language", "survey 2 form.left_out.unknown_type", "survey 3 form.left_out.unknown_type", "survey 4 form.left_out.unknown_type",
        "survey 5 form.expression.unknown_function", "survey 5 form.left_out.column", "survey 6 form.left_out.no_name", "survey 7 form.left_out.no_list",
        "survey 8 form.left_out.unknown_type", "survey 9 form.left_out.ends_nothing", "survey 10 form.left_out.repeat_count", "survey 11 form.left_out.not_ended"}));
    EXPECT_EQ(read.definition.fields[0].relevant, "pulldata('x', 'y')") << "what cannot be read stays, to be mended";
    std::vector<std::string> keys;
    for (const auto& problem : problems_of(read.definition)) keys.push_back(problem.key);
    EXPECT_NE(std::ranges::find(keys, "form.code_twice"), keys.end());
    EXPECT_NE(std::ranges::find(keys, "form.expression.unknown_field"), keys.end());
    EXPECT_NE(std::ranges::find(keys, "form.choices_missing"), keys.end());
}

TEST(XlsForm, WhatIsNoFormIsRefused) {
    EXPECT_EQ(read_xlsform("").error().key, "form.xlsform.no_workbook");
    EXPECT_EQ(read_xlsform("type,name,label\ntext,a,A\n").error().key, "form.xlsform.no_workbook");
    EXPECT_EQ(read_xlsform(workbook({{"people", {{"name"}, {"x"}}}})).error().key, "form.xlsform.no_survey");
    EXPECT_EQ(read_xlsform(workbook({{"survey", {{"name", "label"}, {"x", "X"}}}})).error().key, "form.xlsform.no_type");
    EXPECT_TRUE(read_xlsform("PK\x03\x04 and then nothing").error().key.starts_with("file."));
    const std::string whole = workbook({{"survey", {{"type", "name"}, {"text", "a"}}}});
    for (std::size_t length = 4; length < whole.size(); length += 37) EXPECT_FALSE(read_xlsform(whole.substr(0, length))) << length;
}

TEST(XlsForm, FiveThousandRowsAndABombAreRefusedQuickly) {
    const auto began = std::chrono::steady_clock::now();
    Rows rows{{"type", "name", "label"}};
    for (int i = 0; i < 5'000; ++i) rows.push_back({"text", "f" + std::to_string(i), "L"});
    EXPECT_EQ(read_xlsform(workbook({{"survey", rows}})).error().key, "form.too_many_fields");
    // 40 million letters pack into some 40 KB.
    const std::string long_cell(30'000, 'a');
    Rows bomb{{"type", "name", "label"}};
    for (int i = 0; i < 1'400; ++i) bomb.push_back({"note", "n", long_cell});
    EXPECT_FALSE(read_xlsform(workbook({{"survey", bomb}})));
    Rows deep{{"type", "name", "label"}};
    for (int i = 0; i < 900; ++i) deep.push_back({"begin_group", "g" + std::to_string(i), "G"});
    const auto read = read_of({{"survey", deep}});
    EXPECT_GT(read.left_out.size(), 800u);
    EXPECT_LT(std::chrono::steady_clock::now() - began, std::chrono::seconds(5));
}

}  // namespace
}  // namespace homeward::forms
