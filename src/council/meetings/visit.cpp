#include "council/meetings/visit.h"

#include <algorithm>

#include "council/person_data.h"
#include "council/rights.h"
#include "council/text_rules.h"

namespace homeward::council {
namespace {

using access::Permission;
using access::Work;

/// Once what a stage guards has happened, its answers stand.
bool closed(const Session& session, std::string_view stage) {
    return stage == "visit" ? session.state != "planned" : session.summary_published_at.has_value();
}

Result<Session> get_visit(Work& work, SessionId id, std::string_view stage) {
    Session session = TRY(see_session(work, id));
    if (session.kind != "site_visit") return conflict("visit.not_a_visit");
    if (closed(session, stage)) return conflict("visit.closed");
    return session;
}

}  // namespace

std::vector<Safeguard> safeguards_of(store::Connection& db, SessionId id) {
    std::vector<Safeguard> items;
    for (const auto row : db.query("SELECT g.code, g.stage, g.text_en, g.text_ru, COALESCE(a.answer, ''), COALESCE(a.note, ''),"
                                   " COALESCE(a.answered_by, ''), a.answered_at FROM visit_safeguards g"
                                   " LEFT JOIN visit_answers a ON a.code = g.code AND a.session_id = $1 ORDER BY g.position", id)) {
        items.push_back({std::string(row.text(0)), std::string(row.text(1)), std::string(row.text(2)), std::string(row.text(3)),
                         std::string(row.text(4)), std::string(row.text(5)), std::string(row.text(6)), row.get<std::optional<Instant>>(7)});
    }
    return items;
}

std::vector<VisitConfirmation> confirmations_of(store::Connection& db, SessionId id) {
    std::vector<VisitConfirmation> confirmations;
    for (const auto row : db.query("SELECT stage, confirmed_by, confirmed_at FROM visit_confirmations WHERE session_id = $1 ORDER BY stage DESC", id)) {
        confirmations.push_back({std::string(row.text(0)), std::string(row.text(1)), row.get<Instant>(2)});
    }
    return confirmations;
}

Done answer_safeguard(Work& work, SessionId id, const std::string& code, const std::string& answer, const std::string& note) {
    TRY(access::require(work.actor, Permission::edit_council));
    const auto stage = work.db.query("SELECT stage FROM visit_safeguards WHERE code = $1", code).value<std::string>();
    if (!stage) return not_found("visit.no_such_item");
    TRY(get_visit(work, id, *stage));
    if (answer != "kept" && answer != "not_applicable" && answer != "not_kept") return invalid("visit.answer", "answer");
    TRY(answer == "kept" ? check_optional_text(note, 1000, "note") : check_text(note, 1000, "note"));
    TRY(check_no_person_data(note, "note"));
    work.db.run("INSERT INTO visit_answers (session_id, code, answer, note, answered_by, answered_at) VALUES ($1, $2, $3, $4, $5, $6)"
                " ON CONFLICT (session_id, code) DO UPDATE SET answer = excluded.answer, note = excluded.note,"
                " answered_by = excluded.answered_by, answered_at = excluded.answered_at",
                id, code, answer, note, work.actor.log_name(), work.now);
    forget_confirmation(work, id, *stage);
    work.record({"visit.answered", "session", id.str(), {}, {{"item", code}, {"answer", answer}}});
    return {};
}

bool may_confirm(const access::Actor& actor, const Session& session) {
    return access::may(actor, Permission::edit_council) || speaks_for(actor, session.host);
}

Done confirm_safeguards(Work& work, SessionId id, const std::string& stage) {
    if (stage != "visit" && stage != "report") return not_found("visit.no_such_item");
    const Session session = TRY(get_visit(work, id, stage));
    if (!may_confirm(work.actor, session)) return forbidden("access.not_allowed");
    if (stage == "report" && session.summary_en.empty() && session.summary_ru.empty()) return conflict("visit.no_report");
    for (const auto& item : safeguards_of(work.db, id)) {
        if (item.stage != stage) continue;
        if (item.answer.empty() || item.answer == "not_kept") return conflict("visit.open");
        if (item.answered_by == work.actor.log_name()) return conflict("visit.own_work");
    }
    work.db.run("INSERT INTO visit_confirmations (session_id, stage, confirmed_by, confirmed_at) VALUES ($1, $2, $3, $4)"
                " ON CONFLICT (session_id, stage) DO NOTHING", id, stage, work.actor.log_name(), work.now);
    work.record({"visit.confirmed", "session", id.str(), {}, {{"stage", stage}}});
    return {};
}

bool is_safe(store::Connection& db, SessionId id, std::string_view stage) {
    for (const auto& item : safeguards_of(db, id)) {
        if (item.stage == stage && item.answer != "kept" && item.answer != "not_applicable") return false;
    }
    const auto confirmed = confirmations_of(db, id);
    return std::ranges::find(confirmed, stage, &VisitConfirmation::stage) != confirmed.end();
}

void forget_confirmation(Work& work, SessionId id, std::string_view stage) {
    work.db.run("DELETE FROM visit_confirmations WHERE session_id = $1 AND stage = $2", id, stage);
}

}  // namespace homeward::council
