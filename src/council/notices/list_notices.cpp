#include "council/notices/notice_store.h"

namespace homeward::council {
namespace {

using access::Work;

/// What a box adds to the list's condition; $2 is the side the actor speaks for, $3 now.
Result<std::string> box_sql(std::string_view box) {
    const std::string open = " AND n.withdrawn_at IS NULL AND NOT EXISTS (SELECT 1 FROM notices c WHERE c.corrects = n.id)";
    if (box.empty()) return std::string(" AND $2 = $2 AND $3 = $3");
    if (box == "in") return std::string(" AND EXISTS (SELECT 1 FROM notice_addressees d WHERE d.notice_id = n.id AND d.addressee = $2) AND $3 = $3");
    if (box == "out") return std::string(" AND n.sender = $2 AND $3 = $3");
    if (box == "waiting") {
        return " AND EXISTS (SELECT 1 FROM notice_addressees d WHERE d.notice_id = n.id AND d.addressee = $2 AND d.acknowledged_at IS NULL) AND $3 = $3" + open;
    }
    if (box == "silent") {
        return " AND n.sender = $2 AND (n.urgency = 'red' OR n.marking = 'red') AND n.acknowledge_by <= $3"
               " AND EXISTS (SELECT 1 FROM notice_addressees d WHERE d.notice_id = n.id AND d.acknowledged_at IS NULL)" + open;
    }
    return invalid("notice.box", "box");
}

}  // namespace

Result<Notice> see_notice(Work& work, NoticeId id) {
    TRY(require_to_see(work, "notice", id.str(), "notice.not_found"));
    return as_seen(TRY(get_notice(work.db, id)), work.actor);
}

Result<NoticePage> list_notices(Work& work, const NoticeFilter& filter) {
    const std::string sql = std::string("SELECT ") + kNoticeColumns + " FROM notices n WHERE " + visible_sql("notice", "n.id", "$1") + TRY(box_sql(filter.box)) +
                            " AND ($4 = '' OR n.topic = $4) AND ($5 = '' OR n.urgency = $5) AND ($6 IS NULL OR n.id < $6) ORDER BY n.id DESC LIMIT $7";
    NoticePage page;
    for (const auto row : work.db.query(sql, json_words(work.actor), speaks_for(work.actor), work.now, filter.topic, filter.urgency, filter.after, filter.limit + 1)) {
        if (static_cast<int>(page.items.size()) == filter.limit) {
            page.next = page.items.back().id;
            break;
        }
        page.items.push_back(as_seen(notice_of(work.db, row), work.actor));
    }
    return page;
}

}  // namespace homeward::council
