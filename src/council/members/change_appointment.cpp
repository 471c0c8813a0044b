#include <algorithm>
#include <array>

#include "access/accounts.h"
#include "base/json.h"
#include "council/audience.h"
#include "council/members/appointment.h"
#include "council/members/membership.h"
#include "council/text_rules.h"
#include "mail/post.h"

namespace homeward::council {
namespace {

using access::Permission;
using access::Work;

constexpr std::array<std::string_view, 4> kRoles{"focal_point", "alternate", "expert", "observer"};

Done check_nomination(const Nomination& nomination) {
    if (std::ranges::find(kRoles, nomination.role) == kRoles.end()) return invalid("appointment.role", "role");
    TRY(check_text(nomination.name, 200, "name"));
    if (nomination.languages.empty() || nomination.languages.size() > 12) return invalid("appointment.languages", "languages");
    for (const auto& language : nomination.languages) {
        if (language.size() < 2 || language.size() > 8) return invalid("appointment.languages", "languages");
    }
    if (nomination.ends_on && *nomination.ends_on < nomination.starts_on) return invalid("appointment.term", "ends_on");
    return {};
}

bool has_focal_point_in(Work& work, const Appointment& appointment) {
    return work.db.query("SELECT 1 FROM appointments a JOIN bodies b ON b.id = a.body_id WHERE b.code = $1 AND a.role = 'focal_point'"
                         " AND a.state = 'confirmed' AND a.starts_on <= COALESCE($3, '9999') AND COALESCE(a.ends_on, '9999') >= $2",
                         appointment.body, appointment.starts_on, appointment.ends_on).next();
}

/// Before it is decided a nomination is for those who decide.
Audience deciders(std::string_view body) { return {"secretariat", "focal:" + std::string(body)}; }

/// Who may confirm it hears that something waits, and nothing of whom.
void ask_to_confirm(Work& work, const Nomination& nomination, bool own) {
    for (const auto& account : access::list_accounts(work.db, own ? access::Role::secretariat : access::Role::focal_point, "")) {
        if (account.id == work.actor.id || (!own && account.member != nomination.body)) continue;
        mail::post(work, {account.id, "member_to_confirm", {}, "/members/proposals", {}, {}});
    }
}

Result<Appointment> seen(Work& work, AppointmentId id) {
    TRY(require_to_see(work, "appointment", id.str(), "appointment.not_found"));
    return get_appointment(work.db, id);
}

}  // namespace

Result<AppointmentId> nominate(Work& work, const Nomination& nomination) {
    const bool own = speaks_for(work.actor, nomination.body);
    if (!own) TRY(access::require(work.actor, Permission::edit_council));
    const Body body = TRY(get_body(work.db, nomination.body));
    TRY(check_nomination(nomination));
    if (nomination.role != "expert" && tier_of(work.db, body.id, work.today()).empty()) return conflict("appointment.no_tier");
    const auto id = AppointmentId::make(work.now);
    work.db.run("INSERT INTO appointments (id, body_id, role, name, languages, starts_on, ends_on, state, nominated_by, nominated_for, nominated_at)"
                " VALUES ($1, $2, $3, $4, $5, $6, $7, 'nominated', $8, $9, $10)",
                id, body.id, nomination.role, trim(nomination.name), json::write(nomination.languages), nomination.starts_on, nomination.ends_on,
                work.actor.log_name(), own ? nomination.body : "", work.now);
    set_audience(work, "appointment", id.str(), deciders(nomination.body));
    ask_to_confirm(work, nomination, own);
    work.record({"appointment.nominated", "appointment", id.str(), {}, {{"body", nomination.body}, {"role", nomination.role}}});
    return id;
}

Done confirm_appointment(Work& work, AppointmentId id) {
    const Appointment appointment = TRY(seen(work, id));
    if (appointment.state != "nominated") return conflict("appointment.decided");
    // A second account looks before somebody speaks for a State.
    if (appointment.nominated_by == work.actor.log_name()) return forbidden("appointment.second_person");
    if (!may_confirm(work.actor, appointment)) return forbidden("access.not_allowed");
    if (appointment.role == "focal_point" && has_focal_point_in(work, appointment)) return conflict("appointment.overlap");
    work.db.run("UPDATE appointments SET state = 'confirmed', decided_by = $2, decided_at = $3 WHERE id = $1", id, work.actor.log_name(), work.now);
    set_audience(work, "appointment", id.str(), {"signed_in"});
    work.record({"appointment.confirmed", "appointment", id.str()});
    return {};
}

Done decline_appointment(Work& work, AppointmentId id, const std::string& reason) {
    const Appointment appointment = TRY(seen(work, id));
    if (appointment.state != "nominated") return conflict("appointment.decided");
    if (!speaks_for(work.actor, appointment.body)) TRY(access::require(work.actor, Permission::edit_council));
    TRY(check_text(reason, 2000, "reason"));
    work.db.run("UPDATE appointments SET state = 'declined', decided_by = $2, decided_at = $3, decline_reason = $4 WHERE id = $1",
                id, work.actor.log_name(), work.now, reason);
    work.record({"appointment.declined", "appointment", id.str()});
    return {};
}

Done end_appointment(Work& work, AppointmentId id, Date ended_on, const std::string& reason) {
    const Appointment appointment = TRY(seen(work, id));
    if (!speaks_for(work.actor, appointment.body)) TRY(access::require(work.actor, Permission::edit_council));
    if (appointment.state != "confirmed") return conflict("appointment.not_confirmed");
    if (work.latest_today() < ended_on) return invalid("appointment.ended_on", "ended_on");
    TRY(check_text(reason, 2000, "reason"));
    work.db.run("UPDATE appointments SET state = 'ended', ended_on = $2, ended_by = $3, end_reason = $4 WHERE id = $1",
                id, ended_on, work.actor.log_name(), reason);
    work.record({"appointment.ended", "appointment", id.str(), {}, {{"ended_on", ended_on.str()}}});
    if (!appointment.account_id) return {};
    if (work.db.query("SELECT 1 FROM appointments WHERE account_id = $1 AND state = 'confirmed'", *appointment.account_id).next()) return {};
    return access::disable_account(work, *appointment.account_id);
}

Done link_account(Work& work, AppointmentId id, access::AccountId account) {
    TRY(access::require(work.actor, Permission::manage_accounts));
    const Appointment appointment = TRY(get_appointment(work.db, id));
    if (appointment.state != "confirmed") return conflict("appointment.not_confirmed");
    const auto owner = TRY(access::get_account(work.db, account));
    if (work.db.query("SELECT 1 FROM accounts WHERE id = $1 AND disabled_at IS NOT NULL", account).next()) return conflict("account.closed");
    if (owner.role != account_role(appointment.role) || owner.member != appointment.body) return conflict("appointment.other_account");
    work.db.run("UPDATE appointments SET account_id = $2 WHERE id = $1", id, account);
    work.record({"appointment.account_linked", "appointment", id.str(), {}, {{"account", account.str()}}});
    return {};
}

}  // namespace homeward::council
