#pragma once
// What a provider is told so that it can give a service, and what it answers. It sees the fields of the service's terms
// and nothing else: never where somebody came back from, how, or what their family lived through.

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "casework/case_file.h"
#include "services/ids.h"

namespace homeward::services {

/// Field of `referral_fields()` (and `worker_contact` beside `worker`) to what it says.
using ReferralContent = std::map<std::string, std::string>;

/// way      inside: the provider's staff read it here; slip: on paper, handed to the body by us; carried: on paper, by
///          the person, who shows it to whom they like; nameless: on paper, naming nobody
/// state    sent, accepted, refused, done, revoked; withdrawn when the person's consent was taken back
/// content  empty for the receiver of one that is revoked or withdrawn
/// reason   of a refusal: no_place, not_for_us, documents_missing, did_not_come, other
/// result   given, given_in_part, did_not_come, ended_early
struct Referral {
    ReferralId id;
    OrderId order_id;
    casework::CaseId case_id;
    people::PersonId person_id;
    std::string service;
    ProviderId provider_id;
    std::string provider_name;
    std::string way, state;
    ReferralContent content;
    access::AccountId sent_by;
    Instant sent_at;
    std::optional<Date> handed_over_on;
    std::optional<std::string> reason, result;
    std::string words;  ///< the provider's
    std::optional<Instant> answered_at, revoked_at;
    int version = 1;
};

/// What a referral of this order would hold, and whether it may be shared.
///
/// known      what the record says already
/// to_write   fields that the sender fills in
/// inside     the provider's staff have accounts
/// consent    empty when sharing is allowed; otherwise the key of why not. Help never waits for it: `carried` and
///            `nameless` need no consent
struct ReferralDraft {
    std::string service, provider_name;
    ReferralContent known;
    std::vector<std::string> to_write, withheld;
    bool inside = false;
    std::string consent;
};
/// errors    not_found, forbidden (`refer`); conflict `referral.not_ordered`
Result<ReferralDraft> draft_referral(access::Work& work, OrderId order);

/// Sends it. Ways `inside` and `slip` ask for consent first and are kept as a disclosure.
/// words     what the sender filled in
/// errors    those of the draft; conflict `referral.exists`, `referral.provider_not_here`, those of `require_sharing`;
///           invalid `referral.way`, `referral.field` (not one of this service), `referral.text_long`; `referral.word` and
///           `referral.says_origin` (param `word`) for what puts a label on somebody or tells where they came back from
Result<ReferralId> send_referral(access::Work& work, OrderId order, const std::string& way, ReferralContent words);

/// Takes it back: from now on the receiver sees that it was, and no more of it.
/// errors    conflict `referral.revoked`, `edit.changed_meanwhile`
Done revoke_referral(access::Work& work, ReferralId id, int version);
/// Notes that paper was handed over.
/// errors    conflict `referral.not_paper`, `referral.revoked`, `edit.changed_meanwhile`; invalid `referral.in_the_future`
Done note_handed_over(access::Work& work, ReferralId id, int version, Date on);

/// answer   accept; refuse with a reason; done with a result
struct ReferralAnswer {
    std::string answer, code, words;
};
/// The provider's staff answer one that was sent here; the sender notes the answer to paper.
/// errors    not_found for another body's; conflict `referral.answered`, `referral.not_accepted`, `referral.revoked`,
///           `referral.withdrawn`, `edit.changed_meanwhile`; invalid `referral.answer`, `referral.reason`, `referral.result`
Done answer_referral(access::Work& work, ReferralId id, int version, const ReferralAnswer& answer);

/// Of a case file, newest first, for who may refer.
Result<std::vector<Referral>> referrals_of(access::Work& work, casework::CaseId file);
/// One, for who may refer. Leaves no line in the log.
Result<Referral> sent_referral(access::Work& work, ReferralId id);

/// One of the actor's own body. Leaves a line in the log.
/// errors    not_found for anybody else's
Result<Referral> received_referral(access::Work& work, ReferralId id);
struct ReferralPage {
    std::vector<Referral> items;
    std::optional<ReferralId> next;
};
/// Those of the actor's own body, newest first; `open` leaves out what is over. Leaves one line in the log.
/// errors    forbidden
Result<ReferralPage> received_referrals(access::Work& work, bool open, std::optional<ReferralId> after, int limit);

}  // namespace homeward::services
