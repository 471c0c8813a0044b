#include <algorithm>

#include "council/mailing.h"
#include "council/notices/notice_store.h"
#include "council/person_data.h"
#include "council/text_rules.h"
#include "council/topics.h"
#include "search/index.h"

namespace homeward::council {
namespace {

using access::Permission;
using access::Role;
using access::Work;

constexpr std::size_t kMostAddressees = 60;
constexpr int kMostHours = 14 * 24;

bool is_urgency(std::string_view urgency) { return urgency == "routine" || urgency == "raised" || urgency == "red"; }

/// All who can acknowledge for somebody.
std::vector<std::string> answering(Work& work) {
    std::vector<std::string> codes;
    for (const auto role : {Role::secretariat, Role::focal_point}) {
        for (const auto& account : access::list_accounts(work.db, role, "")) codes.push_back(speaks_for(account));
    }
    std::erase(codes, "");
    std::ranges::sort(codes);
    const auto repeated = std::ranges::unique(codes);
    codes.erase(repeated.begin(), repeated.end());
    return codes;
}

Done check_addressees(Work& work, const std::vector<std::string>& addressees, const std::string& sender) {
    if (addressees.empty() || addressees.size() > kMostAddressees) return invalid("notice.addressees", "addressees");
    const auto there = answering(work);
    for (const auto& code : addressees) {
        if (code == sender) return invalid("notice.own_addressee", "addressees");
        // A warning that nobody can answer would leave its sender believing that somebody has been warned.
        if (!std::ranges::binary_search(there, code)) return invalid("notice.nobody_there", "addressees", {{"code", shortened(code, 40)}});
    }
    return {};
}

Done check_words(const NewNotice& notice) {
    TRY(check_text(notice.title, 200, "title"));
    TRY(check_text(notice.text, 4000, "text"));
    TRY(check_no_person_data(notice.title, "title"));
    TRY(check_no_person_data(notice.text, "text"));
    return {};
}

Result<Notice> checked(Work& work, const NewNotice& given) {
    TRY(access::require(work.actor, Permission::write_notice));
    const std::string sender = speaks_for(work.actor);
    if (sender.empty()) return forbidden("notice.for_nobody");
    if (!is_topic(given.topic)) return invalid("notice.topic", "topic");
    if (!is_urgency(given.urgency)) return invalid("notice.urgency", "urgency");
    const auto marking = marking_from(given.marking);
    if (!marking) return invalid("notice.marking", "marking");
    const int hours = given.hours.value_or(usual_hours(*marking == Marking::red ? "red" : given.urgency));
    if (hours < 1 || hours > kMostHours) return invalid("notice.hours", "hours", {{"most", std::to_string(kMostHours)}});
    TRY(check_addressees(work, given.addressees, sender));
    TRY(check_words(given));
    // What the program finds is not all: somebody has to have looked.
    if (!given.no_person) return invalid("notice.no_person", "no_person");
    Notice notice{NoticeId::make(work.now), sender, work.actor.id, given.topic, given.urgency, *marking, given.title, given.text,
                  work.now, work.now.plus_seconds(hours * 3600LL), {}, {}, {}, {}, {}, {}};
    for (const auto& code : given.addressees) {
        if (std::ranges::find(notice.addressees, code, &Addressee::code) == notice.addressees.end()) notice.addressees.push_back({code, {}, {}, {}, {}});
    }
    return notice;
}

void publish(Work& work, const Notice& notice) {
    insert_notice(work, notice);
    const Audience readers = readers_of(notice);
    set_audience(work, "notice", notice.id.str(), readers);
    search::put(work.db, {"notice", notice.id.str(), notice.title, notice.text, readers, notice.sender == "council" ? "" : notice.sender, notice.topic, work.today()});
    work.record({"notice.sent", "notice", notice.id.str(), {}, {{"marking", std::string(name_of(notice.marking))}, {"urgency", notice.urgency}}});
    Audience told;
    for (const auto& each : notice.addressees) told.push_back(focal_word(each.code));
    tell(work, told, news_of("notice_waiting", notice));
}

}  // namespace

std::string speaks_for(const access::Actor& actor) {
    if (actor.role == Role::secretariat) return "council";
    return actor.role == Role::focal_point ? actor.member : "";
}

int usual_hours(std::string_view urgency) { return urgency == "red" ? 24 : urgency == "raised" ? 72 : 168; }

std::vector<std::string> possible_addressees(Work& work) {
    auto codes = answering(work);
    std::erase(codes, speaks_for(work.actor));
    return codes;
}

Result<NoticeId> send_notice(Work& work, const NewNotice& given) {
    const Notice notice = TRY(checked(work, given));
    publish(work, notice);
    return notice.id;
}

Result<NoticeId> correct_notice(Work& work, NoticeId id, const NewNotice& given) {
    const Notice old = TRY(see_notice(work, id));
    Notice notice = TRY(checked(work, given));
    if (old.sender != notice.sender) return forbidden("notice.not_yours");
    if (old.state() != "sent") return conflict("notice.closed");
    notice.corrects = id;
    publish(work, notice);
    // What does not hold any more is found by nobody; who has its address sees where to go.
    search::remove(work.db, "notice", id.str());
    work.record({"notice.corrected", "notice", id.str(), {}, {{"by", notice.id.str()}}});
    return notice.id;
}

Done withdraw_notice(Work& work, NoticeId id, const std::string& reason) {
    TRY(access::require(work.actor, Permission::write_notice));
    const Notice notice = TRY(see_notice(work, id));
    if (notice.sender != speaks_for(work.actor)) return forbidden("notice.not_yours");
    if (notice.state() != "sent") return conflict("notice.closed");
    TRY(check_text(reason, 1000, "reason"));
    TRY(check_no_person_data(reason, "reason"));
    work.db.run("UPDATE notices SET withdrawn_at = $2, withdrawn_by = $3, withdrawn_reason = $4 WHERE id = $1", id, work.now, work.actor.log_name(), reason);
    search::remove(work.db, "notice", id.str());
    work.record({"notice.withdrawn", "notice", id.str()});
    Audience told;
    for (const auto& each : notice.addressees) told.push_back(focal_word(each.code));
    tell(work, told, news_of("notice_withdrawn", notice));
    return {};
}

}  // namespace homeward::council
