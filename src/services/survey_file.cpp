#include <fstream>
#include <set>
#include <sstream>
#include <stdexcept>

#include "base/json.h"
#include "services/shipped_survey.h"
#include "services/survey.h"

namespace homeward::services {

BOOST_DESCRIBE_STRUCT(SurveyOption, (), (id, score, text))
BOOST_DESCRIBE_STRUCT(SurveyQuestion, (), (id, dimension, weight, text, options))
BOOST_DESCRIBE_STRUCT(SurveyDefinition, (), (id, version, note, dimensions, questions))

namespace {

void require(bool holds, const std::string& where, const std::string& what) {
    if (!holds) throw std::runtime_error("the survey: " + where + " " + what);
}

void check(const SurveyDefinition& survey) {
    std::set<std::string> ids;
    require(!survey.questions.empty(), "questions", "are missing");
    for (const auto& [name, weight] : survey.dimensions) {
        require(name == "economic" || name == "social" || name == "psychosocial", "dimension " + name, "is not known");
        require(weight > 0, "dimension " + name, "needs a weight above 0");
    }
    for (const auto& question : survey.questions) {
        require(ids.insert(question.id).second, "question " + question.id, "comes twice");
        require(survey.dimensions.contains(question.dimension), "question " + question.id, "is of a dimension that has no weight");
        require(question.weight > 0, "question " + question.id, "needs a weight above 0");
        require(question.options.size() >= 2, "question " + question.id, "needs two options at least");
        require(question.text.contains("en"), "question " + question.id, "needs an English text");
        std::set<std::string> options;
        for (const auto& option : question.options) {
            require(options.insert(option.id).second, "option " + question.id + "/" + option.id, "comes twice");
            require(!option.score || (*option.score >= 0 && *option.score <= 1), "option " + question.id + "/" + option.id, "needs a score from 0 to 1");
            require(option.text.contains("en"), "option " + question.id + "/" + option.id, "needs an English text");
        }
    }
}

}  // namespace

SurveyDefinition load_survey(const std::filesystem::path& own_file) {
    std::string text(shipped_survey());
    if (std::filesystem::exists(own_file)) {
        std::ifstream in(own_file);
        std::ostringstream all;
        all << in.rdbuf();
        text = all.str();
    }
    auto survey = json::read<SurveyDefinition>(text);
    if (!survey) throw std::runtime_error("the survey: " + survey.error().key + " at " + survey.error().field);
    check(*survey);
    return std::move(*survey);
}

}  // namespace homeward::services
