#pragma once

#include <string>
#include <string_view>

#include "people/documents/requests.h"

namespace homeward::people::documents {

/// The request as a letter to sign and to take along, as PDF.
///
/// language   en or ru; another is written in English
std::string letter_of_request(const DocumentRequest& request, const access::Actor& writer, std::string_view language, Instant now);

}  // namespace homeward::people::documents
