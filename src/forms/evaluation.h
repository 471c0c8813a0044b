#pragma once

#include "forms/answers.h"

namespace homeward::forms {

/// A score starts a conversation about support; it never ranks people. Means by weight of what was answered, 0 to 1.
struct Score {
    std::string scale;
    std::optional<double> total;       ///< nothing when nothing of it was answered
    std::optional<std::string> band;
    std::map<std::string, double> dimensions;
};

/// What a form makes of answers.
///
/// answers    those of relevant fields, and what was calculated
/// hidden     fields that are not relevant; what lies in a hidden group is not named again
/// asked      questions that are relevant, of which so many were answered
struct Evaluation {
    Answers answers;
    std::vector<std::string> hidden;
    std::vector<AnswerError> errors;
    std::vector<Score> scores;
    int asked = 0, answered = 0;
};

Evaluation evaluate(const Form& form, const Answers& answers, Date today);

/// The scores of what was kept and calculated by `evaluate`.
/// source    as the reintegration surveys: a mean of a dimension by weights, a total of dimensions by theirs; the weights are ours
std::vector<Score> scores_of(const Form& form, const Answers& answers);

}  // namespace homeward::forms
