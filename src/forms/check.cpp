#include <algorithm>
#include <set>

#include "base/languages.h"
#include "base/text.h"
#include "forms/definition_json.h"
#include "forms/form.h"
#include "forms/text_rules.h"

namespace homeward::forms {
namespace {

class Check {
public:
    Check(const Definition& definition, std::vector<Problem>& problems) : definition_(definition), problems_(problems) {}

    void run() {
        if (!is_code(definition_.id)) add({}, "code", "form.bad_code");
        check_code({}, "code", definition_.id);
        check_texts({}, "title", definition_.title, true, kLongestLabel);
        if (definition_.note) check_texts({}, "title", *definition_.note, false, kLongestNote);
        if (count_questions(definition_.fields) == 0) add({}, "fields", "form.no_questions");
        check_scales();
        check_fields(definition_.fields);
        for (const auto& code : dimensions_) {
            if (!used_.contains(code)) add({}, "scales", "form.dimension_unused", {{"name", code}});
        }
    }

private:
    void add(std::optional<std::string> field, const char* part, std::string key, std::map<std::string, std::string> params = {}) {
        problems_.push_back({std::move(field), part, std::move(key), std::move(params)});
    }

    void check_code(const std::optional<std::string>& field, const char* part, const std::string& code) {
        if (const auto word = refused_in_code(code)) add(field, part, "form.word_refused", {{"word", *word}, {"name", code}});
    }

    void check_texts(const std::optional<std::string>& field, const char* part, const Texts& texts, bool needed, std::size_t longest) {
        bool any = false;
        for (const auto& [language, text] : texts) {
            if (!is_language(language)) add(field, part, "form.unknown_language", {{"name", language}});
            if (length_of(text) > longest) add(field, part, "form.text_long", {{"most", std::to_string(longest)}});
            if (const auto word = refused_word(text)) add(field, part, "form.word_refused", {{"word", *word}, {"language", language}});
            any = any || ((language == "en" || language == "ru") && !trim(text).empty());
        }
        // Where a language is missing Russian is shown, then English: one of them must be there.
        if (needed && !any) add(field, part, "form.label_missing");
    }

    void check_fields(const std::vector<Field>& fields) {
        for (const auto& field : fields) {
            check_code(field.code, "code", field.code);
            check_texts(field.code, "label", field.label, field.kind != Kind::calculate, field.kind == Kind::note ? kLongestNote : kLongestLabel);
            if (field.hint) check_texts(field.code, "hint", *field.hint, false, kLongestLabel);
            if (field.constraint_message) check_texts(field.code, "constraint_message", *field.constraint_message, false, kLongestLabel);
            if (field.constraint_message && !field.constraint) add(field.code, "constraint_message", "form.message_without_constraint");
            check_choices(field);
            check_score(field);
            if (field.holds_fields() && field.inner().empty()) add(field.code, "fields", "form.holds_nothing");
            if (field.most && (field.kind != Kind::repeat || *field.most < 1 || *field.most > kMostRows)) add(field.code, "most", "form.bad_most", {{"most", std::to_string(kMostRows)}});
            check_fields(field.inner());
        }
    }

    void check_choices(const Field& field) {
        const bool chooses = field.kind == Kind::choice || field.kind == Kind::choices;
        if (!chooses && !field.options().empty()) return add(field.code, "choices", "form.chooses_nothing");
        if (chooses && field.options().empty()) return add(field.code, "choices", "form.choices_missing");
        std::set<std::string> codes;
        for (const auto& choice : field.options()) {
            if (!is_code(choice.code)) add(field.code, "choices", "form.bad_code", {{"name", shortened(choice.code, 60)}});
            if (!codes.insert(choice.code).second) add(field.code, "choices", "form.code_twice", {{"name", choice.code}});
            if (choice.score && !(*choice.score >= 0 && *choice.score <= 1)) add(field.code, "choices", "form.bad_score", {{"name", choice.code}});
            check_code(field.code, "choices", choice.code);
            check_texts(field.code, "choices", choice.label, true, kLongestLabel);
        }
    }

    void check_score(const Field& field) {
        if (field.weight && !(*field.weight > 0 && *field.weight <= 1'000)) add(field.code, "dimension", "form.bad_weight");
        if (!field.dimension) {
            if (field.weight) add(field.code, "dimension", "form.weight_without_dimension");
            return;
        }
        used_.insert(*field.dimension);
        if (!dimensions_.contains(*field.dimension)) add(field.code, "dimension", "form.unknown_dimension", {{"name", *field.dimension}});
        const bool scored = field.kind == Kind::calculate || std::ranges::any_of(field.options(), [](const Choice& choice) { return choice.score.has_value(); });
        if (!scored) add(field.code, "dimension", "form.nothing_scored");
    }

    void check_scales() {
        std::set<std::string> scales;
        for (const auto& scale : definition_.all_scales()) {
            if (!is_code(scale.code)) add({}, "scales", "form.bad_code", {{"name", shortened(scale.code, 60)}});
            if (!scales.insert(scale.code).second) add({}, "scales", "form.code_twice", {{"name", scale.code}});
            check_code({}, "scales", scale.code);
            check_texts({}, "scales", scale.label, true, kLongestLabel);
            if (scale.note) check_texts({}, "scales", *scale.note, false, kLongestNote);
            if (scale.dimensions.empty()) add({}, "scales", "form.scale_without_dimensions", {{"name", scale.code}});
            for (const auto& dimension : scale.dimensions) check_dimension(dimension);
            check_bands(scale);
        }
    }
    void check_dimension(const Dimension& dimension) {
        if (!is_code(dimension.code)) add({}, "scales", "form.bad_code", {{"name", shortened(dimension.code, 60)}});
        if (!dimensions_.insert(dimension.code).second) add({}, "scales", "form.code_twice", {{"name", dimension.code}});
        if (!(dimension.weight > 0 && dimension.weight <= 1'000)) add({}, "scales", "form.bad_weight", {{"name", dimension.code}});
        check_code({}, "scales", dimension.code);
        check_texts({}, "scales", dimension.label, true, kLongestLabel);
    }
    void check_bands(const Scale& scale) {
        double before = -1;
        std::set<std::string> codes;
        for (const auto& band : scale.bands) {
            if (!is_code(band.code)) add({}, "scales", "form.bad_code", {{"name", shortened(band.code, 60)}});
            if (!codes.insert(band.code).second) add({}, "scales", "form.code_twice", {{"name", band.code}});
            const bool first = before < 0;
            if (!(band.from > before && band.from <= 1) || (first && band.from != 0)) add({}, "scales", "form.bands_out_of_order", {{"name", scale.code}});
            before = band.from;
            check_code({}, "scales", band.code);
            check_texts({}, "scales", band.label, true, kLongestLabel);
        }
    }

    const Definition& definition_;
    std::vector<Problem>& problems_;
    std::set<std::string> dimensions_, used_;
};

using Fields = std::map<std::string, const Field*>;
void gather(const std::vector<Field>& fields, Fields& all) {
    for (const auto& field : fields) {
        all.emplace(field.code, &field);
        gather(field.inner(), all);
    }
}

/// What became of a code, when a change tells.
const Change* change_of(const Definition& definition, const std::string& field, const std::optional<std::string>& choice) {
    const auto& changes = definition.all_changes();
    const auto found = std::ranges::find_if(changes, [&](const Change& each) { return each.field == field && each.choice == choice; });
    return found == changes.end() ? nullptr : &*found;
}

bool has_choice(const Field& field, const std::string& code) { return std::ranges::find(field.options(), code, &Choice::code) != field.options().end(); }

/// Kinds whose answers are of one shape may become each other; statistics would misread any others.
bool may_become(Kind before, Kind next) {
    if (before == next) return true;
    const auto pair = [&](Kind a, Kind b) { return (before == a && next == b); };
    return pair(Kind::text, Kind::long_text) || pair(Kind::integer, Kind::decimal) || pair(Kind::date, Kind::partial_date) || pair(Kind::yes_no, Kind::choice);
}

void compare_choices(const Field& was, const Field& is, const Definition& next, std::vector<Problem>& problems) {
    for (const auto& choice : was.options()) {
        const Change* change = change_of(next, was.code, choice.code);
        if (change && change->becomes && !has_choice(is, *change->becomes)) {
            problems.push_back({is.code, "changes", "form.becomes_unknown", {{"name", *change->becomes}}});
        } else if (!change && !has_choice(is, choice.code)) {
            problems.push_back({is.code, "changes", "form.choice_vanished", {{"name", choice.code}}});
        }
    }
}

}  // namespace

std::vector<Problem> problems_of(const Definition& definition) {
    std::vector<Problem> problems;
    (void)Form::make(definition, problems);
    Check(definition, problems).run();
    return problems;
}

std::vector<Problem> problems_after(const Definition& before, const Definition& next) {
    std::vector<Problem> problems;
    Fields were, are;
    gather(before.fields, were);
    gather(next.fields, are);
    for (const auto& [code, was] : were) {
        // What holds fields, and what is only read, has no answers that could be lost.
        if (was->kind == Kind::group || was->kind == Kind::note) continue;
        const Change* change = change_of(next, code, std::nullopt);
        if (change && !change->becomes) continue;
        const auto is = are.find(change ? *change->becomes : code);
        if (is == are.end()) {
            problems.push_back(change ? Problem{*change->becomes, "changes", "form.becomes_unknown", {{"name", *change->becomes}}}
                                      : Problem{std::nullopt, "changes", "form.code_vanished", {{"name", code}}});
        } else if (!may_become(was->kind, is->second->kind)) {
            problems.push_back({is->first, "kind", "form.kind_changed", {{"name", std::string(json::name_of(was->kind))}}});
        } else {
            compare_choices(*was, *is->second, next, problems);
        }
    }
    for (const auto& change : next.all_changes()) {
        const auto was = were.find(change.field);
        if (was == were.end() || (change.choice && !has_choice(*was->second, *change.choice))) {
            problems.push_back({std::nullopt, "changes", "form.change_of_nothing", {{"name", change.field + (change.choice ? "/" + *change.choice : "")}}});
        }
    }
    return problems;
}

}  // namespace homeward::forms
