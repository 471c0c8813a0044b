#include "people/consents/bodies.h"

#include "access/accounts.h"
#include "people/consents/consent_store.h"
#include "people/relation.h"

namespace homeward::people::consents {
namespace {

using access::Permission;
using access::Work;

StaffBody staff(Work& work, access::AccountId id) {
    const auto account = access::get_account(work.db, id);
    return {id.str(), account ? account->name : std::string()};
}

std::optional<std::string> if_any(const std::string& text) { return text.empty() ? std::nullopt : std::optional(text); }

ConsentBody consent_body(Work& work, const Consent& consent, const std::vector<Consent>& all, const std::optional<Date>& adult) {
    const std::string state = state_of(consent, all, work.today(), adult);
    ConsentBody body{consent.id, std::string(name_of(consent.purpose)), consent.basis, consent.answer, state, consent.source, if_any(consent.who), consent.how,
                     consent.assent, {}, consent.withheld, if_any(consent.withheld_why), if_any(consent.basis_why), consent.given_on, consent.expires_on,
                     consent.withdrawn_on, if_any(consent.withdrawal), consent.closed, false, consent.version, staff(work, consent.recorded_by)};
    for (const auto& each : consent.receivers) body.receivers.push_back({each.provider ? std::optional(homeward::to_string(*each.provider)) : std::nullopt, each.name});
    const bool stands = state == "given" || state == "not_asked";
    body.ends_soon = stands && consent.expires_on && *consent.expires_on <= work.today().plus_days(kExpiresSoonDays);
    return body;
}

DisclosureBody disclosure_body(Work& work, const Disclosure& each) {
    DisclosureBody body{each.id, each.consent_id, each.receiver, each.what, each.about.kind, each.about.id, staff(work, each.made_by), each.made_at, {}};
    if (each.recall) {
        body.recall = RecallBody{each.recall->id, each.recall->inside, each.recall->asked_at, each.recall->sent_on, if_any(each.recall->answer),
                                 if_any(each.recall->words), each.recall->answered_on};
    }
    return body;
}

}  // namespace

Result<SharingBody> sharing_body(Work& work, PersonId person) {
    TRY(require_person(work.db, work.actor, Permission::read_person, person));
    const auto all = TRY(consents_of(work, person));
    const auto adult = TRY(adult_from(work, person));
    SharingBody body{person, {}, {}, adult, adult && *adult <= work.today(), access::may(work.actor, Permission::write_consent, TRY(relation_of(work.db, person)))};
    for (const auto& consent : all) body.consents.push_back(consent_body(work, consent, all, adult));
    for (const auto& each : TRY(disclosures_of(work, person))) body.disclosures.push_back(disclosure_body(work, each));
    work.record({"consents.read", "person", person.str(), person.str()});
    return body;
}

}  // namespace homeward::people::consents
