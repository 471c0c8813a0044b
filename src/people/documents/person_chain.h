#pragma once
// One person in the chain of documents.

#include "people/documents/kinship.h"
#include "people/documents/nationality.h"
#include "people/documents/requests.h"
#include "people/tasks.h"

namespace homeward::people::documents {

/// Everything that the page of a person's documents shows.
struct PersonChain {
    Person person;
    std::optional<int> age;
    std::vector<Standing> steps;
    std::vector<DocumentRequest> requests;
    std::vector<NationalityRecord> nationality;
    std::vector<KinshipRecord> kinship;
};

/// Leaves a line in the log.
/// errors    not_found, forbidden (`read_person`)
Result<PersonChain> read_chain(access::Work& work, const Chain& chain, PersonId person);

/// Notes that what the chain leads to was reached, or takes that back with no day.
/// errors    forbidden; invalid `chain.not_marked`, `chain.in_future`
Done mark_reached(access::Work& work, const Chain& chain, PersonId person, const std::string& step, std::optional<Date> on);

/// Marks what a delivered service reaches: school by an enrolment, a home by housing. A mark that stands stays. Whoever calls has
/// asked whether the reader may deliver it.
Done reached_by_service(access::Work& work, PersonId person, std::string_view service, Date on);

constexpr int kAnswerWithinDays = 3;    ///< of a question of the registry, or its refusal
constexpr int kLegalAidWithinDays = 7;  ///< of the fear of statelessness

/// What waits for the actor in the papers of those in their care: ask_legal_aid, bring_to_registry, registry_refused.
std::vector<PersonTask> tasks_of(access::Work& work);

}  // namespace homeward::people::documents
