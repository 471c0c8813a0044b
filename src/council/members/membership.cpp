#include "council/members/membership.h"

namespace homeward::council {
namespace {

constexpr const char* kSelect =
    "SELECT m.id, b.code, m.tier, m.state, m.basis, m.reason, m.proposed_for, m.proposed_at, m.decided_at, m.valid_from, m.valid_to, m.end_reason"
    " FROM memberships m JOIN bodies b ON b.id = m.body_id";

Membership membership_of(const store::Row& row) {
    return {row.get<MembershipId>(0), row.get<std::string>(1), row.get<std::string>(2), row.get<std::string>(3), row.get<std::string>(4),
            row.get<std::string>(5), row.get<std::string>(6), row.get<Instant>(7), row.get<std::optional<Instant>>(8),
            row.get<std::optional<Date>>(9), row.get<std::optional<Date>>(10), row.get<std::string>(11), {}};
}

std::vector<Voice> voices_of(store::Connection& db, MembershipId id) {
    std::vector<Voice> voices;
    for (const auto row : db.query("SELECT member, agrees, reason, given_at FROM membership_voices WHERE membership_id = $1 ORDER BY given_at, member", id)) {
        voices.push_back({row.get<std::string>(0), row.get<bool>(1), row.get<std::string>(2), row.get<Instant>(3)});
    }
    return voices;
}

template <class... A>
std::vector<Membership> list(store::Connection& db, const char* rest, const A&... values) {
    std::vector<Membership> memberships;
    for (const auto row : db.query(std::string(kSelect) + rest, values...)) memberships.push_back(membership_of(row));
    for (auto& membership : memberships) membership.voices = voices_of(db, membership.id);
    return memberships;
}

}  // namespace

Result<Membership> get_membership(store::Connection& db, MembershipId id) {
    auto found = list(db, " WHERE m.id = $1", id);
    if (found.empty()) return not_found("membership.not_found");
    return std::move(found.front());
}

std::vector<Membership> memberships_of(store::Connection& db, BodyId id) {
    return list(db, " WHERE m.body_id = $1 ORDER BY m.proposed_at DESC, m.id DESC", id);
}

std::vector<Membership> open_proposals(store::Connection& db) {
    return list(db, " WHERE m.state = 'proposed' ORDER BY m.proposed_at, m.id");
}

std::string tier_of(store::Connection& db, BodyId id, Date on) {
    return db.query("SELECT tier FROM memberships WHERE body_id = $1 AND state = 'confirmed' AND COALESCE(valid_from, '') <= $2"
                    " AND COALESCE(valid_to, '9999') >= $2 ORDER BY valid_from DESC LIMIT 1", id, on).value<std::string>().value_or("");
}

}  // namespace homeward::council
