#pragma once
// Finds the few people worth comparing with a new description, so that nobody compares with everybody.

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "identity/name_index.h"
#include "identity/person_likeness.h"

namespace homeward::identity {

/// People by what duplicates share. The caller locks.
///
/// A candidate shares at least one of: a document number; family and given name (their skeletons, in either order)
/// with birth years at most `most_years_apart` apart or unknown; one of the two with the whole birth date.
/// What `compare` then calls different it calls so for its reasons.
class DuplicateIndex {
public:
    static constexpr int most_years_apart = 3;

    /// Sets what is known of a person, replacing what was there.
    ///
    /// documents  numbers as written; those without a digit are no numbers
    void add(Slot slot, const Description& person, std::span<const std::string> documents = {});
    /// Forgets a person. No error when the slot is empty.
    void remove(Slot slot);

    /// The people worth comparing, by slot, each once. Holds the person's own slot if it was added.
    std::vector<Slot> candidates(const Description& person, std::span<const std::string> documents = {}) const;

    std::size_t memory_bytes() const;

private:
    using Place = std::uint32_t;  ///< into nodes_, plus one; 0 is none
    struct Node {
        std::uint32_t key = 0;
        Slot slot = 0;
        Place next = 0;           ///< of the same bucket
        Place sibling = 0;        ///< of the same person; of the free list when unused
    };
    struct Person {
        Place first = 0;
        std::int16_t year = 0;    ///< of birth; 0 when not known
    };

    void insert(std::uint32_t key, Slot slot);
    void unlink(Place place);
    void grow();
    template <class Visit>
    void each_with(std::uint32_t key, Visit visit) const;

    std::vector<Node> nodes_;
    std::vector<Place> buckets_;  ///< a power of two of them
    std::vector<Person> people_;  ///< by slot
    Place free_ = 0;
};

}  // namespace homeward::identity
