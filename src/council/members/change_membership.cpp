#include <algorithm>
#include <array>

#include "council/audience.h"
#include "council/members/membership.h"
#include "council/rights.h"
#include "council/text_rules.h"
#include "mail/post.h"

namespace homeward::council {
namespace {

using access::Permission;
using access::Work;

constexpr std::array<std::string_view, 3> kTiers{"member", "observer", "partner"};

std::optional<Membership> current(Work& work, BodyId body) {
    for (auto& each : memberships_of(work.db, body)) {
        if (each.state == "confirmed" && in_force(each.valid_from, each.valid_to, work.today())) return each;
    }
    return std::nullopt;
}

void decide(Work& work, MembershipId id, const char* state) {
    work.db.run("UPDATE memberships SET state = $2, decided_at = $3 WHERE id = $1", id, state, work.now);
    work.record({std::string("membership.") + state, "membership", id.str()});
}

/// All States have said yes: what the body was before ends on the day before.
void confirm(Work& work, const Membership& membership) {
    const Body body = *find_body(work.db, membership.body);
    const Date from = membership.valid_from.value_or(work.today());
    if (const auto before = current(work, body.id)) {
        const Date last = std::max(from.plus_days(-1), before->valid_from.value_or(from.plus_days(-1)));
        work.db.run("UPDATE memberships SET valid_to = $2, end_reason = $3, ended_by = $4 WHERE id = $1", before->id, last, "", work.actor.log_name());
    }
    work.db.run("UPDATE memberships SET valid_from = $2 WHERE id = $1", membership.id, from);
    decide(work, membership.id, "confirmed");
    set_audience(work, "membership", membership.id.str(), {"signed_in"});
}

/// The States whose voices are missing hear that something waits, and nothing of what it is.
void ask_states(Work& work, const exchange::Exchange& exchange) {
    const auto states = member_states(exchange);
    for (const auto& account : access::list_accounts(work.db, access::Role::focal_point, "")) {
        if (account.id == work.actor.id || std::ranges::find(states, account.member) == states.end()) continue;
        mail::post(work, {account.id, "member_to_confirm", {}, "/members/proposals", {}, {}});
    }
}

void keep_voice(Work& work, const exchange::Exchange& exchange, MembershipId id, const Voice& voice) {
    work.db.run("INSERT INTO membership_voices (membership_id, member, agrees, reason, account_id, given_at) VALUES ($1, $2, $3, $4, $5, $6)",
                id, voice.member, voice.agrees, voice.reason, work.actor.id, voice.given_at);
    work.record({voice.agrees ? "membership.agreed" : "membership.objected", "membership", id.str(), {}, {{"member", voice.member}}});
    const Membership membership = get_membership(work.db, id).value();
    const auto agreed = [&](const std::string& state) {
        return std::ranges::any_of(membership.voices, [&](const Voice& each) { return each.member == state && each.agrees; });
    };
    if (!voice.agrees) decide(work, id, "stopped");
    else if (std::ranges::all_of(member_states(exchange), agreed)) confirm(work, membership);
}

}  // namespace

bool speaks_for_state(const access::Actor& actor, const exchange::Exchange& exchange) {
    const auto states = member_states(exchange);
    return std::ranges::find(states, side_of(actor)) != states.end();
}

bool may_withdraw(const access::Actor& actor, const Membership& membership) {
    return membership.proposed_for.empty() ? may(actor, Permission::edit_council) : speaks_for(actor, membership.proposed_for);
}

Done date_founding(Work& work, std::string_view code, Date valid_from, const std::string& source) {
    TRY(access::require(work.actor, Permission::edit_council));
    const Body body = TRY(get_body(work.db, code));
    TRY(check_text(source, 1000, "source"));
    const int changed = work.db.run("UPDATE memberships SET valid_from = $2, reason = $3 WHERE body_id = $1 AND basis = 'founding' AND state = 'confirmed'",
                                    body.id, valid_from, source);
    if (changed == 0) return not_found("membership.not_founding");
    work.record({"membership.dated", "body", body.id.str(), {}, {{"valid_from", valid_from.str()}}});
    return {};
}

Result<MembershipId> propose_membership(Work& work, const exchange::Exchange& exchange, const NewMembership& membership) {
    const bool by_state = speaks_for_state(work.actor, exchange);
    if (!by_state) TRY(access::require(work.actor, Permission::edit_council));
    const Body body = TRY(get_body(work.db, membership.body));
    if (std::ranges::find(kTiers, membership.tier) == kTiers.end() || (membership.tier == "member" && body.kind != "state")) {
        return invalid("membership.tier", "tier");
    }
    TRY(check_text(membership.reason, 2000, "reason"));
    if (work.db.query("SELECT 1 FROM memberships WHERE body_id = $1 AND state = 'proposed'", body.id).next()) return conflict("membership.proposed");
    const auto before = current(work, body.id);
    if (before && (before->basis == "founding" || before->tier == membership.tier)) return conflict("membership.has_tier");
    const auto id = MembershipId::make(work.now);
    work.db.run("INSERT INTO memberships (id, body_id, tier, state, basis, reason, proposed_by, proposed_for, proposed_at, valid_from)"
                " VALUES ($1, $2, $3, 'proposed', 'proposal', $4, $5, $6, $7, $8)",
                id, body.id, membership.tier, membership.reason, work.actor.log_name(), by_state ? work.actor.member : "", work.now,
                membership.valid_from);
    set_audience(work, "membership", id.str(), {"focal_points", "secretariat"});
    work.record({"membership.proposed", "membership", id.str(), {}, {{"tier", membership.tier}}});
    ask_states(work, exchange);
    if (by_state) keep_voice(work, exchange, id, {work.actor.member, true, "", work.now});
    return id;
}

Done speak_to_membership(Work& work, const exchange::Exchange& exchange, MembershipId id, bool agrees, const std::string& reason) {
    if (!speaks_for_state(work.actor, exchange)) return forbidden("membership.states_only");
    const Membership membership = TRY(get_membership(work.db, id));
    TRY(require_to_see(work, "membership", id.str(), "membership.not_found"));
    if (membership.state != "proposed") return conflict("membership.decided");
    if (std::ranges::find(membership.voices, work.actor.member, &Voice::member) != membership.voices.end()) return conflict("membership.spoken");
    if (agrees) TRY(check_optional_text(reason, 2000, "reason"));
    else TRY(check_text(reason, 2000, "reason"));
    keep_voice(work, exchange, id, {work.actor.member, agrees, reason, work.now});
    return {};
}

Done withdraw_membership(Work& work, MembershipId id) {
    const Membership membership = TRY(get_membership(work.db, id));
    TRY(require_to_see(work, "membership", id.str(), "membership.not_found"));
    if (!may_withdraw(work.actor, membership)) return forbidden("access.not_allowed");
    if (membership.state != "proposed") return conflict("membership.decided");
    decide(work, id, "withdrawn");
    return {};
}

Done end_membership(Work& work, MembershipId id, Date valid_to, const std::string& reason) {
    TRY(access::require(work.actor, Permission::edit_council));
    const Membership membership = TRY(get_membership(work.db, id));
    if (membership.basis == "founding") return conflict("membership.founding");
    if (membership.state != "confirmed" || membership.valid_to) return conflict("membership.not_current");
    if (membership.valid_from && valid_to < *membership.valid_from) return invalid("body.dates", "valid_to");
    TRY(check_text(reason, 2000, "reason"));
    work.db.run("UPDATE memberships SET valid_to = $2, end_reason = $3, ended_by = $4 WHERE id = $1", id, valid_to, reason, work.actor.log_name());
    work.record({"membership.ended", "membership", id.str(), {}, {{"valid_to", valid_to.str()}}});
    return {};
}

}  // namespace homeward::council
