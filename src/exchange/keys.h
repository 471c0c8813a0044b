#pragma once
// The keys of a node. One signs what it sends, one opens what is sealed for it. They stay in a file of the node's
// own; peers know the public halves from the region's manifest.

#include <string>
#include <string_view>

#include "base/result.h"
#include "exchange/primitives.h"

namespace homeward::exchange {

/// The public half of a signing key, Ed25519.
struct VerifyKey {
    Key32 x{};
    /// The key's name: its thumbprint of RFC 7638, 43 characters.
    std::string kid() const;
    friend bool operator==(const VerifyKey&, const VerifyKey&) = default;
};

/// The public half of an opening key, X25519.
struct SealKey {
    Key32 x{};
    std::string kid() const;
    friend bool operator==(const SealKey&, const SealKey&) = default;
};

struct SignKey {
    SecretKey d;
    VerifyKey verify;
    static SignKey from(const SecretKey& d);
};

struct OpenKey {
    SecretKey d;
    SealKey seal;
    static OpenKey from(const SecretKey& d);
};

struct NodeKeys {
    std::string member;  ///< whose keys these are, `uz`
    SignKey sign;
    OpenKey open;
    static NodeKeys generate(std::string member);
};

/// Writes a new key file, mode 0600, and syncs it. Throws std::runtime_error when there is one already.
void create_key_file(const std::string& path, const NodeKeys& keys);

/// Throws std::runtime_error with one sentence when the file is missing, readable by others, not strictly of its
/// form, or when a public half does not belong to its secret half.
NodeKeys load_key_file(const std::string& path);

}  // namespace homeward::exchange
