#pragma once

#include "council/returns/release.h"

namespace homeward::council {

/// What the signed message of a release says today, checked anew.
///
/// verified   the signature is its State's, and what it signed is what we show
/// problem    translation key of what does not hold; empty when verified
/// signed_at  when the State's node signed it
/// hash       SHA-256 of the message in base64url: the State can compare it with its outbox
struct Evidence {
    bool verified = false;
    std::string problem;
    Instant signed_at;
    std::string hash;
};

/// errors    not_found `release.not_found`
Result<Evidence> check_evidence(store::Connection& db, const exchange::Exchange& exchange, const ReceivedRelease& release);

}  // namespace homeward::council
