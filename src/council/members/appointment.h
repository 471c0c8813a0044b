#pragma once
// Officials whom a body names to the Council: nominated → confirmed → ended. Two accounts make one.

#include "council/members/body.h"
#include "council/rights.h"

namespace homeward::council {

struct AppointmentTag;
using AppointmentId = Id<AppointmentTag>;

/// A term that ends within so many days stands on the desk.
constexpr int kTermWarningDays = 60;

/// role           focal_point, alternate, expert, observer
/// starts_on      first day of the term; ends_on its last, empty while open
/// state          nominated → confirmed or declined; confirmed → ended
/// nominated_for  the body that nominates; empty for the secretariat
struct Appointment {
    AppointmentId id;
    std::string body;  ///< its code
    std::string role;
    std::string name;
    std::vector<std::string> languages;  ///< BCP 47
    Date starts_on;
    std::optional<Date> ends_on;
    std::optional<access::AccountId> account_id;
    std::string username;  ///< of that account
    std::string state = "nominated";
    std::string nominated_by;  ///< as the log names the account
    std::string nominated_for;
    Instant nominated_at;
    std::optional<Instant> decided_at;
    std::string decline_reason;
    std::optional<Date> ended_on;
    std::string end_reason;
};

struct Nomination {
    std::string body;
    std::string role;
    std::string name;
    std::vector<std::string> languages;
    Date starts_on;
    std::optional<Date> ends_on;
};

/// Nominates: a body's own focal point, or the secretariat for it.
/// errors    forbidden; not_found `body.not_found`; conflict `appointment.no_tier` for a body that is nothing to the Council
///           (experts excepted); invalid `appointment.role`, `appointment.languages`, `appointment.term`, council.text_…
Result<AppointmentId> nominate(access::Work& work, const Nomination& nomination);

/// Confirms what another account nominated: the secretariat, or the body's focal point where the secretariat nominated.
/// errors    forbidden `appointment.second_person`, access.not_allowed; not_found; conflict `appointment.decided`,
///           `appointment.overlap` while the body has another focal point in this term
Done confirm_appointment(access::Work& work, AppointmentId id);
/// Declines it, or takes it back. errors  as above; invalid council.text_missing
Done decline_appointment(access::Work& work, AppointmentId id, const std::string& reason);
/// Ends it; the account that was made for it closes at once unless another appointment needs it.
/// errors    forbidden unless secretariat or the body's own focal point; conflict `appointment.not_confirmed`, `account.own`;
///           invalid `appointment.ended_on` for a day to come, council.text_missing
Done end_appointment(access::Work& work, AppointmentId id, Date ended_on, const std::string& reason);
/// Notes whose account serves it. errors  forbidden without manage_accounts; conflict `appointment.not_confirmed`,
///           `account.closed`, `appointment.other_account` when role or member are not those of the account
Done link_account(access::Work& work, AppointmentId id, access::AccountId account);

/// The account's role for one that is named so.
access::Role account_role(std::string_view appointment_role);

Result<Appointment> get_appointment(store::Connection& db, AppointmentId id);
/// Of a body, those this reader may see; with `on`, only who served on that day.
std::vector<Appointment> appointments_of(access::Work& work, BodyId body, std::optional<Date> on);
/// Nominated ones that wait, oldest first.
std::vector<Appointment> open_nominations(access::Work& work);
/// Confirmed ones whose term ends by this day, or has ended, soonest first.
std::vector<Appointment> ending_terms(access::Work& work, Date by);
/// Confirmed ones for which no account was made.
std::vector<Appointment> without_account(store::Connection& db);

bool may_confirm(const access::Actor& actor, const Appointment& appointment);
bool may_end(const access::Actor& actor, const Appointment& appointment);

}  // namespace homeward::council
