// Addresses of the demo's accounts, so that its letters lie on the mailbox page, and example notices: one answered by
// most, a red one about which somebody is silent, one for all members.
#include "admin/demo_council.h"
#include "council/notices/notice.h"
#include "mail/post.h"

namespace homeward::apps {

struct NoticeAnswerRow {
    std::string by;
    int days = 0;
    std::string comment;
};
BOOST_DESCRIBE_STRUCT(NoticeAnswerRow, (), (by, days, comment))
/// Days count from the day the demo is made.
struct NoticeRow {
    std::string by;
    int days = 0;
    std::string topic, urgency, marking;
    std::vector<std::string> addressees;
    std::string title, text;
    std::vector<NoticeAnswerRow> answers;
};
BOOST_DESCRIBE_STRUCT(NoticeRow, (), (by, days, topic, urgency, marking, addressees, title, text, answers))

void give_addresses(const DemoCouncil& council) {
    council.as<void>("system", [](access::Work& work) -> Done {
        for (const auto& account : access::list_accounts(work.db, std::nullopt, "")) {
            TRY(mail::set_address(work, account.id, account.username + "@council.example"));
        }
        return {};
    });
}

void fill_notices(const DemoCouncil& council) {
    for (const auto& row : council.rows<NoticeRow>("notices")) {
        const auto id = council.as<council::NoticeId>(row.by, row.days, [&](access::Work& work) {
            return council::send_notice(work, {row.topic, row.urgency, row.marking, row.addressees, row.title, row.text, {}, true});
        });
        for (const auto& answer : row.answers) {
            council.as<void>(answer.by, answer.days, [&](access::Work& work) { return council::acknowledge_notice(work, id, answer.comment); });
        }
    }
}

}  // namespace homeward::apps
