#include <algorithm>

#include "council/mailing.h"
#include "council/notices/notice_store.h"
#include "council/person_data.h"
#include "council/text_rules.h"

namespace homeward::council {

using access::Work;

Done acknowledge_notice(Work& work, NoticeId id, const std::string& comment) {
    const Notice notice = TRY(see_notice(work, id));
    const std::string side = speaks_for(work.actor);
    const auto mine = std::ranges::find(notice.addressees, side, &Addressee::code);
    if (side.empty() || mine == notice.addressees.end()) return forbidden("notice.not_addressed");
    if (notice.state() != "sent") return conflict("notice.closed");
    if (mine->at) return conflict("notice.acknowledged");
    TRY(check_optional_text(comment, 1000, "comment"));
    TRY(check_no_person_data(comment, "comment"));
    work.db.run("UPDATE notice_addressees SET acknowledged_by = $3, acknowledged_at = $4, comment = $5 WHERE notice_id = $1 AND addressee = $2", id, side,
                work.actor.id, work.now, comment);
    work.record({"notice.acknowledged", "notice", id.str(), {}, {{"for", side}}});
    return {};
}

Done ring_notice_alarms(Work& work) {
    std::vector<Notice> late;
    for (const auto row : work.db.query(std::string("SELECT ") + kNoticeColumns +
                                        " FROM notices n WHERE n.alarmed_at IS NULL AND n.withdrawn_at IS NULL AND (n.urgency = 'red' OR n.marking = 'red')"
                                        " AND n.acknowledge_by <= $1 LIMIT 500", work.now)) {
        late.push_back(notice_of(work.db, row));
    }
    for (const auto& notice : late) {
        // Also when nothing rings: it is looked at once.
        work.db.run("UPDATE notices SET alarmed_at = $2 WHERE id = $1", notice.id, work.now);
        if (notice.state() != "sent" || !notice.silent_addressee()) continue;
        work.record({"notice.alarmed", "notice", notice.id.str()});
        Audience told{focal_word(notice.sender), "account:" + notice.written_by.str()};
        for (const auto& each : notice.addressees) {
            if (!each.at) told.push_back(focal_word(each.code));
        }
        tell(work, told, news_of("notice_red_waiting", notice));
    }
    return {};
}

}  // namespace homeward::council
