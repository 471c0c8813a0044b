#include "files/seal.h"

#include <sodium.h>

#include <stdexcept>

namespace homeward::files {
namespace {

constexpr std::uint8_t kVersion = 1;
constexpr std::size_t kNonce = crypto_aead_xchacha20poly1305_ietf_NPUBBYTES;
constexpr std::size_t kTag = crypto_aead_xchacha20poly1305_ietf_ABYTES;
constexpr std::size_t kAround = 1 + kNonce + kTag;

}  // namespace

Bytes seal(const vault::Secret& key, std::string_view bound_to, std::string_view plain) {
    Bytes out(kAround + plain.size());
    out[0] = kVersion;
    randombytes_buf(out.data() + 1, kNonce);
    crypto_aead_xchacha20poly1305_ietf_encrypt(out.data() + 1 + kNonce, nullptr, bytes_of(plain).data(), plain.size(), bytes_of(bound_to).data(),
                                               bound_to.size(), nullptr, out.data() + 1, key.bytes.data());
    return out;
}

void open(const vault::Secret& key, std::string_view bound_to, std::span<const std::uint8_t> sealed, std::string& plain) {
    const auto before = plain.size();
    if (sealed.size() >= kAround) plain.resize(before + sealed.size() - kAround);
    if (sealed.size() < kAround || sealed[0] != kVersion ||
        crypto_aead_xchacha20poly1305_ietf_decrypt(reinterpret_cast<std::uint8_t*>(plain.data()) + before, nullptr, nullptr, sealed.data() + 1 + kNonce,
                                                   sealed.size() - 1 - kNonce, bytes_of(bound_to).data(), bound_to.size(), sealed.data() + 1,
                                                   key.bytes.data()) != 0) {
        plain.resize(before);
        throw std::runtime_error("a part of a file does not open at its place");
    }
}

Bytes keyed_hash(const vault::Secret& key, std::string_view kind, std::string_view content) {
    crypto_generichash_state state;
    Bytes hash(crypto_generichash_BYTES);
    crypto_generichash_init(&state, key.bytes.data(), key.bytes.size(), hash.size());
    const std::string head = std::string(kind) + '\0';
    crypto_generichash_update(&state, bytes_of(head).data(), head.size());
    crypto_generichash_update(&state, bytes_of(content).data(), content.size());
    crypto_generichash_final(&state, hash.data(), hash.size());
    return hash;
}

}  // namespace homeward::files
