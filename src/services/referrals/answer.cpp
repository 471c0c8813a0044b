#include <algorithm>
#include <array>

#include "casework/need.h"
#include "services/referrals/referral_store.h"

namespace homeward::services {
namespace {

using access::Permission;
using access::Work;

bool of_own_body(const access::Actor& actor, const Referral& referral) {
    return may(actor, Permission::answer_referral) && referral.way == "inside" && !actor.member.empty() && actor.member == referral.provider_id.str();
}

/// For who works with the person.
Result<Referral> of_sender(Work& work, ReferralId id) {
    if (!may(work.actor, Permission::refer)) return not_found("referral.not_found");
    auto referral = TRY(get_referral(work, id));
    TRY(casework::require_case(work, referral.case_id, Permission::refer));
    return referral;
}

/// In the version that the actor saw, and standing.
Done require_standing(const Referral& referral, int version) {
    if (referral.state == "revoked") return conflict("referral.revoked");
    if (referral.state == "withdrawn") return conflict("referral.withdrawn");
    return referral.version == version ? Done() : conflict("edit.changed_meanwhile");
}

struct Step {
    std::string state;
    std::optional<std::string> reason, result;
};

Result<Step> step_of(const Referral& referral, const ReferralAnswer& answer) {
    constexpr std::array<std::string_view, 5> reasons{"no_place", "not_for_us", "documents_missing", "did_not_come", "other"};
    constexpr std::array<std::string_view, 4> results{"given", "given_in_part", "did_not_come", "ended_early"};
    if (answer.answer != "accept" && answer.answer != "refuse" && answer.answer != "done") return invalid("referral.answer", "answer");
    if (referral.state != "sent" && referral.state != "accepted") return conflict("referral.answered");
    if (answer.answer == "accept") {
        if (referral.state == "accepted") return conflict("referral.answered");
        return Step{"accepted", {}, {}};
    }
    if (answer.answer == "refuse") {
        if (std::ranges::find(reasons, answer.code) == reasons.end()) return invalid("referral.reason", "code");
        return Step{"refused", answer.code, {}};
    }
    // What came back on paper may be the whole answer at once.
    if (referral.state == "sent" && referral.way == "inside") return conflict("referral.not_accepted");
    if (std::ranges::find(results, answer.code) == results.end()) return invalid("referral.result", "code");
    return Step{"done", {}, answer.code};
}

}  // namespace

Done answer_referral(Work& work, ReferralId id, int version, const ReferralAnswer& answer) {
    auto referral = TRY(get_referral(work, id));
    if (!of_own_body(work.actor, referral)) {
        referral = TRY(of_sender(work, id));
        if (referral.way == "inside") return not_found("referral.not_found");
    }
    TRY(require_standing(referral, version));
    const auto step = TRY(step_of(referral, answer));
    TRY(casework::check_text(answer.words, "words"));
    work.db.run("UPDATE referrals SET state = $2, reason = $3, result = $4, answer_sealed = $5, answered_by = $6, answered_at = $7, version = version + 1 WHERE id = $1",
                id, step.state, step.reason, step.result,
                TRY(casework::sealed(work, referral.person_id, {"referrals", "answer_sealed", id.str()}, trim(answer.words))), work.actor.id, work.now);
    work.record({"referral." + step.state, "referral", id.str(), referral.person_id.str(), {{"code", answer.answer == "accept" ? "" : answer.code}}});
    return note_referral(work, referral, step.state, answer.words);
}

Done revoke_referral(Work& work, ReferralId id, int version) {
    const auto referral = TRY(of_sender(work, id));
    TRY(require_standing(referral, version));
    work.db.run("UPDATE referrals SET state = 'revoked', reason = NULL, result = NULL, revoked_by = $2, revoked_at = $3, version = version + 1 WHERE id = $1", id,
                work.actor.id, work.now);
    work.record({"referral.revoked", "referral", id.str(), referral.person_id.str()});
    return note_referral(work, referral, "revoked", "");
}

Done note_handed_over(Work& work, ReferralId id, int version, Date on) {
    const auto referral = TRY(of_sender(work, id));
    TRY(require_standing(referral, version));
    if (referral.way == "inside") return conflict("referral.not_paper");
    if (work.latest_today() < on) return invalid("referral.in_the_future", "on");
    work.db.run("UPDATE referrals SET handed_over_on = $2, version = version + 1 WHERE id = $1", id, on);
    work.record({"referral.handed_over", "referral", id.str(), referral.person_id.str(), {{"on", on.str()}}});
    return note_referral(work, referral, referral.state, "");
}

Result<std::vector<Referral>> referrals_of(Work& work, casework::CaseId id) {
    const auto file = TRY(casework::require_case(work, id, Permission::refer));
    work.record({"referrals.read", "case_file", id.str(), file.person_id.str()});
    std::vector<Referral> referrals;
    for (const auto row : work.db.query(referral_columns() + "WHERE r.case_id = $1 ORDER BY r.id DESC", id)) referrals.push_back(TRY(referral_from(work, row)));
    return referrals;
}

Result<Referral> sent_referral(Work& work, ReferralId id) { return of_sender(work, id); }

Result<Referral> received_referral(Work& work, ReferralId id) {
    if (!may(work.actor, Permission::answer_referral)) return not_found("referral.not_found");
    const auto referral = TRY(get_referral(work, id));
    if (!of_own_body(work.actor, referral)) return not_found("referral.not_found");
    work.record({"referral.read", "referral", id.str(), referral.person_id.str()});
    return for_receiver(referral);
}

Result<ReferralPage> received_referrals(Work& work, bool open, std::optional<ReferralId> after, int limit) {
    TRY(access::require(work.actor, Permission::answer_referral));
    ReferralPage page;
    if (work.actor.member.empty()) return page;
    // One leaf for the list, as for any: it shows what was said of several.
    work.record({"referrals.received_read", "provider", work.actor.member});
    for (const auto row : work.db.query(referral_columns() + "WHERE r.provider_id = $1 AND r.way = 'inside' AND ($2 = '' OR r.id < $2)"
                                        " AND (NOT $3 OR (r.state IN ('sent', 'accepted')"
                                        " AND NOT EXISTS (SELECT 1 FROM recalls x WHERE x.about_kind = 'referral' AND x.about_id = r.id)))"
                                        " ORDER BY r.id DESC LIMIT $4", work.actor.member, after ? after->str() : "", open, limit + 1)) {
        if (static_cast<int>(page.items.size()) == limit) {
            page.next = page.items.back().id;
            break;
        }
        page.items.push_back(for_receiver(TRY(referral_from(work, row))));
    }
    return page;
}

}  // namespace homeward::services
