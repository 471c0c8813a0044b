#include "council/members/members_json.h"

#include <algorithm>

#include "council/audience.h"

namespace homeward::council {

struct NameBody {
    BodyNameId id;
    std::string language, name, short_name;
    std::optional<Date> valid_from, valid_to;
    std::string source;
    bool in_force = true;
};
BOOST_DESCRIBE_STRUCT(NameBody, (), (id, language, name, short_name, valid_from, valid_to, source, in_force))
struct ParentBody {
    BodyParentId id;
    NamedBody body;
    std::optional<Date> valid_from, valid_to;
    std::string source;
    bool in_force = true;
};
BOOST_DESCRIBE_STRUCT(ParentBody, (), (id, body, valid_from, valid_to, source, in_force))
struct BodyAllows {
    bool edit = false, propose = false, nominate = false, date_founding = false;
};
BOOST_DESCRIBE_STRUCT(BodyAllows, (), (edit, propose, nominate, date_founding))
struct BodyBody {
    BodyId id;
    std::string code, kind, country, contact_url, note, source;
    int version = 1;
    Date on;
    std::string name, short_name, tier;
    std::vector<NameBody> names;
    std::vector<ParentBody> parents;
    std::vector<NamedBody> children;
    std::vector<MembershipBody> memberships;
    std::vector<AppointmentBody> appointments;
    std::vector<AgreementBody> agreements;
    BodyAllows allows;
};
BOOST_DESCRIBE_STRUCT(BodyBody, (), (id, code, kind, country, contact_url, note, source, version, on, name, short_name, tier, names, parents, children,
                                     memberships, appointments, agreements, allows))

namespace {

using access::Permission;
using access::Work;

std::string how_near(const std::optional<Date>& end, Date today, int warning_days) {
    if (!end || today.plus_days(warning_days) < *end) return "open";
    return *end < today ? "over" : "ending";
}

NamedBody named(Work& work, const std::string& code, Date on, std::string_view language) { return {code, name_of(work.db, code, on, language)}; }

void add_people(Work& work, BodyBody& out, std::optional<Date> on, std::string_view language) {
    for (const auto& each : appointments_of(work, out.id, on)) out.appointments.push_back(appointment_body(work, each, language));
}

void add_standing(Work& work, const exchange::Exchange& exchange, BodyBody& out, std::optional<Date> on, std::string_view language) {
    for (const auto& each : memberships_of(work.db, out.id)) {
        if (!may_see(work, "membership", each.id.str())) continue;
        if (on && (each.state != "confirmed" || !in_force(each.valid_from, each.valid_to, *on))) continue;
        out.memberships.push_back(membership_body(work, exchange, each, language));
    }
    for (const auto& each : list_agreements(work, {.body = out.code, .on = on})) {
        out.agreements.push_back(agreement_body(work, each, language));
    }
}

void add_history(Work& work, BodyBody& out, std::optional<Date> on, std::string_view language) {
    for (const auto& each : names_of(work.db, out.id)) {
        const bool now = in_force(each.valid_from, each.valid_to, out.on);
        if (now || !on) out.names.push_back({each.id, each.language, each.name, each.short_name, each.valid_from, each.valid_to, each.source, now});
    }
    for (const auto& each : parents_of(work.db, out.id)) {
        const bool now = in_force(each.valid_from, each.valid_to, out.on);
        if (now || !on) {
            out.parents.push_back({each.id, named(work, each.code, out.on, language), each.valid_from, each.valid_to, each.source, now});
        }
    }
    for (const auto& code : children_of(work.db, out.id, out.on)) out.children.push_back(named(work, code, out.on, language));
}

}  // namespace

MembershipBody membership_body(Work& work, const exchange::Exchange& exchange, const Membership& m, std::string_view language) {
    MembershipBody out{m.id, named(work, m.body, work.today(), language), m.tier, m.state, m.basis, m.reason, m.proposed_for, m.proposed_at,
                       m.decided_at, m.valid_from, m.valid_to, m.end_reason, m.voices, {}, {}};
    if (m.state == "proposed") {
        for (const auto& state : member_states(exchange)) {
            if (std::ranges::find(m.voices, state, &Voice::member) == m.voices.end()) out.missing.push_back(state);
        }
        out.allows.speak = speaks_for_state(work.actor, exchange) && std::ranges::find(out.missing, work.actor.member) != out.missing.end();
        out.allows.withdraw = may_withdraw(work.actor, m);
    }
    out.allows.end = m.state == "confirmed" && m.basis == "proposal" && !m.valid_to && may(work.actor, Permission::edit_council);
    return out;
}

AppointmentBody appointment_body(Work& work, const Appointment& a, std::string_view language) {
    const bool decides = may(work.actor, Permission::edit_council) || speaks_for(work.actor, a.body);
    return {a.id, named(work, a.body, work.today(), language), a.role, a.name, a.languages, a.starts_on, a.ends_on,
            how_near(a.ends_on, work.today(), kTermWarningDays), a.account_id.has_value(), a.state, a.nominated_for, a.nominated_at, a.decided_at,
            a.decline_reason, a.ended_on, a.end_reason, {may_confirm(work.actor, a), a.state == "nominated" && decides, may_end(work.actor, a)}};
}

AgreementBody agreement_body(Work& work, const Agreement& a, std::string_view language) {
    AgreementBody out{a.id, a.kind, a.title, a.signed_on, a.force_from, a.force_to, how_near(a.force_to, work.today(), kExpiryWarningDays), a.marking,
                      a.note, a.source, a.source_url, {}, a.deliverables, 0, a.version, {may(work.actor, Permission::edit_council), may_report(work.actor, a)}};
    // A party is called as it was when it signed.
    for (const auto& party : a.parties) out.parties.push_back(named(work, party, a.signed_on.latest(), language));
    out.overdue = static_cast<int>(std::ranges::count_if(a.deliverables, [&](const Deliverable& d) {
        return d.state == "open" && d.due_on && *d.due_on < work.today();
    }));
    return out;
}

Result<http::Reply> body_reply(Work& work, const exchange::Exchange& exchange, std::string_view code, std::optional<Date> on, std::string_view language) {
    TRY(access::require(work.actor, Permission::read_council));
    const Body b = TRY(get_body(work.db, code));
    TRY(require_to_see(work, "body", b.id.str(), "body.not_found"));
    const Date day = on.value_or(work.today());
    BodyBody out{b.id, b.code, b.kind, b.country, b.contact_url, b.note, b.source, b.version, day, name_of(work.db, b.code, day, language),
                 short_name_of(work.db, b.code, day, language), tier_of(work.db, b.id, day), {}, {}, {}, {}, {}, {}, {}};
    add_history(work, out, on, language);
    add_standing(work, exchange, out, on, language);
    add_people(work, out, on, language);
    const bool edits = may(work.actor, Permission::edit_council);
    const auto states = member_states(exchange);
    const bool founding = std::ranges::find(states, b.code) != states.end();
    out.allows = {edits, !founding && (edits || speaks_for_state(work.actor, exchange)), edits || speaks_for(work.actor, b.code), edits && founding};
    return http::ok(out);
}

}  // namespace homeward::council
