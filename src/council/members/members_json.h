#pragma once
// How the API shows bodies, proposals and officials. Only .cpp files include this: it pulls Boost.Describe.

#include "base/json.h"
#include "council/members/agreement.h"
#include "council/members/appointment.h"
#include "council/members/membership.h"
#include "council/requests.h"
#include "http/json_reply.h"

namespace homeward::council {

struct NamedBody {
    std::string code, name;
};
BOOST_DESCRIBE_STRUCT(NamedBody, (), (code, name))

BOOST_DESCRIBE_STRUCT(Voice, (), (member, agrees, reason, given_at))
struct MembershipAllows {
    bool speak = false, withdraw = false, end = false;
};
BOOST_DESCRIBE_STRUCT(MembershipAllows, (), (speak, withdraw, end))
struct MembershipBody {
    MembershipId id;
    NamedBody body;
    std::string tier, state, basis, reason, proposed_for;
    Instant proposed_at;
    std::optional<Instant> decided_at;
    std::optional<Date> valid_from, valid_to;
    std::string end_reason;
    std::vector<Voice> voices;
    std::vector<std::string> missing;  ///< States that have not spoken
    MembershipAllows allows;
};
BOOST_DESCRIBE_STRUCT(MembershipBody, (), (id, body, tier, state, basis, reason, proposed_for, proposed_at, decided_at, valid_from, valid_to,
                                           end_reason, voices, missing, allows))

struct AppointmentAllows {
    bool confirm = false, decline = false, end = false;
};
BOOST_DESCRIBE_STRUCT(AppointmentAllows, (), (confirm, decline, end))
struct AppointmentBody {
    AppointmentId id;
    NamedBody body;
    std::string role, name;
    std::vector<std::string> languages;
    Date starts_on;
    std::optional<Date> ends_on;
    std::string term;  ///< open, ending, over
    bool has_account = false;
    std::string state, nominated_for;
    Instant nominated_at;
    std::optional<Instant> decided_at;
    std::string decline_reason;
    std::optional<Date> ended_on;
    std::string end_reason;
    AppointmentAllows allows;
};
BOOST_DESCRIBE_STRUCT(AppointmentBody, (), (id, body, role, name, languages, starts_on, ends_on, term, has_account, state, nominated_for, nominated_at,
                                            decided_at, decline_reason, ended_on, end_reason, allows))

BOOST_DESCRIBE_STRUCT(Deliverable, (), (id, title, due_on, state, evidence, version))
struct AgreementAllows {
    bool edit = false, report = false;
};
BOOST_DESCRIBE_STRUCT(AgreementAllows, (), (edit, report))
struct AgreementBody {
    AgreementId id;
    std::string kind, title;
    PartialDate signed_on;
    std::optional<Date> force_from, force_to;
    std::string expiry;  ///< open, ending, over
    std::string marking, note, source, source_url;
    std::vector<NamedBody> parties;
    std::vector<Deliverable> deliverables;
    int overdue = 0;  ///< open deliverables past their day
    int version = 1;
    AgreementAllows allows;
};
BOOST_DESCRIBE_STRUCT(AgreementBody, (), (id, kind, title, signed_on, force_from, force_to, expiry, marking, note, source, source_url, parties,
                                          deliverables, overdue, version, allows))

MembershipBody membership_body(access::Work& work, const exchange::Exchange& exchange, const Membership& membership, std::string_view language);
AppointmentBody appointment_body(access::Work& work, const Appointment& appointment, std::string_view language);
AgreementBody agreement_body(access::Work& work, const Agreement& agreement, std::string_view language);

/// One body as it stood on a day; today where none is said.
Result<http::Reply> body_reply(access::Work& work, const exchange::Exchange& exchange, std::string_view code, std::optional<Date> on,
                               std::string_view language);

}  // namespace homeward::council
