#include "council/notices/notice_store.h"

#include <algorithm>

#include "council/mailing.h"

namespace homeward::council {

const char* const kNoticeColumns =
    "n.id, n.sender, n.written_by, n.topic, n.urgency, n.marking, n.title, n.text, n.sent_at, n.acknowledge_by, n.corrects,"
    " (SELECT c.id FROM notices c WHERE c.corrects = n.id), n.withdrawn_at, n.withdrawn_reason, n.alarmed_at";

Notice notice_of(store::Connection& db, const store::Row& row) {
    Notice notice{row.get<NoticeId>(0), row.get<std::string>(1), row.get<access::AccountId>(2), row.get<std::string>(3), row.get<std::string>(4),
                  marking_from(row.text(5)).value(), row.get<std::string>(6), row.get<std::string>(7), row.get<Instant>(8), row.get<Instant>(9),
                  row.get<std::optional<NoticeId>>(10), row.get<std::optional<NoticeId>>(11), row.get<std::optional<Instant>>(12),
                  row.get<std::string>(13), row.get<std::optional<Instant>>(14), {}};
    for (const auto each : db.query("SELECT d.addressee, d.acknowledged_by, COALESCE(a.name, ''), d.acknowledged_at, d.comment FROM notice_addressees d"
                                    " LEFT JOIN accounts a ON a.id = d.acknowledged_by WHERE d.notice_id = $1 ORDER BY d.addressee", notice.id)) {
        notice.addressees.push_back({each.get<std::string>(0), each.get<std::optional<access::AccountId>>(1), each.get<std::string>(2),
                                     each.get<std::optional<Instant>>(3), each.get<std::string>(4)});
    }
    return notice;
}

Result<Notice> get_notice(store::Connection& db, NoticeId id) {
    auto query = db.query(std::string("SELECT ") + kNoticeColumns + " FROM notices n WHERE n.id = $1", id);
    if (!query.next()) return not_found("notice.not_found");
    return notice_of(db, query.row());
}

void insert_notice(access::Work& work, const Notice& n) {
    work.db.run("INSERT INTO notices (id, sender, written_by, topic, urgency, marking, title, text, sent_at, acknowledge_by, corrects, withdrawn_reason)"
                " VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, '')",
                n.id, n.sender, n.written_by, n.topic, n.urgency, name_of(n.marking), n.title, n.text, n.sent_at, n.acknowledge_by, n.corrects);
    for (const auto& each : n.addressees) {
        work.db.run("INSERT INTO notice_addressees (notice_id, addressee, comment) VALUES ($1, $2, '')", n.id, each.code);
    }
}

bool Notice::silent_addressee() const {
    return std::ranges::any_of(addressees, [](const Addressee& each) { return !each.at; });
}

bool Notice::waits_for(std::string_view side) const {
    return !side.empty() && state() == "sent" && std::ranges::any_of(addressees, [&](const Addressee& each) { return each.code == side && !each.at; });
}

bool Notice::overdue_for(std::string_view side, Instant now) const { return waits_for(side) && acknowledge_by <= now; }

Audience readers_of(const Notice& notice) {
    std::vector<std::string> sides{notice.sender};
    for (const auto& each : notice.addressees) sides.push_back(each.code);
    // A marking says how far a reader may pass a notice on. One focal point alone must not make a text public.
    return audience_of(notice.marking == Marking::clear ? Marking::green : notice.marking, sides);
}

Notice as_seen(Notice notice, const access::Actor& actor) {
    const std::string side = speaks_for(actor);
    if (!side.empty() && side == notice.sender) return notice;
    if (notice.withdrawn_at) notice.text.clear();
    notice.alarmed_at.reset();
    for (auto& each : notice.addressees) {
        if (side.empty() || each.code != side) each = {each.code, std::nullopt, "", std::nullopt, ""};
    }
    return notice;
}

News news_of(const char* kind, const Notice& notice) {
    return {kind, "notice", notice.id.str(), notice.title, "/notices/" + notice.id.str()};
}

std::string focal_word(const std::string& code) { return code == "council" ? "secretariat" : "focal:" + code; }

}  // namespace homeward::council
