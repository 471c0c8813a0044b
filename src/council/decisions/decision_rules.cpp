#include "council/decisions/decision_rules.h"

#include <algorithm>

#include "base/languages.h"
#include "council/members/membership.h"
#include "council/text_rules.h"

namespace homeward::council {
Result<std::vector<std::string>> agreed_languages(const std::vector<std::string>& given) {
    for (const auto& language : given) {
        if (!is_language(language)) return invalid("decision.language", "languages");
    }
    std::vector<std::string> agreed;
    for (const auto language : kLanguages) {
        if (std::ranges::find(given, language) != given.end()) agreed.emplace_back(language);
    }
    if (agreed.empty()) return invalid("decision.languages", "languages");
    return agreed;
}

Done check_draft(const DecisionDraft& draft) {
    const auto agreed = TRY(agreed_languages(draft.languages));
    TRY(check_text(draft.title, 300, "title"));
    TRY(check_optional_text(draft.commitment_id, 100, "commitment_id"));
    for (const auto& [language, text] : draft.texts) {
        const std::string field = "texts/" + language;
        if (std::ranges::find(agreed, language) == agreed.end()) return invalid("decision.language", field);
        TRY(check_optional_text(text, kLongestDecision, field.c_str()));
    }
    return {};
}

Done check_complete(const std::vector<std::string>& languages, const Texts& texts) {
    for (const auto& language : languages) {
        const auto text = texts.find(language);
        if (text == texts.end() || trim(text->second).empty()) return invalid("decision.language_missing", "texts/" + language, {{"language", language}});
    }
    return {};
}

Done require_to_speak_for_state(const access::Actor& actor, const exchange::Exchange& exchange) {
    TRY(access::require(actor, access::Permission::speak_for_member));
    if (!speaks_for_state(actor, exchange)) return forbidden("decision.not_a_state");
    return {};
}

Done check_silence(Date today, Date ends_on, int least_days) {
    if (ends_on < today.plus_days(least_days)) return invalid("decision.silence_short", "ends_on", {{"days", std::to_string(least_days)}});
    return {};
}

}  // namespace homeward::council
