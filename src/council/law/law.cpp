#include "council/law/law.h"

#include <algorithm>
#include <array>

#include "council/audience.h"
#include "council/members/body.h"
#include "council/rights.h"
#include "council/text_rules.h"
#include "council/topics.h"
#include "search/index.h"

namespace homeward::council {
namespace {

using access::Work;

constexpr std::array<std::string_view, 9> kKinds{"constitution", "code", "law", "decree", "resolution", "strategy", "programme", "procedure", "treaty"};
constexpr const char* kSelect = "SELECT l.id, l.state, l.topic, l.kind, l.instrument, l.article, l.summary_en, l.summary_ru, l.unofficial, l.in_force_from,"
                                " l.in_force_to, l.official_link, l.source, l.public, l.version FROM law_entries l WHERE l.withdrawn_because IS NULL";

LawEntry entry_of(const store::Row& row) {
    return {row.get<LawId>(0), row.get<std::string>(1), row.get<std::string>(2), row.get<std::string>(3), row.get<std::string>(4),
            row.get<std::string>(5), row.get<std::string>(6), row.get<std::string>(7), row.get<bool>(8), row.get<std::optional<Date>>(9),
            row.get<std::optional<Date>>(10), row.get<std::string>(11), row.get<std::string>(12), row.get<bool>(13), row.get<int>(14)};
}

Done check(const exchange::Membership& members, const LawEntry& entry) {
    if (!is_state(members, entry.state)) return invalid("law.state", "state");
    if (!is_topic(entry.topic)) return invalid("council.topic", "topic");
    if (std::ranges::find(kKinds, entry.kind) == kKinds.end()) return invalid("law.kind", "kind");
    TRY(check_text(entry.instrument, 500, "instrument"));
    TRY(check_optional_text(entry.article, 200, "article"));
    TRY(check_text(entry.summary_en, 4000, "summary_en"));
    TRY(check_optional_text(entry.summary_ru, 4000, "summary_ru"));
    TRY(check_link(entry.official_link, "official_link"));
    TRY(check_text(entry.source, 500, "source"));
    if (entry.in_force_from && entry.in_force_to && *entry.in_force_to < *entry.in_force_from) return invalid("law.dates", "in_force_to");
    return {};
}

}  // namespace

Result<LawId> save_law(Work& work, const exchange::Membership& members, const LawEntry& entry) {
    TRY(require_to_edit_for(work.actor, entry.state));
    TRY(check(members, entry));
    const bool is_new = entry.version == 0;
    const LawId id = is_new ? LawId::make(work.now) : entry.id;
    if (!is_new) {
        const LawEntry before = TRY(get_law(work, id));
        TRY(require_to_edit_for(work.actor, before.state));
        if (before.version != entry.version) return conflict("law.changed");
    }
    work.db.run("INSERT INTO law_entries (id, state, topic, kind, instrument, article, summary_en, summary_ru, unofficial, in_force_from, in_force_to,"
                " official_link, source, public, version, changed_by, changed_at)"
                " VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17)"
                " ON CONFLICT (id) DO UPDATE SET state = $2, topic = $3, kind = $4, instrument = $5, article = $6, summary_en = $7, summary_ru = $8,"
                " unofficial = $9, in_force_from = $10, in_force_to = $11, official_link = $12, source = $13, public = $14, version = $15,"
                " changed_by = $16, changed_at = $17",
                id, entry.state, entry.topic, entry.kind, entry.instrument, entry.article, entry.summary_en, entry.summary_ru, entry.unofficial,
                entry.in_force_from, entry.in_force_to, entry.official_link, entry.source, entry.is_public, entry.version + 1,
                work.actor.log_name(), work.now);
    const Audience audience = audience_of(entry.is_public ? Marking::clear : Marking::green, {});
    set_audience(work, "law", id.str(), audience);
    search::put(work.db, {"law", id.str(), entry.instrument, entry.article + "\n" + entry.summary_en + "\n" + entry.summary_ru, audience, entry.state,
                          entry.topic, entry.in_force_from.value_or(work.today())});
    work.record({is_new ? "law.written" : "law.changed", "law", id.str(), {}, {{"state", entry.state}, {"version", std::to_string(entry.version + 1)}}});
    return id;
}

Done withdraw_law(Work& work, LawId id, const std::string& reason) {
    const LawEntry entry = TRY(get_law(work, id));
    TRY(require_to_edit_for(work.actor, entry.state));
    TRY(check_text(reason, 1000, "reason"));
    work.db.run("UPDATE law_entries SET withdrawn_because = $2, version = version + 1, changed_by = $3, changed_at = $4 WHERE id = $1", id, reason,
                work.actor.log_name(), work.now);
    set_audience(work, "law", id.str(), {});
    search::remove(work.db, "law", id.str());
    work.record({"law.withdrawn", "law", id.str(), {}, {{"state", entry.state}}});
    return {};
}

std::vector<LawEntry> list_law(Work& work, const LawFilter& filter) {
    std::vector<LawEntry> entries;
    for (const auto row : work.db.query(std::string(kSelect) + " AND ($1 = '' OR l.topic = $1) AND ($2 = '' OR l.state = $2)"
                                        " AND ($3 IS NULL OR ((l.in_force_from IS NULL OR l.in_force_from <= $3) AND (l.in_force_to IS NULL OR l.in_force_to >= $3)))"
                                        " AND " + visible_sql("law", "l.id", "$4") + " ORDER BY l.topic, l.state, l.in_force_from, l.id",
                                        filter.topic, filter.state, filter.on, json_words(work.actor))) {
        entries.push_back(entry_of(row));
    }
    return entries;
}

Result<LawEntry> get_law(Work& work, LawId id) {
    TRY(require_to_see(work, "law", id.str(), "law.not_found"));
    auto query = work.db.query(std::string(kSelect) + " AND l.id = $1", id);
    if (!query.next()) return not_found("law.not_found");
    return entry_of(query.row());
}

}  // namespace homeward::council
