#pragma once
// The few cryptographic operations that JWS and JWE are made of, over OpenSSL 3. Nothing here reads a format.
// A failure of the library itself is thrown as std::runtime_error; a forgery is a value.

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

#include "base/text.h"

namespace homeward::exchange {

using Key32 = std::array<std::uint8_t, 32>;
using ByteView = std::span<const std::uint8_t>;

/// Overwrites secret bytes; the compiler may not leave it out.
void wipe(std::span<std::uint8_t> secret);

/// Bytes that are wiped when they go.
struct SecretKey {
    Key32 bytes{};
    SecretKey() = default;
    explicit SecretKey(const Key32& key) : bytes(key) {}
    SecretKey(const SecretKey&) = default;
    SecretKey& operator=(const SecretKey&) = default;
    ~SecretKey() { wipe(bytes); }

    static SecretKey random();
};

/// The kinds of key on Curve25519: one signs, one agrees on secrets.
enum class Curve { ed25519, x25519 };

Key32 public_key_of(Curve curve, const SecretKey& secret);

/// Ed25519 of RFC 8032; 64 bytes.
Bytes ed25519_sign(const SecretKey& secret, std::string_view message);
bool ed25519_verify(const Key32& key, std::string_view message, ByteView signature);

/// The shared secret of X25519, RFC 7748. Nothing when `theirs` is a point of small order, which gives no secret.
std::optional<SecretKey> x25519_agree(const SecretKey& ours, const Key32& theirs);

/// The Concat KDF of NIST SP 800-56A as RFC 7518 §4.6.2 uses it, for up to 256 bits of key: one round of SHA-256.
///
/// algorithm   the JWE `alg` (`enc` for direct agreement)
/// apu, apv    what names the two parties, as bytes
/// bits        length of the key wanted, 128 to 256; the rest of the 32 bytes is cut off by the caller
SecretKey concat_kdf(const SecretKey& shared, std::string_view algorithm, std::string_view apu, std::string_view apv,
                     std::uint32_t bits);

/// AES-256 key wrap, RFC 3394, of a 256-bit key: 40 bytes.
Bytes aes_wrap(const SecretKey& wrapping, const SecretKey& key);
std::optional<SecretKey> aes_unwrap(const SecretKey& wrapping, ByteView wrapped);

/// AES-256-GCM with a nonce of 96 bits and a tag of 128.
struct GcmSealed {
    std::array<std::uint8_t, 12> nonce{};
    std::array<std::uint8_t, 16> tag{};
    Bytes text;
};
GcmSealed gcm_seal(const SecretKey& key, std::string_view plain, std::string_view associated);
/// Nothing when key, nonce, tag, text or associated data do not belong together.
std::optional<std::string> gcm_open(const SecretKey& key, const GcmSealed& sealed, std::string_view associated);

/// 32 bytes of strict base64url.
std::optional<Key32> key_from_base64url(std::string_view text);

}  // namespace homeward::exchange
