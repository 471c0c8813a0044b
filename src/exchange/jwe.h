#pragma once
// Sealed texts: JWE compact serialisation (RFC 7516) in one strict form, for one reader.
//
// The protected header has exactly `alg` "ECDH-ES+A256KW" on X25519 (RFC 7518, RFC 8037), `enc` "A256GCM", `epk`,
// `kid`, `apu` and `apv`. The names of both parties go into the key derivation: nobody can take a sealed text out of
// one signed message and pass it on inside another of his own.

#include <string>
#include <string_view>

#include "base/result.h"
#include "exchange/keys.h"

namespace homeward::exchange {

/// Who sealed for whom: member ids.
struct Parties {
    std::string_view from;
    std::string_view to;
};

/// Seals a text so that only the holder of the opening key reads it.
std::string seal_jwe(std::string_view plain, const SealKey& key, const Parties& parties);

/// Opens what `seal_jwe` of the same parties made.
/// errors    invalid: `exchange.malformed`, `exchange.algorithm`, `exchange.wrong_parties`, `exchange.stale_key` (sealed
///           for a key that this node does not hold), `exchange.cannot_open`
Result<std::string> open_jwe(std::string_view compact, const OpenKey& key, const Parties& parties);

}  // namespace homeward::exchange
