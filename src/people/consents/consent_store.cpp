#include "people/consents/consent_store.h"

#include "base/json.h"
#include "people/person.h"

namespace homeward::people::consents {
namespace {

struct StoredReceiver {
    std::optional<std::string> provider;
    std::string name;
};
BOOST_DESCRIBE_STRUCT(StoredReceiver, (), (provider, name))

struct Words {
    std::string who;
    std::vector<StoredReceiver> receivers;
    std::string withheld_why, basis_why;
};
BOOST_DESCRIBE_STRUCT(Words, (), (who, receivers, withheld_why, basis_why))

vault::Place words_place(ConsentId id) { return {"consents", "words_sealed", id.str()}; }

Consent from_row(const vault::PersonKey& key, const store::Row& row, bool adult) {
    Consent consent;
    consent.id = row.get<ConsentId>(0);
    consent.person_id = row.get<PersonId>(1);
    consent.purpose = purpose_from(row.text(2)).value();
    consent.basis = row.text(3);
    consent.answer = row.text(4);
    consent.source = row.text(5);
    consent.how = row.text(6);
    consent.assent = row.text(7);
    consent.withheld = codes_in(row.text(8));
    auto words = json::read<Words>(key.open(words_place(consent.id), row.blob(9)));
    if (!words) throw std::runtime_error("a stored consent cannot be read: " + words.error().key);
    for (auto& each : words->receivers) consent.receivers.push_back({each.provider ? parse_uuid(*each.provider) : std::nullopt, std::move(each.name)});
    consent.closed = adult && consent.source == "caregiver";
    if (!consent.closed) {
        consent.who = std::move(words->who);
        consent.withheld_why = std::move(words->withheld_why);
        consent.basis_why = std::move(words->basis_why);
    }
    consent.given_on = row.get<Date>(10);
    consent.expires_on = row.get<std::optional<Date>>(11);
    consent.recorded_by = row.get<access::AccountId>(12);
    consent.recorded_at = row.get<Instant>(13);
    consent.withdrawn_on = row.get<std::optional<Date>>(14);
    if (!row.is_null(15) && !consent.closed) consent.withdrawal = key.open(withdrawal_place(consent.id), row.blob(15));
    consent.version = row.get<int>(16);
    return consent;
}

}  // namespace

vault::Place withdrawal_place(ConsentId id) { return {"consents", "withdrawal_sealed", id.str()}; }

std::string joined_codes(const std::vector<std::string>& codes) {
    std::string text;
    for (const auto& code : codes) text += (text.empty() ? "" : ",") + code;
    return text;
}

std::vector<std::string> codes_in(std::string_view text) {
    std::vector<std::string> codes;
    if (!text.empty()) {
        for (const auto part : split(text, ',')) codes.emplace_back(part);
    }
    return codes;
}

void insert_consent(access::Work& work, const vault::PersonKey& key, ConsentId id, PersonId person, const NewConsent& given) {
    Words words{given.who, {}, given.withheld_why, given.basis_why};
    for (const auto& each : given.receivers) words.receivers.push_back({each.provider ? std::optional(homeward::to_string(*each.provider)) : std::nullopt, each.name});
    work.db.run("INSERT INTO consents (id, person_id, purpose, basis, answer, source, how, assent, withheld, words_sealed, given_on, expires_on, recorded_by,"
                " recorded_at, version) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, 1)",
                id, person, name_of(given.purpose), given.basis, given.answer, given.source, given.how, given.assent, joined_codes(given.withheld),
                key.seal(words_place(id), json::write(words)), given.given_on, given.expires_on, work.actor.id, work.now);
}

std::optional<PersonId> person_of_consent(store::Connection& db, ConsentId id) {
    return db.query("SELECT person_id FROM consents WHERE id = $1", id).value<PersonId>();
}

Result<std::optional<Date>> adult_from(access::Work& work, PersonId person) { return of_age_on(TRY(person_card(work, person)).born_on); }

Result<std::vector<Consent>> consents_of(access::Work& work, PersonId person) {
    const auto adult = TRY(adult_from(work, person));
    const auto key = TRY(work.vault().key_of(work.db, person.uuid));
    std::vector<Consent> consents;
    for (const auto row : work.db.query("SELECT id, person_id, purpose, basis, answer, source, how, assent, withheld, words_sealed, given_on, expires_on,"
                                        " recorded_by, recorded_at, withdrawn_on, withdrawal_sealed, version FROM consents WHERE person_id = $1 ORDER BY id DESC",
                                        person)) {
        consents.push_back(from_row(key, row, adult && *adult <= work.today()));
    }
    return consents;
}

}  // namespace homeward::people::consents
