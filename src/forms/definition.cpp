#include "forms/definition.h"

#include <algorithm>

#include "forms/definition_json.h"

namespace homeward::forms {
namespace {

template <class T>
const std::vector<T>& or_none(const std::optional<std::vector<T>>& list) {
    static const std::vector<T> none;
    return list ? *list : none;
}

struct Count {
    std::size_t fields = 0, choices = 0;
};

Done count(const std::vector<Field>& fields, int depth, Count& so_far) {
    if (depth > kDeepestField) return too_large("form.too_deep", {{"most", std::to_string(kDeepestField)}});
    for (const auto& field : fields) {
        const auto& choices = field.options();
        if (++so_far.fields > kMostFields) return too_large("form.too_many_fields", {{"most", std::to_string(kMostFields)}});
        if (choices.size() > kMostChoicesOfOne) return too_large("form.too_many_choices", {{"most", std::to_string(kMostChoicesOfOne)}, {"name", field.code}});
        so_far.choices += choices.size();
        if (so_far.choices > kMostChoices) return too_large("form.too_many_choices", {{"most", std::to_string(kMostChoices)}});
        TRY(count(field.inner(), depth + 1, so_far));
    }
    return {};
}

}  // namespace

const std::vector<Field>& Field::inner() const { return or_none(fields); }
const std::vector<Choice>& Field::options() const { return or_none(choices); }
const std::vector<Scale>& Definition::all_scales() const { return or_none(scales); }
const std::vector<Change>& Definition::all_changes() const { return or_none(changes); }

bool is_code(std::string_view text) {
    return !text.empty() && text.size() <= 50 && text[0] >= 'a' && text[0] <= 'z' && std::ranges::all_of(text, [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_';
    });
}

Done within_limits(const Definition& definition) {
    Count so_far;
    TRY(count(definition.fields, 1, so_far));
    constexpr std::size_t kMostScales = 20, kMostChanges = 6'000;
    if (definition.all_scales().size() > kMostScales) return too_large("form.too_many_scales", {{"most", std::to_string(kMostScales)}});
    if (definition.all_changes().size() > kMostChanges) return too_large("form.too_many_changes", {{"most", std::to_string(kMostChanges)}});
    for (const auto& scale : definition.all_scales()) {
        if (scale.dimensions.size() > 50 || scale.bands.size() > 20) return too_large("form.too_many_scales", {{"most", "50"}});
    }
    return {};
}

Result<Definition> read_definition(std::string_view text) {
    if (text.size() > kLongestDefinition) return too_large("form.too_large", {{"most", std::to_string(kLongestDefinition)}});
    auto definition = TRY(json::read<Definition>(text));
    TRY(within_limits(definition));
    return definition;
}

std::string write_definition(const Definition& definition) { return json::write(definition); }

int count_questions(const std::vector<Field>& fields) {
    int questions = 0;
    for (const auto& field : fields) questions += (field.is_question() ? 1 : 0) + count_questions(field.inner());
    return questions;
}

}  // namespace homeward::forms
