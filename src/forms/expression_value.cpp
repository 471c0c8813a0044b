#include <cmath>
#include <limits>

#include "base/text.h"
#include "forms/expression_tree.h"

namespace homeward::forms {
namespace {

constexpr double kNone = std::numeric_limits<double>::quiet_NaN();

double finite(double number) { return std::isfinite(number) ? number : kNone; }

bool are_equal(const Value& left, const Value& right) {
    if (std::holds_alternative<bool>(left) || std::holds_alternative<bool>(right)) return truth_of(left) == truth_of(right);
    if (std::holds_alternative<double>(left) || std::holds_alternative<double>(right)) return number_of(left) == number_of(right);
    return std::get<std::string>(left) == std::get<std::string>(right);
}

Value age(const Value& born, const Value& on) {
    const auto born_on = PartialDate::parse(text_of(born));
    const auto day = Date::parse(text_of(on));
    return born_on && day ? static_cast<double>(age_on(*born_on, *day)) : kNone;
}

std::vector<std::string_view> words_of(std::string_view text) {
    std::vector<std::string_view> words;
    for (const auto word : split(text, ' ')) {
        if (!word.empty()) words.push_back(word);
    }
    return words;
}

class Evaluation {
public:
    Evaluation(const Expression::Tree& tree, const Surroundings& around) : tree_(tree), around_(around) {}

    Value of(int place) const {
        const Part& part = tree_.parts[static_cast<std::size_t>(place)];
        switch (part.op) {
            case Op::literal: return part.value;
            case Op::field: return around_.value(std::get<std::string>(part.value));
            case Op::self: return around_.self();
            case Op::either: return truth(part, 0) || truth(part, 1);
            case Op::both: return truth(part, 0) && truth(part, 1);
            case Op::equal: return are_equal(argument(part, 0), argument(part, 1));
            case Op::unequal: return !are_equal(argument(part, 0), argument(part, 1));
            case Op::less: return number(part, 0) < number(part, 1);
            case Op::less_equal: return number(part, 0) <= number(part, 1);
            case Op::greater: return number(part, 0) > number(part, 1);
            case Op::greater_equal: return number(part, 0) >= number(part, 1);
            case Op::plus: return finite(number(part, 0) + number(part, 1));
            case Op::minus: return finite(number(part, 0) - number(part, 1));
            case Op::times: return finite(number(part, 0) * number(part, 1));
            case Op::divided: return finite(number(part, 0) / number(part, 1));
            case Op::modulo: return finite(std::fmod(number(part, 0), number(part, 1)));
            case Op::negative: return -number(part, 0);
            default: return called(part);
        }
    }

private:
    Value argument(const Part& part, std::size_t i) const { return of(part.parts[i]); }
    double number(const Part& part, std::size_t i) const { return number_of(argument(part, i)); }
    bool truth(const Part& part, std::size_t i) const { return truth_of(argument(part, i)); }
    std::string text(const Part& part, std::size_t i) const { return text_of(argument(part, i)); }

    Value called(const Part& part) const {
        switch (part.op) {
            case Op::call_true: return true;
            case Op::call_not: return !truth(part, 0);
            case Op::call_if: return argument(part, truth(part, 0) ? 1 : 2);
            case Op::call_coalesce: return first_given(part);
            case Op::call_selected: return selected(text(part, 0), text(part, 1));
            case Op::call_count_selected: return static_cast<double>(words_of(text(part, 0)).size());
            case Op::call_count: return static_cast<double>(given(part).size());
            case Op::call_sum: return sum(part);
            case Op::call_min: return extreme(part, [](double a, double b) { return a < b; });
            case Op::call_max: return extreme(part, [](double a, double b) { return a > b; });
            case Op::call_string_length: return static_cast<double>(length_of(text(part, 0)));
            case Op::call_regex: return part.pattern->matches(text(part, 0));
            case Op::call_round: return rounded(number(part, 0), part.places);
            case Op::call_int: return std::trunc(number(part, 0));
            case Op::call_number: return number(part, 0);
            case Op::call_concat: return joined(part);
            case Op::call_today: return around_.today().str();
            case Op::call_age_in_years: return age(argument(part, 0), part.parts.size() > 1 ? argument(part, 1) : Value(around_.today().str()));
            default: return false;
        }
    }

    static bool selected(const std::string& chosen, const std::string& code) {
        const auto words = words_of(chosen);
        return std::ranges::find(words, code) != words.end();
    }
    static double rounded(double number, int places) {
        const double scale = std::pow(10, places);
        return finite(std::floor(number * scale + 0.5) / scale);
    }
    Value first_given(const Part& part) const {
        for (std::size_t i = 0; i < part.parts.size(); ++i) {
            Value value = argument(part, i);
            if (!is_empty(value)) return value;
        }
        return {};
    }
    std::string joined(const Part& part) const {
        std::string all;
        for (std::size_t i = 0; i < part.parts.size(); ++i) all += text(part, i);
        return all;
    }

    /// The values that are there, of all arguments; a field that stands for itself gives those of all rows.
    std::vector<Value> given(const Part& part) const {
        std::vector<Value> values;
        for (const int place : part.parts) {
            const Part& inner = tree_.parts[static_cast<std::size_t>(place)];
            if (inner.op != Op::field) values.push_back(of(place));
            else for (auto& each : around_.all(std::get<std::string>(inner.value))) values.push_back(std::move(each));
        }
        std::erase_if(values, [](const Value& value) { return is_empty(value); });
        return values;
    }
    double sum(const Part& part) const {
        double total = 0;
        for (const auto& value : given(part)) {
            if (const double number = number_of(value); !std::isnan(number)) total += number;
        }
        return finite(total);
    }
    template <class Better>
    double extreme(const Part& part, Better better) const {
        double best = kNone;
        for (const auto& value : given(part)) {
            const double number = number_of(value);
            if (!std::isnan(number) && (std::isnan(best) || better(number, best))) best = number;
        }
        return best;
    }

    const Expression::Tree& tree_;
    const Surroundings& around_;
};

}  // namespace

Value Expression::evaluate(const Surroundings& around) const {
    return Evaluation(*tree_, around).of(static_cast<int>(tree_->parts.size()) - 1);
}

}  // namespace homeward::forms
