#pragma once
// Finds the few people worth comparing with a new description, so that nobody compares with everybody.

#include <cstdint>
#include <span>
#include <string>
#include <unordered_map>
#include <vector>

#include "identity/name_index.h"
#include "identity/person_likeness.h"

namespace homeward::identity {

/// People by what duplicates share. The caller locks.
///
/// A candidate shares at least one of: a document number; family and given name (skeletons, either order) with
/// birth years at most 3 apart or unknown; one of the two with the whole birth date.
class DuplicateIndex {
public:
    /// Sets what is known of a person, replacing what was there.
    ///
    /// documents  numbers as written; those without a digit are no numbers
    void add(Slot slot, const Description& person, std::span<const std::string> documents = {});
    void remove(Slot slot);

    /// The people worth comparing, by slot, each once. May hold the person's own slot if it was added.
    std::vector<Slot> candidates(const Description& person, std::span<const std::string> documents = {}) const;

    std::size_t memory_bytes() const;
};

}  // namespace homeward::identity
