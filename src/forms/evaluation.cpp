#include "forms/evaluation.h"

#include <cmath>

#include "base/text.h"

namespace homeward::forms {
namespace {

/// One field in one row.
struct Slot {
    bool relevant = false;
    Value value;
};

Value plain(const Answer& answer) {
    if (const auto* text = std::get_if<std::string>(&answer)) return *text;
    if (const auto* number = std::get_if<double>(&answer)) return *number;
    if (const auto* truth = std::get_if<bool>(&answer)) return *truth;
    std::string joined;
    for (const auto& code : std::get<std::vector<std::string>>(answer)) joined += (joined.empty() ? "" : " ") + code;
    return joined;
}

class Run {
public:
    Run(const Form& form, const Answers& given, Date today) : form_(form), given_(given), today_(today), slots_(form.lines().size()) {}

    Evaluation run() {
        for (const int place : form_.order()) work_out(place);
        // A form is read from top to bottom: errors come in its order, row by row.
        report(-1, -1, 0, "");
        result_.scores = scores_of(form_, result_.answers);
        return std::move(result_);
    }

private:
    struct Here final : Surroundings {
        const Run& run;
        int repeat;
        std::size_t row;
        const Slot* own;
        Here(const Run& of, int in, std::size_t at, const Slot* self) : run(of), repeat(in), row(at), own(self) {}
        Value value(std::string_view code) const override {
            const int place = run.form_.find(code);
            const auto& line = run.form_.lines()[static_cast<std::size_t>(place)];
            const auto& slots = run.slots_[static_cast<std::size_t>(place)];
            const std::size_t at = line.repeat < 0 ? 0 : row;
            return at < slots.size() ? slots[at].value : Value();
        }
        std::vector<Value> all(std::string_view code) const override {
            const int place = run.form_.find(code);
            const auto& line = run.form_.lines()[static_cast<std::size_t>(place)];
            if (line.field->kind == Kind::repeat) return std::vector<Value>(run.rows_of(place), Value(true));
            if (line.repeat < 0 || line.repeat == repeat) return {value(code)};
            std::vector<Value> values;
            for (const auto& slot : run.slots_[static_cast<std::size_t>(place)]) values.push_back(slot.value);
            return values;
        }
        Value self() const override { return own ? own->value : Value(); }
        Date today() const override { return run.today_; }
    };

    const Form::Line& line(int place) const { return form_.lines()[static_cast<std::size_t>(place)]; }
    std::vector<Slot>& slots(int place) { return slots_[static_cast<std::size_t>(place)]; }

    /// Rows of a repeat; none where it is not relevant.
    std::size_t rows_of(int repeat) const {
        const auto& own = slots_[static_cast<std::size_t>(repeat)];
        if (own.empty() || !own[0].relevant) return 0;
        const auto found = given_.rows.find(form_.lines()[static_cast<std::size_t>(repeat)].field->code);
        return found == given_.rows.end() ? 0 : found->second.size();
    }

    bool parent_relevant(const Form::Line& each, std::size_t row) {
        if (each.parent < 0) return true;
        const auto& parent = slots(each.parent);
        return parent[line(each.parent).repeat < 0 ? 0 : row].relevant;
    }

    const Row& given_in(const Form::Line& each, std::size_t row) const {
        return each.repeat < 0 ? given_.values : given_.rows.at(form_.lines()[static_cast<std::size_t>(each.repeat)].field->code)[row];
    }

    void work_out(int place) {
        const auto& each = line(place);
        const std::size_t rows = each.repeat < 0 ? 1 : rows_of(each.repeat);
        slots(place).resize(rows);
        for (std::size_t row = 0; row < rows; ++row) {
            Slot& slot = slots(place)[row];
            const Here here(*this, each.repeat, row, nullptr);
            slot.relevant = parent_relevant(each, row) && (!each.relevant || truth_of(each.relevant->evaluate(here)));
            if (!slot.relevant) continue;
            if (each.calculation) {
                slot.value = each.calculation->evaluate(here);
            } else if (!each.field->holds_fields()) {
                const auto& values = given_in(each, row);
                if (const auto found = values.find(each.field->code); found != values.end()) slot.value = plain(found->second);
            }
        }
    }

    /// Everything that lies directly in `parent`, in one row.
    void report(int parent, int repeat, std::size_t row, const std::string& path) {
        for (int place = parent + 1; place < static_cast<int>(form_.lines().size()); ++place) {
            const auto& each = line(place);
            if (each.parent == parent) report_one(place, repeat, row, path);
        }
    }

    void report_one(int place, int repeat, std::size_t row, const std::string& path) {
        const auto& each = line(place);
        const Slot& slot = slots(place)[each.repeat < 0 ? 0 : row];
        const std::string at = path + each.field->code;
        if (!slot.relevant) {
            result_.hidden.push_back(at);
        } else if (each.field->kind == Kind::group) {
            report(place, repeat, row, path);
        } else if (each.field->kind == Kind::repeat) {
            report_rows(place, at);
        } else {
            report_value(each, slot, row, at);
        }
    }

    void report_rows(int place, const std::string& at) {
        const auto& each = line(place);
        const std::size_t rows = rows_of(place);
        const Here here(*this, -1, 0, nullptr);
        if (rows == 0 && each.required && truth_of(each.required->evaluate(here))) result_.errors.push_back({at, "form.required", {}});
        if (rows == 0) return;
        result_.answers.rows[each.field->code].resize(rows);
        for (std::size_t row = 0; row < rows; ++row) report(place, place, row, at + "/" + std::to_string(row) + "/");
    }

    void report_value(const Form::Line& each, const Slot& slot, std::size_t row, const std::string& at) {
        const Here here(*this, each.repeat, row, &slot);
        const bool there = !is_empty(slot.value);
        if (each.field->is_question()) {
            ++result_.asked;
            if (there) ++result_.answered;
            if (!there && each.required && truth_of(each.required->evaluate(here))) result_.errors.push_back({at, "form.required", {}});
            if (there && each.constraint && !truth_of(each.constraint->evaluate(here))) result_.errors.push_back({at, "form.constraint", {}});
        }
        if (there) keep(each, slot, row);
    }

    void keep(const Form::Line& each, const Slot& slot, std::size_t row) {
        Row& into = each.repeat < 0 ? result_.answers.values : result_.answers.rows[line(each.repeat).field->code][row];
        if (each.calculation) {
            into.emplace(each.field->code, std::visit([](const auto& value) { return Answer(value); }, slot.value));
        } else {
            into.emplace(each.field->code, given_in(each, row).at(each.field->code));
        }
    }

    const Form& form_;
    const Answers& given_;
    Date today_;
    std::vector<std::vector<Slot>> slots_;  ///< by line, then by row
    Evaluation result_;
};

struct Sum {
    double score = 0, weight = 0;
    void add(double value, double by) {
        score += value * by;
        weight += by;
    }
    std::optional<double> mean() const { return weight > 0 ? std::optional(score / weight) : std::nullopt; }
};

/// The score of one answer; nothing when it has none.
std::optional<double> score_of(const Field& field, const Answer& answer) {
    const auto of_choice = [&](const std::string& code) {
        const auto found = std::ranges::find(field.options(), code, &Choice::code);
        return found == field.options().end() ? std::nullopt : found->score;
    };
    if (field.kind == Kind::choice) return of_choice(std::get<std::string>(answer));
    if (field.kind == Kind::choices) {
        Sum sum;
        for (const auto& code : std::get<std::vector<std::string>>(answer)) {
            if (const auto score = of_choice(code)) sum.add(*score, 1);
        }
        return sum.mean();
    }
    const double* number = field.kind == Kind::calculate ? std::get_if<double>(&answer) : nullptr;
    return number && *number >= 0 && *number <= 1 ? std::optional(*number) : std::nullopt;
}

}  // namespace

Evaluation evaluate(const Form& form, const Answers& answers, Date today) { return Run(form, answers, today).run(); }

std::vector<Score> scores_of(const Form& form, const Answers& answers) {
    std::map<std::string, Sum> sums;
    for (const auto& line : form.lines()) {
        const Field& field = *line.field;
        if (!field.dimension) continue;
        const auto add = [&](const Row& row) {
            const auto found = row.find(field.code);
            const auto score = found == row.end() ? std::nullopt : score_of(field, found->second);
            if (score) sums[*field.dimension].add(*score, field.weight.value_or(1));
        };
        if (line.repeat < 0) {
            add(answers.values);
        } else if (const auto rows = answers.rows.find(form.lines()[static_cast<std::size_t>(line.repeat)].field->code); rows != answers.rows.end()) {
            for (const auto& row : rows->second) add(row);
        }
    }
    std::vector<Score> scores;
    for (const auto& scale : form.definition().all_scales()) {
        Score score{scale.code, {}, {}, {}};
        Sum total;
        for (const auto& dimension : scale.dimensions) {
            const auto mean = sums[dimension.code].mean();
            if (!mean) continue;
            score.dimensions.emplace(dimension.code, *mean);
            total.add(*mean, dimension.weight);
        }
        score.total = total.mean();
        for (const auto& band : scale.bands) {
            if (score.total && band.from <= *score.total) score.band = band.code;
        }
        scores.push_back(std::move(score));
    }
    return scores;
}

}  // namespace homeward::forms
