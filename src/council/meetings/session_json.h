#pragma once
// How the API shows a session. Only .cpp files include this: it pulls Boost.Describe.

#include <map>

#include "base/json.h"
#include "council/meetings/agenda_clock.h"
#include "council/meetings/body_names.h"
#include "council/meetings/session.h"

namespace homeward::council {

BOOST_DESCRIBE_STRUCT(SessionSource, (), (id, body, name, source, source_url))

/// begins, ends  09:30 by the host's clock, as computed; empty while not known
struct AgendaItemBody {
    AgendaItemId id;
    int position = 1;
    std::string title, body, title_ru, body_ru;
    Date held_on;
    std::string starts_at;
    int minutes = 0;
    std::string owner, speaker;
    int version = 1;
    std::string begins, ends;
    bool overlaps = false;
};
BOOST_DESCRIBE_STRUCT(AgendaItemBody, (), (id, position, title, body, title_ru, body_ru, held_on, starts_at, minutes, owner, speaker, version, begins, ends, overlaps))

struct SessionLine {
    SessionId id;
    std::string kind, title, title_ru, state, mode, host, place;
    Date starts_on, ends_on;
    std::string group;
    bool is_public = false, is_example = false;
};
BOOST_DESCRIBE_STRUCT(SessionLine, (), (id, kind, title, title_ru, state, mode, host, place, starts_on, ends_on, group, is_public, is_example))
struct SessionsBody {
    std::vector<SessionLine> items;
    std::optional<std::string> next;
    std::vector<int> years;
    std::map<std::string, std::string> names;  ///< of the bodies that it speaks of, by code
    bool may_edit = false;
};
BOOST_DESCRIBE_STRUCT(SessionsBody, (), (items, next, years, names, may_edit))

struct SummaryBody {
    std::string text_en, text_ru;
    std::optional<Instant> published_at;
};
BOOST_DESCRIBE_STRUCT(SummaryBody, (), (text_en, text_ru, published_at))
struct SessionAllows {
    bool edit = false;      ///< all that the secretariat does
    bool see_minutes = false;
};
BOOST_DESCRIBE_STRUCT(SessionAllows, (), (edit, see_minutes))
struct SessionBody {
    SessionId id;
    std::string kind, title, title_ru, state, cancelled_because, mode, host;
    std::vector<std::string> organisers;
    std::string place;
    Date starts_on, ends_on;
    std::string opens_at, closes_at;
    int utc_offset_minutes = 0;
    std::optional<Instant> begins;
    std::optional<Date> register_until;
    std::string group;
    bool is_public = false, is_example = false;
    std::string about_en, about_ru, questions;
    std::vector<SessionSource> sources;
    std::vector<AgendaItemBody> agenda;
    std::optional<SummaryBody> summary;
    std::map<std::string, std::string> names;
    int version = 1;
    SessionAllows allows;
};
BOOST_DESCRIBE_STRUCT(SessionBody, (), (id, kind, title, title_ru, state, cancelled_because, mode, host, organisers, place, starts_on, ends_on,
    opens_at, closes_at, utc_offset_minutes, begins, register_until, group, is_public, is_example, about_en, about_ru, questions, sources,
    agenda, summary, names, version, allows))

SessionLine line_of(const Session& session);
/// As the actor may see it: the draft of a summary is for those who edit.
SessionBody body_of(access::Work& work, const Session& session, const std::string& language);

}  // namespace homeward::council
