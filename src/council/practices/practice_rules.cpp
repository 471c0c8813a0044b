#include "council/practices/practice_rules.h"

#include <algorithm>

#include "base/languages.h"
#include "base/text.h"
#include "council/members/body.h"
#include "council/person_data.h"
#include "council/text_rules.h"
#include "council/topics.h"

namespace homeward::council {
namespace {

constexpr int kFirstYear = 1990;
constexpr std::int64_t kMostMoney = 1'000'000'000'000;
constexpr std::size_t kSmall = 200;  // characters

template <std::size_t N>
bool one_of(const std::array<std::string_view, N>& codes, std::string_view code) {
    return std::ranges::find(codes, code) != codes.end();
}

Done check_codes(const PracticeContent& practice, const exchange::Membership& members) {
    constexpr std::array<std::string_view, 2> kinds{"practice", "did_not_work"};
    constexpr std::array<std::string_view, 5> grades{"none_yet", "judgement", "monitoring", "evaluation", "compared_evaluation"};
    constexpr std::array<std::string_view, 2> readers{"all", "signed_in"};
    constexpr std::array<std::string_view, 3> pictures{"none", "consent_missing", "consent_recorded"};
    if (!one_of(kinds, practice.kind)) return invalid("practice.kind", "kind");
    if (!is_state(members, practice.state)) return invalid("practice.state", "state");
    if (!one_of(grades, practice.evidence)) return invalid("practice.evidence", "evidence");
    if (!one_of(readers, practice.readers)) return invalid("practice.readers", "readers");
    if (!one_of(pictures, practice.pictures)) return invalid("practice.pictures", "pictures");
    std::vector<std::string> seen;
    for (const auto& topic : practice.topics) {
        if (!is_topic(topic) || std::ranges::find(seen, topic) != seen.end()) return invalid("practice.topics", "topics");
        seen.push_back(topic);
    }
    if (seen.empty()) return invalid("practice.topics", "topics");
    return {};
}

Done check_years_and_cost(const PracticeContent& practice, Date today) {
    if (practice.year_from < kFirstYear || practice.year_from > today.year) return invalid("practice.years", "year_from");
    if (practice.year_to && (*practice.year_to < practice.year_from || *practice.year_to > today.year)) return invalid("practice.years", "year_to");
    for (const auto& [amount, field] : {std::pair(practice.cost_low, "cost_low"), std::pair(practice.cost_high, "cost_high")}) {
        if (amount && (*amount < 0 || *amount > kMostMoney)) return invalid("practice.cost", field);
    }
    if (practice.cost_low && practice.cost_high && *practice.cost_high < *practice.cost_low) return invalid("practice.cost", "cost_high");
    const bool amount = practice.cost_low || practice.cost_high;
    const bool code = practice.currency.size() == 3 && std::ranges::all_of(practice.currency, [](char c) { return c >= 'A' && c <= 'Z'; });
    if (amount ? !code : !practice.currency.empty()) return invalid("practice.currency", "currency");
    return {};
}

Done check_words(const PracticeText& text, const std::string& at) {
    TRY(check_text(text.title, 300, (at + "title").c_str()));
    for (const auto& [name, field] : kPracticeFields) {
        TRY(check_optional_text(text.*field, 6000, (at + name).c_str()));
        TRY(check_no_person_data(text.*field, (at + name).c_str()));
    }
    return {};
}

Done check_texts(const PracticeContent& practice) {
    bool common = false;
    std::vector<std::string> seen;
    for (std::size_t i = 0; i < practice.texts.size(); ++i) {
        const auto& text = practice.texts[i];
        if (!is_language(text.language) || std::ranges::find(seen, text.language) != seen.end()) return invalid("practice.languages", "texts");
        seen.push_back(text.language);
        common = common || text.language == "en" || text.language == "ru";
        TRY(check_words(text, "texts/" + std::to_string(i) + "/"));
    }
    if (!common) return invalid("practice.languages", "texts");
    return {};
}

std::vector<std::string> empty_fields(const PracticeText& text) {
    std::vector<std::string> names;
    for (const auto& [name, field] : kPracticeFields) {
        if (trim(text.*field).empty()) names.emplace_back(name);
    }
    return names;
}

std::string joined(const std::vector<std::string>& parts) {
    std::string text;
    for (const auto& part : parts) text += (text.empty() ? "" : ", ") + part;
    return text;
}

const PracticeText& text_or_empty(const PracticeContent& practice, std::string_view language) {
    static const PracticeText none;
    const auto found = std::ranges::find(practice.texts, language, &PracticeText::language);
    return found == practice.texts.end() ? none : *found;
}

template <class T>
std::string written(const std::optional<T>& number) { return number ? std::to_string(*number) : std::string(); }

}  // namespace

Done check_practice(const PracticeContent& practice, const exchange::Membership& members, Date today) {
    TRY(check_codes(practice, members));
    TRY(check_years_and_cost(practice, today));
    return check_texts(practice);
}

Done check_complete(const PracticeContent& practice) {
    std::optional<std::pair<std::string, std::vector<std::string>>> nearest;
    for (const auto& text : practice.texts) {
        if (text.language != "en" && text.language != "ru") continue;
        auto missing = empty_fields(text);
        if (missing.empty()) return {};
        if (!nearest || missing.size() < nearest->second.size()) nearest.emplace(text.language, std::move(missing));
    }
    if (!nearest) return conflict("practice.incomplete", {{"language", "en"}, {"fields", "title"}});
    return conflict("practice.incomplete", {{"language", nearest->first}, {"fields", joined(nearest->second)}});
}

std::vector<PracticeChange> changes_between(const PracticeContent& before, const PracticeContent& after) {
    std::vector<PracticeChange> changes;
    const auto note = [&](const char* field, const std::string& was, const std::string& is, const std::string& language = "") {
        if (was != is) changes.push_back({language, field, was, is});
    };
    note("kind", before.kind, after.kind);
    note("state", before.state, after.state);
    note("topics", joined(before.topics), joined(after.topics));
    note("year_from", std::to_string(before.year_from), std::to_string(after.year_from));
    note("year_to", written(before.year_to), written(after.year_to));
    note("evidence", before.evidence, after.evidence);
    note("cost_low", written(before.cost_low), written(after.cost_low));
    note("cost_high", written(before.cost_high), written(after.cost_high));
    note("currency", before.currency, after.currency);
    note("readers", before.readers, after.readers);
    note("pictures", before.pictures, after.pictures);
    for (const std::string_view language : kLanguages) {
        const auto &was = text_or_empty(before, language), &is = text_or_empty(after, language);
        for (const auto& [name, field] : kPracticeFields) note(name, was.*field, is.*field, std::string(language));
    }
    return changes;
}

bool is_small_correction(std::string_view before, std::string_view after) {
    const auto [left, right] = std::ranges::mismatch(before, after);
    before.remove_prefix(static_cast<std::size_t>(left - before.begin()));
    after.remove_prefix(static_cast<std::size_t>(right - after.begin()));
    while (!before.empty() && !after.empty() && before.back() == after.back()) {
        before.remove_suffix(1);
        after.remove_suffix(1);
    }
    return length_of(before) <= kSmall && length_of(after) <= kSmall;
}

}  // namespace homeward::council
