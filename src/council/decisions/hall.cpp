#include "council/decisions/hall.h"

#include <algorithm>

#include "council/members/body.h"

namespace homeward::council {

std::vector<std::string> states_present(store::Connection& db, const exchange::Exchange& exchange, SessionId session, Date day) {
    const auto states = member_states(exchange);
    std::vector<std::string> present;
    for (const auto row : db.query("SELECT DISTINCT d.body FROM delegates d JOIN attendance a ON a.delegate_id = d.id AND a.day = $2"
                                   " WHERE d.session_id = $1 AND d.withdrawn_at IS NULL AND d.role IN ('head', 'delegate', 'adviser') ORDER BY d.body", session, day)) {
        if (std::ranges::find(states, row.text(0)) != states.end()) present.push_back(row.get<std::string>(0));
    }
    return present;
}

Done check_hall(store::Connection& db, const exchange::Exchange& exchange, const Session& session, Date decided_on, Instant now) {
    if (session.kind != "plenary" && session.kind != "working_group") return conflict("decision.no_hall");
    if (session.state == "cancelled") return conflict("decision.hall_cancelled");
    if (session.state != "held") return conflict("decision.hall_not_held");
    if (decided_on < session.starts_on || session.ends_on < decided_on) return invalid("decision.date", "decided_on");
    if (today_at(session, now) < decided_on) return invalid("decision.not_yet", "decided_on");
    if (states_present(db, exchange, session.id, decided_on).size() < kLeastStatesInHall) {
        return invalid("decision.too_few_states", "decided_on", {{"states", std::to_string(kLeastStatesInHall)}});
    }
    return {};
}

std::vector<Date> hall_days(store::Connection& db, const exchange::Exchange& exchange, const Session& session, Instant now) {
    std::vector<Date> days;
    const Date last = std::min(session.ends_on, today_at(session, now));
    for (Date day = session.starts_on; day <= last; day = day.plus_days(1)) {
        if (check_hall(db, exchange, session, day, now)) days.push_back(day);
    }
    return days;
}

}  // namespace homeward::council
