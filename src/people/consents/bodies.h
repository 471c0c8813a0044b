#pragma once
// How the API shows consents and what was shared. Only .cpp files include this: it pulls Boost.Describe.

#include "base/json.h"
#include "people/consents/recalls.h"

namespace homeward::people::consents {

struct StaffBody {
    std::string id, name;
};
BOOST_DESCRIBE_STRUCT(StaffBody, (), (id, name))

struct ReceiverBody {
    std::optional<std::string> provider_id;
    std::string name;
};
BOOST_DESCRIBE_STRUCT(ReceiverBody, (), (provider_id, name))

struct ConsentBody {
    ConsentId id;
    std::string purpose, basis, answer, state, source;
    std::optional<std::string> who;
    std::string how, assent;
    std::vector<ReceiverBody> receivers;
    std::vector<std::string> withheld;
    std::optional<std::string> withheld_why, basis_why;
    Date given_on;
    std::optional<Date> expires_on, withdrawn_on;
    std::optional<std::string> withdrawal;
    bool closed, ends_soon;
    int version;
    StaffBody recorded_by;
};
BOOST_DESCRIBE_STRUCT(ConsentBody, (), (id, purpose, basis, answer, state, source, who, how, assent, receivers, withheld, withheld_why, basis_why, given_on,
                                        expires_on, withdrawn_on, withdrawal, closed, ends_soon, version, recorded_by))

struct RecallBody {
    RecallId id;
    bool inside;
    Instant asked_at;
    std::optional<Date> sent_on;
    std::optional<std::string> answer, words;
    std::optional<Date> answered_on;
};
BOOST_DESCRIBE_STRUCT(RecallBody, (), (id, inside, asked_at, sent_on, answer, words, answered_on))

struct DisclosureBody {
    DisclosureId id;
    ConsentId consent_id;
    std::string receiver;
    std::vector<std::string> what;
    std::string about_kind, about_id;
    StaffBody made_by;
    Instant made_at;
    std::optional<RecallBody> recall;
};
BOOST_DESCRIBE_STRUCT(DisclosureBody, (), (id, consent_id, receiver, what, about_kind, about_id, made_by, made_at, recall))

/// `of_age_on`: from when a caregiver's word counts no more; with `of_age`, since when.
struct SharingBody {
    PersonId person_id;
    std::vector<ConsentBody> consents;
    std::vector<DisclosureBody> disclosures;
    std::optional<Date> of_age_on;
    bool of_age, may_write;
};
BOOST_DESCRIBE_STRUCT(SharingBody, (), (person_id, consents, disclosures, of_age_on, of_age, may_write))

struct AskedBackBody {
    RecallId id;
    std::string about_kind, about_id, number;
    std::vector<std::string> what;
    Instant shared_at, asked_at;
    std::optional<std::string> answer;
    std::optional<Date> answered_on;
};
BOOST_DESCRIBE_STRUCT(AskedBackBody, (), (id, about_kind, about_id, number, what, shared_at, asked_at, answer, answered_on))
struct AskedBackListBody {
    std::vector<AskedBackBody> items;
    std::optional<RecallId> next;
};
BOOST_DESCRIBE_STRUCT(AskedBackListBody, (), (items, next))

/// The whole page of what is shared about a person. Leaves a line in the log.
/// errors    not_found, forbidden (`read_person`)
Result<SharingBody> sharing_body(access::Work& work, PersonId person);

}  // namespace homeward::people::consents
