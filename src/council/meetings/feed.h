#pragma once
// Sessions as calendars: one, all public ones, or what one account may see under its secret address.

#include "base/icalendar.h"
#include "council/meetings/session.h"

namespace homeward::council {

/// language     en or ru: of the titles, where they are there
/// public_url   of the installation
/// Papers, names of people and the text of the summary stay out of calendars.
CalendarEvent event_of(store::Connection& db, const Session& session, std::string_view language, const std::string& public_url, Instant now);
/// All sessions that end after two years ago, or lie ahead, which this reader may see.
std::string feed_of(access::Work& work, const std::string& reader, std::string_view language, const std::string& public_url);

/// A new secret for the actor's feed; the one before ends at once. It is shown this once: only its hash is kept.
std::string renew_calendar_link(access::Work& work);
std::optional<Instant> calendar_link_since(access::Work& work);
Done end_calendar_link(access::Work& work);
/// Whose feed it is. errors  not_found `calendar.no_such_link`, also for a closed account
Result<access::Actor> reader_of_link(store::Connection& db, std::string_view token);

}  // namespace homeward::council
