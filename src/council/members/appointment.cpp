#include "council/members/appointment.h"

#include "base/json.h"
#include "council/audience.h"

namespace homeward::council {
namespace {

using access::Permission;
using access::Work;

const std::string kSelect =
    "SELECT a.id, b.code, a.role, a.name, a.languages, a.starts_on, a.ends_on, a.account_id, COALESCE(c.username, ''), a.state, a.nominated_by,"
    " a.nominated_for, a.nominated_at, a.decided_at, a.decline_reason, a.ended_on, a.end_reason"
    " FROM appointments a JOIN bodies b ON b.id = a.body_id LEFT JOIN accounts c ON c.id = a.account_id";

Appointment appointment_of(const store::Row& row) {
    return {row.get<AppointmentId>(0), row.get<std::string>(1), row.get<std::string>(2), row.get<std::string>(3),
            json::read<std::vector<std::string>>(row.text(4)).value(), row.get<Date>(5), row.get<std::optional<Date>>(6),
            row.get<std::optional<access::AccountId>>(7), row.get<std::string>(8), row.get<std::string>(9), row.get<std::string>(10),
            row.get<std::string>(11), row.get<Instant>(12), row.get<std::optional<Instant>>(13), row.get<std::string>(14),
            row.get<std::optional<Date>>(15), row.get<std::string>(16)};
}

template <class... A>
std::vector<Appointment> list(store::Connection& db, const std::string& rest, const A&... values) {
    std::vector<Appointment> found;
    for (const auto row : db.query(kSelect + rest, values...)) found.push_back(appointment_of(row));
    return found;
}

}  // namespace

Result<Appointment> get_appointment(store::Connection& db, AppointmentId id) {
    auto found = list(db, " WHERE a.id = $1", id);
    if (found.empty()) return not_found("appointment.not_found");
    return std::move(found.front());
}

std::vector<Appointment> appointments_of(Work& work, BodyId body, std::optional<Date> on) {
    return list(work.db, " WHERE a.body_id = $1 AND " + visible_sql("appointment", "a.id", "$2") +
                " AND ($3 IS NULL OR (a.state IN ('confirmed', 'ended') AND a.starts_on <= $3 AND COALESCE(a.ended_on, '9999') >= $3))"
                " ORDER BY a.state = 'ended', a.role = 'focal_point' DESC, a.role = 'alternate' DESC, a.starts_on DESC, a.id",
                body, json_words(work.actor), on);
}

std::vector<Appointment> open_nominations(Work& work) {
    return list(work.db, " WHERE a.state = 'nominated' AND " + visible_sql("appointment", "a.id", "$1") + " ORDER BY a.nominated_at, a.id LIMIT 100",
                json_words(work.actor));
}

std::vector<Appointment> ending_terms(Work& work, Date by) {
    return list(work.db, " WHERE a.state = 'confirmed' AND a.ends_on <= $1 AND " + visible_sql("appointment", "a.id", "$2") +
                " ORDER BY a.ends_on, a.id LIMIT 100", by, json_words(work.actor));
}

std::vector<Appointment> without_account(store::Connection& db) {
    return list(db, " WHERE a.state = 'confirmed' AND a.account_id IS NULL ORDER BY a.decided_at, a.id LIMIT 200");
}

access::Role account_role(std::string_view appointment_role) {
    if (appointment_role == "expert") return access::Role::expert;
    if (appointment_role == "observer") return access::Role::observer;
    return access::Role::focal_point;  // An alternate stands in for the focal point; the State still has one voice.
}

bool may_confirm(const access::Actor& actor, const Appointment& appointment) {
    if (appointment.state != "nominated" || appointment.nominated_by == actor.log_name()) return false;
    return may(actor, Permission::edit_council) || (appointment.nominated_for.empty() && speaks_for(actor, appointment.body));
}

bool may_end(const access::Actor& actor, const Appointment& appointment) {
    // Nobody closes their own account by the way.
    if (appointment.state != "confirmed" || appointment.account_id == actor.id) return false;
    return may(actor, Permission::edit_council) || speaks_for(actor, appointment.body);
}

}  // namespace homeward::council
