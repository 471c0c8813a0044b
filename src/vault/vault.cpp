#include "vault/vault.h"

#include <sodium.h>

#include <stdexcept>

namespace homeward::vault {
namespace {

constexpr std::uint8_t kVersion = 1;
constexpr std::size_t kNonce = crypto_aead_xchacha20poly1305_ietf_NPUBBYTES;
constexpr std::size_t kTag = crypto_aead_xchacha20poly1305_ietf_ABYTES;

Bytes seal_with(const Secret& key, std::string_view bound_to, std::span<const std::uint8_t> plain) {
    Bytes out(1 + kNonce + plain.size() + kTag);
    out[0] = kVersion;
    randombytes_buf(out.data() + 1, kNonce);
    crypto_aead_xchacha20poly1305_ietf_encrypt(out.data() + 1 + kNonce, nullptr, plain.data(), plain.size(),
                                               bytes_of(bound_to).data(), bound_to.size(), nullptr, out.data() + 1, key.bytes.data());
    return out;
}

void open_with(const Secret& key, std::string_view bound_to, std::span<const std::uint8_t> sealed, std::uint8_t* plain) {
    if (sealed.size() < 1 + kNonce + kTag || sealed[0] != kVersion ||
        crypto_aead_xchacha20poly1305_ietf_decrypt(plain, nullptr, nullptr, sealed.data() + 1 + kNonce, sealed.size() - 1 - kNonce,
                                                   bytes_of(bound_to).data(), bound_to.size(), sealed.data() + 1, key.bytes.data()) != 0) {
        throw std::runtime_error("a sealed value does not open at its place");
    }
}

std::string bound_to(const Place& place) {
    // The parts cannot run into each other: names of tables and columns hold no NUL.
    std::string text;
    for (const std::string_view part : {place.table, place.column, std::string_view(place.row)}) {
        text += part;
        text += '\0';
    }
    return text;
}

std::string wrapping_place(const Uuid& person) { return "person_keys/" + to_string(person); }

}  // namespace

Bytes PersonKey::seal(const Place& place, std::string_view text) const {
    return seal_with(secret_, bound_to(place), bytes_of(text));
}

std::string PersonKey::open(const Place& place, std::span<const std::uint8_t> sealed) const {
    std::string text(sealed.size() < 1 + kNonce + kTag ? 0 : sealed.size() - 1 - kNonce - kTag, '\0');
    open_with(secret_, bound_to(place), sealed, reinterpret_cast<std::uint8_t*>(text.data()));
    return text;
}

PersonKey Vault::create_key(store::Connection& db, const Uuid& person, Instant now) const {
    const PersonKey key(Secret::random());
    db.run("INSERT INTO person_keys (person_id, wrapped, created_at) VALUES ($1, $2, $3)", to_string(person),
           seal_with(wrapping_, wrapping_place(person), key.secret_.bytes), now);
    return key;
}

Result<PersonKey> Vault::key_of(store::Connection& db, const Uuid& person) const {
    auto query = db.query("SELECT wrapped FROM person_keys WHERE person_id = $1", to_string(person));
    if (!query.next()) return not_found("person.erased");
    return unwrap(person, query.row().blob(0));
}

PersonKey Vault::unwrap(const Uuid& person, std::span<const std::uint8_t> wrapped) const {
    Secret secret;
    if (wrapped.size() != 1 + kNonce + secret.bytes.size() + kTag) throw std::runtime_error("a person's key is damaged");
    open_with(wrapping_, wrapping_place(person), wrapped, secret.bytes.data());
    return PersonKey(secret);
}

void Vault::destroy_key(store::Connection& db, const Uuid& person) const {
    db.run("DELETE FROM person_keys WHERE person_id = $1", to_string(person));
}

}  // namespace homeward::vault
