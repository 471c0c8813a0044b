#pragma once
// Keys of Curve25519 in the form of RFC 8037, for the .cpp files that read and write JSON.

#include <boost/describe.hpp>
#include <optional>
#include <string>

#include "exchange/primitives.h"

namespace homeward::exchange {

struct PublicJwk {
    std::string kty, crv, x;
};
BOOST_DESCRIBE_STRUCT(PublicJwk, (), (kty, crv, x))

struct PrivateJwk {
    std::string kty, crv, x, d;
};
BOOST_DESCRIBE_STRUCT(PrivateJwk, (), (kty, crv, x, d))

PublicJwk to_jwk(Curve curve, const Key32& key);
/// Nothing unless it is exactly a key of that curve.
std::optional<Key32> from_jwk(Curve curve, const PublicJwk& jwk);

}  // namespace homeward::exchange
