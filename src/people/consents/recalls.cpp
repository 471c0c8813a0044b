#include "people/consents/recalls.h"

#include <algorithm>

#include "history/history.h"
#include "people/consents/consent_store.h"
#include "people/person_rules.h"
#include "people/relation.h"

namespace homeward::people::consents {
namespace {

using access::Permission;

vault::Place answer_place(RecallId id) { return {"recalls", "answer_sealed", id.str()}; }

int ask_back(access::Work& work, const std::vector<Disclosure>& disclosures) {
    for (const auto& each : disclosures) {
        const auto id = RecallId::make(work.now);
        work.db.run("INSERT INTO recalls (id, disclosure_id, person_id, provider_id, about_kind, about_id, asked_by, asked_at)"
                    " SELECT $2, d.id, d.person_id, d.provider_id, d.about_kind, d.about_id, $3, $4 FROM disclosures d WHERE d.id = $1",
                    each.id, id, work.actor.id, work.now);
        work.record({"recall.asked", "recall", id.str(), each.person_id.str(), {{"disclosure", each.id.str()}}});
    }
    return static_cast<int>(disclosures.size());
}

constexpr std::string_view kColumns =
    "SELECT d.id, d.person_id, d.consent_id, d.receiver_sealed, d.what, d.about_kind, d.about_id, d.made_by, d.made_at, d.provider_id,"
    " r.id, r.asked_at, r.sent_on, r.answer, r.answered_on, r.answer_sealed FROM disclosures d LEFT JOIN recalls r ON r.disclosure_id = d.id ";

Disclosure from_row(const vault::PersonKey& key, const store::Row& row) {
    Disclosure disclosure{row.get<DisclosureId>(0), row.get<PersonId>(1), row.get<ConsentId>(2), {}, codes_in(row.text(4)),
                          {std::string(row.text(5)), std::string(row.text(6))}, row.get<access::AccountId>(7), row.get<Instant>(8), {}};
    disclosure.receiver = key.open({"disclosures", "receiver_sealed", disclosure.id.str()}, row.blob(3));
    if (row.is_null(10)) return disclosure;
    Recall recall{row.get<RecallId>(10), !row.is_null(9), row.get<Instant>(11), row.get<std::optional<Date>>(12), std::string(row.text(13)), {},
                  row.get<std::optional<Date>>(14)};
    if (!row.is_null(15)) recall.words = key.open(answer_place(recall.id), row.blob(15));
    disclosure.recall = std::move(recall);
    return disclosure;
}

bool of_provider(const access::Actor& actor, const std::optional<std::string>& provider) {
    return may(actor, Permission::answer_referral) && !actor.member.empty() && provider == actor.member;
}

/// Whoever may answer: the body itself, or for one outside those who work with the person.
Done require_answering(access::Work& work, RecallId id) {
    auto query = work.db.query("SELECT person_id, provider_id, answer FROM recalls WHERE id = $1", id);
    if (!query.next()) return not_found("recall.not_found");
    const auto provider = query.row().get<std::optional<std::string>>(1);
    if (!of_provider(work.actor, provider)) {
        // Of other bodies' nobody there learns that they exist.
        if (!may(work.actor, Permission::write_consent)) return not_found("recall.not_found");
        TRY(require_person(work.db, work.actor, Permission::write_consent, query.row().get<PersonId>(0)));
        if (provider) return conflict("recall.inside");
    }
    return query.row().is_null(2) ? Done() : conflict("recall.answered");
}

}  // namespace

Result<std::vector<Disclosure>> disclosures_of(access::Work& work, PersonId person) {
    const auto key = TRY(work.vault().key_of(work.db, person.uuid));
    std::vector<Disclosure> disclosures;
    for (const auto row : work.db.query(std::string(kColumns) + "WHERE d.person_id = $1 ORDER BY d.id DESC", person)) disclosures.push_back(from_row(key, row));
    return disclosures;
}

Result<int> recall_all(access::Work& work, PersonId person, ConsentId consent) {
    auto shared = TRY(disclosures_of(work, person));
    std::erase_if(shared, [&](const Disclosure& each) { return each.recall || each.consent_id != consent; });
    return ask_back(work, shared);
}

Result<int> recall_refused(access::Work& work, PersonId person, const NewConsent& refusal) {
    std::vector<ConsentId> of_purpose;
    for (const auto& consent : TRY(consents_of(work, person))) {
        if (consent.purpose == refusal.purpose && consent.basis == "consent") of_purpose.push_back(consent.id);
    }
    auto shared = TRY(disclosures_of(work, person));
    std::erase_if(shared, [&](const Disclosure& each) {
        if (each.recall || std::ranges::find(of_purpose, each.consent_id) == of_purpose.end()) return true;
        const auto named = work.db.query("SELECT provider_id FROM disclosures WHERE id = $1", each.id).value<std::optional<std::string>>();
        const Receiver receiver{named && *named ? parse_uuid(**named) : std::nullopt, each.receiver};
        return !refusal.receivers.empty() && std::ranges::none_of(refusal.receivers, [&](const auto& other) { return may_be_same_receiver(other, receiver); });
    });
    return ask_back(work, shared);
}

Result<Disclosure> require_recall(access::Work& work, RecallId id) {
    if (opens_no_records(work.actor)) return not_found("recall.not_found");
    TRY(access::require(work.actor, Permission::write_consent));
    const auto person = work.db.query("SELECT person_id FROM recalls WHERE id = $1", id).value<PersonId>();
    if (!person) return not_found("recall.not_found");
    TRY(require_person(work.db, work.actor, Permission::write_consent, *person));
    const auto key = TRY(work.vault().key_of(work.db, person->uuid));
    auto query = work.db.query(std::string(kColumns) + "WHERE r.id = $1", id);
    query.next();
    return from_row(key, query.row());
}

Done note_sent(access::Work& work, RecallId id, Date on) {
    const auto disclosure = TRY(require_recall(work, id));
    if (disclosure.recall->inside) return conflict("recall.inside");
    if (!disclosure.recall->answer.empty()) return conflict("recall.answered");
    if (on > work.latest_today()) return invalid("consent.in_future", "on");
    work.db.run("UPDATE recalls SET sent_on = $2, sent_by = $3 WHERE id = $1", id, on, work.actor.id);
    work.record({"recall.sent", "recall", id.str(), disclosure.person_id.str(), {{"on", on.str()}}});
    return history::note(work, disclosure.person_id.uuid, {"recall", id.str()}, {}, {{"sent_on", on.str()}});
}

Done answer_recall(access::Work& work, RecallId id, const std::string& answer, const std::string& words) {
    TRY(require_answering(work, id));
    if (answer != "returned" && answer != "destroyed" && answer != "kept_by_law") return invalid("recall.answer", "answer");
    if (answer == "kept_by_law" && trim(words).empty()) return invalid("recall.words_missing", "words");
    if (length_of(words) > kLongestWords) return invalid("consent.text_long", "words", {{"most", std::to_string(kLongestWords)}});
    const auto person = work.db.query("SELECT person_id FROM recalls WHERE id = $1", id).value<PersonId>().value();
    const auto key = TRY(work.vault().key_of(work.db, person.uuid));
    work.db.run("UPDATE recalls SET answer = $2, answered_on = $3, answered_by = $4, answer_sealed = $5 WHERE id = $1", id, answer, work.today(), work.actor.id,
                key.seal(answer_place(id), tidy(words)));
    work.record({"recall.answered", "recall", id.str(), person.str(), {{"answer", answer}}});
    return history::note(work, person.uuid, {"recall", id.str()}, {}, {{"answer", answer}});
}

Result<AskedBackPage> asked_back_of(access::Work& work, std::optional<RecallId> after, int limit) {
    TRY(access::require(work.actor, Permission::answer_referral));
    AskedBackPage page;
    if (work.actor.member.empty()) return page;
    for (const auto row : work.db.query("SELECT r.id, r.about_kind, r.about_id, d.id, d.what, d.made_at, r.asked_at, r.answer, r.answered_on FROM recalls r"
                                        " JOIN disclosures d ON d.id = r.disclosure_id WHERE r.provider_id = $1 AND ($2 = '' OR r.id < $2)"
                                        " ORDER BY r.id DESC LIMIT $3", work.actor.member, after ? after->str() : "", limit + 1)) {
        if (static_cast<int>(page.items.size()) == limit) {
            page.next = page.items.back().id;
            break;
        }
        page.items.push_back({row.get<RecallId>(0), {std::string(row.text(1)), std::string(row.text(2))}, std::string(row.text(3).substr(24)), codes_in(row.text(4)),
                              row.get<Instant>(5), row.get<Instant>(6), std::string(row.text(7)), row.get<std::optional<Date>>(8)});
    }
    return page;
}

}  // namespace homeward::people::consents
