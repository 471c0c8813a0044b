#include "council/meetings/session.h"
#include "council/meetings/visit.h"
#include "council/person_data.h"
#include "council/text_rules.h"

namespace homeward::council {
namespace {

using access::Permission;
using access::Work;

Result<Session> as_seen(Work& work, SessionId id, int version) {
    TRY(access::require(work.actor, Permission::edit_council));
    Session session = TRY(get_session(work.db, id));
    if (session.version != version) return conflict("session.changed");
    return session;
}

}  // namespace

Done hold_session(Work& work, SessionId id, int version) {
    const Session session = TRY(as_seen(work, id, version));
    if (session.state != "planned") return conflict("session.not_planned");
    if (today_at(session, work.now) < session.starts_on) return conflict("session.not_begun");
    if (session.kind == "site_visit" && !is_safe(work.db, id, "visit")) return conflict("visit.unsafe");
    work.db.run("UPDATE council_sessions SET state = 'held', version = version + 1 WHERE id = $1", id);
    publish_session(work, id);
    work.record({"session.held", "session", id.str()});
    return {};
}

Done cancel_session(Work& work, SessionId id, int version, const std::string& reason) {
    const Session session = TRY(as_seen(work, id, version));
    if (session.state != "planned") return conflict("session.not_planned");
    TRY(check_text(reason, 500, "reason"));
    work.db.run("UPDATE council_sessions SET state = 'cancelled', cancelled_because = $2, version = version + 1 WHERE id = $1", id, reason);
    publish_session(work, id);
    work.record({"session.cancelled", "session", id.str()});
    return {};
}

Done write_summary(Work& work, SessionId id, int version, const std::string& text_en, const std::string& text_ru, bool publish) {
    const Session session = TRY(as_seen(work, id, version));
    if (session.state == "cancelled") return conflict("session.cancelled");
    TRY(check_optional_text(text_en, 40'000, "text_en"));
    TRY(check_optional_text(text_ru, 40'000, "text_ru"));
    TRY(check_no_person_data(text_en, "text_en"));
    TRY(check_no_person_data(text_ru, "text_ru"));
    if (publish) {
        TRY(check_text(text_en + text_ru, 80'000, "text_en"));
        if (session.state != "held") return conflict("session.not_held");
        if (session.kind == "site_visit" && !is_safe(work.db, id, "report")) return conflict("visit.report_unsafe");
    }
    const auto published = publish ? std::optional(session.summary_published_at.value_or(work.now)) : std::nullopt;
    // What was confirmed was another text.
    if (!publish && (text_en != session.summary_en || text_ru != session.summary_ru)) forget_confirmation(work, id, "report");
    if (publish && session.kind == "site_visit" && (text_en != session.summary_en || text_ru != session.summary_ru)) return conflict("visit.report_changed");
    work.db.run("UPDATE council_sessions SET summary_en = $2, summary_ru = $3, summary_published_at = $4, version = version + 1 WHERE id = $1",
                id, text_en, text_ru, published);
    publish_session(work, id);
    work.record({publish ? "summary.published" : "summary.drafted", "session", id.str()});
    return {};
}

}  // namespace homeward::council
