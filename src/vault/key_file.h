#pragma once

#include <array>
#include <cstdint>
#include <string>

namespace homeward::vault {

/// A secret of 32 bytes that is wiped when it goes.
struct Secret {
    std::array<std::uint8_t, 32> bytes{};
    Secret() = default;
    Secret(const Secret&) = default;
    Secret& operator=(const Secret&) = default;
    ~Secret();

    static Secret random();
    /// A key for one purpose, derived from this one. `purpose` has exactly eight characters.
    Secret derive(const char (&purpose)[9], std::uint64_t number = 1) const;
};

/// The node's key lies in a file of its own, readable by its owner only, never in the database.
/// Throws std::runtime_error when the file is missing, readable by others, or not a key.
Secret load_key_file(const std::string& path);
/// Makes a new key; throws when the file exists already.
Secret create_key_file(const std::string& path);

}  // namespace homeward::vault
