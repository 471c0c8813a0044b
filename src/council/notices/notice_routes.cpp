#include "council/notices/notice_routes.h"

#include <algorithm>

#include "council/members/body.h"
#include "council/notices/notice_print.h"
#include "council/requests.h"
#include "http/json_reply.h"

namespace homeward::council {

struct SideBody {
    std::string code, name;
};
BOOST_DESCRIBE_STRUCT(SideBody, (), (code, name))
struct AddresseeBody {
    std::string code, name;
    std::optional<std::string> acknowledged_by;
    std::optional<Instant> acknowledged_at;
    std::optional<std::string> comment;
};
BOOST_DESCRIBE_STRUCT(AddresseeBody, (), (code, name, acknowledged_by, acknowledged_at, comment))
struct NoticeLine {
    NoticeId id;
    std::string title, topic, urgency, marking, label, state;
    bool red = false;
    SideBody sender;
    Instant sent_at, acknowledge_by;
    bool own = false, waiting = false, overdue = false;
    std::optional<int> acknowledged;
    int addressed = 0;
};
BOOST_DESCRIBE_STRUCT(NoticeLine, (), (id, title, topic, urgency, marking, label, state, red, sender, sent_at, acknowledge_by, own, waiting, overdue, acknowledged, addressed))
struct NoticesBody {
    std::vector<NoticeLine> items;
    std::optional<NoticeId> next;
    bool may_write = false;
};
BOOST_DESCRIBE_STRUCT(NoticesBody, (), (items, next, may_write))
struct NoticeAllows {
    bool acknowledge = false, withdraw = false, correct = false;
};
BOOST_DESCRIBE_STRUCT(NoticeAllows, (), (acknowledge, withdraw, correct))
struct NoticeBody : NoticeLine {
    std::string text;
    std::vector<AddresseeBody> addressees;
    std::optional<NoticeId> corrects, corrected_by;
    std::optional<Instant> withdrawn_at, alarmed_at;
    std::optional<std::string> withdrawn_reason;
    NoticeAllows allows;
};
BOOST_DESCRIBE_STRUCT(NoticeBody, (NoticeLine), (text, addressees, corrects, corrected_by, withdrawn_at, alarmed_at, withdrawn_reason, allows))
struct NoticeDeskBody {
    std::vector<NoticeLine> waiting, silent;
};
BOOST_DESCRIBE_STRUCT(NoticeDeskBody, (), (waiting, silent))
struct SidesBody {
    std::vector<SideBody> items;
};
BOOST_DESCRIBE_STRUCT(SidesBody, (), (items))
struct NoticeInput {
    std::string topic, urgency, marking;
    std::vector<std::string> addressees;
    std::string title, text;
    std::optional<int> hours;
    std::optional<bool> no_person;
};
BOOST_DESCRIBE_STRUCT(NoticeInput, (), (topic, urgency, marking, addressees, title, text, hours, no_person))
struct WithdrawInput {
    std::string reason;
};
BOOST_DESCRIBE_STRUCT(WithdrawInput, (), (reason))
struct AcknowledgeInput {
    std::optional<std::string> comment;
};
BOOST_DESCRIBE_STRUCT(AcknowledgeInput, (), (comment))

namespace {

using access::Permission;
using access::Work;
using http::Reply;
using http::Request;

constexpr int kOnTheDesk = 10;

SideBody side(Work& work, const std::string& code, std::string_view language) {
    return {code, code == "council" ? "" : name_of(work.db, code, work.today(), language)};
}

NoticeLine line_of(Work& work, const Notice& notice, std::string_view language) {
    const std::string me = speaks_for(work.actor);
    NoticeLine line{notice.id, notice.title, notice.topic, notice.urgency, std::string(name_of(notice.marking)), std::string(label_of(notice.marking)),
                    notice.state(), notice.red(), side(work, notice.sender, language), notice.sent_at, notice.acknowledge_by, notice.sender == me,
                    notice.waits_for(me), notice.overdue_for(me, work.now), {},
                    static_cast<int>(notice.addressees.size())};
    if (line.own) line.acknowledged = static_cast<int>(std::ranges::count_if(notice.addressees, [](const auto& each) { return each.at.has_value(); }));
    return line;
}

NoticeBody body_of(Work& work, const Notice& notice, std::string_view language) {
    NoticeBody body{line_of(work, notice, language), notice.text, {}, notice.corrects, notice.corrected_by, notice.withdrawn_at, notice.alarmed_at, {}, {}};
    if (notice.withdrawn_at) body.withdrawn_reason = notice.withdrawn_reason;
    for (const auto& each : notice.addressees) {
        const auto [code, name] = side(work, each.code, language);
        body.addressees.push_back({code, name, each.at ? std::optional(each.by_name) : std::nullopt, each.at, each.at ? std::optional(each.comment) : std::nullopt});
    }
    const bool mine = body.own && body.state == "sent" && may(work.actor, Permission::write_notice);
    body.allows = {body.waiting, mine, mine};
    // The way to another notice is shown to those who may go it.
    if (body.corrects && !may_see(work, "notice", body.corrects->str())) body.corrects.reset();
    if (body.corrected_by && !may_see(work, "notice", body.corrected_by->str())) body.corrected_by.reset();
    return body;
}

Result<std::vector<NoticeLine>> lines_of(Work& work, const char* box, std::string_view language) {
    std::vector<NoticeLine> lines;
    const NoticePage page = TRY(list_notices(work, {box, {}, {}, {}, kOnTheDesk}));
    for (const auto& notice : page.items) lines.push_back(line_of(work, notice, language));
    return lines;
}

Result<Reply> list(Work& work, const Request& request) {
    TRY(access::require(work.actor, Permission::read_council));
    const auto page = TRY(list_notices(work, {text_query(request, "box"), text_query(request, "topic"), text_query(request, "urgency"), TRY(http::id_query<NoticeId>(request, "cursor")),
                                              TRY(http::int_query(request, "limit", 20, 1, 100))}));
    NoticesBody body{{}, page.next, may(work.actor, Permission::write_notice) && !speaks_for(work.actor).empty()};
    for (const auto& notice : page.items) body.items.push_back(line_of(work, notice, language_of(work, request)));
    return http::ok(body);
}

Result<Reply> show(Work& work, NoticeId id, const Request& request) { return http::ok(body_of(work, TRY(see_notice(work, id)), language_of(work, request))); }

Result<NoticeId> id_in(const Request& request) { return http::id_of<NoticeId>(request, "notice_id"); }

Result<NewNotice> new_notice_in(const Request& request) {
    auto input = TRY(http::body_as<NoticeInput>(request));
    return NewNotice{std::move(input.topic), std::move(input.urgency), std::move(input.marking), std::move(input.addressees), std::move(input.title),
                     std::move(input.text), input.hours, input.no_person.value_or(false)};
}

void reading(http::Router& router) {
    router.read("GET", "/api/notices", list);
    router.read("GET", "/api/notices/desk", [](Work& work, const Request& request) -> Result<Reply> {
        TRY(access::require(work.actor, Permission::read_council));
        const std::string language = language_of(work, request);
        return http::ok(NoticeDeskBody{TRY(lines_of(work, "waiting", language)), TRY(lines_of(work, "silent", language))});
    });
    router.read("GET", "/api/notices/addressees", [](Work& work, const Request& request) -> Result<Reply> {
        TRY(access::require(work.actor, Permission::write_notice));
        SidesBody body;
        for (const auto& code : possible_addressees(work)) body.items.push_back(side(work, code, language_of(work, request)));
        return http::ok(body);
    });
    router.write("GET", "/api/notices/export", [](Work& work, const Request&) -> Result<Reply> {
        TRY(access::require(work.actor, Permission::read_council));
        return export_notices(work);
    });
    router.read("GET", "/api/notices/{notice_id}", [](Work& work, const Request& request) -> Result<Reply> { return show(work, TRY(id_in(request)), request); });
    router.read("GET", "/api/notices/{notice_id}/pdf", [](Work& work, const Request& request) -> Result<Reply> {
        return print_notice(work, TRY(see_notice(work, TRY(id_in(request)))), language_of(work, request));
    });
}

void writing(http::Router& router) {
    router.write("POST", "/api/notices", [](Work& work, const Request& request) -> Result<Reply> {
        const auto id = TRY(send_notice(work, TRY(new_notice_in(request))));
        return http::created("/api/notices/" + id.str(), body_of(work, TRY(see_notice(work, id)), language_of(work, request)));
    });
    router.write("POST", "/api/notices/{notice_id}/correction", [](Work& work, const Request& request) -> Result<Reply> {
        const auto id = TRY(correct_notice(work, TRY(id_in(request)), TRY(new_notice_in(request))));
        return http::created("/api/notices/" + id.str(), body_of(work, TRY(see_notice(work, id)), language_of(work, request)));
    });
    router.write("POST", "/api/notices/{notice_id}/withdrawal", [](Work& work, const Request& request) -> Result<Reply> {
        const auto id = TRY(id_in(request));
        TRY(withdraw_notice(work, id, TRY(http::body_as<WithdrawInput>(request)).reason));
        return show(work, id, request);
    });
    router.write("POST", "/api/notices/{notice_id}/acknowledgement", [](Work& work, const Request& request) -> Result<Reply> {
        const auto id = TRY(id_in(request));
        TRY(acknowledge_notice(work, id, TRY(http::body_as<AcknowledgeInput>(request)).comment.value_or("")));
        return show(work, id, request);
    });
}

}  // namespace

void notice_routes(http::Router& router, const Program&) {
    reading(router);
    writing(router);
}

}  // namespace homeward::council
