#pragma once

#include <optional>
#include <string>

#include "audit/log.h"

namespace homeward::audit {

/// The head of the log, noted outside the database after each commit and sealed with a key that the database
/// does not hold. It may lag by the last commits before a crash; it is never ahead of them.
class HeadFile {
public:
    /// key    32 bytes
    HeadFile(std::string path, std::array<std::uint8_t, 32> key);
    ~HeadFile();
    HeadFile(const HeadFile&) = delete;

    void note(const Head& head);
    /// Nothing when there is no file yet. Throws std::runtime_error when it was tampered with.
    static std::optional<Head> read(const std::string& path, const std::array<std::uint8_t, 32>& key);

private:
    std::string path_;
    std::array<std::uint8_t, 32> key_;
    int file_ = -1;
};

}  // namespace homeward::audit
