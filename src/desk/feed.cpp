#include <sodium.h>

#include <map>

#include "access/accounts.h"
#include "access/permission.h"
#include "base/text.h"
#include "desk/calendar.h"

namespace homeward::desk {
namespace {

constexpr int kDaysBack = 30, kDaysAhead = 180;

using Words = std::map<std::string_view, std::pair<const char*, const char*>>;  // English, Russian

// A calendar program shows these where nobody chose what it shows: they say as little as a diary on a desk may.
const Words kKinds = {
    {"visit", {"Visit", "Посещение"}}, {"conference", {"Case conference", "Совещание по делу"}}, {"contact", {"Contact", "Общение с родными"}},
    {"session", {"Session", "Встреча"}}, {"review_plan", {"Review", "Пересмотр плана"}}, {"review_residential", {"Review", "Пересмотр"}},
    {"review_interests", {"Review", "Пересмотр"}}, {"sit_on_panel", {"Panel", "Комиссия"}}, {"deliver", {"Due", "Срок"}}};
const Words kPlaces = {
    {"home", {"At home", "Дома"}}, {"office", {"At the office", "В учреждении"}}, {"phone", {"By telephone", "По телефону"}},
    {"school", {"At school", "В школе"}}, {"letters", {"Letter", "Письмо"}}, {"calls", {"Call", "Звонок"}}, {"visits", {"Visit", "Свидание"}}};

std::string word(const Words& words, std::string_view code, bool russian) {
    const auto found = words.find(code);
    return found == words.end() ? std::string() : russian ? found->second.second : found->second.first;
}

std::string hash_of(std::string_view secret) { return to_base64url(sha256(secret)); }

CalendarEvent event_of(const Entry& entry, const people::Register& people, bool russian, Instant now) {
    CalendarEvent event;
    event.uid = entry.kind + "-" + entry.subject_id + "@homeward";
    event.stamped_at = now;
    event.first_day = event.last_day = entry.on;
    event.summary = word(kKinds, entry.kind, russian);
    // Not even a code before whoever sits on a panel has promised to keep it.
    const auto person = names_nobody(entry.kind, entry.detail) ? std::nullopt : people.find(entry.person_id);
    if (person) event.summary += " · " + person->code;
    event.location = word(kPlaces, entry.place, russian);
    return event;
}

}  // namespace

Result<std::string> renew_feed(access::Work& work) {
    TRY(access::require(work.actor, access::Permission::read_case));
    Bytes bytes(32);
    randombytes_buf(bytes.data(), bytes.size());
    const std::string secret = to_base64url(bytes);
    work.db.run("INSERT INTO calendar_feeds (account_id, secret_hash, made_at) VALUES ($1, $2, $3)"
                " ON CONFLICT (account_id) DO UPDATE SET secret_hash = excluded.secret_hash, made_at = excluded.made_at",
                work.actor.id, hash_of(secret), work.now);
    work.record({"calendar.feed_renewed", "account", work.actor.id.str()});
    return secret;
}

std::optional<Instant> feed_since(access::Work& work) {
    return work.db.query("SELECT made_at FROM calendar_feeds WHERE account_id = $1", work.actor.id).value<Instant>();
}

Done end_feed(access::Work& work) {
    if (work.db.run("DELETE FROM calendar_feeds WHERE account_id = $1", work.actor.id) == 0) return not_found("calendar.no_feed");
    work.record({"calendar.feed_ended", "account", work.actor.id.str()});
    return {};
}

Result<std::string> feed_of(store::Connection& db, const people::Register& people, std::string_view secret, Instant now) {
    const auto id = db.query("SELECT f.account_id FROM calendar_feeds f JOIN accounts a ON a.id = f.account_id WHERE f.secret_hash = $1 AND a.disabled_at IS NULL",
                             hash_of(secret)).value<access::AccountId>();
    if (!id) return not_found("calendar.no_feed");
    const access::Actor reader = TRY(access::get_account(db, *id));
    if (!access::may(reader, access::Permission::read_case)) return not_found("calendar.no_feed");
    const Date today = Date::of(now);
    std::vector<CalendarEvent> events;
    for (const auto& entry : entries_of(db, *id, today.plus_days(-kDaysBack), today.plus_days(kDaysAhead))) {
        if (!entry.done) events.push_back(event_of(entry, people, reader.language == "ru", now));
    }
    return write_calendar("Homeward", events);
}

}  // namespace homeward::desk
