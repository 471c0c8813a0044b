#include "forms/form.h"

#include <algorithm>

namespace homeward::forms {

/// Builds a Form line by line, noting what is wrong as it goes.
class FormMaker {
public:
    FormMaker(Form& form, std::vector<Problem>& problems) : form_(form), problems_(problems) {}

    bool make() {
        add_lines(form_.definition().fields, -1, -1);
        for (auto& line : form_.lines_) read_expressions(line);
        for (std::size_t i = 0; i < form_.lines_.size(); ++i) check_references(static_cast<int>(i));
        if (sound_) put_in_order();
        return sound_;
    }

private:
    void refuse(const Field& field, const char* part, std::string key, std::map<std::string, std::string> params = {}) {
        problems_.push_back({field.code, part, std::move(key), std::move(params)});
        sound_ = false;
    }

    void add_lines(const std::vector<Field>& fields, int parent, int repeat) {
        for (const auto& field : fields) {
            const int place = static_cast<int>(form_.lines_.size());
            form_.lines_.push_back({&field, parent, field.kind == Kind::repeat ? -1 : repeat, {}, {}, {}, {}});
            if (!is_code(field.code)) refuse(field, "code", "form.bad_code");
            else if (!form_.by_code_.emplace(field.code, place).second) refuse(field, "code", "form.code_twice");
            if (field.kind == Kind::repeat && repeat >= 0) refuse(field, "kind", "form.repeat_in_repeat");
            if (field.holds_fields()) add_lines(field.inner(), place, field.kind == Kind::repeat ? place : repeat);
            else if (!field.inner().empty()) refuse(field, "fields", "form.holds_no_fields");
        }
    }

    void read(const Field& field, const char* part, const std::optional<std::string>& text, std::optional<Expression>& into, bool self_allowed) {
        if (!text || text->empty()) return;
        auto parsed = Expression::parse(*text);
        if (!parsed) return refuse(field, part, parsed.error().key, parsed.error().params);
        if (parsed->self_position() > 0 && !self_allowed) {
            return refuse(field, part, "form.expression.no_self", {{"position", std::to_string(parsed->self_position())}});
        }
        into = std::move(*parsed);
    }

    void read_expressions(Form::Line& line) {
        const Field& field = *line.field;
        read(field, "relevant", field.relevant, line.relevant, false);
        read(field, "required", field.required, line.required, false);
        read(field, "constraint", field.constraint, line.constraint, true);
        read(field, "calculation", field.calculation, line.calculation, false);
        if (field.kind == Kind::calculate && !line.calculation && (!field.calculation || field.calculation->empty())) {
            refuse(field, "calculation", "form.calculation_missing");
        }
        if (field.kind != Kind::calculate && field.calculation) refuse(field, "calculation", "form.not_calculated");
        if (!field.is_question()) {
            if (field.required) refuse(field, "required", "form.not_a_question");
            if (field.constraint) refuse(field, "constraint", "form.not_a_question");
        }
    }

    void check_references(int place) {
        const auto& line = form_.lines_[static_cast<std::size_t>(place)];
        check(line, "relevant", line.relevant);
        check(line, "required", line.required);
        check(line, "constraint", line.constraint);
        check(line, "calculation", line.calculation);
    }

    void check(const Form::Line& line, const char* part, const std::optional<Expression>& expression) {
        if (!expression) return;
        for (const auto& reference : expression->references()) {
            const std::map<std::string, std::string> params{{"position", std::to_string(reference.position)}, {"name", reference.code}};
            const int found = form_.find(reference.code);
            if (found < 0) {
                refuse(*line.field, part, "form.expression.unknown_field", params);
                continue;
            }
            const auto& named = form_.lines_[static_cast<std::size_t>(found)];
            const Kind kind = named.field->kind;
            if (kind == Kind::group || kind == Kind::note) refuse(*line.field, part, "form.expression.no_value", params);
            else if (kind == Kind::repeat && !reference.counted) refuse(*line.field, part, "form.expression.rows_only_counted", params);
            else if (named.repeat >= 0 && named.repeat != line.repeat && !reference.over_rows) refuse(*line.field, part, "form.expression.of_many_rows", params);
        }
    }

    /// What must be known before this line can be: what holds it, and what decides on it or makes its value.
    std::vector<int> needs_of(const Form::Line& line) const {
        std::vector<int> needs;
        if (line.parent >= 0) needs.push_back(line.parent);
        for (const auto* expression : {&line.relevant, &line.calculation}) {
            if (!*expression) continue;
            for (const auto& reference : (*expression)->references()) needs.push_back(form_.find(reference.code));
        }
        std::ranges::sort(needs);
        needs.erase(std::unique(needs.begin(), needs.end()), needs.end());
        return needs;
    }

    void put_in_order() {
        const auto count = form_.lines_.size();
        std::vector<std::vector<int>> needs(count), needed_by(count);
        std::vector<std::size_t> open(count);
        for (std::size_t i = 0; i < count; ++i) {
            needs[i] = needs_of(form_.lines_[i]);
            open[i] = needs[i].size();
            for (const int need : needs[i]) needed_by[static_cast<std::size_t>(need)].push_back(static_cast<int>(i));
            if (open[i] == 0) form_.order_.push_back(static_cast<int>(i));
        }
        for (std::size_t next = 0; next < form_.order_.size(); ++next) {
            for (const int each : needed_by[static_cast<std::size_t>(form_.order_[next])]) {
                if (--open[static_cast<std::size_t>(each)] == 0) form_.order_.push_back(each);
            }
        }
        if (form_.order_.size() < count) name_cycle(needs, open);
    }

    /// Says one way round, from a field that waits for itself.
    void name_cycle(const std::vector<std::vector<int>>& needs, const std::vector<std::size_t>& open) {
        std::vector<int> path;
        int at = static_cast<int>(std::ranges::find_if(open, [](std::size_t n) { return n > 0; }) - open.begin());
        while (std::ranges::find(path, at) == path.end()) {
            path.push_back(at);
            const auto& next = needs[static_cast<std::size_t>(at)];
            at = *std::ranges::find_if(next, [&](int each) { return open[static_cast<std::size_t>(each)] > 0; });
        }
        path.erase(path.begin(), std::ranges::find(path, at));
        std::string names;
        for (std::size_t i = 0; i < path.size() && i < 10; ++i) {
            names += (names.empty() ? "" : ", ") + form_.lines_[static_cast<std::size_t>(path[i])].field->code;
        }
        const auto& first = form_.lines_[static_cast<std::size_t>(path.front())];
        refuse(*first.field, first.calculation ? "calculation" : "relevant", "form.cycle", {{"name", names}});
    }

    Form& form_;
    std::vector<Problem>& problems_;
    bool sound_ = true;
};

std::optional<Form> Form::make(Definition definition, std::vector<Problem>& problems) {
    Form form;
    form.definition_ = std::make_shared<const Definition>(std::move(definition));
    if (!FormMaker(form, problems).make()) return std::nullopt;
    return form;
}

int Form::find(std::string_view code) const {
    const auto found = by_code_.find(code);
    return found == by_code_.end() ? -1 : found->second;
}

}  // namespace homeward::forms
