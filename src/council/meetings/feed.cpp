#include "council/meetings/feed.h"

#include <sodium.h>

#include "access/accounts.h"
#include "council/audience.h"
#include "council/meetings/agenda_clock.h"
#include "council/meetings/printed_words.h"
#include "council/members/body.h"

namespace homeward::council {
namespace {

constexpr int kMostEvents = 1000;
constexpr int kDaysBack = 730;

std::string hash_of(std::string_view token) { return to_base64url(sha256(token)); }

}  // namespace

CalendarEvent event_of(store::Connection& db, const Session& session, std::string_view language, const std::string& public_url, Instant now) {
    const bool russian = language == "ru" && !session.title_ru.empty();
    CalendarEvent event;
    event.uid = session.id.str() + "@homeward";
    event.sequence = session.version - 1;
    event.stamped_at = now;
    event.first_day = session.starts_on;
    event.last_day = session.ends_on;
    const auto opens = minutes_of_clock(session.opens_at), closes = minutes_of_clock(session.closes_at);
    if (opens) event.begins = instant_of(session, session.starts_on, *opens);
    if (opens && closes) event.ends = instant_of(session, session.ends_on, *closes);
    event.summary = russian ? session.title_ru : session.title;
    if (session.is_example) event.summary = std::string(printed(language, Printed::example)) + ": " + event.summary;
    event.location = session.mode == "online" ? std::string(printed(language, Printed::online)) : session.place;
    if (!session.host.empty()) {
        event.description = std::string(printed(language, Printed::host)) + ": " + name_of(db, session.host, session.starts_on, language);
    }
    if (session.state == "cancelled") {
        event.description = std::string(printed(language, Printed::cancelled)) + ". " + session.cancelled_because;
    }
    event.url = public_url + (session.is_public ? "/calendar/" : "/meetings/") + session.id.str();
    event.categories = {std::string(printed_kind(language, session.kind))};
    event.cancelled = session.state == "cancelled";
    return event;
}

std::string feed_of(access::Work& work, const std::string& reader, std::string_view language, const std::string& public_url) {
    const Date since = work.today().plus_days(-kDaysBack);
    std::vector<CalendarEvent> events;
    for (const auto& session : list_sessions(work.db, {.reader = reader}, std::nullopt, kMostEvents)) {
        if (session.ends_on >= since) events.push_back(event_of(work.db, session, language, public_url, work.now));
    }
    return write_calendar(printed(language, Printed::council), events);
}

std::string renew_calendar_link(access::Work& work) {
    Bytes secret(24);
    randombytes_buf(secret.data(), secret.size());
    const std::string token = to_base64url(secret);
    work.db.run("INSERT INTO calendar_links (account_id, token_hash, made_at) VALUES ($1, $2, $3)"
                " ON CONFLICT (account_id) DO UPDATE SET token_hash = excluded.token_hash, made_at = excluded.made_at",
                work.actor.id, hash_of(token), work.now);
    work.record({"calendar.link_renewed", "account", work.actor.id.str()});
    return token;
}

std::optional<Instant> calendar_link_since(access::Work& work) {
    return work.db.query("SELECT made_at FROM calendar_links WHERE account_id = $1", work.actor.id).value<Instant>();
}

Done end_calendar_link(access::Work& work) {
    if (work.db.run("DELETE FROM calendar_links WHERE account_id = $1", work.actor.id) == 0) return not_found("calendar.no_such_link");
    work.record({"calendar.link_ended", "account", work.actor.id.str()});
    return {};
}

Result<access::Actor> reader_of_link(store::Connection& db, std::string_view token) {
    const auto id = db.query("SELECT l.account_id FROM calendar_links l JOIN accounts a ON a.id = l.account_id"
                             " WHERE l.token_hash = $1 AND a.disabled_at IS NULL", hash_of(token)).value<access::AccountId>();
    if (!id) return not_found("calendar.no_such_link");
    return access::get_account(db, *id);
}

}  // namespace homeward::council
