#pragma once

#include <cstddef>
#include <span>
#include <string_view>

#include "base/text.h"
#include "vault/key_file.h"

namespace homeward::files {

/// version 1 | nonce 24 | XChaCha20-Poly1305 ciphertext and tag; opens with the same `bound_to` alone.
Bytes seal(const vault::Secret& key, std::string_view bound_to, std::string_view plain);
/// Appends what was sealed to `plain`. Throws std::runtime_error when it was changed or belongs elsewhere.
void open(const vault::Secret& key, std::string_view bound_to, std::span<const std::uint8_t> sealed, std::string& plain);

/// BLAKE2b under a key: equal for equal contents of a kind, and nothing to whoever lacks the key.
Bytes keyed_hash(const vault::Secret& key, std::string_view kind, std::string_view content);

}  // namespace homeward::files
