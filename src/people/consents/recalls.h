#pragma once
// What was shared, and how it is called back.

#include "people/consents/consents.h"

namespace homeward::people::consents {

struct RecallTag;
using RecallId = Id<RecallTag>;

/// A receiver that was asked to give back or destroy what it has.
///
/// inside   it works with this system and finds the request in its list; another gets a letter
/// answer   returned, destroyed, kept_by_law; empty until it is known
struct Recall {
    RecallId id;
    bool inside = false;
    Instant asked_at;
    std::optional<Date> sent_on;
    std::string answer, words;
    std::optional<Date> answered_on;
};

struct Disclosure {
    DisclosureId id;
    PersonId person_id;
    ConsentId consent_id;
    std::string receiver;
    std::vector<std::string> what;
    About about;
    access::AccountId made_by;
    Instant made_at;
    std::optional<Recall> recall;
};

/// Asks every receiver of what was shared under a consent.
/// returns   how many
Result<int> recall_all(access::Work& work, PersonId person, ConsentId consent);
/// Asks those of whom a refusal speaks.
Result<int> recall_refused(access::Work& work, PersonId person, const NewConsent& refusal);

/// A person's, the newest first. Asks no permission.
Result<std::vector<Disclosure>> disclosures_of(access::Work& work, PersonId person);
/// One that is called back, for who works with the person.
/// errors    not_found, forbidden
Result<Disclosure> require_recall(access::Work& work, RecallId id);

/// Notes that the letter went out.
/// errors    as `require_recall`; conflict `recall.answered`, `recall.inside`; invalid `consent.in_future`
Done note_sent(access::Work& work, RecallId id, Date on);
/// Notes what a receiver answered: the receiver itself, or for one outside the worker.
/// errors    not_found; forbidden; conflict `recall.answered`, `recall.inside`; invalid `recall.answer`, `recall.words_missing`
///           where a law is not named, `consent.text_long`
Done answer_recall(access::Work& work, RecallId id, const std::string& answer, const std::string& words);

/// What a receiver who works here is asked to give back; of the person it says nothing.
struct AskedBack {
    RecallId id;
    About about;
    std::string number;  ///< as in a letter: the last part of the disclosure's id
    std::vector<std::string> what;
    Instant shared_at, asked_at;
    std::string answer;
    std::optional<Date> answered_on;
};
struct AskedBackPage {
    std::vector<AskedBack> items;
    std::optional<RecallId> next;
};
/// Those of the actor's own body, the newest first.
/// errors    forbidden
Result<AskedBackPage> asked_back_of(access::Work& work, std::optional<RecallId> after, int limit);

}  // namespace homeward::people::consents
