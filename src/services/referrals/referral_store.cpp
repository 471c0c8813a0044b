#include "services/referrals/referral_store.h"

#include "base/json.h"
#include "history/history.h"
#include "people/consents/sharing.h"
#include "services/catalogue/terms.h"

namespace homeward::services {

std::string referral_columns() {
    return "SELECT r.id, r.order_id, r.case_id, r.person_id, r.service, r.provider_id, p.name, r.way, r.state, r.content_sealed, r.sent_by, r.sent_at,"
           " r.handed_over_on, r.reason, r.result, r.answer_sealed, r.answered_at, r.revoked_at, r.version FROM referrals r JOIN providers p ON p.id = r.provider_id ";
}

Result<Referral> referral_from(access::Work& work, const store::Row& row) {
    Referral referral{row.get<ReferralId>(0), row.get<OrderId>(1), row.get<casework::CaseId>(2), row.get<people::PersonId>(3), std::string(row.text(4)),
                      row.get<ProviderId>(5), std::string(row.text(6)), std::string(row.text(7)), std::string(row.text(8)), {}, row.get<access::AccountId>(10),
                      row.get<Instant>(11), row.get<std::optional<Date>>(12), row.get<std::optional<std::string>>(13), row.get<std::optional<std::string>>(14),
                      {}, row.get<std::optional<Instant>>(16), row.get<std::optional<Instant>>(17), row.get<int>(18)};
    const auto key = TRY(work.vault().key_of(work.db, referral.person_id.uuid));
    referral.content = json::read<ReferralContent>(key.open({"referrals", "content_sealed", referral.id.str()}, row.blob(9))).value();
    if (!row.blob(15).empty()) referral.words = key.open({"referrals", "answer_sealed", referral.id.str()}, row.blob(15));
    if (referral.state != "revoked" && people::consents::called_back(work.db, {"referral", referral.id.str()})) referral.state = "withdrawn";
    return referral;
}

Result<Referral> get_referral(access::Work& work, ReferralId id) {
    auto query = work.db.query(referral_columns() + "WHERE r.id = $1", id);
    if (!query.next()) return not_found("referral.not_found");
    return referral_from(work, query.row());
}

Referral for_receiver(Referral referral) {
    if (referral.state != "revoked" && referral.state != "withdrawn") return referral;
    referral.content.clear();
    referral.words.clear();
    referral.reason.reset();
    referral.result.reset();
    return referral;
}

std::string_view told_by(std::string_view field, std::string_view service) {
    if (field == "name" || field == "born_on" || field == "age") return "identity";
    if (field == "phone") return "address";
    if (field == "class_level") return "education";
    if (field == "skills" || field == "purpose") return "livelihood";
    if (field == "household_size") return "family";
    if (field == "worker" || field == "worker_contact") return {};
    if (field != "asked_for") return "needs";
    return service == "medical_care" ? "health" : service == "psychosocial_support" ? "psychosocial" : service == "documents_civil_rights" ? "documents" : "needs";
}

Done note_referral(access::Work& work, const Referral& referral, std::string_view state, const std::string& words) {
    const auto compartment = is_grant(referral.service) ? history::Compartment::grants : history::Compartment::record;
    return history::note(work, referral.person_id.uuid, {"referral", referral.id.str(), compartment}, {{"state", referral.state}},
                         {{"state", std::string(state)}, {"words", words}});
}

}  // namespace homeward::services
