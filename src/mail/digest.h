#pragma once

#include <vector>

#include "mail/post.h"

namespace homeward::mail {

/// Accounts that want the digest and have not had the one of this week, which is named by its Monday. They have it
/// from now on: called inside the transaction that posts it.
std::vector<access::AccountId> take_digest_readers(access::Work& work, Date monday);

}  // namespace homeward::mail
