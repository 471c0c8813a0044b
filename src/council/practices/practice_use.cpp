#include "council/practices/practice_use.h"

#include <algorithm>

#include "council/audience.h"
#include "council/members/body.h"
#include "council/person_data.h"
#include "council/practices/practice_rules.h"
#include "council/text_rules.h"

namespace homeward::council {
namespace {

using access::Permission;
using access::Work;

Done check_outcome(const PracticeOutcome& said) {
    constexpr std::array<std::string_view, 4> outcomes{"worked", "partly", "did_not", "too_early"};
    if (std::ranges::find(outcomes, said.outcome) == outcomes.end()) return invalid("practice.outcome", "outcome");
    TRY(check_text(said.note, 4000, "note"));
    return check_no_person_data(said.note, "note");
}

Done check_use(const NewPracticeUse& use, Date today) {
    TRY(check_text(use.place, 300, "place"));
    TRY(check_text(use.changed, 4000, "changed"));
    for (const auto& [text, field] : {std::pair(std::string_view(use.place), "place"), std::pair(std::string_view(use.changed), "changed")}) {
        TRY(check_no_person_data(text, field));
    }
    if (today < use.since.earliest()) return invalid("practice.use_since", "since");
    return check_outcome(use);
}

void keep_outcome(Work& work, PracticeUseId id, int version, const PracticeOutcome& said) {
    work.db.run("INSERT INTO practice_use_outcomes (use_id, version, outcome, outcome_note, said_by, said_at) VALUES ($1, $2, $3, $4, $5, $6)", id,
                version, said.outcome, said.note, work.actor.id, work.now);
}

}  // namespace

std::vector<PracticeUse> list_uses(store::Connection& db, PracticeId series) {
    std::vector<PracticeUse> uses;
    for (const auto row : db.query("SELECT u.id, u.practice_id, p.edition, u.state, u.place, u.since, u.changed, u.outcome, u.outcome_note, u.version,"
                                   " u.recorded_at FROM practice_uses u JOIN practices p ON p.id = u.practice_id WHERE u.series_id = $1"
                                   " ORDER BY u.recorded_at DESC, u.id DESC", series)) {
        PracticeUse use;
        use.id = row.get<PracticeUseId>(0);
        use.practice_id = row.get<PracticeId>(1);
        use.edition = row.get<int>(2);
        use.state = row.text(3);
        use.place = row.text(4);
        use.since = row.get<PartialDate>(5);
        use.changed = row.text(6);
        use.outcome = row.text(7);
        use.note = row.text(8);
        use.version = row.get<int>(9);
        use.recorded_at = row.get<Instant>(10);
        for (const auto said : db.query("SELECT outcome, outcome_note, said_at FROM practice_use_outcomes WHERE use_id = $1 ORDER BY version", use.id)) {
            use.earlier.push_back({{said.get<std::string>(0), said.get<std::string>(1)}, said.get<Instant>(2)});
        }
        uses.push_back(std::move(use));
    }
    return uses;
}

Result<PracticeUseId> record_use(Work& work, const exchange::Membership& members, PracticeId id, const NewPracticeUse& use) {
    const Practice practice = TRY(see_practice(work, id));
    TRY(access::require(work.actor, Permission::speak_for_member));
    if (!is_state(members, work.actor.member)) return invalid("practice.use_state");
    if (work.actor.member == practice.state) return conflict("practice.use_own");
    if (practice.stage != PracticeStage::published) return conflict("practice.stage");
    TRY(check_use(use, work.latest_today()));
    const auto use_id = PracticeUseId::make(work.now);
    work.db.run("INSERT INTO practice_uses (id, series_id, practice_id, state, place, since, changed, outcome, outcome_note, version, recorded_by, recorded_at)"
                " VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, 1, $10, $11)",
                use_id, practice.series, id, work.actor.member, use.place, use.since, use.changed, use.outcome, use.note, work.actor.id, work.now);
    keep_outcome(work, use_id, 1, use);
    work.record({"practice.use_recorded", "practice", id.str(), {}, {{"use", use_id.str()}}});
    return use_id;
}

Done update_use(Work& work, PracticeUseId id, int seen, const PracticeOutcome& said) {
    auto query = work.db.query("SELECT practice_id, state, version FROM practice_uses WHERE id = $1", id);
    if (!query.next()) return not_found("practice.use_not_found");
    const auto practice = query.row().get<PracticeId>(0);
    const auto state = query.row().get<std::string>(1);
    const int version = query.row().get<int>(2);
    TRY(require_to_see(work, "practice", practice.str(), "practice.use_not_found"));
    TRY(access::require(work.actor, Permission::speak_for_member));
    if (work.actor.member != state) return forbidden("practice.not_your_state");
    if (seen != version) return conflict("edit.changed_meanwhile");
    TRY(check_outcome(said));
    work.db.run("UPDATE practice_uses SET outcome = $2, outcome_note = $3, version = version + 1 WHERE id = $1", id, said.outcome, said.note);
    keep_outcome(work, id, version + 1, said);
    work.record({"practice.use_updated", "practice", practice.str(), {}, {{"use", id.str()}}});
    return {};
}

}  // namespace homeward::council
