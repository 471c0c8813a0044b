#include "council/digest.h"

#include <array>

#include "council/audience.h"
#include "mail/digest.h"
#include "search/index.h"

namespace homeward::council {
namespace {

using access::Work;

/// Kinds of things a digest speaks of; each has its line in config/mail/letters.json.
constexpr std::array<std::string_view, 11> kKinds{"session", "decision", "action", "practice", "paper", "training", "law", "commitment", "agreement", "notice", "minutes"};
constexpr int kMostTitles = 10;
constexpr std::int64_t kDayMs = 86'400'000, kFromHourMs = 5 * 3'600'000;

/// Ids begin with the instant they were made at; this one stands before all of that instant.
std::string first_id_of(Instant at) {
    constexpr const char* kHex = "0123456789abcdef";
    std::string hex(12, '0');
    for (std::size_t i = 0; i < 12; ++i) hex[11 - i] = kHex[static_cast<std::size_t>(at.ms >> (4 * i)) & 15];
    return hex.substr(0, 8) + "-" + hex.substr(8);
}

struct Week {
    std::string from, to;
};

std::int64_t count_of(Work& work, std::string_view kind, const Week& week, const std::string& words) {
    return *work.db.query("SELECT COUNT(DISTINCT object_id) FROM audiences WHERE kind = $1 AND object_id >= $2 AND object_id < $3 AND length(object_id) = 36"
                          " AND word IN (SELECT value FROM json_each($4))", kind, week.from, week.to, words).value<std::int64_t>();
}

/// The same for every reader.
std::vector<std::string> public_titles(Work& work, const Week& week) {
    std::vector<std::string> titles;
    for (const auto kind : kKinds) {
        for (const auto row : work.db.query("SELECT object_id FROM audiences WHERE kind = $1 AND object_id >= $2 AND object_id < $3 AND length(object_id) = 36"
                                            " AND word = 'all' ORDER BY object_id DESC LIMIT $4", kind, week.from, week.to, kMostTitles)) {
            if (static_cast<int>(titles.size()) == kMostTitles) return titles;
            if (auto title = search::title_of(work.db, kind, row.text(0))) titles.push_back(std::move(*title));
        }
    }
    return titles;
}

void post_digest(Work& work, const access::Actor& reader, const Week& week, const std::vector<std::string>& titles) {
    mail::Letter letter{reader.id, "digest", {}, "/", {}, {}};
    for (const auto kind : kKinds) {
        if (const auto count = count_of(work, kind, week, json_words(reader))) letter.lines.push_back({std::string(kind), {{"count", std::to_string(count)}}});
    }
    if (letter.lines.empty()) return;
    for (const auto& title : titles) letter.lines.push_back({"title", {{"title", title}}});
    mail::post(work, letter);
}

}  // namespace

Done send_digests(Work& work) {
    // 1970-01-01 was a Thursday; a week is counted from Monday 05:00.
    const std::int64_t days = (work.now.ms - kFromHourMs) / kDayMs;
    const Date monday = Date::from_days(days - (days + 3) % 7);
    const auto readers = mail::take_digest_readers(work, monday);
    if (readers.empty()) return {};
    const Week week{first_id_of(work.now.plus_days(-7)), first_id_of(work.now)};
    const auto titles = public_titles(work, week);
    for (const auto& id : readers) post_digest(work, TRY(access::get_account(work.db, id)), week, titles);
    return {};
}

}  // namespace homeward::council
