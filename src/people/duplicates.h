#pragma once
// Two records that may be one person. A human decides; the program only shows why it asks.

#include "people/person.h"
#include "people/register.h"

namespace homeward::people {

enum class DuplicateState { open, same, different };
std::string_view to_string(DuplicateState state);

/// reasons   names of `identity::Reason`
struct DuplicateCandidate {
    DuplicateId id;
    PersonId person_a, person_b;
    double score = 0;
    std::vector<std::string> reasons;
    DuplicateState state = DuplicateState::open;
    std::string decided_by;  ///< account id; empty while open
    std::optional<Instant> decided_at;
};

/// Notes that two records may be one person; nothing when the pair is known already.
void note_duplicate(access::Work& work, PersonId one, PersonId other, const identity::Verdict& why,
                    DuplicateState state = DuplicateState::open);

struct DuplicatePage {
    struct Item {
        DuplicateCandidate candidate;
        RegisterItem a, b;
    };
    std::vector<Item> items;
    std::optional<DuplicateId> next;
    std::size_t total = 0;
};
/// Open pairs, likeliest first, both of which the actor may read.
/// errors    forbidden; invalid `register.cursor`
Result<DuplicatePage> list_duplicates(access::Work& work, const Register& reg, std::optional<DuplicateId> after, int limit);

struct DuplicateRecords {
    DuplicateCandidate candidate;
    Person a, b;
};
/// Both records side by side; leaves a line in the log for each.
/// errors    not_found `duplicate.not_found`; forbidden; as `get_person`
Result<DuplicateRecords> read_duplicate(access::Work& work, DuplicateId id);

/// Says that two records are two people.
/// errors    not_found `duplicate.not_found`; forbidden; conflict `duplicate.decided`
Done decide_different(access::Work& work, DuplicateId id);
/// Says that two records are one person, and joins them (`merge_persons`).
///
/// keep      the record that stays; one of the two
/// errors    the same, and those of `merge_persons`; invalid `duplicate.keep`
Done decide_same(access::Work& work, Register& reg, DuplicateId id, PersonId keep);

/// Moves names and documents of `gone` to `keep`, fills what `keep` lacks, and takes `gone` out of the register. The
/// record of `gone` then points to `keep`.
///
/// errors    forbidden unless the actor may edit both; conflict `duplicate.has_case` when `gone` has a case file
///           (keep that one instead), `duplicate.both_have_cases`
Done merge_persons(access::Work& work, Register& reg, PersonId keep, PersonId gone);

}  // namespace homeward::people
