#pragma once

#include <string>
#include <vector>

#include "access/permission.h"
#include "access/work.h"
#include "council/ids.h"
#include "exchange/membership.h"

namespace homeward::council {

struct AgendaItem {
    AgendaItemId id;
    int position = 1;
    std::string title;
    std::string body;
};

/// A session of the Council.
struct Session {
    SessionId id;
    std::string kind;  ///< plenary, working_group, side_event, briefing, workshop, site_visit
    std::string title;
    std::string host;  ///< member that hosts; empty for none
    std::string place;
    Date starts_on;
    Date ends_on;
    std::vector<AgendaItem> agenda;
};

/// errors    forbidden without edit_council; invalid `session.kind`, `session.host` for no member of the region,
///           `session.dates`, `council.text_missing`, `council.text_long`
Result<SessionId> open_session(access::Work& work, const exchange::Membership& members, const Session& session);
/// Adds an item at the end of the agenda.
/// errors    not_found `session.not_found`; forbidden; invalid as above
Result<AgendaItemId> add_agenda_item(access::Work& work, SessionId session, const std::string& title, const std::string& body);

/// Newest first, without their agendas.
std::vector<Session> list_sessions(store::Connection& db);
Result<Session> get_session(store::Connection& db, SessionId id);

}  // namespace homeward::council
