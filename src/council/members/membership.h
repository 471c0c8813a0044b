#pragma once
// What a body is to the Council: member State, observer or partner, from one day to another. The States confirm it.

#include "council/members/body.h"

namespace homeward::council {

struct MembershipTag;
using MembershipId = Id<MembershipTag>;

/// What one State said to a proposal. One voice a State; it is not taken back.
struct Voice {
    std::string member;
    bool agrees = true;
    std::string reason;  ///< of an objection
    Instant given_at;
};

/// tier           member, observer, partner
/// state          proposed → confirmed, stopped by an objection, or withdrawn; confirmed holds from valid_from to valid_to
/// basis          founding (a State of the exchange), proposal
/// proposed_for   State that proposes; empty for the secretariat
struct Membership {
    MembershipId id;
    std::string body;  ///< its code
    std::string tier;
    std::string state;
    std::string basis;
    std::string reason;
    std::string proposed_for;
    Instant proposed_at;
    std::optional<Instant> decided_at;
    std::optional<Date> valid_from;
    std::optional<Date> valid_to;
    std::string end_reason;
    std::vector<Voice> voices;
};

struct NewMembership {
    std::string body;
    std::string tier;
    std::string reason;
    std::optional<Date> valid_from;  ///< the day of the last voice where none is said
};

/// Says since when a State of the exchange is a member, and who says so.
/// errors    forbidden without edit_council; not_found `membership.not_founding`; invalid council.text_…
Done date_founding(access::Work& work, std::string_view code, Date valid_from, const std::string& source);

/// Proposes a body. A State that proposes has said yes with it.
/// errors    forbidden unless secretariat or a member State's focal point; not_found `body.not_found`;
///           conflict `membership.proposed` while another waits, `membership.has_tier`; invalid `membership.tier`
Result<MembershipId> propose_membership(access::Work& work, const exchange::Exchange& exchange, const NewMembership& membership);

/// One State's yes, or its objection with the reason. The last yes confirms, an objection stops.
/// errors    forbidden unless a member State's focal point; not_found `membership.not_found`;
///           conflict `membership.decided`, `membership.spoken`; invalid council.text_missing for an objection without reason
Done speak_to_membership(access::Work& work, const exchange::Exchange& exchange, MembershipId id, bool agrees, const std::string& reason);

/// Takes a proposal back. errors  forbidden unless by who proposed it; conflict `membership.decided`
Done withdraw_membership(access::Work& work, MembershipId id);

/// Ends what was confirmed; the States of the exchange stay members as long as they take part in it.
/// errors    forbidden without edit_council; conflict `membership.not_current`, `membership.founding`; invalid `body.dates`
Done end_membership(access::Work& work, MembershipId id, Date valid_to, const std::string& reason);

Result<Membership> get_membership(store::Connection& db, MembershipId id);
/// Of one body, newest first.
std::vector<Membership> memberships_of(store::Connection& db, BodyId id);
/// Those that wait for voices, oldest first.
std::vector<Membership> open_proposals(store::Connection& db);
/// What it was on a day: member, observer, partner; empty for none of these.
std::string tier_of(store::Connection& db, BodyId id, Date on);

/// Who proposed it may take it back while it waits.
bool may_withdraw(const access::Actor& actor, const Membership& membership);
/// Whether the actor speaks for one of the member States.
bool speaks_for_state(const access::Actor& actor, const exchange::Exchange& exchange);

}  // namespace homeward::council
