#include "exchange/primitives.h"

#include <openssl/core_names.h>
#include <openssl/crypto.h>
#include <openssl/evp.h>
#include <openssl/rand.h>

#include <stdexcept>

namespace homeward::exchange {
namespace {

struct Free {
    void operator()(EVP_PKEY* p) const { EVP_PKEY_free(p); }
    void operator()(EVP_PKEY_CTX* p) const { EVP_PKEY_CTX_free(p); }
    void operator()(EVP_MD_CTX* p) const { EVP_MD_CTX_free(p); }
    void operator()(EVP_CIPHER_CTX* p) const { EVP_CIPHER_CTX_free(p); }
};
template <class T>
using Owned = std::unique_ptr<T, Free>;

/// For calls that fail only when the machine or this code is broken.
void must(int result, const char* call) {
    if (result != 1) throw std::runtime_error(std::string("OpenSSL failed: ") + call);
}

template <class T>
Owned<T> held(T* made) {
    if (!made) throw std::runtime_error("OpenSSL is out of memory");
    return Owned<T>(made);
}

int type_of(Curve curve) { return curve == Curve::ed25519 ? EVP_PKEY_ED25519 : EVP_PKEY_X25519; }

Owned<EVP_PKEY> private_key(Curve curve, const SecretKey& secret) {
    return held(EVP_PKEY_new_raw_private_key(type_of(curve), nullptr, secret.bytes.data(), secret.bytes.size()));
}
Owned<EVP_PKEY> public_key(Curve curve, const Key32& key) {
    return held(EVP_PKEY_new_raw_public_key(type_of(curve), nullptr, key.data(), key.size()));
}

const std::uint8_t* data_of(std::string_view text) { return reinterpret_cast<const std::uint8_t*>(text.data()); }
int size_of(std::size_t size) {
    // OpenSSL counts in int; messages are a thousand times smaller.
    if (size > 1u << 30) throw std::runtime_error("too much to seal at once");
    return static_cast<int>(size);
}

void append_number(Bytes& out, std::uint32_t number) {
    for (int shift = 24; shift >= 0; shift -= 8) out.push_back(static_cast<std::uint8_t>(number >> shift));
}
void append_sized(Bytes& out, std::string_view data) {
    append_number(out, static_cast<std::uint32_t>(data.size()));
    out.insert(out.end(), data.begin(), data.end());
}

}  // namespace

void wipe(std::span<std::uint8_t> secret) { OPENSSL_cleanse(secret.data(), secret.size()); }

SecretKey SecretKey::random() {
    SecretKey key;
    must(RAND_bytes(key.bytes.data(), size_of(key.bytes.size())), "RAND_bytes");
    return key;
}

Key32 public_key_of(Curve curve, const SecretKey& secret) {
    Key32 out;
    std::size_t size = out.size();
    must(EVP_PKEY_get_raw_public_key(private_key(curve, secret).get(), out.data(), &size), "public key");
    return out;
}

Bytes ed25519_sign(const SecretKey& secret, std::string_view message) {
    const auto key = private_key(Curve::ed25519, secret);
    const auto context = held(EVP_MD_CTX_new());
    must(EVP_DigestSignInit(context.get(), nullptr, nullptr, nullptr, key.get()), "sign");
    Bytes signature(64);
    std::size_t size = signature.size();
    must(EVP_DigestSign(context.get(), signature.data(), &size, data_of(message), message.size()), "sign");
    return signature;
}

bool ed25519_verify(const Key32& key, std::string_view message, ByteView signature) {
    if (signature.size() != 64) return false;
    const auto opened = public_key(Curve::ed25519, key);
    const auto context = held(EVP_MD_CTX_new());
    must(EVP_DigestVerifyInit(context.get(), nullptr, nullptr, nullptr, opened.get()), "verify");
    return EVP_DigestVerify(context.get(), signature.data(), signature.size(), data_of(message), message.size()) == 1;
}

std::optional<SecretKey> x25519_agree(const SecretKey& ours, const Key32& theirs) {
    const auto secret = private_key(Curve::x25519, ours);
    const auto peer = public_key(Curve::x25519, theirs);
    const auto context = held(EVP_PKEY_CTX_new(secret.get(), nullptr));
    must(EVP_PKEY_derive_init(context.get()), "derive");
    must(EVP_PKEY_derive_set_peer(context.get(), peer.get()), "derive");
    SecretKey shared;
    std::size_t size = shared.bytes.size();
    // OpenSSL refuses the all-zero result that a point of small order gives (RFC 7748 §6.1).
    if (EVP_PKEY_derive(context.get(), shared.bytes.data(), &size) != 1) return std::nullopt;
    return shared;
}

SecretKey concat_kdf(const SecretKey& shared, std::string_view algorithm, std::string_view apu, std::string_view apv,
                     std::uint32_t bits) {
    if (bits < 128 || bits > 256 || bits % 8 != 0) throw std::invalid_argument("one round gives 128 to 256 bits");
    Bytes input;
    append_number(input, 1);  // the round
    input.insert(input.end(), shared.bytes.begin(), shared.bytes.end());
    append_sized(input, algorithm);
    append_sized(input, apu);
    append_sized(input, apv);
    append_number(input, bits);
    SecretKey derived(sha256(std::span<const std::uint8_t>(input)));
    wipe(input);
    wipe(std::span(derived.bytes).subspan(bits / 8));
    return derived;
}

Bytes aes_wrap(const SecretKey& wrapping, const SecretKey& key) {
    const auto context = held(EVP_CIPHER_CTX_new());
    EVP_CIPHER_CTX_set_flags(context.get(), EVP_CIPHER_CTX_FLAG_WRAP_ALLOW);
    must(EVP_EncryptInit_ex(context.get(), EVP_aes_256_wrap(), nullptr, wrapping.bytes.data(), nullptr), "wrap");
    Bytes wrapped(key.bytes.size() + 8);
    int size = 0;
    must(EVP_EncryptUpdate(context.get(), wrapped.data(), &size, key.bytes.data(), size_of(key.bytes.size())), "wrap");
    return wrapped;
}

std::optional<SecretKey> aes_unwrap(const SecretKey& wrapping, ByteView wrapped) {
    SecretKey key;
    if (wrapped.size() != key.bytes.size() + 8) return std::nullopt;
    const auto context = held(EVP_CIPHER_CTX_new());
    EVP_CIPHER_CTX_set_flags(context.get(), EVP_CIPHER_CTX_FLAG_WRAP_ALLOW);
    must(EVP_DecryptInit_ex(context.get(), EVP_aes_256_wrap(), nullptr, wrapping.bytes.data(), nullptr), "unwrap");
    int size = 0;
    if (EVP_DecryptUpdate(context.get(), key.bytes.data(), &size, wrapped.data(), size_of(wrapped.size())) != 1) return std::nullopt;
    return size == size_of(key.bytes.size()) ? std::optional(key) : std::nullopt;
}

GcmSealed gcm_seal(const SecretKey& key, std::string_view plain, std::string_view associated) {
    GcmSealed sealed;
    sealed.text.resize(plain.size());
    must(RAND_bytes(sealed.nonce.data(), size_of(sealed.nonce.size())), "RAND_bytes");
    const auto context = held(EVP_CIPHER_CTX_new());
    must(EVP_EncryptInit_ex(context.get(), EVP_aes_256_gcm(), nullptr, key.bytes.data(), sealed.nonce.data()), "seal");
    int size = 0;
    must(EVP_EncryptUpdate(context.get(), nullptr, &size, data_of(associated), size_of(associated.size())), "seal");
    must(EVP_EncryptUpdate(context.get(), sealed.text.data(), &size, data_of(plain), size_of(plain.size())), "seal");
    must(EVP_EncryptFinal_ex(context.get(), nullptr, &size), "seal");
    must(EVP_CIPHER_CTX_ctrl(context.get(), EVP_CTRL_GCM_GET_TAG, size_of(sealed.tag.size()), sealed.tag.data()), "seal");
    return sealed;
}

std::optional<std::string> gcm_open(const SecretKey& key, const GcmSealed& sealed, std::string_view associated) {
    const auto context = held(EVP_CIPHER_CTX_new());
    must(EVP_DecryptInit_ex(context.get(), EVP_aes_256_gcm(), nullptr, key.bytes.data(), sealed.nonce.data()), "open");
    int size = 0;
    std::string plain(sealed.text.size(), '\0');
    auto* out = reinterpret_cast<std::uint8_t*>(plain.data());
    std::array<std::uint8_t, 16> tag = sealed.tag;
    must(EVP_DecryptUpdate(context.get(), nullptr, &size, data_of(associated), size_of(associated.size())), "open");
    must(EVP_DecryptUpdate(context.get(), out, &size, sealed.text.data(), size_of(sealed.text.size())), "open");
    must(EVP_CIPHER_CTX_ctrl(context.get(), EVP_CTRL_GCM_SET_TAG, size_of(tag.size()), tag.data()), "open");
    std::uint8_t none = 0;
    if (EVP_DecryptFinal_ex(context.get(), &none, &size) != 1) {
        wipe({out, plain.size()});
        return std::nullopt;
    }
    return plain;
}

}  // namespace homeward::exchange
