#include "council/meetings/minutes.h"

#include <algorithm>

#include "council/audience.h"

namespace homeward::council {
namespace {

void read_comments(store::Connection& db, Minutes& minutes) {
    for (const auto row : db.query("SELECT id, body, agenda_item_id, paragraph, version, text, made_at, answer, reason FROM minutes_comments"
                                   " WHERE session_id = $1 ORDER BY made_at, id", minutes.session_id)) {
        minutes.comments.push_back({row.get<MinutesCommentId>(0), std::string(row.text(1)), row.get<std::optional<AgendaItemId>>(2),
                                    row.get<std::optional<int>>(3), row.get<int>(4), std::string(row.text(5)), row.get<Instant>(6),
                                    std::string(row.text(7)), std::string(row.text(8))});
    }
}

}  // namespace

std::vector<std::string> paragraphs_of(std::string_view text) {
    std::vector<std::string> paragraphs;
    std::string current;
    for (const auto line : split(text, '\n')) {
        if (!trim(line).empty()) {
            current += (current.empty() ? "" : "\n") + std::string(trim(line));
        } else if (!current.empty()) {
            paragraphs.push_back(std::exchange(current, {}));
        }
    }
    if (!current.empty()) paragraphs.push_back(current);
    return paragraphs;
}

std::optional<Minutes> find_minutes(store::Connection& db, SessionId id) {
    auto query = db.query("SELECT state, text_en, text_ru, comments_until, approved_at, version FROM session_minutes WHERE session_id = $1", id);
    if (!query.next()) return std::nullopt;
    const auto row = query.row();
    Minutes minutes{id, std::string(row.text(0)), std::string(row.text(1)), std::string(row.text(2)), row.get<std::optional<Date>>(3),
                    row.get<std::optional<Instant>>(4), row.get<int>(5), {}, {}, {}};
    for (const auto reader : db.query("SELECT body, no_comment_at FROM minutes_readers WHERE session_id = $1 ORDER BY body", id)) {
        minutes.readers.push_back({std::string(reader.text(0)), reader.get<std::optional<Instant>>(1)});
    }
    read_comments(db, minutes);
    for (const auto each : db.query("SELECT number, text_en, text_ru, made_at FROM minutes_corrections WHERE session_id = $1 ORDER BY number", id)) {
        minutes.corrections.push_back({each.get<int>(0), std::string(each.text(1)), std::string(each.text(2)), each.get<Instant>(3)});
    }
    return minutes;
}

std::optional<Minutes> see_minutes(access::Work& work, SessionId id) {
    if (!may_see(work, "minutes", id.str())) return std::nullopt;
    auto minutes = find_minutes(work.db, id);
    if (minutes && !may_see(work, "minutes_talk", id.str())) {
        minutes->readers.clear();
        minutes->comments.clear();
    }
    return minutes;
}

std::string hinders_approval(const Minutes& minutes, Date today) {
    if (minutes.state == "approved") return "minutes.approved";
    if (minutes.state != "comments") return "minutes.not_circulated";
    if (std::ranges::find(minutes.comments, "none", &MinutesComment::answer) != minutes.comments.end()) return "minutes.unanswered";
    const bool all_silent = std::ranges::all_of(minutes.readers, [](const auto& reader) { return reader.no_comment_at.has_value(); });
    if (!all_silent && today <= *minutes.comments_until) return "minutes.too_early";
    return {};
}

}  // namespace homeward::council
