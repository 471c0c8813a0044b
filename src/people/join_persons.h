#pragma once
// Two descriptions of one person become one. Pure.

#include <algorithm>

#include "people/person.h"

namespace homeward::people {

/// What `keep` lacks comes from `other`: further names, region, contact. Nothing that is there is overwritten, but a
/// birth date known less surely. Documents and the social worker stay as they are.
Person joined(Person keep, const NewPerson& other);

/// Whether two descriptions of a document mean the same one: kind, number and state.
bool same_document(const NewDocument& a, const NewDocument& b);

/// Whether `document` is among `documents` (of NewDocument, or Document).
template <class Documents>
bool has_document(const Documents& documents, const NewDocument& document) {
    return std::any_of(documents.begin(), documents.end(), [&](const auto& own) { return same_document(own, document); });
}

}  // namespace homeward::people
