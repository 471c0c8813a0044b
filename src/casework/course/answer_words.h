#pragma once
// Changed answers of a form as the form asks them: the question, and the words of a choice instead of its code.

#include <map>

#include "access/work.h"
#include "forms/definition.h"
#include "history/history.h"

namespace homeward::casework {

/// A changed answer in words. Codes that the form does not know any more stay codes.
struct AnswerSaid {
    std::string label, before, after;
};

/// A text in a language; where there is none in it, in English, then in any.
std::string in_language(const forms::Texts& texts, const std::string& language);
/// What was answered, question by question in the form's order; `true` and `false` stay so.
/// answers   JSON, as forms::write_answers writes it
std::vector<std::pair<std::string, std::string>> answers_in_words(const forms::Definition& form, std::string_view answers, const std::string& language);

/// Reads each version of a form once, for the reply that is being made.
class AnswerWords {
public:
    /// language   of the labels; where a form has none in it, English, then any
    AnswerWords(access::Work& work, std::string language) : work_(work), language_(std::move(language)) {}

    /// Nothing for a change that is no answer, or whose form is not there.
    std::optional<AnswerSaid> of(const history::Change& change);

private:
    const forms::Definition* form_of(const std::string& assessment);

    access::Work& work_;
    std::string language_;
    std::map<std::string, std::optional<forms::Definition>> forms_;  ///< by `form@version`
};

}  // namespace homeward::casework
