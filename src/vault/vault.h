#pragma once
// Personal fields are sealed under a key of their own for each person, wrapped by the node's key.
// Destroying a person's key erases the person, in every backup too.

#include <string>
#include <string_view>

#include "base/id.h"
#include "base/result.h"
#include "base/text.h"
#include "store/connection.h"
#include "store/migrate.h"
#include "vault/key_file.h"

namespace homeward::vault {

/// Where a sealed value stands. It opens at no other place.
struct Place {
    std::string_view table;
    std::string_view column;
    std::string row;  ///< the row's key
};

/// The unwrapped key of one person.
class PersonKey {
public:
    /// version 1 | nonce 24 | XChaCha20-Poly1305 ciphertext and tag; associated data: table, column, row
    Bytes seal(const Place& place, std::string_view text) const;
    /// Throws std::runtime_error when the value was changed, or belongs to another place or person.
    std::string open(const Place& place, std::span<const std::uint8_t> sealed) const;

private:
    friend class Vault;
    explicit PersonKey(Secret secret) : secret_(std::move(secret)) {}
    Secret secret_;
};

class Vault {
public:
    explicit Vault(const Secret& node_key) : wrapping_(node_key.derive("vaultkey")) {}

    /// Makes and stores a key for a new person.
    PersonKey create_key(store::Connection& db, const Uuid& person, Instant now) const;
    /// errors    not_found `person.erased` when the key was destroyed or never was
    Result<PersonKey> key_of(store::Connection& db, const Uuid& person) const;
    /// From a row of `person_keys` already at hand; for reading many.
    PersonKey unwrap(const Uuid& person, std::span<const std::uint8_t> wrapped) const;
    /// Destroys a person's key. What was sealed under it can never be read again.
    void destroy_key(store::Connection& db, const Uuid& person) const;

private:
    Secret wrapping_;
};

std::vector<store::Migration> schema();

}  // namespace homeward::vault
