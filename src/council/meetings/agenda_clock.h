#pragma once
// When each item of an agenda begins, by the host's clock. Free of I/O.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "council/meetings/session.h"

namespace homeward::council {

/// Minutes after midnight of `09:30`; nothing for any other text.
std::optional<int> minutes_of_clock(std::string_view text);
/// `09:30` of minutes after midnight; beyond midnight it goes on: `24:30`.
std::string clock_of_minutes(int minutes);

/// begins, ends   minutes after midnight of its day; empty while not known
/// overlaps       it begins before the item in front of it ends
struct ItemTime {
    Date day;
    std::optional<int> begins;
    std::optional<int> ends;
    bool overlaps = false;
};

/// One for each item, in the agenda's order. An item without a start follows the one before it on its day; the first
/// of the first day begins when the session opens.
std::vector<ItemTime> times_of(const Session& session);

/// The instant of a day's minute by the session's clock.
Instant instant_of(const Session& session, Date day, int minutes);

}  // namespace homeward::council
