#include "council/audience.h"
#include "council/mailing.h"
#include "council/meetings/minutes.h"
#include "council/members/body.h"
#include "council/person_data.h"
#include "council/text_rules.h"
#include "search/index.h"

namespace homeward::council {
namespace {

using access::Permission;
using access::Work;

constexpr std::size_t kLongest = 100'000;

/// The secretariat and the focal points of the delegations that were there: observers and experts see no draft.
Audience draft_readers(const Minutes& minutes) {
    Audience words{"secretariat"};
    for (const auto& reader : minutes.readers) words.push_back("focal:" + reader.body);
    return words;
}

/// Says who may read them and their comments, and tells the index.
void publish(Work& work, SessionId id) {
    const Minutes minutes = find_minutes(work.db, id).value();
    const Session session = get_session(work.db, id).value();
    set_audience(work, "minutes_talk", id.str(), draft_readers(minutes));
    const Audience readers = minutes.state == "approved" ? Audience{"signed_in"} : draft_readers(minutes);
    set_audience(work, "minutes", id.str(), readers);
    std::string text = minutes.text_en + "\n" + minutes.text_ru;
    for (const auto& correction : minutes.corrections) text += "\n" + correction.text_en + "\n" + correction.text_ru;
    search::put(work.db, {"minutes", id.str(), both_titles(session), text, readers,
                          state_or_none(work.db, session.host), session.group, session.starts_on});
}

Done check_texts(const std::string& text_en, const std::string& text_ru) {
    TRY(check_text(text_en + text_ru, 2 * kLongest, "text_en"));
    TRY(check_optional_text(text_en, kLongest, "text_en"));
    TRY(check_optional_text(text_ru, kLongest, "text_ru"));
    TRY(check_no_person_data(text_en, "text_en"));
    return check_no_person_data(text_ru, "text_ru");
}

Result<Minutes> as_seen(Work& work, SessionId id, int version) {
    TRY(access::require(work.actor, Permission::edit_council));
    auto minutes = find_minutes(work.db, id);
    if (!minutes) return not_found("minutes.not_found");
    if (minutes->version != version) return conflict("minutes.changed");
    if (minutes->state == "approved") return conflict("minutes.approved");
    return *minutes;
}

void keep_version(Work& work, SessionId id, int version, const std::string& text_en, const std::string& text_ru) {
    work.db.run("INSERT INTO minutes_versions (session_id, version, text_en, text_ru, saved_by, saved_at) VALUES ($1, $2, $3, $4, $5, $6)",
                id, version, text_en, text_ru, work.actor.log_name(), work.now);
}

}  // namespace

Done write_minutes(Work& work, SessionId id, int version, const std::string& text_en, const std::string& text_ru) {
    TRY(access::require(work.actor, Permission::edit_council));
    const Session session = TRY(get_session(work.db, id));
    if (session.state == "cancelled") return conflict("session.cancelled");
    TRY(check_texts(text_en, text_ru));
    if (version == 0) {
        if (find_minutes(work.db, id)) return conflict("minutes.changed");
        work.db.run("INSERT INTO session_minutes (session_id, state, text_en, text_ru, version) VALUES ($1, 'draft', $2, $3, 1)", id, text_en, text_ru);
    } else {
        TRY(as_seen(work, id, version));
        work.db.run("UPDATE session_minutes SET text_en = $2, text_ru = $3, version = version + 1 WHERE session_id = $1", id, text_en, text_ru);
        // Whoever had nothing to say had read another text.
        work.db.run("UPDATE minutes_readers SET no_comment_by = NULL, no_comment_at = NULL WHERE session_id = $1", id);
    }
    keep_version(work, id, version + 1, text_en, text_ru);
    publish(work, id);
    work.record({"minutes.written", "minutes", id.str(), {}, {{"version", std::to_string(version + 1)}}});
    return {};
}

Done circulate_minutes(Work& work, SessionId id, int version, Date comments_until) {
    TRY(as_seen(work, id, version));
    const Session session = TRY(get_session(work.db, id));
    if (session.state != "held") return conflict("session.not_held");
    if (comments_until <= work.today()) return invalid("minutes.until", "comments_until");
    const auto delegations = delegations_of(work.db, id);
    if (delegations.empty()) return conflict("minutes.no_delegations");
    work.db.run("UPDATE session_minutes SET state = 'comments', comments_until = $2 WHERE session_id = $1", id, comments_until);
    Audience told;
    for (const auto& body : delegations) {
        work.db.run("INSERT INTO minutes_readers (session_id, body) VALUES ($1, $2) ON CONFLICT (session_id, body) DO NOTHING", id, body);
        told.push_back("focal:" + body);
    }
    publish(work, id);
    work.record({"minutes.circulated", "minutes", id.str(), {}, {{"until", comments_until.str()}}});
    tell(work, told, {"minutes_to_comment", "minutes", id.str(), session.title, "/meetings/" + id.str() + "/minutes", comments_until});
    return {};
}

Done approve_minutes(Work& work, SessionId id, int version) {
    const Minutes minutes = TRY(as_seen(work, id, version));
    const std::string hindrance = hinders_approval(minutes, work.today());
    if (!hindrance.empty()) return conflict(hindrance);
    work.db.run("UPDATE session_minutes SET state = 'approved', approved_by = $2, approved_at = $3 WHERE session_id = $1", id, work.actor.log_name(), work.now);
    publish(work, id);
    work.record({"minutes.approved", "minutes", id.str(), {}, {{"version", std::to_string(version)}}});
    return {};
}

Done correct_minutes(Work& work, SessionId id, const std::string& text_en, const std::string& text_ru) {
    TRY(access::require(work.actor, Permission::edit_council));
    const auto minutes = find_minutes(work.db, id);
    if (!minutes) return not_found("minutes.not_found");
    if (minutes->state != "approved") return conflict("minutes.not_approved");
    TRY(check_texts(text_en, text_ru));
    const int number = static_cast<int>(minutes->corrections.size()) + 1;
    work.db.run("INSERT INTO minutes_corrections (session_id, number, text_en, text_ru, made_by, made_at) VALUES ($1, $2, $3, $4, $5, $6)",
                id, number, text_en, text_ru, work.actor.log_name(), work.now);
    publish(work, id);
    work.record({"minutes.corrected", "minutes", id.str(), {}, {{"number", std::to_string(number)}}});
    return {};
}

}  // namespace homeward::council
