#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace homeward {

/// A point in time, UTC, to the millisecond. Written `2024-05-14T09:30:00.000Z`.
struct Instant {
    std::int64_t ms = 0;  ///< since 1970-01-01T00:00:00Z

    static Instant system_now();
    /// Reads what `str` writes, with or without the milliseconds; nothing for any other text.
    static std::optional<Instant> parse(std::string_view text);
    std::string str() const;

    Instant plus_ms(std::int64_t n) const { return {ms + n}; }
    Instant plus_seconds(std::int64_t n) const { return {ms + n * 1000}; }
    Instant plus_days(std::int64_t n) const { return {ms + n * 86'400'000}; }
    friend auto operator<=>(const Instant&, const Instant&) = default;
};

}  // namespace homeward
