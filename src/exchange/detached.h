#pragma once
// Signatures over texts that stand elsewhere: a detached JWS (RFC 7515, appendix F), `header..signature`, of the form of jws.h.

#include "exchange/jws.h"

namespace homeward::exchange {

/// typ   what kind of text it is; `verify_detached` takes no other for it
std::string sign_detached(std::string_view typ, std::string_view text, const SignKey& key);

/// Checks that `token` is the signature of exactly this text.
/// returns   kid of the key that signed
/// errors    those of `verify_jws`
Result<std::string> verify_detached(std::string_view typ, std::string_view text, std::string_view token, const KeyFinder& find);

}  // namespace homeward::exchange
