#include <algorithm>

#include "history/history.h"
#include "people/consents/consent_store.h"
#include "people/consents/recalls.h"
#include "people/person_rules.h"
#include "people/relation.h"

namespace homeward::people::consents {
namespace {

using access::Permission;

constexpr std::string_view kBases[] = {"consent", "vital_interest", "public_interest", "legal_duty"};
constexpr std::string_view kSources[] = {"individual", "caregiver", "other"};
constexpr std::string_view kWays[] = {"spoken", "written", "thumbprint", "by_phone", "through_interpreter"};
constexpr std::string_view kAssents[] = {"yes", "no", "not_asked"};

template <class List>
bool among(const List& list, std::string_view code) {
    return std::ranges::find(list, code) != std::end(list);
}

Done short_enough(const std::string& text, std::size_t most, const std::string& field) {
    if (length_of(text) > most) return invalid("consent.text_long", field, {{"most", std::to_string(most)}});
    return {};
}

Done check_answer(const NewConsent& given) {
    if (!among(kBases, given.basis)) return invalid("consent.basis", "basis");
    const bool asked = given.basis == "consent";
    if (asked ? given.answer != "given" && given.answer != "refused" : given.answer != "not_asked") return invalid("consent.answer", "answer");
    if (!asked && trim(given.basis_why).empty()) return invalid("consent.reason_missing", "basis_why");
    if (!among(kSources, given.source)) return invalid("consent.source", "source");
    if (!among(kWays, given.how)) return invalid("consent.how", "how");
    if (!among(kAssents, given.assent)) return invalid("consent.assent", "assent");
    if (asked && given.source != "individual" && trim(given.who).empty()) return invalid("consent.who_missing", "who");
    TRY(short_enough(given.who, kLongestName, "who"));
    TRY(short_enough(given.withheld_why, kLongestWords, "withheld_why"));
    return short_enough(given.basis_why, kLongestWords, "basis_why");
}

Done check_reach(const NewConsent& given) {
    if (given.receivers.size() > kMostReceivers) return invalid("consent.receivers", "receivers", {{"most", std::to_string(kMostReceivers)}});
    for (std::size_t i = 0; i < given.receivers.size(); ++i) {
        const std::string at = "receivers/" + std::to_string(i) + "/name";
        if (trim(given.receivers[i].name).empty()) return invalid("consent.receivers", at);
        TRY(short_enough(given.receivers[i].name, kLongestName, at));
    }
    for (const auto& code : given.withheld) {
        if (!among(withholdable(), code)) return invalid("consent.withheld_unknown", "withheld");
    }
    return {};
}

Done check_days(const access::Work& work, const NewConsent& given, const std::optional<Date>& adult) {
    if (given.given_on > work.latest_today()) return invalid("consent.in_future", "given_on");
    if (given.expires_on && *given.expires_on < given.given_on) return invalid("consent.ends_before", "expires_on");
    if (given.source == "caregiver" && adult && *adult <= given.given_on) return invalid("consent.caregiver_of_adult", "source");
    return {};
}

NewConsent tidied(NewConsent given) {
    for (std::string* text : {&given.who, &given.withheld_why, &given.basis_why}) *text = tidy(*text);
    for (auto& each : given.receivers) each.name = tidy(each.name);
    std::ranges::sort(given.withheld);
    const auto twice = std::ranges::unique(given.withheld);
    given.withheld.erase(twice.begin(), twice.end());
    return given;
}

std::string names_of(const std::vector<Receiver>& receivers) {
    std::string text;
    for (const auto& each : receivers) text += (text.empty() ? "" : ", ") + each.name;
    return text;
}

}  // namespace

Result<ConsentId> record_consent(access::Work& work, PersonId person, const NewConsent& asked) {
    TRY(require_person(work.db, work.actor, Permission::write_consent, person));
    const NewConsent given = tidied(asked);
    TRY(check_answer(given));
    TRY(check_reach(given));
    TRY(check_days(work, given, TRY(adult_from(work, person))));
    const auto id = ConsentId::make(work.now);
    insert_consent(work, TRY(work.vault().key_of(work.db, person.uuid)), id, person, given);
    const std::string purpose(name_of(given.purpose));
    work.record({"consent." + given.answer, "consent", id.str(), person.str(), {{"purpose", purpose}, {"basis", given.basis}}});
    TRY(history::note(work, person.uuid, {"consent", id.str()}, {},
                      {{"purpose", purpose}, {"answer", given.answer}, {"basis", given.basis}, {"source", given.source}, {"who", given.who},
                       {"receivers", names_of(given.receivers)}, {"withheld", joined_codes(given.withheld)},
                       {"expires_on", given.expires_on ? given.expires_on->str() : ""}}));
    if (given.answer == "refused") TRY(recall_refused(work, person, given));
    return id;
}

Result<int> withdraw_consent(access::Work& work, ConsentId id, int version, Date on, const std::string& words) {
    if (opens_no_records(work.actor)) return not_found("consent.not_found");
    TRY(access::require(work.actor, Permission::write_consent));
    const auto person = person_of_consent(work.db, id);
    if (!person) return not_found("consent.not_found");
    TRY(require_person(work.db, work.actor, Permission::write_consent, *person));
    const auto all = TRY(consents_of(work, *person));
    const auto consent = std::ranges::find(all, id, &Consent::id);
    if (consent->withdrawn_on) return conflict("consent.withdrawn_already");
    if (consent->answer != "given") return conflict("consent.not_given");
    if (consent->version != version) return conflict("edit.changed_meanwhile");
    if (on > work.latest_today()) return invalid("consent.in_future", "on");
    TRY(short_enough(words, kLongestWords, "words"));
    const auto key = TRY(work.vault().key_of(work.db, person->uuid));
    work.db.run("UPDATE consents SET withdrawn_on = $2, withdrawn_by = $3, withdrawal_sealed = $4, version = version + 1 WHERE id = $1", id, on, work.actor.id,
                key.seal(withdrawal_place(id), tidy(words)));
    work.record({"consent.withdrawn", "consent", id.str(), person->str(), {{"purpose", std::string(name_of(consent->purpose))}}});
    TRY(history::note(work, person->uuid, {"consent", id.str()}, {}, {{"withdrawn_on", on.str()}}));
    return recall_all(work, *person, id);
}

}  // namespace homeward::people::consents
