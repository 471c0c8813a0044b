#include <algorithm>

#include "identity/name_key.h"
#include "people/consents/consents.h"

namespace homeward::people::consents {
namespace {

constexpr std::string_view kPurposes[] = {"services", "referral", "reporting", "tracing", "letters"};

bool speaks_of(const Consent& consent, const Receiver& receiver) {
    // Who was allowed is taken at their word; who was refused, by any name that may be theirs.
    const bool refused = consent.answer == "refused" || consent.withdrawn_on;
    return consent.receivers.empty() ||
           std::ranges::any_of(consent.receivers, [&](const auto& each) { return refused ? may_be_same_receiver(each, receiver) : same_receiver(each, receiver); });
}

/// What others said for a child ends on the day on which the person can say it.
bool outgrown(const Consent& consent, Date today, std::optional<Date> adult_from) {
    return consent.source != "individual" && consent.basis == "consent" && adult_from && consent.given_on < *adult_from && *adult_from <= today;
}

/// A later word on the same purpose that speaks of every receiver that this one names.
bool replaces(const Consent& later, const Consent& earlier) {
    if (later.purpose != earlier.purpose) return false;
    if (later.receivers.empty()) return true;
    return !earlier.receivers.empty() && std::ranges::all_of(earlier.receivers, [&](const auto& each) { return speaks_of(later, each); });
}

std::string state_alone(const Consent& consent, Date today, std::optional<Date> adult_from) {
    if (consent.withdrawn_on) return "withdrawn";
    if (consent.answer == "refused") return outgrown(consent, today, adult_from) ? "of_age" : "refused";
    if (consent.expires_on && *consent.expires_on < today) return "expired";
    return outgrown(consent, today, adult_from) ? "of_age" : consent.answer;
}

}  // namespace

std::string_view name_of(Purpose purpose) { return kPurposes[static_cast<std::size_t>(purpose)]; }

std::optional<Purpose> purpose_from(std::string_view name) {
    const auto found = std::ranges::find(kPurposes, name);
    if (found == std::end(kPurposes)) return std::nullopt;
    return static_cast<Purpose>(found - std::begin(kPurposes));
}

const std::vector<std::string_view>& withholdable() {
    static const std::vector<std::string_view> codes{"origin", "address", "family", "health", "psychosocial", "education", "documents", "livelihood"};
    return codes;
}

bool Permit::withholds(std::string_view what) const { return std::ranges::find(withheld, what) != withheld.end(); }

bool same_receiver(const Receiver& a, const Receiver& b) {
    if (a.provider && b.provider) return *a.provider == *b.provider;
    return !a.provider && !b.provider && identity::fold(a.name) == identity::fold(b.name);
}

bool may_be_same_receiver(const Receiver& a, const Receiver& b) {
    if (a.provider && b.provider) return *a.provider == *b.provider;
    return identity::fold(a.name) == identity::fold(b.name);
}

std::optional<Date> of_age_on(const std::optional<PartialDate>& born_on) {
    if (!born_on) return std::nullopt;
    // A day before it can be at the earliest, and on from there as `age_on` counts.
    Date day = Date{born_on->year + kAdult, born_on->month ? born_on->month : 6, 1}.plus_days(-1);
    if (born_on->day) day = day.plus_days(born_on->day - 1);
    while (age_on(*born_on, day) < kAdult) day = day.plus_days(1);
    return day;
}

std::string state_of(const Consent& consent, const std::vector<Consent>& newest_first, Date today, std::optional<Date> adult_from) {
    const std::string alone = state_alone(consent, today, adult_from);
    if (alone == "withdrawn") return alone;
    for (const auto& later : newest_first) {
        if (later.id == consent.id) break;
        if (!later.withdrawn_on && replaces(later, consent)) return "replaced";
    }
    return alone;
}

Result<Permit> decide(const std::vector<Consent>& newest_first, Purpose purpose, const Receiver& receiver, Date today, std::optional<Date> adult_from) {
    const auto no = [&](const char* key) { return conflict(key, {{"purpose", std::string(name_of(purpose))}}); };
    bool of_others = false;
    for (const auto& consent : newest_first) {
        if (consent.purpose != purpose) continue;
        if (!speaks_of(consent, receiver)) {
            of_others = true;
            continue;
        }
        const std::string state = state_alone(consent, today, adult_from);
        if (state == "given" || state == "not_asked") return Permit{consent.id, consent.basis, consent.withheld};
        return no(("consent." + state).c_str());
    }
    return no(of_others ? "consent.not_for_receiver" : "consent.missing");
}

}  // namespace homeward::people::consents
