#pragma once
// The SQL of requests for documents. Permissions are the actions' business.

#include "people/documents/requests.h"

namespace homeward::people::documents {

inline constexpr std::size_t kLongestWords = 2000, kLongestName = 300;

/// One request with its story.
Result<DocumentRequest> load_request(access::Work& work, RequestId id);
DocumentRequest from_row(access::Work& work, const vault::PersonKey& key, const store::Row& row);
/// The columns that `from_row` reads.
inline constexpr std::string_view kRequestColumns =
    "SELECT r.id, r.person_id, r.step, r.document, r.asked_of, r.region, r.state, r.shown_sealed, r.asked_at, r.ended_at, r.version FROM document_requests r ";

Bytes seal_shown(const vault::PersonKey& key, RequestId id, const Shown& shown);
/// Writes what became of a request, and the new state with it, unless that is the one it begins with.
/// errors    not_found `person.erased`
Done add_move(access::Work& work, const DocumentRequest& request, std::string_view kind, std::string_view state, const std::string& words);

}  // namespace homeward::people::documents
