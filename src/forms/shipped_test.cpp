#include "forms/shipped.h"

#include <gtest/gtest.h>

#include "base/json.h"
#include "base/text.h"
#include "forms/form.h"
#include "forms/text_rules.h"
#include "forms/xlsform.h"

#include <filesystem>
#include <fstream>
#include <sstream>

namespace homeward::forms {
namespace {

std::string all_of(const std::string& path) {
    std::ifstream in(path);
    std::ostringstream text;
    text << in.rdbuf();
    return text.str();
}

TEST(Shipped, EveryFormCouldBePublished) {
    const auto texts = shipped_forms();
    ASSERT_EQ(texts.size(), 9u);
    for (const auto text : texts) {
        const auto definition = read_definition(text);
        ASSERT_TRUE(definition) << definition.error().key << " " << definition.error().field << " in " << text.substr(0, 40);
        for (const auto& problem : problems_of(*definition)) {
            ADD_FAILURE() << definition->id << " " << problem.field.value_or("") << " " << problem.part << " " << problem.key << " "
                          << (problem.params.contains("name") ? problem.params.at("name") : "") << (problem.params.contains("word") ? problem.params.at("word") : "");
        }
        const int questions = count_questions(definition->fields);
        EXPECT_GE(questions, 10) << definition->id;
        EXPECT_LE(questions, 40) << definition->id;
        EXPECT_EQ(definition->version, 1);
    }
}

void expect_both_languages(const Texts& texts, const std::string& where) {
    if (texts.empty()) return;
    EXPECT_TRUE(texts.contains("en") && texts.contains("ru")) << where;
}
void expect_both_languages(const std::vector<Field>& fields, const std::string& form) {
    for (const auto& field : fields) {
        expect_both_languages(field.label, form + "/" + field.code);
        if (field.hint) expect_both_languages(*field.hint, form + "/" + field.code);
        EXPECT_EQ(field.constraint.has_value(), field.constraint_message.has_value()) << form << "/" << field.code << ": says what is wrong";
        if (field.constraint_message) expect_both_languages(*field.constraint_message, form + "/" + field.code);
        for (const auto& choice : field.options()) expect_both_languages(choice.label, form + "/" + field.code + "/" + choice.code);
        expect_both_languages(field.inner(), form);
    }
}

TEST(Shipped, EveryTextIsEnglishAndRussian) {
    for (const auto text : shipped_forms()) {
        const auto definition = *read_definition(text);
        expect_both_languages(definition.title, definition.id);
        expect_both_languages(definition.fields, definition.id);
        for (const auto& scale : definition.all_scales()) {
            EXPECT_TRUE(scale.note) << definition.id << ": whose weights they are is said";
            for (const auto& band : scale.bands) expect_both_languages(band.label, definition.id + "/" + band.code);
        }
    }
}

TEST(Shipped, TheReintegrationSurveyAsksWhatTheOutcomeSurveyAsks) {
    const auto survey = *json::parse(all_of(HOMEWARD_ROOT "/config/reintegration-survey.json"));
    const auto texts = shipped_forms();
    const auto found = std::ranges::find_if(texts, [](std::string_view text) { return read_definition(text)->id == "reintegration_survey"; });
    ASSERT_NE(found, texts.end());
    std::vector<Problem> problems;
    const auto form = Form::make(*read_definition(*found), problems);
    ASSERT_TRUE(form);
    for (const auto& question : survey.at("questions").get_array()) {
        const int place = form->find(std::string(question.at("id").get_string()));
        ASSERT_GE(place, 0);
        const Field& field = *form->lines()[static_cast<std::size_t>(place)].field;
        EXPECT_EQ(field.label.at("en"), std::string(question.at("text").at("en").get_string()));
        EXPECT_EQ(*field.dimension, std::string(question.at("dimension").get_string()));
        EXPECT_EQ(field.weight.value_or(1), question.at("weight").to_number<double>());
        ASSERT_EQ(field.options().size(), question.at("options").get_array().size());
        for (std::size_t i = 0; i < field.options().size(); ++i) {
            const auto& option = question.at("options").get_array()[i].get_object();
            EXPECT_EQ(field.options()[i].code, std::string(option.at("id").get_string()));
            EXPECT_EQ(field.options()[i].score, option.contains("score") ? std::optional(option.at("score").to_number<double>()) : std::nullopt);
        }
    }
}

/// Every text in a JSON file, with where it stands.
void expect_neutral(const boost::json::value& value, const std::string& where) {
    // What the field calls a working group, and what tells whoever makes a form which words it may not hold.
    if (where.ends_with("/topic/narratives") || where.ends_with("/editor/scales_hint")) return;
    if (value.is_string()) {
        const auto word = refused_word(value.get_string());
        EXPECT_FALSE(word) << where << ": " << *word;
    } else if (value.is_array()) {
        for (const auto& each : value.get_array()) expect_neutral(each, where);
    } else if (value.is_object()) {
        for (const auto& [key, each] : value.get_object()) expect_neutral(each, where + "/" + std::string(key));
    }
}

/// The pages of casework; the Council's pages speak of strategies and laws by their names.
TEST(Shipped, NoPageOfCaseworkStigmatises) {
    for (const char* language : {"en", "ru"}) {
        for (const char* area : {"common", "session", "home", "people", "casework", "notes", "documents", "consents", "services", "statistics", "forms", "history", "child",
                                 "conferences", "transfers", "approvals", "letters", "attachments", "referrals", "grants", "desk"}) {
            const std::string path = std::string(HOMEWARD_ROOT "/web/src/i18n/") + language + "/" + area + ".json";
            if (!std::filesystem::exists(path)) continue;
            const auto words = json::parse(all_of(path));
            ASSERT_TRUE(words) << path;
            expect_neutral(*words, std::string(language) + "/" + area);
        }
    }
}

TEST(TextRules, FindWordsInEveryLanguageAndNoOthers) {
    EXPECT_TRUE(refused_word("Is he a Terrorist?"));
    EXPECT_TRUE(refused_word("жена БОЕВИКА"));
    EXPECT_TRUE(refused_word("степень  опасности"));
    EXPECT_TRUE(refused_word("jangarilar oilasi"));
    EXPECT_TRUE(refused_word("жиҳодчи"));
    EXPECT_TRUE(refused_word("ҷангҷӯён"));
    EXPECT_TRUE(refused_word("лаңкестер"));
    EXPECT_TRUE(refused_word("согушкерлер"));
    EXPECT_TRUE(refused_word("söweşijiler"));
    EXPECT_TRUE(refused_word("неблагонадёжный"));
    EXPECT_TRUE(refused_word("loyalty"));
    EXPECT_TRUE(refused_in_code("loyalty_score"));
    EXPECT_TRUE(refused_in_code("child_risk_level"));
    EXPECT_FALSE(refused_in_code("in_danger_at_home"));
    EXPECT_FALSE(refused_in_code("spiritual"));
    EXPECT_FALSE(refused_word("Is the child in danger on the way to school?"));
    EXPECT_FALSE(refused_word("The fire brigade's firefighter"));
    EXPECT_FALSE(refused_word("пособие на ребёнка"));
    EXPECT_FALSE(refused_word("риск для человека"));
}

}  // namespace
}  // namespace homeward::forms
