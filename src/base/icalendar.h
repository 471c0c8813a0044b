#pragma once
// Calendars as other programs read them: iCalendar, RFC 5545, written by hand. Knows nothing of what happens in them.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "base/instant.h"

namespace homeward {

/// uid        the same through all changes
/// sequence   grows with each change of the event
/// begins     with a time of day; else `first_day` and `last_day` say which whole days
struct CalendarEvent {
    std::string uid;
    int sequence = 0;
    Instant stamped_at;  ///< when this was written
    Date first_day;
    Date last_day;
    std::optional<Instant> begins;
    std::optional<Instant> ends;
    std::string summary;
    std::string location;
    std::string description;
    std::string url;
    std::vector<std::string> categories;
    bool cancelled = false;
    bool tentative = false;
};

/// One calendar with its events.
///
/// returns   lines of at most 75 octets ended by CRLF, none cut within a character; control characters are left out
/// source    RFC 5545 §3.1 folding, §3.3.11 text, §3.6.1 events, §3.8.7.4 sequence; RFC 7986 §5.1 name
std::string write_calendar(std::string_view name, const std::vector<CalendarEvent>& events);

}  // namespace homeward
