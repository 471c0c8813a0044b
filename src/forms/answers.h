#pragma once

#include <map>
#include <string>
#include <variant>
#include <vector>

#include "forms/form.h"

namespace homeward::forms {

/// What was answered to one question: a text or code, a number, a boolean (calculated), or codes.
using Answer = std::variant<std::string, double, bool, std::vector<std::string>>;
using Row = std::map<std::string, Answer>;

/// By code; groups are left out. What is not answered is not there.
struct Answers {
    Row values;
    std::map<std::string, std::vector<Row>> rows;  ///< by the code of the repeat
};

/// An answer that cannot stand. `at` is the field's code, in a repeat `children/0/child_age`.
struct AnswerError {
    std::string at, key;
    std::map<std::string, std::string> params;

    friend bool operator==(const AnswerError&, const AnswerError&) = default;
};

constexpr std::size_t kLongestText = 200, kLongestLongText = 4'000;

/// Reads answers; what is not of its field's kind is left out, and named in `errors`.
/// errors    those of json::parse; invalid `json.wrong_type` when it is no object
Result<Answers> read_answers(const Form& form, std::string_view json, std::vector<AnswerError>& errors);
std::string write_answers(const Answers& answers);

}  // namespace homeward::forms
