#include "history/history.h"
#include "people/consents/consent_store.h"
#include "people/consents/recalls.h"
#include "people/person.h"
#include "people/person_rules.h"

namespace homeward::people::consents {

Result<Permit> require_sharing(access::Work& work, PersonId person, Purpose purpose, const Receiver& receiver) {
    return decide(TRY(consents_of(work, person)), purpose, receiver, work.today(), TRY(adult_from(work, person)));
}

Result<Shared> share(access::Work& work, PersonId person, Purpose purpose, const Receiver& receiver, const About& about, const std::vector<std::string>& what) {
    Shared shared{TRY(require_sharing(work, person, purpose, receiver)), DisclosureId::make(work.now)};
    for (const auto& each : what) {
        if (shared.permit.withholds(each)) return invalid("consent.withheld", "what", {{"what", each}});
    }
    const auto key = TRY(work.vault().key_of(work.db, person.uuid));
    const auto provider = receiver.provider ? std::optional(homeward::to_string(*receiver.provider)) : std::nullopt;
    work.db.run("INSERT INTO disclosures (id, person_id, consent_id, provider_id, receiver_sealed, what, about_kind, about_id, made_by, made_at)"
                " VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)",
                shared.disclosure, person, shared.permit.consent, provider,
                key.seal({"disclosures", "receiver_sealed", shared.disclosure.str()}, tidy(receiver.name)), joined_codes(what), about.kind, about.id,
                work.actor.id, work.now);
    work.record({"person.shared", "disclosure", shared.disclosure.str(), person.str(), {{"purpose", std::string(name_of(purpose))}, {"by", about.kind}}});
    return shared;
}

bool called_back(store::Connection& db, const About& about) {
    return db.query("SELECT 1 FROM recalls WHERE about_kind = $1 AND about_id = $2", about.kind, about.id).next();
}

}  // namespace homeward::people::consents
