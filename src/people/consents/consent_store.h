#pragma once

#include "people/consents/consents.h"

namespace homeward::people::consents {

inline constexpr std::size_t kLongestWords = 2000, kLongestName = 300, kMostReceivers = 20;

void insert_consent(access::Work& work, const vault::PersonKey& key, ConsentId id, PersonId person, const NewConsent& given);
vault::Place withdrawal_place(ConsentId id);
/// The one, or nothing.
std::optional<PersonId> person_of_consent(store::Connection& db, ConsentId id);
std::string joined_codes(const std::vector<std::string>& codes);
std::vector<std::string> codes_in(std::string_view text);
/// The birth date decides when a caregiver's word ends.
Result<std::optional<Date>> adult_from(access::Work& work, PersonId person);

}  // namespace homeward::people::consents
