#pragma once
// What the nameless views of the areas say of people, by indicator.

#include <unordered_map>

#include "access/work.h"
#include "people/ids.h"
#include "statistics/definitions/count.h"

namespace homeward::apps {

/// Answers a catalogue's indicators for people who are there, by `slots`; rows of others are passed over.
///
/// persons   their answers are filled in; `arrived_on` is read, and no day at all means that it is not known
void fill_answers(access::Work& work, const statistics::Catalogue& catalogue, Date reference_date,
                  const std::unordered_map<people::PersonId, std::int32_t>& slots, std::vector<statistics::PersonFact>& persons);

}  // namespace homeward::apps
