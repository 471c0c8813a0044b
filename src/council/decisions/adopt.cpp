// What the calendar does to decisions. No request comes here.
#include "council/decisions/decision_store.h"

namespace homeward::council {
namespace {

using access::Work;

constexpr int kRemindDaysBefore = 1;

Done adopt(Work& work, DecisionId id, Date adopted_on) {
    set_adopted(work.db, id, adopted_on);
    // It ended with its last day, whenever this program came to note it.
    const Instant ended{adopted_on.plus_days(1).days() * 86'400'000};
    work.db.run("UPDATE decision_silences SET outcome = 'adopted', ended_at = $2 WHERE decision_id = $1 AND outcome IS NULL", id, ended);
    TRY(show_decision(work, id));
    work.record({"decision.adopted", "decision", id.str()});
    tell(work, {"focal_points", "secretariat"}, news_of("decision_adopted", TRY(get_decision(work, id)), adopted_on));
    return {};
}

}  // namespace

Done adopt_what_is_due(Work& work) {
    std::vector<std::pair<DecisionId, Date>> due;
    for (const auto row : work.db.query("SELECT id, ends_on FROM decisions WHERE state = 'silence' AND ends_on < $1 ORDER BY ends_on, id", work.today())) {
        due.emplace_back(row.get<DecisionId>(0), row.get<Date>(1));
    }
    for (const auto& [id, ends_on] : due) TRY(adopt(work, id, ends_on));
    return {};
}

Done remind_of_silences(Work& work) {
    std::vector<DecisionId> soon;
    for (const auto row : work.db.query("SELECT d.id FROM decisions d JOIN decision_silences s ON s.decision_id = d.id AND s.outcome IS NULL"
                                        " WHERE d.state = 'silence' AND d.ends_on >= $1 AND d.ends_on <= $2 AND s.reminded_at IS NULL",
                                        work.today(), work.today().plus_days(kRemindDaysBefore))) {
        soon.push_back(row.get<DecisionId>(0));
    }
    for (const auto& id : soon) {
        const Decision decision = TRY(get_decision(work, id));
        work.db.run("UPDATE decision_silences SET reminded_at = $2 WHERE decision_id = $1 AND outcome IS NULL", id, work.now);
        tell(work, {"focal_points"}, news_of("silence_ends_soon", decision, *decision.ends_on));
    }
    return {};
}

}  // namespace homeward::council
