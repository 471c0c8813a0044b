#include "services/survey.h"

#include <algorithm>
#include <iterator>

namespace homeward::services {
namespace {

struct Sum {
    double score = 0, weight = 0;
    void add(double value, double by) {
        score += value * by;
        weight += by;
    }
    std::optional<double> mean() const { return weight > 0 ? std::optional(score / weight) : std::nullopt; }
};

}  // namespace

Result<Scores> score(const SurveyDefinition& survey, const std::map<std::string, std::string>& answers) {
    std::map<std::string, Sum> sums;
    for (const auto& question : survey.questions) {
        const auto answer = answers.find(question.id);
        if (answer == answers.end()) return invalid("survey.unanswered", "answers/" + question.id);
        const auto option = std::ranges::find(question.options, answer->second, &SurveyOption::id);
        if (option == question.options.end()) return invalid("survey.unknown_option", "answers/" + question.id);
        if (option->score) sums[question.dimension].add(*option->score, question.weight);
    }
    if (answers.size() != survey.questions.size()) {
        for (const auto& [id, ignored] : answers) {
            if (std::ranges::find(survey.questions, id, &SurveyQuestion::id) == survey.questions.end()) {
                return invalid("survey.unknown_question", "answers/" + id);
            }
        }
    }
    Scores scores{sums["economic"].mean(), sums["social"].mean(), sums["psychosocial"].mean(), std::nullopt};
    Sum total;
    for (const auto& [dimension, weight] : survey.dimensions) {
        if (const auto mean = sums[dimension].mean()) total.add(*mean, weight);
    }
    scores.total = total.mean();
    return scores;
}

RoundTime time_of_round(Date opened_on, int month) {
    const auto begins = [&](int m) { return m == 0 ? opened_on : opened_on.plus_months(m - 1); };
    const auto next = std::ranges::upper_bound(kSurveyMonths, month);
    // The first round is asked while the needs are talked about.
    const Date due = month == 0 ? opened_on.plus_days(kFirstRoundWithinDays) : opened_on.plus_months(month);
    // The last round stays open for half a year.
    const Date closes = next == std::end(kSurveyMonths) ? opened_on.plus_months(month + 6) : begins(*next).plus_days(-1);
    return {begins(month), due, closes};
}

}  // namespace homeward::services
