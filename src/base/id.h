#pragma once

#include <array>
#include <compare>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "base/instant.h"

namespace homeward {

using Uuid = std::array<std::uint8_t, 16>;

/// A UUID of version 7: sorts by the instant it was made at; the rest is random.
Uuid make_uuid(Instant now);
/// Lower or upper case, with its four hyphens; nothing for any other text.
std::optional<Uuid> parse_uuid(std::string_view text);
std::string to_string(const Uuid& uuid);

/// The key of one kind of thing; kinds do not mix. `struct PersonTag; using PersonId = Id<PersonTag>;`
template <class Tag>
struct Id {
    Uuid uuid{};

    static Id make(Instant now) { return {make_uuid(now)}; }
    static std::optional<Id> parse(std::string_view text) {
        const auto uuid = parse_uuid(text);
        return uuid ? std::optional(Id{*uuid}) : std::nullopt;
    }
    std::string str() const { return to_string(uuid); }
    friend auto operator<=>(const Id&, const Id&) = default;
};

}  // namespace homeward

template <class Tag>
struct std::hash<homeward::Id<Tag>> {
    std::size_t operator()(const homeward::Id<Tag>& id) const noexcept {
        // The last eight bytes are random.
        std::uint64_t value = 0;
        for (int i = 8; i < 16; ++i) value = value << 8 | id.uuid[static_cast<std::size_t>(i)];
        return static_cast<std::size_t>(value);
    }
};
