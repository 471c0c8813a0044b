#include <algorithm>

#include "council/notices/notice_store.h"

namespace homeward::council {
namespace {

using access::Work;

const char* const kOpen = " AND n.withdrawn_at IS NULL AND NOT EXISTS (SELECT 1 FROM notices c WHERE c.corrects = n.id)";
const char* const kUnanswered = "EXISTS (SELECT 1 FROM notice_addressees d WHERE d.notice_id = n.id AND d.addressee = $2 AND d.acknowledged_at IS NULL)";

/// What a box adds to the list's condition; $2 is the side the actor speaks for, $3 now.
Result<std::string> box_sql(std::string_view box) {
    if (box.empty()) return std::string(" AND $2 = $2 AND $3 = $3");
    if (box == "in") return std::string(" AND EXISTS (SELECT 1 FROM notice_addressees d WHERE d.notice_id = n.id AND d.addressee = $2) AND $3 = $3");
    if (box == "out") return std::string(" AND n.sender = $2 AND $3 = $3");
    if (box == "waiting") return std::string(" AND ") + kUnanswered + " AND $3 = $3" + kOpen;
    if (box == "silent") {
        return std::string(" AND n.sender = $2 AND (n.urgency = 'red' OR n.marking = 'red') AND n.acknowledge_by <= $3"
                           " AND EXISTS (SELECT 1 FROM notice_addressees d WHERE d.notice_id = n.id AND d.acknowledged_at IS NULL)") + kOpen;
    }
    return invalid("notice.box", "box");
}

/// Overdue and red, overdue, red, other: the smaller, the sooner somebody should look.
constexpr const char* kRank =
    "CASE WHEN n.acknowledge_by <= $3 THEN 0 ELSE 2 END + CASE WHEN n.urgency = 'red' OR n.marking = 'red' THEN 0 ELSE 1 END";
int rank_of(const Notice& notice, Instant now) { return (notice.acknowledge_by <= now ? 0 : 2) + (notice.red() ? 0 : 1); }

std::string select_notices(const std::string& box) {
    return std::string("SELECT ") + kNoticeColumns + " FROM notices n WHERE " + visible_sql("notice", "n.id", "$1") + box +
           " AND ($4 = '' OR n.topic = $4) AND ($5 = '' OR n.urgency = $5)";
}

/// Adds what waits for the actor's side, the most pressing first, until there are `most`; those behind `after` when given.
void add_waiting(Work& work, const NoticeFilter& filter, const std::string& box, const Notice* after, std::size_t most, std::vector<Notice>& found) {
    const std::string sql = select_notices(box) + " AND " + kUnanswered + kOpen + " AND ($6 IS NULL OR (" + kRank +
                            ", n.acknowledge_by, n.id) > ($6, $7, $8)) ORDER BY " + kRank + ", n.acknowledge_by, n.id LIMIT $9";
    const auto rank = after ? std::optional(rank_of(*after, work.now)) : std::nullopt;
    const auto due = after ? std::optional(after->acknowledge_by) : std::nullopt;
    const auto id = after ? std::optional(after->id) : std::nullopt;
    for (const auto row : work.db.query(sql, json_words(work.actor), speaks_for(work.actor), work.now, filter.topic, filter.urgency, rank, due, id,
                                        static_cast<int>(most - found.size()))) {
        found.push_back(notice_of(work.db, row));
    }
}

/// Adds the others, the newest first.
void add_others(Work& work, const NoticeFilter& filter, const std::string& box, const Notice* after, std::size_t most, std::vector<Notice>& found) {
    const std::string sql = select_notices(box) + " AND NOT (" + kUnanswered + kOpen + ") AND ($6 IS NULL OR n.id < $6) ORDER BY n.id DESC LIMIT $7";
    const auto id = after ? std::optional(after->id) : std::nullopt;
    for (const auto row : work.db.query(sql, json_words(work.actor), speaks_for(work.actor), work.now, filter.topic, filter.urgency, id,
                                        static_cast<int>(most - found.size()))) {
        found.push_back(notice_of(work.db, row));
    }
}

}  // namespace

Result<Notice> see_notice(Work& work, NoticeId id) {
    TRY(require_to_see(work, "notice", id.str(), "notice.not_found"));
    return as_seen(TRY(get_notice(work.db, id)), work.actor);
}

Result<NoticePage> list_notices(Work& work, const NoticeFilter& filter) {
    const std::string box = TRY(box_sql(filter.box));
    std::optional<Notice> after;
    if (filter.after) after = TRY(see_notice(work, *filter.after));
    const bool among_waiting = !after || after->waits_for(speaks_for(work.actor));
    const auto most = static_cast<std::size_t>(filter.limit) + 1;
    std::vector<Notice> found;
    if (among_waiting) add_waiting(work, filter, box, after ? &*after : nullptr, most, found);
    if (found.size() < most) add_others(work, filter, box, among_waiting ? nullptr : &*after, most, found);
    NoticePage page;
    for (auto& notice : found) {
        if (static_cast<int>(page.items.size()) == filter.limit) {
            page.next = page.items.back().id;
            break;
        }
        page.items.push_back(as_seen(std::move(notice), work.actor));
    }
    return page;
}

}  // namespace homeward::council
