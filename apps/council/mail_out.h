#pragma once

#include <memory>

#include "council/wiring.h"
#include "mail/postman.h"

namespace homeward::apps {

/// The postman of an installation whose [mail] names a server; null for others, and for a demo.
/// stopping   breaks off what is under way; outlives the postman
/// Throws SetUpError when the password cannot be read, or `from` is no address.
std::unique_ptr<mail::Postman> postman_of(CouncilProgram& council, const std::atomic<bool>& stopping);

}  // namespace homeward::apps
