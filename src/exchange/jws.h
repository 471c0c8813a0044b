#pragma once
// Signed texts: JWS compact serialisation (RFC 7515) in one strict form.
//
// The protected header has exactly `alg` "Ed25519" (RFC 9864), `typ` and `kid`, in any order. Every other member is
// refused, so `jku`, `x5u`, `jwk`, `crit` and `b64` cannot be smuggled in. `docs/protocol` has the whole profile.

#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "base/result.h"
#include "exchange/keys.h"

namespace homeward::exchange {

/// Signs a text.
///
/// typ       what kind of token it is; `verify_jws` takes no other for it
/// returns   header.payload.signature
std::string sign_jws(std::string_view typ, std::string_view payload, const SignKey& key);

/// The key that goes by a kid, or nothing when no member has it.
using KeyFinder = std::function<std::optional<VerifyKey>(std::string_view kid)>;

struct Signed {
    std::string kid;
    std::string payload;
};

/// Checks form, algorithm and signature. Nothing of the payload is looked at before the signature holds.
/// errors    invalid: `exchange.malformed`, `exchange.algorithm`, `exchange.wrong_kind`;
///           forbidden: `exchange.unknown_sender`, `exchange.bad_signature`
Result<Signed> verify_jws(std::string_view typ, std::string_view compact, const KeyFinder& find);

/// The kid a token claims, for a log line about one that was refused; empty when it cannot be read.
std::string claimed_kid(std::string_view compact);

}  // namespace homeward::exchange
