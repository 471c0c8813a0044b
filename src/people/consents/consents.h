#pragma once
// Consent asked for, given, refused, expiring, withdrawn; and what becomes of what was shared under it.

#include <optional>
#include <string>
#include <vector>

#include "base/date.h"
#include "people/consents/sharing.h"
#include "people/tasks.h"

namespace homeward::people::consents {

std::string_view name_of(Purpose purpose);
std::optional<Purpose> purpose_from(std::string_view name);

/// What was asked and answered.
///
/// purpose          what the sharing is for
/// basis            consent; or vital_interest, public_interest, legal_duty with the reason, and then nobody was asked
/// answer           given, refused; not_asked on a basis that is not consent
/// source, who      who answered: individual, caregiver, other; of the latter two their name and what they are to the person
/// how              spoken, written, thumbprint, by_phone, through_interpreter
/// assent           what the child said where a caregiver answered: yes, no, not_asked
/// receivers        to whom; none: whoever it is needed for
/// withheld, why    what is to be kept back, codes of `withholdable()`, and why
/// expires_on       the last day; none: until it is withdrawn
/// source    CPIMS+ consent fields; ICRC Handbook on Data Protection in Humanitarian Action (2nd edition, 2020), legal bases
struct NewConsent {
    Purpose purpose = Purpose::services;
    std::string basis = "consent", answer, source, who, how, assent = "not_asked";
    std::vector<Receiver> receivers;
    std::vector<std::string> withheld;
    std::string withheld_why, basis_why;
    Date given_on;
    std::optional<Date> expires_on;
};

/// closed   a caregiver's, of a person who is of age by now: who spoke and why is not opened any more
struct Consent : NewConsent {
    ConsentId id;
    PersonId person_id;
    access::AccountId recorded_by;
    Instant recorded_at;
    std::optional<Date> withdrawn_on;
    std::string withdrawal;
    int version = 1;
    bool closed = false;
};

/// Writes down what was asked and answered. A refusal also calls back what its receivers have for that purpose.
/// It changes nothing in what help the person gets.
///
/// errors    forbidden; not_found; invalid `consent.purpose`, `consent.basis`, `consent.answer`, `consent.source`, `consent.how`,
///           `consent.assent`, `consent.who_missing`, `consent.reason_missing`, `consent.withheld_unknown`, `consent.in_future`,
///           `consent.ends_before`, `consent.caregiver_of_adult`, `consent.text_long`, `consent.receivers`
Result<ConsentId> record_consent(access::Work& work, PersonId person, const NewConsent& given);

/// Withdraws a consent from a day on; every receiver is asked to give back or destroy what it has.
/// returns   how many receivers are asked
/// errors    forbidden; not_found; conflict `consent.not_given`, `consent.withdrawn_already`, `edit.changed_meanwhile`;
///           invalid `consent.in_future`, `consent.text_long`
Result<int> withdraw_consent(access::Work& work, ConsentId id, int version, Date on, const std::string& words);

/// All of a person's, the newest first. Asks no permission.
Result<std::vector<Consent>> consents_of(access::Work& work, PersonId person);

/// How a consent stands: given, refused, not_asked, expired, withdrawn, of_age; replaced when a later one speaks of the same.
std::string state_of(const Consent& consent, const std::vector<Consent>& newest_first, Date today, std::optional<Date> of_age_on);
/// The rule of `require_sharing`. No database.
Result<Permit> decide(const std::vector<Consent>& newest_first, Purpose purpose, const Receiver& receiver, Date today, std::optional<Date> of_age_on);
/// The day from which a person is 18, as `age_on` counts; nothing when no birth date is known.
std::optional<Date> of_age_on(const std::optional<PartialDate>& born_on);
bool same_receiver(const Receiver& a, const Receiver& b);
/// The same, or one that goes by its name: a school that works with this system also gets paper. So a refusal is read.
bool may_be_same_receiver(const Receiver& a, const Receiver& b);

constexpr int kAdult = 18;
constexpr int kExpiresSoonDays = 30;   ///< before the last day the worker is told
constexpr int kTakeAgainWithinDays = 14;  ///< of the day of coming of age

/// What waits for the actor: consent_expires, consent_of_age, recall_letter, recall_answer.
std::vector<PersonTask> tasks_of(access::Work& work);

}  // namespace homeward::people::consents
