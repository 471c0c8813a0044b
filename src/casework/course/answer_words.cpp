#include "casework/course/answer_words.h"

#include <algorithm>

#include "base/json.h"
#include "forms/store.h"

namespace homeward::casework {
namespace {

constexpr std::string_view kAnswers = "answers.";

const forms::Field* find_field(const std::vector<forms::Field>& fields, std::string_view code) {
    for (const auto& field : fields) {
        if (field.code == code) return &field;
        if (const auto* inner = find_field(field.inner(), code)) return inner;
    }
    return nullptr;
}

std::string choice_words(const forms::Field& field, std::string_view code, const std::string& language) {
    const auto choice = std::ranges::find(field.options(), code, &forms::Choice::code);
    return choice == field.options().end() ? std::string(code) : in_language(choice->label, language);
}

std::string words_of(const forms::Field& field, const boost::json::value& answer, const std::string& language);

/// A row of a repeat, or what a group holds: `question: answer; question: answer`.
std::string row_words(const forms::Field& field, const boost::json::object& row, const std::string& language) {
    std::string words;
    for (const auto& [code, answer] : row) {
        const auto* inner = find_field(field.inner(), code);
        words += (words.empty() ? "" : "; ") + (inner ? in_language(inner->label, language) + ": " + words_of(*inner, answer, language) : std::string(code));
    }
    return words;
}

std::string words_of(const forms::Field& field, const boost::json::value& answer, const std::string& language) {
    if (answer.is_string()) {
        return field.kind == forms::Kind::choice ? choice_words(field, answer.get_string(), language) : std::string(answer.get_string());
    }
    if (answer.is_object()) return row_words(field, answer.get_object(), language);
    if (!answer.is_array()) return json::write(answer);
    std::string words;
    for (const auto& each : answer.get_array()) {
        const bool row = each.is_object();
        words += (words.empty() ? "" : row ? "\n" : ", ");
        words += row ? row_words(field, each.get_object(), language) : each.is_string() ? choice_words(field, each.get_string(), language) : json::write(each);
    }
    return words;
}

/// The history keeps a text as it is, and everything else as JSON.
std::string said(const forms::Field& field, const std::string& value, const std::string& language) {
    if (value.empty()) return value;
    const bool structured = value.front() == '[' || value.front() == '{';
    const auto parsed = structured ? json::parse(value) : Result<boost::json::value>(boost::json::value(value));
    return parsed ? words_of(field, *parsed, language) : value;
}

}  // namespace

std::string in_language(const forms::Texts& texts, const std::string& language) {
    for (const auto& wanted : {language, std::string("en")}) {
        if (const auto found = texts.find(wanted); found != texts.end()) return found->second;
    }
    return texts.empty() ? std::string() : texts.begin()->second;
}

namespace {

void append_answers(const std::vector<forms::Field>& fields, const boost::json::object& answers, const std::string& language,
                    std::vector<std::pair<std::string, std::string>>& said) {
    for (const auto& field : fields) {
        const auto* answer = answers.if_contains(field.code);
        if (field.kind == forms::Kind::group) append_answers(field.inner(), answer && answer->is_object() ? answer->get_object() : answers, language, said);
        else if (answer && field.kind != forms::Kind::calculate) said.emplace_back(in_language(field.label, language), words_of(field, *answer, language));
    }
}

}  // namespace

std::vector<std::pair<std::string, std::string>> answers_in_words(const forms::Definition& form, std::string_view answers, const std::string& language) {
    std::vector<std::pair<std::string, std::string>> said;
    if (const auto parsed = json::parse(answers); parsed && parsed->is_object()) append_answers(form.fields, parsed->get_object(), language, said);
    return said;
}

const forms::Definition* AnswerWords::form_of(const std::string& assessment) {
    auto query = work_.db.query("SELECT form, form_version FROM form_answers WHERE id = $1", assessment);
    if (!query.next()) return nullptr;
    const std::string form(query.row().text(0));
    const int version = query.row().get<int>(1);
    auto [at, isnew] = forms_.try_emplace(form + "@" + std::to_string(version));
    if (isnew) {
        if (auto read = forms::get_version(work_.db, form, version)) at->second = std::move(read->definition);
    }
    return at->second ? &*at->second : nullptr;
}

std::optional<AnswerSaid> AnswerWords::of(const history::Change& change) {
    if (change.thing != "assessment" || !change.field.starts_with(kAnswers)) return {};
    const auto* form = form_of(change.thing_id);
    const auto* field = form ? find_field(form->fields, std::string_view(change.field).substr(kAnswers.size())) : nullptr;
    if (!field) return {};
    return AnswerSaid{in_language(field->label, language_), said(*field, change.before, language_), said(*field, change.after, language_)};
}

}  // namespace homeward::casework
