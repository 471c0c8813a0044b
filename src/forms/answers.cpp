#include "forms/answers.h"

#include <algorithm>
#include <cmath>

#include "base/text.h"
#include "forms/answers_json.h"

namespace homeward::forms {
namespace {

namespace bj = boost::json;

constexpr double kLargestWhole = 9'007'199'254'740'992;  // 2^53: whole numbers are exact up to here
constexpr double kLargest = 1e15;

bool has_choice(const Field& field, std::string_view code) {
    return std::ranges::find(field.options(), code, &Choice::code) != field.options().end();
}

bool is_nothing(const bj::value& given) {
    return given.is_null() || (given.is_string() && given.get_string().empty()) || (given.is_array() && given.get_array().empty());
}

class Reading {
public:
    Reading(const Form& form, std::vector<AnswerError>& errors) : form_(form), errors_(errors) {}

    /// The values of one object: those of the form outside repeats, or those of one row.
    void read(const bj::object& given, int repeat, const std::string& path, Row& values, Answers* all) {
        for (const auto& [name, value] : given) {
            const int place = form_.find(name);
            const std::string at = path + shortened(name, 60);
            const auto* line = place < 0 ? nullptr : &form_.lines()[static_cast<std::size_t>(place)];
            if (!line || line->repeat != repeat || line->field->kind == Kind::group || line->field->kind == Kind::note) {
                errors_.push_back({at, "form.unknown_field", {}});
            } else if (line->field->kind == Kind::repeat) {
                read_rows(*line, place, value, at, *all);
            } else if (line->field->kind != Kind::calculate && !is_nothing(value)) {
                // What is calculated is worked out anew, whatever was sent.
                if (auto answer = read_one(*line->field, value, at)) values.emplace(line->field->code, std::move(*answer));
            }
        }
    }

private:
    std::optional<Answer> refuse(const std::string& at, const char* key, std::map<std::string, std::string> params = {}) {
        errors_.push_back({at, key, std::move(params)});
        return {};
    }

    void read_rows(const Form::Line& line, int place, const bj::value& given, const std::string& at, Answers& all) {
        if (is_nothing(given)) return;
        if (!given.is_array()) return void(refuse(at, "form.not_rows"));
        auto& rows = all.rows[line.field->code];
        const auto most = static_cast<std::size_t>(line.field->most.value_or(kUsualRows));
        if (given.get_array().size() > most) refuse(at, "form.too_many_rows", {{"most", std::to_string(most)}});
        for (const auto& each : given.get_array()) {
            if (rows.size() == most) break;
            const std::string there = at + "/" + std::to_string(rows.size());
            rows.emplace_back();
            if (each.is_object()) read(each.get_object(), place, there + "/", rows.back(), nullptr);
            else refuse(there, "form.not_rows");
        }
    }

    std::optional<Answer> read_one(const Field& field, const bj::value& given, const std::string& at) {
        switch (field.kind) {
            case Kind::integer: return number(given, at, "form.not_integer", true);
            case Kind::decimal: return number(given, at, "form.not_decimal", false);
            case Kind::choices: return codes(field, given, at);
            default: break;
        }
        if (!given.is_string()) return refuse(at, key_of(field.kind));
        const std::string text(given.get_string());
        switch (field.kind) {
            case Kind::date: if (!Date::parse(text)) return refuse(at, key_of(field.kind)); break;
            case Kind::partial_date: if (!PartialDate::parse(text)) return refuse(at, key_of(field.kind)); break;
            case Kind::yes_no: if (text != "yes" && text != "no") return refuse(at, key_of(field.kind)); break;
            case Kind::choice: if (!has_choice(field, text)) return refuse(at, key_of(field.kind)); break;
            default: {
                const auto most = field.kind == Kind::long_text ? kLongestLongText : kLongestText;
                if (length_of(text) > most) return refuse(at, "form.text_long", {{"most", std::to_string(most)}});
            }
        }
        return text;
    }

    static const char* key_of(Kind kind) {
        switch (kind) {
            case Kind::date: return "form.not_date";
            case Kind::partial_date: return "form.not_partial_date";
            case Kind::yes_no: return "form.not_yes_no";
            case Kind::choice: return "form.unknown_choice";
            default: return "form.not_text";
        }
    }

    std::optional<Answer> number(const bj::value& given, const std::string& at, const char* key, bool whole) {
        if (!given.is_number()) return refuse(at, key);
        const double value = given.to_number<double>();
        if (!std::isfinite(value) || std::fabs(value) >= (whole ? kLargestWhole : kLargest) || (whole && value != std::trunc(value))) return refuse(at, key);
        return value;
    }

    std::optional<Answer> codes(const Field& field, const bj::value& given, const std::string& at) {
        if (!given.is_array()) return refuse(at, "form.not_choices");
        std::vector<std::string> chosen;
        for (const auto& each : given.get_array()) {
            if (!each.is_string()) return refuse(at, "form.not_choices");
            const std::string code(each.get_string());
            if (!has_choice(field, code)) return refuse(at, "form.unknown_choice");
            if (std::ranges::find(chosen, code) == chosen.end()) chosen.push_back(code);
        }
        return chosen;
    }

    const Form& form_;
    std::vector<AnswerError>& errors_;
};

bj::value value_of(const Answer& answer) {
    if (const auto* text = std::get_if<std::string>(&answer)) return bj::string(*text);
    if (const auto* truth = std::get_if<bool>(&answer)) return *truth;
    if (const auto* codes = std::get_if<std::vector<std::string>>(&answer)) {
        bj::array list;
        for (const auto& code : *codes) list.emplace_back(bj::string(code));
        return list;
    }
    const double number = std::get<double>(answer);
    return number == std::trunc(number) && std::fabs(number) < kLargest ? bj::value(static_cast<std::int64_t>(number)) : bj::value(number);
}

bj::object object_of(const Row& row) {
    bj::object object;
    for (const auto& [code, answer] : row) object.emplace(code, value_of(answer));
    return object;
}

}  // namespace

Result<Answers> read_answers(const Form& form, std::string_view text, std::vector<AnswerError>& errors) {
    const auto given = TRY(json::parse(text));
    if (!given.is_object()) return json::wrong_type("answers", "object");
    Answers answers;
    Reading(form, errors).read(given.get_object(), -1, {}, answers.values, &answers);
    return answers;
}

boost::json::object answers_value(const Answers& answers) {
    bj::object object = object_of(answers.values);
    for (const auto& [code, rows] : answers.rows) {
        bj::array list;
        for (const auto& row : rows) list.emplace_back(object_of(row));
        object.emplace(code, std::move(list));
    }
    return object;
}

std::string write_answers(const Answers& answers) { return json::write(answers_value(answers)); }

EvaluationBody evaluation_body(const Evaluation& evaluation) {
    return {answers_value(evaluation.answers), evaluation.hidden, evaluation.errors, evaluation.scores, evaluation.asked, evaluation.answered};
}

}  // namespace homeward::forms
