#pragma once
// Answers as JSON values. Only .cpp files include this.

#include "base/json.h"
#include "forms/evaluation.h"

namespace homeward::forms {

boost::json::object answers_value(const Answers& answers);

BOOST_DESCRIBE_STRUCT(AnswerError, (), (at, key, params))
BOOST_DESCRIBE_STRUCT(Score, (), (scale, total, band, dimensions))
BOOST_DESCRIBE_STRUCT(Problem, (), (field, part, key, params))

struct EvaluationBody {
    boost::json::value answers;
    std::vector<std::string> hidden;
    std::vector<AnswerError> errors;
    std::vector<Score> scores;
    int asked = 0, answered = 0;
};
BOOST_DESCRIBE_STRUCT(EvaluationBody, (), (answers, hidden, errors, scores, asked, answered))

EvaluationBody evaluation_body(const Evaluation& evaluation);

}  // namespace homeward::forms
