#include "council/commitments/initiative.h"

#include "council/audience.h"
#include "council/members/body.h"
#include "council/rights.h"
#include "council/text_rules.h"
#include "council/topics.h"

namespace homeward::council {
namespace {

using access::Work;

constexpr const char* kSelect = "SELECT i.id, i.title_en, i.title_ru, i.body, i.state, i.place, i.starts_on, i.ends_on, i.pillar, i.topic, i.funder,"
                                " i.source, i.public, i.version FROM initiatives i WHERE i.withdrawn_because IS NULL";

Initiative initiative_of(const store::Row& row) {
    return {row.get<InitiativeId>(0), row.get<std::string>(1), row.get<std::string>(2), row.get<std::string>(3), row.get<std::string>(4),
            row.get<std::string>(5), row.get<PartialDate>(6), row.get<std::optional<Date>>(7), row.get<std::string>(8), row.get<std::string>(9),
            row.get<std::string>(10), row.get<std::string>(11), row.get<bool>(12), row.get<int>(13)};
}

Done check(Work& work, const exchange::Membership& members, const Initiative& initiative) {
    if (!is_body(work.db, initiative.body)) return invalid("initiative.body", "body");
    if (!initiative.state.empty() && !is_state(members, initiative.state)) return invalid("law.state", "state");
    if (!is_pillar(initiative.pillar)) return invalid("commitment.pillar", "pillar");
    if (!is_topic(initiative.topic)) return invalid("council.topic", "topic");
    TRY(check_text(initiative.title_en, 300, "title_en"));
    TRY(check_optional_text(initiative.title_ru, 300, "title_ru"));
    TRY(check_optional_text(initiative.place, 200, "place"));
    TRY(check_optional_text(initiative.funder, 300, "funder"));
    TRY(check_text(initiative.source, 500, "source"));
    if (initiative.ends_on && *initiative.ends_on < initiative.starts_on.earliest()) return invalid("initiative.dates", "ends_on");
    return {};
}

}  // namespace

Result<InitiativeId> save_initiative(Work& work, const exchange::Membership& members, const Initiative& given) {
    TRY(require_to_edit_for(work.actor, given.state));
    TRY(check(work, members, given));
    const bool is_new = given.version == 0;
    const auto id = is_new ? InitiativeId::make(work.now) : given.id;
    if (!is_new) {
        const auto before = TRY(get_initiative(work, id));
        TRY(require_to_edit_for(work.actor, before.state));
        if (before.version != given.version) return conflict("initiative.changed");
    }
    work.db.run("INSERT INTO initiatives (id, title_en, title_ru, body, state, place, starts_on, ends_on, pillar, topic, funder, source, public, version,"
                " changed_by, changed_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16)"
                " ON CONFLICT (id) DO UPDATE SET title_en = $2, title_ru = $3, body = $4, state = $5, place = $6, starts_on = $7, ends_on = $8,"
                " pillar = $9, topic = $10, funder = $11, source = $12, public = $13, version = $14, changed_by = $15, changed_at = $16",
                id, given.title_en, given.title_ru, given.body, given.state, given.place, given.starts_on, given.ends_on, given.pillar, given.topic,
                given.funder, given.source, given.is_public, given.version + 1, work.actor.log_name(), work.now);
    set_audience(work, "initiative", id.str(), audience_of(given.is_public ? Marking::clear : Marking::green, {}));
    work.record({is_new ? "initiative.written" : "initiative.changed", "initiative", id.str()});
    return id;
}

Done withdraw_initiative(Work& work, InitiativeId id, const std::string& reason) {
    TRY(require_to_edit_for(work.actor, TRY(get_initiative(work, id)).state));
    TRY(check_text(reason, 1000, "reason"));
    work.db.run("UPDATE initiatives SET withdrawn_because = $2, version = version + 1, changed_by = $3, changed_at = $4 WHERE id = $1", id, reason,
                work.actor.log_name(), work.now);
    set_audience(work, "initiative", id.str(), {});
    work.record({"initiative.withdrawn", "initiative", id.str()});
    return {};
}

std::vector<Initiative> list_initiatives(Work& work, std::optional<Date> on) {
    std::vector<Initiative> initiatives;
    // A beginning of which the year alone is known, `2022`, sorts before every day of that year, as text does.
    for (const auto row : work.db.query(std::string(kSelect) + " AND ($1 IS NULL OR (i.starts_on <= $1 AND (i.ends_on IS NULL OR i.ends_on >= $1))) AND " +
                                        visible_sql("initiative", "i.id", "$2") + " ORDER BY i.starts_on DESC, i.id", on, json_words(work.actor))) {
        initiatives.push_back(initiative_of(row));
    }
    return initiatives;
}

Result<Initiative> get_initiative(Work& work, InitiativeId id) {
    TRY(require_to_see(work, "initiative", id.str(), "initiative.not_found"));
    auto query = work.db.query(std::string(kSelect) + " AND i.id = $1", id);
    if (!query.next()) return not_found("initiative.not_found");
    return initiative_of(query.row());
}

}  // namespace homeward::council
