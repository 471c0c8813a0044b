#pragma once

#include <optional>
#include <string>
#include <vector>

#include "access/permission.h"
#include "access/work.h"
#include "council/ids.h"
#include "exchange/membership.h"

namespace homeward::council {

struct SessionSourceTag;
using SessionSourceId = Id<SessionSourceTag>;

struct AgendaItem {
    AgendaItemId id;
    int position = 1;
    std::string title;
    std::string body;
    std::string title_ru = {};
    std::string body_ru = {};
    std::optional<Date> held_on = {};  ///< day of the session; empty for its first
    std::string starts_at = {};        ///< 09:30 by the host's clock; empty: after the item before
    int minutes = 0;                   ///< 0 while not known
    std::string owner = {};            ///< State or body; empty for none
    std::string speaker = {};          ///< named on public sessions alone
    int version = 1;
};

/// What a source calls the session; sources disagree.
struct SessionSource {
    SessionSourceId id;
    std::string body;    ///< who says so: osce; empty for others
    std::string name;    ///< empty when the source only supports the facts
    std::string source;
    std::string source_url;
};

/// A session of the Council, or another event that its members know as part of its work.
struct Session {
    SessionId id;
    std::string kind;  ///< plenary, working_group, side_event, briefing, workshop, site_visit
    std::string title;
    std::string host;  ///< State or body that hosts; empty for none
    std::string place;
    Date starts_on;
    Date ends_on;
    std::vector<AgendaItem> agenda;
    std::string title_ru = {};
    std::string state = "planned";  ///< planned, held, cancelled
    std::string cancelled_because = {};
    std::string mode = "in_person";  ///< in_person, online, hybrid
    std::string about_en = {}, about_ru = {};
    std::string questions = {};  ///< of a site visit: what the visitors want to learn
    std::string opens_at = {};   ///< 09:30 on the first day by the host's clock; empty while not known
    std::string closes_at = {};  ///< on the last day
    int utc_offset_minutes = 300;
    std::optional<Date> register_until = {};  ///< last day, UTC; empty: no registration
    std::string group = {};                   ///< working group that meets; empty for none
    bool is_public = false;   ///< announcement, agenda and summary are for everybody
    bool is_example = false;  ///< invented, and marked so
    std::string summary_en = {}, summary_ru = {};
    std::optional<Instant> summary_published_at = {};
    int version = 1;
    std::vector<std::string> organisers = {};
    std::vector<SessionSource> sources = {};
};

/// errors    forbidden without edit_council; invalid `session.kind`, `session.mode`, `session.host` for no member or body,
///           `session.organiser`, `session.group`, `session.dates`, `session.clock`, `session.offset`,
///           `session.register_until`, `council.text_missing`, `council.text_long`
Result<SessionId> open_session(access::Work& work, const exchange::Membership& members, const Session& session);
/// Changes what open_session takes; `version` is the one that the actor saw.
/// errors    as above; not_found; conflict `session.changed`, `session.cancelled`, `session.speakers_named` when one that
///           names speakers would become closed; invalid `session.item_outside` when an item's day is left out
Done edit_session(access::Work& work, const exchange::Membership& members, const Session& session);

/// Says that it was held.
/// errors    conflict `session.changed`, `session.not_planned`, `session.not_begun`, `visit.unsafe` for a site visit whose
///           safeguards are not all answered and confirmed by a second person
Done hold_session(access::Work& work, SessionId id, int version);
/// errors    conflict `session.changed`, `session.not_planned`; invalid `council.text_missing` without a reason
Done cancel_session(access::Work& work, SessionId id, int version, const std::string& reason);

/// The summary, or the report of a site visit. Publishing it gives it the session's own readers.
/// errors    conflict `session.changed`, `session.not_held`, `visit.report_unsafe`; invalid
Done write_summary(access::Work& work, SessionId id, int version, const std::string& text_en, const std::string& text_ru, bool publish);

Result<SessionSourceId> add_source(access::Work& work, SessionId id, const SessionSource& source);
/// errors    not_found `session.no_such_source`
Done remove_source(access::Work& work, SessionId id, SessionSourceId source);

/// Adds an item at the end of the agenda. `version` and `position` of it are not read.
/// errors    not_found `session.not_found`; forbidden; conflict `agenda.overlap`, `session.cancelled`; invalid `agenda.day`
///           outside of the session, `agenda.clock`, `agenda.minutes`, `agenda.owner`, `agenda.speaker` unless public
Result<AgendaItemId> add_agenda_item(access::Work& work, SessionId session, const AgendaItem& item);
Result<AgendaItemId> add_agenda_item(access::Work& work, SessionId session, const std::string& title, const std::string& body);
/// errors    as above; not_found `agenda.not_found`; conflict `agenda.changed`
Done edit_agenda_item(access::Work& work, SessionId session, const AgendaItem& item);
/// Moves an item to a position from 1.
Done move_agenda_item(access::Work& work, SessionId session, AgendaItemId item, int version, int position);
/// errors    conflict `agenda.in_use` once a decision or a comment speaks of it
Done remove_agenda_item(access::Work& work, SessionId session, AgendaItemId item, int version);

/// Which sessions. `reader` as json_words gives it; empty asks for all.
struct SessionFilter {
    std::string reader = {};
    std::string kind = {};
    std::string state = {};
    std::string group = {};
    std::optional<int> year = {};  ///< that it begins in
};
/// Where a page begins: after this session.
struct SessionCursor {
    Date starts_on;
    SessionId id;
    static std::optional<SessionCursor> parse(std::string_view text);
    std::string str() const;
};
/// Newest first, without agendas, organisers and sources.
std::vector<Session> list_sessions(store::Connection& db, const SessionFilter& filter = {}, const std::optional<SessionCursor>& after = {},
                                   int limit = 500);
/// Years that sessions begin in, newest first.
std::vector<int> session_years(store::Connection& db, const std::string& reader);
/// With all that belongs to it.
Result<Session> get_session(store::Connection& db, SessionId id);
/// The same for a reader who may see it. errors  not_found `session.not_found`
Result<Session> see_session(access::Work& work, SessionId id);

/// Its title in each language that it has, for the search.
std::string both_titles(const Session& session);
/// Today by the host's clock: a day begins there before it begins in UTC.
Date today_at(const Session& session, Instant now);
/// Says who may read the session and its items, and tells the index: after each change.
void publish_session(access::Work& work, SessionId id);

}  // namespace homeward::council
