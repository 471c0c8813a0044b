#include "council/meetings/registration.h"

#include <algorithm>
#include <array>

#include "council/audience.h"
#include "council/members/body.h"
#include "council/members/fold.h"
#include "council/rights.h"
#include "council/text_rules.h"

namespace homeward::council {
namespace {

using access::Permission;
using access::Work;

constexpr std::array<std::string_view, 4> kOfDelegation{"head", "delegate", "adviser", "interpreter"};
constexpr std::array<std::string_view, 3> kOthers{"observer", "expert", "speaker"};

bool of_secretariat(const Work& work) { return access::may(work.actor, Permission::edit_council); }

Done check_delegate(Work& work, const Delegate& delegate) {
    const bool delegation = std::ranges::find(kOfDelegation, delegate.role) != kOfDelegation.end();
    const bool other = std::ranges::find(kOthers, delegate.role) != kOthers.end();
    if (!delegation && !(other && of_secretariat(work))) return invalid("delegate.role", "role");
    if (delegate.body.empty() ? delegation : !is_body(work.db, delegate.body)) return invalid("delegate.body", "body");
    TRY(check_text(delegate.name, 200, "name"));
    TRY(check_text(delegate.function, 200, "function"));
    TRY(check_optional_text(delegate.access_needs, 500, "access_needs"));
    const bool tag = std::ranges::all_of(delegate.language, [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '-'; });
    if (delegate.language.size() < 2 || delegate.language.size() > 20 || !tag) return invalid("delegate.language", "language");
    return {};
}

/// The session, when this actor may register for this body now.
Result<Session> open_to(Work& work, SessionId id, const std::string& body) {
    Session session = TRY(see_session(work, id));
    if (session.state == "cancelled") return conflict("session.cancelled");
    if (of_secretariat(work)) return session;
    if (!speaks_for(work.actor, body)) return forbidden("access.not_allowed");
    if (!registration_open(session, work.today())) return conflict("registration.closed");
    return session;
}

struct Standing {
    std::string body;
    int version = 1;
};

Result<Standing> standing_of(Work& work, SessionId session, DelegateId id) {
    auto query = work.db.query("SELECT body, version FROM delegates WHERE id = $1 AND session_id = $2 AND withdrawn_at IS NULL", id, session);
    if (!query.next() || !may_see(work, "delegate", id.str())) return not_found("delegate.not_found");
    return Standing{query.row().get<std::string>(0), query.row().get<int>(1)};
}

/// Whether somebody else of the delegation has this name.
bool taken(Work& work, SessionId session, const std::string& body, const std::string& key, std::optional<DelegateId> self) {
    return work.db.query("SELECT 1 FROM delegates WHERE session_id = $1 AND body = $2 AND name_key = $3 AND withdrawn_at IS NULL"
                         " AND ($4 IS NULL OR id <> $4)", session, body, key, self).next();
}

}  // namespace

bool registration_open(const Session& session, Date today) {
    return session.state == "planned" && session.register_until && today <= *session.register_until;
}

Result<DelegateId> register_delegate(Work& work, SessionId session, const Delegate& delegate) {
    TRY(open_to(work, session, delegate.body));
    TRY(check_delegate(work, delegate));
    const std::string key = folded(delegate.name);
    if (taken(work, session, delegate.body, key, std::nullopt)) return conflict("delegate.twice");
    const auto id = DelegateId::make(work.now);
    work.db.run("INSERT INTO delegates (id, session_id, body, role, name, name_key, function, language, access_needs, registered_by, registered_at)"
                " VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)",
                id, session, delegate.body, delegate.role, delegate.name, key, delegate.function, delegate.language, delegate.access_needs,
                work.actor.log_name(), work.now);
    Audience readers{"secretariat"};
    if (!delegate.body.empty()) readers.push_back("member:" + delegate.body);
    set_audience(work, "delegate", id.str(), readers);
    work.record({"delegate.registered", "delegate", id.str(), {}, {{"session", session.str()}}});
    return id;
}

Done edit_delegate(Work& work, SessionId session, const Delegate& delegate) {
    const auto standing = TRY(standing_of(work, session, delegate.id));
    TRY(open_to(work, session, standing.body));
    if (standing.version != delegate.version) return conflict("delegate.changed");
    Delegate changed = delegate;
    changed.body = standing.body;
    TRY(check_delegate(work, changed));
    const std::string key = folded(delegate.name);
    if (taken(work, session, standing.body, key, delegate.id)) return conflict("delegate.twice");
    work.db.run("UPDATE delegates SET role = $2, name = $3, name_key = $4, function = $5, language = $6, access_needs = $7, version = version + 1"
                " WHERE id = $1", delegate.id, delegate.role, delegate.name, key, delegate.function, delegate.language, delegate.access_needs);
    work.record({"delegate.edited", "delegate", delegate.id.str()});
    return {};
}

Done withdraw_delegate(Work& work, SessionId session, DelegateId delegate, int version) {
    const auto standing = TRY(standing_of(work, session, delegate));
    TRY(open_to(work, session, standing.body));
    if (standing.version != version) return conflict("delegate.changed");
    if (work.db.query("SELECT 1 FROM attendance WHERE delegate_id = $1", delegate).next()) return conflict("delegate.attended");
    work.db.run("UPDATE delegates SET withdrawn_at = $2, version = version + 1 WHERE id = $1", delegate, work.now);
    set_audience(work, "delegate", delegate.str(), {});
    work.record({"delegate.withdrawn", "delegate", delegate.str()});
    return {};
}

Done tick_attendance(Work& work, SessionId id, DelegateId delegate, const std::vector<Date>& days) {
    TRY(access::require(work.actor, Permission::edit_council));
    const Session session = TRY(get_session(work.db, id));
    TRY(standing_of(work, id, delegate));
    if (session.state == "cancelled") return conflict("session.cancelled");
    const Date there = today_at(session, work.now);
    if (there < session.starts_on) return conflict("session.not_begun");
    for (const Date& day : days) {
        if (day < session.starts_on || session.ends_on < day || there < day) return invalid("attendance.day", "days");
    }
    work.db.run("DELETE FROM attendance WHERE delegate_id = $1", delegate);
    for (const Date& day : days) {
        work.db.run("INSERT INTO attendance (delegate_id, day, ticked_by, ticked_at) VALUES ($1, $2, $3, $4) ON CONFLICT (delegate_id, day) DO NOTHING",
                    delegate, day, work.actor.log_name(), work.now);
    }
    work.record({"attendance.ticked", "delegate", delegate.str(), {}, {{"days", std::to_string(days.size())}}});
    return {};
}

std::vector<Delegate> delegates_of(Work& work, SessionId session) {
    std::vector<Delegate> delegates;
    for (const auto row : work.db.query("SELECT d.id, d.body, d.role, d.name, d.function, d.language, d.access_needs, d.version FROM delegates d"
                                        " WHERE d.session_id = $1 AND d.withdrawn_at IS NULL AND " + visible_sql("delegate", "d.id", "$2") +
                                        " ORDER BY d.body, CASE d.role WHEN 'head' THEN 0 ELSE 1 END, d.id", session, json_words(work.actor))) {
        delegates.push_back({row.get<DelegateId>(0), std::string(row.text(1)), std::string(row.text(2)), std::string(row.text(3)),
                             std::string(row.text(4)), std::string(row.text(5)), std::string(row.text(6)), {}, row.get<int>(7)});
    }
    for (const auto row : work.db.query("SELECT a.delegate_id, a.day FROM attendance a JOIN delegates d ON d.id = a.delegate_id"
                                        " WHERE d.session_id = $1 ORDER BY a.day", session)) {
        const auto found = std::ranges::find(delegates, row.get<DelegateId>(0), &Delegate::id);
        if (found != delegates.end()) found->attended.push_back(row.get<Date>(1));
    }
    return delegates;
}

std::vector<DelegationCount> counts_of(store::Connection& db, SessionId session) {
    std::vector<DelegationCount> counts;
    for (const auto row : db.query("SELECT d.body, COUNT(DISTINCT d.id), COUNT(DISTINCT a.delegate_id) FROM delegates d"
                                   " LEFT JOIN attendance a ON a.delegate_id = d.id WHERE d.session_id = $1 AND d.withdrawn_at IS NULL"
                                   " GROUP BY d.body ORDER BY d.body", session)) {
        counts.push_back({std::string(row.text(0)), row.get<int>(1), row.get<int>(2)});
    }
    return counts;
}

std::vector<std::string> delegations_of(store::Connection& db, SessionId session) {
    std::vector<std::string> bodies;
    for (const auto row : db.query("SELECT DISTINCT body FROM delegates WHERE session_id = $1 AND withdrawn_at IS NULL"
                                   " AND role IN ('head', 'delegate', 'adviser') ORDER BY body", session)) {
        bodies.push_back(row.get<std::string>(0));
    }
    return bodies;
}

}  // namespace homeward::council
